import {expect, html, waitUntil} from '@open-wc/testing';
import {KnsError} from '../../src/errors.js';
import {deferredStore} from '../../src/store/deferred-store.js';
import type {Store} from '../../src/store/store.js';
import {button, courseAddress, find, openLesson, says, stage, testStore, tick} from './stage.js';

/** A store whose code comes when the test lets it. */
function lateStore() {
  const store = testStore();
  let arrive!: (store: Store) => void;
  let refuse!: (error: Error) => void;
  const coming = new Promise<Store>((resolve, reject) => {
    arrive = resolve;
    refuse = reject;
  });
  let fetchStore = () => coming;
  const late = deferredStore({courses: store.courses, fetchStore: () => fetchStore()});
  return {
    store,
    late,
    arrive: () => arrive(store),
    /** The network is gone, for what was asked and for what is asked next. */
    fail: () => {
      const missing = new KnsError('chunk-missing', 'No network.');
      fetchStore = () => Promise.reject(missing);
      refuse(missing);
    },
    comeBack: () => (fetchStore = () => Promise.resolve(store)),
  };
}

/** A learner who answered before the code that keeps had come. */
async function answeredEarly(late: Store) {
  const course = await stage(late);
  await openLesson(course);
  const question = await find(course, 'kns-question');
  await tick(question, 'Mình gọi lại');
  (await button(question, 'Trả lời')).click();
  await says(question, 'Đang lưu');
  return {course, question};
}

const answersIn = async (store: Store, question: string, key?: string) => {
  const {course} = await store.courses.load(courseAddress);
  return (await store.study(course, key)).history('dung-lai', question);
};

describe('a first visit', () => {
  it('lets the learner read and answer before the code that keeps has come, and keeps the answer then', async () => {
    const {store, late, arrive} = lateStore();
    const {question} = await answeredEarly(late);
    arrive();
    await says(question, 'Đã lưu trên máy này');
    expect(await answersIn(store, 'tin-la')).to.have.length(1);
  });

  it('keeps an answer that was given, although its question left the page meanwhile', async () => {
    const {store, late, arrive} = lateStore();
    const {course} = await answeredEarly(late);
    course.lesson = '';
    await find(course, 'kns-outline');
    arrive();
    await waitUntil(async () => (await answersIn(store, 'tin-la')).length === 1);
  });

  it('tells the learner when the code that keeps could not be fetched, and tries again with the answer', async () => {
    const {late, fail, comeBack} = lateStore();
    const {question} = await answeredEarly(late);
    fail();
    await find(question, '[role=alert]');
    comeBack();
    (await button(question, 'Trả lời')).click();
    await says(question, 'Đã lưu trên máy này');
  });
});

describe('a portal that changes who is logged in', () => {
  it('never gets an answer written under the learner before, also when the new id is refused', async () => {
    const store = testStore();
    const course = await stage(
      store,
      html`
        <kns-course src=${courseAddress} learner="a81f" lesson="dung-lai"></kns-course>
      `,
    );
    await find(course, 'input');
    course.learner = '0912345678';
    await find(course, '.notice.bad');
    const question = await find(course, 'kns-question');
    await tick(question, 'Mình gọi lại');
    (await button(question, 'Trả lời')).click();
    await find(question, '[role=alert]');
    const former = await store.learnerOf(globalThis.origin, 'a81f');
    expect(await answersIn(store, 'tin-la', former)).to.deep.equal([]);
    course.learner = 'b92c';
    await waitUntil(() => !course.shadowRoot?.querySelector('.notice.bad'));
    await tick(await find(course, 'kns-question'), 'Mình gọi lại');
    (await button(course, 'Trả lời')).click();
    await says(course, 'Đã lưu trên máy này');
    const next = await store.learnerOf(globalThis.origin, 'b92c');
    expect(await answersIn(store, 'tin-la', next)).to.have.length(1);
  });
});
