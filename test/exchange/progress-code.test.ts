import {expect, waitUntil} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {progressCodeOf} from '../../src/exchange/progress-code.js';
import {receive} from '../../src/exchange/receive.js';
import {secondCopy} from '../../src/exchange/second-copy.js';
import {dayInVietnam} from '../../src/store/reckoning/calendar.js';
import {cellStates, matrixOf} from '../../src/store/reckoning/matrix.js';
import {openStore, type Store} from '../../src/store/store.js';
import {sampleCourse} from './sample-course.js';

const plain = sampleCourse({lessons: 3, questions: 6});
const lessonAt = (id: string): Lesson => ({
  ...plain.first.lesson,
  id,
  questions: ['q1', 'q2'].map((question) => ({
    id: question,
    rev: 1,
    type: 'true-false',
    stem: 'Ngân hàng không hỏi mã OTP.',
    answer: true,
    whyTrue: 'Đúng: mã OTP chỉ của riêng mình.',
    whyFalse: 'Chưa đúng: mã OTP chỉ của riêng mình.',
  })),
});
const course: Course = {...plain, first: {lesson: lessonAt('b01'), facts: []}};
const clock = {now: Date.UTC(2026, 10, 22, 5)};
const time = {now: () => clock.now, timezone: () => 420};

describe('a progress code', () => {
  let count = 0;
  const stores: {name: string; store: Store}[] = [];

  function device(name = `progress-${Date.now()}-${count++}`, backup = false) {
    const store = openStore({
      name,
      ...time,
      ...(backup && {backup: secondCopy(localStorage, time)}),
    });
    stores.push({name, store});
    return store;
  }

  async function answerAll(store: Store, id: string, learner?: string) {
    const study = await store.study(course, learner);
    const lesson = lessonAt(id);
    await study.open(lesson);
    for (const question of lesson.questions) {
      await study.answer(lesson, question, true);
    }
    return study;
  }

  async function matrixAt(trainer: Store) {
    const received = await trainer.received('lop-mau');
    const matrix = matrixOf(course, received, dayInVietnam(clock.now));
    return {matrix, cells: [...matrix.states].map((state) => cellStates[state])};
  }

  beforeEach(() => localStorage.clear());
  afterEach(async () => {
    for (const {name, store} of stores.splice(0)) {
      await store.close();
      indexedDB.deleteDatabase(name);
    }
    localStorage.clear();
  });

  it('brings a finished lesson from the learner to the screen of the trainer', async () => {
    const [phone, trainer] = [device(), device()];
    const study = await answerAll(phone, 'b01');
    await study.open(lessonAt('b02'));

    const receipt = await receive(trainer, `Em gửi chị ạ: ${progressCodeOf(study, time)}`, {
      courses: [course],
    });

    expect(receipt.refused).to.deep.equal([]);
    expect(receipt.unknown).to.deep.equal([study.learner]);
    const {matrix, cells} = await matrixAt(trainer);
    expect(cells).to.deep.equal(['done', 'started', 'not-done']);
    expect(matrix.days[0]).to.equal(dayInVietnam(clock.now));
    expect(matrix.learners[0]).to.deep.include({fresh: true, gap: false, wrongClock: false});
  });

  it('moves what was learned to another phone of the same learner, which goes on from there', async () => {
    const [old, fresh] = [device(), device()];
    const learner = await old.learnerOf('https://cong.example', 'hv-a17');
    const study = await answerAll(old, 'b01', learner);
    const moved = await fresh.study(course, learner);
    expect(moved.snapshot.progress.done).to.equal(0);
    const told = new Promise<void>((resolve) => moved.watch(() => resolve()));

    await receive(fresh, progressCodeOf(study, time), {courses: [course]});

    await told;
    expect(moved.snapshot.progress.lessons[0]!.state).to.equal('done');
    await answerAll(fresh, 'b02', learner);
    const trainer = device();
    const both = [progressCodeOf(study, time), progressCodeOf(moved, time)].join(' ');
    await receive(trainer, both, {courses: [course]});
    const {matrix, cells} = await matrixAt(trainer);
    expect(cells).to.deep.equal(['done', 'done', 'not-done']);
    expect(matrix.learners).to.have.length(1);
  });

  it('is what the second copy gives back after the database was emptied', async () => {
    const phone = device(undefined, true);
    const {name} = stores.at(-1)!;
    const study = await answerAll(phone, 'b01');
    const written = () => localStorage.getItem('kynangso/witness/a')?.includes('KNS1.') ?? false;
    await waitUntil(written, 'the second copy follows', {timeout: 10_000});
    await phone.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });

    const again = device(name, true);
    expect(await again.opened).to.equal('lost');
    await again.recover('restore');
    const back = await again.study(course, study.learner);
    expect(back.snapshot.progress.lessons[0]!.state).to.equal('done');
  });
});
