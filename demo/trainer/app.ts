import '../../src/define-trainer.js';
import {offerAppAddress} from '../../src/components/app-address.js';
import {pageStore} from '../../src/components/page-store.js';
import {receive} from '../../src/exchange/receive.js';
import {watchInstall} from '../../src/pwa/install.js';
import {dayInVietnam} from '../../src/store/reckoning/calendar.js';
import {keep, openCourse} from '../keep.js';
import type {Place} from './sample-province.js';

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

/** Takes in an invented place: its roster, and what its members sent, through the door for real ones. */
async function loadPlace(
  src: string,
  place: Place,
  tell: (sentence: string) => void,
): Promise<number> {
  const store = pageStore();
  const [{course}, {samplePlace}] = await Promise.all([
    openCourse(src),
    import('./sample-province.js'),
  ]);
  const {roster, codes} = samplePlace(course, {today: dayInVietnam(Date.now()), place});
  await (await store.roster()).change(roster);
  await receive(store, codes.join('\n'), {
    courses: [course],
    onProgress: (done, total) => tell(`Đang nạp ${done} trên ${total} mã…`),
  });
  return codes.length;
}

/** Takes in the reports of an invented nation's provinces; nobody's code and nobody's name. */
async function loadNation(src: string): Promise<number> {
  const [{course}, nation] = await Promise.all([openCourse(src), import('./load-nation.js')]);
  return nation.loadNation(pageStore(), course, dayInVietnam(Date.now()));
}

offerAppAddress(new URL('../pwa/', document.baseURI).href);

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
const size = document.querySelector<HTMLSelectElement>('#sample-size');
const result = document.querySelector<HTMLElement>('#sample-result');

button?.addEventListener('click', () => {
  button.disabled = true;
  const tell = (sentence: string) => {
    if (result) result.textContent = sentence;
  };
  const src = trainer?.src ?? '';
  const place = size?.value ?? '';
  const loading =
    place === 'nation'
      ? loadNation(src).then((count) => `${count} báo cáo bịa ra của các tỉnh`)
      : (place === '' ? loadSample(src) : loadPlace(src, place as Place, tell)).then(
          (count) => `mã của ${count} người bịa ra`,
        );
  void loading
    .then(
      (what) => `Đã nạp ${what}. Số liệu này không phải của người thật.`,
      () => 'Chưa nạp được số liệu mẫu. Anh/chị tải lại trang rồi thử lần nữa.',
    )
    .then((sentence) => {
      button.disabled = false;
      tell(sentence);
    });
});
