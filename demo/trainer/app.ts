import '../../src/define-trainer.js';
import {pageStore} from '../../src/components/page-store.js';
import {offlineLine} from '../offline-line.js';

const src = new URL('../courses/so-tay-ky-nang-so/course.json', document.baseURI).href;

/** Takes in the codes of an invented team, through the same door as real ones, and writes their names. */
async function loadSample(): Promise<number> {
  const store = pageStore();
  const [{course}, {sampleClass}, {receive}, {dayInVietnam}] = await Promise.all([
    store.courses.load(src),
    import('./sample-data.js'),
    import('../../src/exchange/receive.js'),
    import('../../src/store/reckoning/calendar.js'),
  ]);
  const {members, chat} = sampleClass(course, {today: dayInVietnam(Date.now())});
  await receive(store, chat, {courses: [course]});
  // Two stay without a name, so that the question "Mã này của ai?" can be tried too.
  for (const {learner, name} of members.slice(2)) await store.nameLearner(learner, name);
  return members.length;
}

const button = document.querySelector<HTMLButtonElement>('#sample');
const result = document.querySelector<HTMLElement>('#sample-result');

button?.addEventListener('click', () => {
  button.disabled = true;
  loadSample()
    .then(
      (count) => `Đã nạp mã của ${count} người bịa ra. Số liệu này không phải của người thật.`,
      () => 'Chưa nạp được số liệu mẫu. Anh/chị tải lại trang rồi thử lần nữa.',
    )
    .then((sentence) => {
      button.disabled = false;
      if (result) result.textContent = sentence;
    });
});

async function keep(place: HTMLElement) {
  const line = offlineLine(place);
  const {registerOffline} = await import('../../src/pwa/register.js');
  line.follow(registerOffline('sw.js'));
  const kept = await pageStore()
    .courses.load(src)
    .then((course) => pageStore().courses.keepAll(course))
    .then(
      () => true,
      () => false,
    );
  line.courseKept(kept);
}

const place = document.querySelector<HTMLElement>('#offline');
if (place) addEventListener('load', () => void keep(place), {once: true});
