import {expect, waitUntil} from '@open-wc/testing';
import {invitationCodeOf} from '../../src/exchange/invitation.js';
import {isPacked, packSection} from '../../src/exchange/packed-section.js';
import {ownSections} from '../../src/exchange/progress-file.js';
import {secondCopy} from '../../src/exchange/second-copy.js';
import type {KeyValues, SecondCopyOptions} from '../../src/exchange/second-copy.js';
import type {Store} from '../../src/store/store.js';
import {
  answer,
  button,
  courseAddress,
  find,
  newName,
  openLesson,
  says,
  stage,
  testStore,
  tick,
  wordsOf,
} from './stage.js';

/** Storage beside the database, of this test alone. */
function storage(): KeyValues {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const emptied = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('Not done', {cause: request.error}));
  });

/** Everything the learner in use did, as it passes in QR codes. */
async function packedBy(store: Store): Promise<Uint8Array> {
  const [{key}, loaded, exchange] = await Promise.all([
    store.currentLearner(),
    store.courses.load(courseAddress),
    store.exchange(),
  ]);
  const {course} = loaded;
  const given = {learners: [key], courses: [course], madeOn: 2517};
  const [section] = await ownSections(exchange, given);
  return packSection(section!.bytes, course, (_, id) => store.courses.lesson(loaded, id));
}

/** A phone on which somebody has just answered; `copied` resolves once the second copy stands. */
async function learnedPhone() {
  const name = newName();
  const beside = storage();
  const store = testStore({name, backup: secondCopy(beside)});
  const course = await stage(store);
  await openLesson(course);
  await answer(await find(course, 'kns-question'), 'Mình gọi lại');
  const copied = () => {
    store.flush();
    return waitUntil(() => beside.length > 0, 'no second copy was written', {timeout: 8000});
  };
  return {name, beside, store, course, copied};
}

/** A phone that has learned something, lost its database, and is opened again. */
async function lostPhone(options?: SecondCopyOptions) {
  const {name, beside, store, course, copied} = await learnedPhone();
  (await button(course, 'Danh sách bài học')).click();
  (await button(course, 'Gửi tiến độ cho Tổ trưởng')).click();
  const {value: code} = await find<HTMLTextAreaElement>(course, 'textarea');
  const packed = await packedBy(store);
  const {key: learner} = await store.currentLearner();
  await copied();
  course.remove();
  await store.close();
  await emptied(name);
  const lost = testStore({name, backup: secondCopy(beside, options)});
  const again = await stage(lost);
  await says(again, 'Dữ liệu trên máy này đã bị xóa');
  return {course: again, code, packed, store: lost, learner};
}

describe('a phone whose database was emptied', () => {
  it('keeps every way back standing before an invitation', async () => {
    const {course, code} = await lostPhone();
    const forMy = {learner: '0123456789ABCDEF', member: 'K7M2QXA', unit: 'Tổ 1'};
    const {key} = (await testStore().courses.load(courseAddress)).course;
    const field = await find<HTMLTextAreaElement>(course, 'textarea');
    field.value = invitationCodeOf(forMy, {key});
    (await button(course, 'Nhận mã')).click();
    await says(course, 'Đây là lời mời học.');
    field.value = code;
    (await button(course, 'Nhận mã')).click();
    await says(course, 'Đang học');
  });

  it('says so and never shows 0 %', async () => {
    const {course} = await lostPhone();
    await says(course, 'Dán mã tiến độ');
    expect(wordsOf(course)).not.to.match(/0\/\d|Chưa học|Bắt đầu học/);
    await expect(course).to.be.accessible();
  });

  it('brings back what the second copy holds', async () => {
    const {course} = await lostPhone();
    (await button(course, 'Lấy lại từ bản lưu dự phòng')).click();
    await says(course, 'Đang học');
  });

  it('keeps what is chosen in the open lesson before the study was asked for again', async () => {
    const {name, store, course, copied} = await learnedPhone();
    await copied();
    await emptied(name);
    await store.learners();
    await says(course, 'Dữ liệu trên máy này đã bị xóa');

    const study = store.study.bind(store);
    let goOn: () => void = () => undefined;
    const chosen = new Promise<void>((resolve) => (goOn = resolve));
    store.study = async (...given) => (await chosen, study(...given));
    (await button(course, 'Lấy lại từ bản lưu dự phòng')).click();
    const question = await find(course, 'kns-question');
    await tick(question, 'Mình gọi lại');
    goOn();
    await says(question, 'Đã làm đúng');
    (await button(question, 'Trả lời')).click();
    await says(question, 'Đã lưu trên máy này');
  });

  it('loses nothing when the code that reads it cannot be fetched, and tries again', async () => {
    let calls = 0;
    const {course} = await lostPhone({
      fetchCoding: () =>
        calls++ === 0
          ? Promise.reject(new TypeError('offline'))
          : import('../../src/exchange/code-keeping.js'),
    });
    (await button(course, 'Lấy lại từ bản lưu dự phòng')).click();
    await waitUntil(() => calls === 1);
    await find(course, '.ways [role="alert"]');
    expect(wordsOf(course)).not.to.match(/0\/\d|Chưa học|Bắt đầu học/);
    (await button(course, 'Lấy lại từ bản lưu dự phòng')).click();
    await says(course, 'Đang học');
  });

  it('keeps every way open when a pasted code is flawed, and takes a good one', async () => {
    const {course, code} = await lostPhone();
    const field = await find<HTMLTextAreaElement>(course, 'textarea');
    field.value = code.slice(0, -4);
    (await button(course, 'Nhận mã')).click();
    await says(course, 'mã bị thiếu phần cuối');
    expect(wordsOf(course)).to.contain('Lấy lại từ bản lưu dự phòng');
    field.value = code;
    (await button(course, 'Nhận mã')).click();
    await says(course, 'Đang học');
  });

  it('goes on as whom it knows when a whole conversation is pasted, not as who wrote first in it', async () => {
    const other = await stage(testStore());
    await openLesson(other);
    await answer(await find(other, 'kns-question'), 'Mình gọi lại');
    (await button(other, 'Danh sách bài học')).click();
    (await button(other, 'Gửi tiến độ cho Tổ trưởng')).click();
    const {value: theirs} = await find<HTMLTextAreaElement>(other, 'textarea');
    other.remove();
    const {course, code, store, learner} = await lostPhone();
    const goesOnAs = new Promise((resolve) => {
      const useLearner = store.useLearner.bind(store);
      store.useLearner = (...who) => (resolve(who[0]), useLearner(...who));
    });
    (await find<HTMLTextAreaElement>(course, 'textarea')).value = `Hùng: ${theirs}\nLan: ${code}`;
    (await button(course, 'Nhận mã')).click();
    expect(await goesOnAs).to.equal(learner);
    await says(course, 'Đang học');
  });

  it('takes records that came packed, for which it needs the lessons', async () => {
    const {course, packed} = await lostPhone();
    expect(isPacked(packed)).to.equal(true);
    const field = await find<HTMLInputElement>(course, 'input[type=file]#files');
    const brought = new DataTransfer();
    brought.items.add(new File([packed.slice()], 'ban-ghi'));
    field.files = brought.files;
    field.dispatchEvent(new Event('change'));
    await says(course, 'Đang học');
  });

  it('starts anew only when that is asked for twice', async () => {
    const {course} = await lostPhone();
    (await button(course, 'Học lại từ đầu')).click();
    const sure = await button(course, 'Bấm lần nữa');
    expect(wordsOf(course)).not.to.contain('Bắt đầu học');
    sure.click();
    await says(course, 'Bắt đầu học');
  });
});
