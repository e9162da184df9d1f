import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {KnsError} from '../../src/errors.js';
import type {StandingRow} from '../../src/store/database-layout.js';
import {packStanding} from '../../src/store/reckoning/packed-standing.js';
import type {LearningRecord} from '../../src/store/reckoning/record.js';
import {fold, sameStanding} from '../../src/store/reckoning/standing.js';
import type {Store} from '../../src/store/store.js';
import type {Study, StudySnapshot} from '../../src/store/study.js';
import {
  backupOver,
  changeRow,
  classroom,
  lessonWith,
  morning,
  newName,
  pageStorage,
  rowsIn,
  stores,
} from './classroom.js';

const {open, clear} = stores();
afterEach(clear);

let course: Course;
let first: Lesson;
let second: Lesson;
let reading: Lesson;
let name: string;

beforeEach(async () => {
  const room = await classroom();
  course = room.course;
  [first, second, reading] = room.lessons as [Lesson, Lesson, Lesson];
  name = newName();
});

const answer = (study: Study, lesson: Lesson, question: number, right = true, id?: string) =>
  study.answer(lesson, lesson.questions[question]!, right ? 'dung' : 'sai', id ? {id} : {});

const recordsIn = async () =>
  ((await rowsIn(name, 'records')) as string[])
    .map((text) => JSON.parse(text) as LearningRecord)
    .sort((a, b) => a.seq - b.seq);

const nextOf = (study: Study, is: (snapshot: StudySnapshot) => boolean) =>
  new Promise<StudySnapshot>((resolve) => {
    const stop = study.watch((snapshot) => {
      if (!is(snapshot)) return;
      stop();
      resolve(snapshot);
    });
  });

const failureOf = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof KnsError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
};

const keyOf = async (store: Store): Promise<[string, string]> => [
  (await store.currentLearner()).key,
  course.id,
];

describe('an answer', () => {
  it('is on disk when the learner is told so, and there again after the page was closed', async () => {
    const store = open({name});
    const study = await store.study(course);
    expect(await answer(study, first, 0, false)).to.deep.equal({
      correct: 0,
      kept: 'disk',
      completed: [],
    });
    await store.close();

    const again = await open({name}).study(course);
    const [record] = await again.history('b01', 'q1');
    expect(record).to.include({
      verb: 'answered',
      seq: 1,
      question: 'b01#q1@1',
      attempt: 1,
      at: morning,
      tz: 420,
      clock: 'ok',
      courseVersion: '1.0.0',
    });
    expect(record!.result).to.include({response: 'sai', correct: 0});
    expect(again.snapshot.standing.questions['b01#q1@1']).to.deep.equal({
      firstRight: false,
      firstWrong: true,
      right: false,
      tries: 1,
    });
    expect(again.snapshot.lastLesson).to.equal('b01');
  });

  it('completes its lesson in the same transaction, and the milestone with the last lesson', async () => {
    const study = await open({name}).study(course);
    await answer(study, first, 0);
    expect((await answer(study, first, 1)).completed).to.deep.equal(['b01']);
    expect((await answer(study, second, 0)).completed).to.deep.equal(['b02', 'loi']);
    const completed = (await recordsIn()).filter(({verb}) => verb === 'completed');
    expect(
      completed.map(({lesson, milestone, rule, basis, seq}) => [
        lesson ?? milestone,
        rule,
        basis,
        seq,
      ]),
    ).to.deep.equal([
      ['b01@1', 'all-right', 'own', 3],
      ['b02@1', 'all-right', 'own', 5],
      ['loi@1', 'milestone', 'own', 6],
    ]);
    expect(study.snapshot.progress).to.include({done: 2, total: 3});
  });

  it('is written strictly, with its standing', async () => {
    const study = await open({name}).study(course);
    await answer(study, first, 0);
    const {prototype} = IDBDatabase;
    const descriptor = Object.getOwnPropertyDescriptor(prototype, 'transaction')!;
    const transaction = descriptor.value as (
      this: IDBDatabase,
      ...given: Parameters<IDBDatabase['transaction']>
    ) => IDBTransaction;
    const seen: [string[], string][] = [];
    prototype.transaction = function (...given) {
      const tx = transaction.apply(this, given);
      if (tx.mode === 'readwrite') seen.push([[...tx.objectStoreNames], tx.durability]);
      return tx;
    };
    try {
      await answer(study, first, 1, false);
    } finally {
      Object.defineProperty(prototype, 'transaction', descriptor);
    }
    expect(seen).to.deep.equal([[['records', 'standings'], 'strict']]);
  });

  it('given twice by an impatient finger or a retry is one record', async () => {
    const study = await open({name}).study(course);
    const id = study.newAnswerId();
    const replies = await Promise.all([
      answer(study, second, 0, true, id),
      answer(study, second, 0, true, id),
    ]);
    expect(replies.map(({kept}) => kept)).to.deep.equal(['disk', 'disk']);
    expect((await answer(study, second, 0, true, id)).completed).to.deep.equal(['b02']);
    const other = await open({name}).study(course);
    await answer(other, second, 0, true, id);
    expect((await recordsIn()).filter((record) => record.id === id)).to.have.length(1);
    expect(other.snapshot.standing.questions['b02#q1@1']!.tries).to.equal(1);
  });

  it('gets a number of its own although two tabs answer at once', async () => {
    const learner = (await open({name}).currentLearner()).key;
    const tabs = await Promise.all([open({name}), open({name})].map((tab) => tab.study(course)));
    await Promise.all(
      Array.from({length: 60}, (_, index) => answer(tabs[index % 2]!, first, 0, index % 3 === 0)),
    );
    const records = await recordsIn();
    expect(records.map(({seq}) => seq)).to.deep.equal(
      Array.from({length: 60}, (_, index) => index + 1),
    );
    expect(new Set(records.map(({device}) => device)).size).to.equal(1);
    const fresh = await open({name}).study(course, learner);
    expect(sameStanding(fresh.snapshot.standing, fold(records))).to.equal(true);
  });

  it('moves the ring in another tab', async () => {
    const here = await open({name}).study(course);
    const there = await open({name}).study(course);
    const moved = nextOf(there, ({progress}) => progress.done === 1);
    await answer(here, second, 0);
    expect((await moved).progress.lessons[1]).to.include({id: 'b02', state: 'done'});
  });

  it('shows in a tab that missed the message once that tab comes to the front', async () => {
    const here = await open({name}).study(course);
    const other = open({name});
    const there = await other.study(course);
    // The row changes past every channel, as when a message was lost.
    const key = await keyOf(other);
    await answer(here, first, 0);
    await changeRow(name, 'standings', key, (row: StandingRow) => ({
      ...row,
      bytes: packStanding({...here.snapshot.standing, epoch: 7}),
    }));
    const moved = nextOf(there, ({standing}) => standing.epoch === 7);
    other.refresh();
    await moved;
  });

  it('is dated behind when the clock stands before the course or before the last answer', async () => {
    let at = morning;
    const study = await open({name, now: () => at}).study(course);
    await answer(study, first, 0);
    at = morning - 1;
    await answer(study, first, 0);
    at = Date.UTC(2016, 0, 1);
    await answer(study, second, 0);
    const clocks = (await recordsIn()).map(({clock}) => clock);
    expect(clocks.slice(0, 3)).to.deep.equal(['ok', 'behind', 'behind']);
    expect(study.snapshot.standing.lessons['b02@1']!.day).to.equal(Infinity);
  });

  it('adds its time in view to the totals of its quarter, whole minutes only', async () => {
    let at = morning;
    const study = await open({name, now: () => at}).study(course);
    const spend = (activeMs: number) => study.answer(first, first.questions[0]!, 'sai', {activeMs});
    await spend(50_000);
    await spend(50_000);
    await spend(10 * 3_600_000);
    at = Date.UTC(2027, 0, 3);
    await spend(60_000);
    const totals = (await recordsIn()).map((record) => record.totals![0]);
    // The last one carries the 40 seconds of the year before.
    expect(totals).to.deep.equal([0, 1, 31, 1]);
    expect(Object.values(study.snapshot.standing.totals).map(([seq]) => seq)).to.deep.equal([3, 4]);
  });

  it('does not fail because a listener does', async () => {
    const study = await open({name}).study(course);
    const {reportError} = globalThis;
    const reported: unknown[] = [];
    globalThis.reportError = (error) => void reported.push(error);
    try {
      study.watch(() => {
        throw new Error('cannot draw');
      });
      expect((await answer(study, first, 0)).kept).to.equal('disk');
    } finally {
      globalThis.reportError = reportError;
    }
    expect(reported).to.have.length(1);
  });
});

describe('a lesson', () => {
  it('is noted as opened once, and as the one to go on with every time', async () => {
    const study = await open({name}).study(course);
    await study.open(first);
    await study.open(second);
    await study.open(first);
    expect((await recordsIn()).filter(({verb}) => verb === 'opened')).to.have.length(2);
    expect(study.snapshot.lastLesson).to.equal('b01');
    expect((await open({name}).study(course)).snapshot.lastLesson).to.equal('b01');
  });

  it('without questions is completed by reading it', async () => {
    const study = await open({name}).study(course);
    await study.open(reading);
    expect(study.snapshot.progress.lessons[2]).to.include({state: 'done'});
    expect((await recordsIn()).map(({rule}) => rule)).to.include('read');
  });

  it('practised with a citizen is noted', async () => {
    const study = await open({name}).study(course);
    await study.practise(first);
    expect(study.snapshot.standing.lessons['b01@1']!.practised).to.equal(true);
    expect(study.snapshot.progress.lessons[0]!.state).to.equal('started');
  });

  it('begun again keeps what was completed, and its ring starts empty', async () => {
    const study = await open({name}).study(course);
    await study.open(second);
    await answer(study, second, 0);
    await study.restart();
    expect(study.snapshot.progress.lessons[1]).to.deep.equal({
      id: 'b02',
      state: 'new',
      right: 0,
      asked: 1,
      next: 'q1',
    });
    expect(study.snapshot.standing.lessons['b02@1']).to.include({reach: 5, run: 0});
    await study.open(second);
    expect(study.snapshot.progress.lessons[1]!.state).to.equal('started');
    expect((await answer(study, second, 0)).completed).to.deep.equal(['b02']);
    expect(study.snapshot.standing.lessons['b02@1']!.run).to.equal(1);
    const again = await open({name}).study(course);
    expect(again.snapshot.progress.lessons[1]!.state).to.equal('done');
  });

  it('with new content is done before, and asks only what changed', async () => {
    const store = open({name});
    const study = await store.study(course);
    await answer(study, second, 0);
    const {course: next, lessons} = await classroom({major: 2});
    const newer = await store.study(next);
    expect(newer.snapshot.progress.lessons[1]).to.include({state: 'done-before', right: 0});
    expect(newer.snapshot.progress.done).to.equal(1);
    expect((await answer(newer, lessons[1]!, 0)).completed).to.deep.equal(['b02']);
    expect(newer.snapshot.progress.lessons[1]!.state).to.equal('done');
  });

  it('that the course does not list is kept, and completes nothing', async () => {
    const study = await open({name}).study(course);
    const stray = lessonWith('b99', 1);
    expect(await answer(study, stray, 0)).to.deep.equal({correct: 1, kept: 'disk', completed: []});
  });
});

describe('two learners on one phone', () => {
  it('never see each other, in standing, history or numbers', async () => {
    const store = open({name});
    const lan = await store.addLearner('Lan');
    const hung = await store.addLearner('Hùng');
    const [first1, second1] = await Promise.all([
      store.study(course, lan.key),
      store.study(course, hung.key),
    ]);
    await answer(first1, first, 0);
    await answer(second1, second, 0);
    await answer(first1, first, 1);

    expect(Object.keys(first1.snapshot.standing.questions)).to.deep.equal(['b01#q1@1', 'b01#q2@1']);
    expect(Object.keys(second1.snapshot.standing.questions)).to.deep.equal(['b02#q1@1']);
    expect(await second1.history('b01', 'q1')).to.deep.equal([]);
    const seqs = (await recordsIn()).filter(({learner}) => learner === hung.key);
    expect(seqs.map(({seq}) => seq)).to.deep.equal([1, 2]);
    expect(second1.heads().streams).to.have.length(1);
    expect(second1.heads().streams[0]).to.include({through: 2, beyond: 0});
    const covered = Object.keys(first1.snapshot.standing.covered);
    expect(covered.every((stream) => stream.includes(lan.key))).to.equal(true);
  });
});

describe('a damaged or foreign row', () => {
  const alter = async (change: (row: StandingRow) => unknown) => {
    const store = open({name});
    const study = await store.study(course);
    await answer(study, first, 0);
    await answer(study, second, 0);
    await changeRow(name, 'standings', await keyOf(store), change);
    await store.close();
    return study.snapshot.standing;
  };

  it('whose standing cannot be read is made again from the records', async () => {
    const before = await alter((row) => ({...row, bytes: new Uint8Array([1, 2, 3])}));
    const study = await open({name}).study(course);
    expect(sameStanding(study.snapshot.standing, before)).to.equal(true);
    expect((await answer(study, first, 1)).completed).to.deep.equal(['b01', 'loi']);
  });

  it('that is gone altogether does not start the numbers again', async () => {
    await alter(() => undefined);
    const study = await open({name}).study(course);
    await answer(study, first, 1, false);
    const seqs = (await recordsIn()).map(({seq}) => seq);
    expect(seqs).to.deep.equal([1, 2, 3, 4]);
  });

  it('of a newer version never stops an answer and is never overwritten', async () => {
    const secret = new Uint8Array([9, 9, 9]);
    await alter((row) => ({...row, fold: 99, bytes: secret}));
    const store = open({name});
    const study = await store.study(course);
    expect(study.snapshot.progress.lessons[1]!.state).to.equal('done');
    expect((await answer(study, first, 1)).completed).to.deep.equal(['b01', 'loi']);
    const [row] = (await rowsIn(name, 'standings')) as StandingRow[];
    expect(row).to.deep.include({fold: 99, bytes: secret, stale: true});
    expect(row!.own.seq).to.equal(6);
    expect((await open({name}).study(course)).snapshot.progress.done).to.equal(2);
  });
});

describe('without room or without a database', () => {
  it('an answer is held beside it, counts, and moves in at the next chance', async () => {
    const storage = pageStorage();
    const store = open({name, backup: backupOver(storage)});
    const study = await store.study(course);
    await answer(study, first, 0);
    // Nothing can be written any more: the connection is gone for good.
    await store.close();
    expect(await answer(study, first, 1)).to.include({kept: 'held'});
    expect(await answer(study, second, 0)).to.include({kept: 'held'});
    expect(study.snapshot.progress.done).to.equal(2);

    const again = await open({name, backup: backupOver(storage)}).study(course);
    expect(again.snapshot.progress.done).to.equal(2);
    expect(await again.history('b02', 'q1')).to.have.length(1);
    expect(backupOver(storage).held()).to.deep.equal([]);
    expect((await recordsIn()).map(({seq}) => seq)).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });

  it('and without a second copy the learner is told that it was not kept', async () => {
    const store = open({name});
    const study = await store.study(course);
    await store.close();
    const id = study.newAnswerId();
    const failure = await failureOf(answer(study, first, 0, true, id));
    expect(failure).to.deep.include({code: 'answer-unsaved', facts: {why: 'storage-broken'}});
    expect(study.snapshot.standing.questions).to.deep.equal({});
    expect(await recordsIn()).to.deep.equal([]);
  });

  it('the lesson goes on in memory where the browser keeps nothing, and says so', async () => {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
    Object.defineProperty(globalThis, 'indexedDB', {configurable: true, value: undefined});
    try {
      const store = open({name});
      const study = await store.study(course);
      expect(store.state).to.equal('memory');
      expect(await answer(study, second, 0)).to.deep.equal({
        correct: 1,
        kept: 'memory',
        completed: ['b02'],
      });
      expect(await study.history('b02', 'q1')).to.have.length(1);
      expect(study.snapshot.progress.done).to.equal(1);
      expect((await store.learners()).length).to.equal(1);
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', descriptor);
    }
  });
});
