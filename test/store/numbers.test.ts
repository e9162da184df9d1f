import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {readRecord} from '../../src/store/reckoning/record.js';
import type {Store} from '../../src/store/store.js';
import {classroom, newName, rowsIn, stores} from './classroom.js';

const {open, clear} = stores();
afterEach(clear);

describe('a number that a device gave to a record', () => {
  let course: Course;
  let lesson: Lesson;
  let name: string;
  const given = new Map<string, string>();

  beforeEach(async () => {
    const room = await classroom();
    ({course} = room);
    [lesson] = room.lessons as [Lesson];
    name = newName();
    given.clear();
  });

  const answer = async (store: Store, learner: string) => {
    const study = await store.study(course, learner);
    await study.answer(lesson, lesson.questions[0]!, 'dung');
    for (const text of (await rowsIn(name, 'records')) as string[]) {
      const record = readRecord(text)!;
      const number = `${record.device}/${record.learner}/${record.seq}`;
      expect(given.get(number) ?? record.id, number).to.equal(record.id);
      given.set(number, record.id);
    }
  };

  it('is not given again when somebody was taken off the device and comes back by an invitation', async () => {
    const store = open({name});
    const lan = await store.addLearner('Lan');
    await answer(store, lan.key);
    await answer(store, lan.key);
    await store.removeLearner(lan.key);
    // The portal, or the link of the roster, says who it is.
    await answer(store, lan.key);
  });

  it('is not given again when somebody was forgotten and is welcome again', async () => {
    const store = open({name});
    const lan = await store.addLearner('Lan');
    await answer(store, lan.key);
    const exchange = await store.exchange();
    await exchange.forget(lan.key);
    await exchange.welcome(lan.key);
    await answer(store, lan.key);
  });

  it('goes on for the others on the phone, who can still sign what they wrote before', async () => {
    const store = open({name});
    const lan = await store.addLearner('Lan');
    await answer(store, lan.key);
    const hung = await store.addLearner('Hùng');
    await answer(store, hung.key);
    await answer(store, hung.key);
    await store.removeLearner(lan.key);
    await answer(store, hung.key);
    const exchange = await store.exchange();
    const streams = await exchange.recordsOf(hung.key);
    expect(streams).to.have.length(2);
    for (const {device} of streams) {
      expect(await exchange.sign(new Uint8Array(1), device)).to.not.equal(undefined);
    }
  });
});
