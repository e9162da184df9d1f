import '../../src/define-trainer.js';
import {pageStore} from '../../src/components/page-store.js';
import {receive} from '../../src/exchange/receive.js';
import {watchInstall} from '../../src/pwa/install.js';
import {dayInVietnam} from '../../src/store/reckoning/calendar.js';
import {keep, openCourse} from '../keep.js';

/** Takes in the codes of an invented team, through the same door as real ones, and writes their names. */
async function loadSample(src: string): Promise<number> {
  const store = pageStore();
  const [{course}, {sampleClass}] = await Promise.all([
    openCourse(src),
    import('./sample-data.js'),
  ]);
  const {members, chat} = sampleClass(course, {today: dayInVietnam(Date.now())});
  await receive(store, chat, {courses: [course]});
  // Two stay without a name, so that the question "Mã này của ai?" can be tried too.
  for (const {learner, name} of members.slice(2)) await store.nameLearner(learner, name);
  return members.length;
}

const trainer = document.querySelector('kns-trainer');
const line = document.querySelector('kns-offline');
const install = watchInstall();

if (trainer && line) {
  openCourse(trainer.src).then(
    async (loaded) => {
      await trainer.updateComplete;
      import('./arrival.js').then(
        ({takeCodesIn}) => takeCodesIn(trainer),
        () => undefined,
      );
      await keep(loaded, line, install);
    },
    // What could not be opened is told by the element itself.
    () => undefined,
  );
}

const button = document.querySelector<HTMLButtonElement>('#sample');
const result = document.querySelector<HTMLElement>('#sample-result');

button?.addEventListener('click', () => {
  button.disabled = true;
  void loadSample(trainer?.src ?? '')
    .then(
      (count) => `Đã nạp mã của ${count} người bịa ra. Số liệu này không phải của người thật.`,
      () => 'Chưa nạp được số liệu mẫu. Anh/chị tải lại trang rồi thử lần nữa.',
    )
    .then((sentence) => {
      button.disabled = false;
      if (result) result.textContent = sentence;
    });
});
