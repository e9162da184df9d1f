import {expect, waitUntil} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import type {KnsError} from '../../src/errors.js';
import {progressCodeOf} from '../../src/exchange/progress-code.js';
import {receive} from '../../src/exchange/receive.js';
import type {LearningRecord} from '../../src/store/reckoning/record.js';
import type {Store, StoreOptions} from '../../src/store/store.js';
import type {Study} from '../../src/store/study.js';
import {
  backupOver,
  changeRow,
  classroom,
  copied,
  deleted,
  newName,
  packetFrom,
  pageStorage,
  rowsIn,
  settled,
  twinStores,
} from './classroom.js';

const {open, clear, twinPlace} = twinStores('twin-test');
afterEach(clear);

let course: Course;
let first: Lesson;
let second: Lesson;
let name: string;

beforeEach(async () => {
  const room = await classroom();
  course = room.course;
  [first, second] = room.lessons as [Lesson, Lesson];
  name = newName();
});

const opened = (options: Partial<StoreOptions> = {}) => open({name, twinPlace, ...options});

const right = (study: Study, lesson: Lesson, question: number) =>
  study.answer(lesson, lesson.questions[question]!, 'dung');

/** Every row of every object store of the first database, to put back later as an older state of it. */
async function picture(): Promise<Map<string, [IDBValidKey, unknown][]>> {
  const database = await settled(indexedDB.open(name));
  const all = new Map<string, [IDBValidKey, unknown][]>();
  for (const store of database.objectStoreNames) {
    const from = database.transaction(store).objectStore(store);
    const [keys, rows] = await Promise.all([settled(from.getAllKeys()), settled(from.getAll())]);
    all.set(
      store,
      keys.map((key, index) => [key, rows[index]]),
    );
  }
  database.close();
  return all;
}

async function putBack(all: Map<string, [IDBValidKey, unknown][]>): Promise<void> {
  const database = await settled(indexedDB.open(name));
  const tx = database.transaction([...all.keys()], 'readwrite');
  for (const [store, rows] of all) {
    tx.objectStore(store).clear();
    for (const [key, row] of rows) tx.objectStore(store).put(row, key);
  }
  await new Promise((resolve) => (tx.oncomplete = resolve));
  database.close();
}

const recordsIn = async () =>
  ((await rowsIn(name, 'records')) as string[]).map((text) => JSON.parse(text) as LearningRecord);

/** Numbers of each stream, in order: 1 … n where nothing is missing and nothing is double. */
async function streams(): Promise<number[][]> {
  const numbers = new Map<string, number[]>();
  for (const {device, learner, seq} of await recordsIn()) {
    const key = `${device} ${learner}`;
    numbers.set(key, [...(numbers.get(key) ?? []), seq]);
  }
  return [...numbers.values()].map((seqs) => seqs.sort((a, b) => a - b));
}

const gapless = (numbers: readonly number[]) => numbers.every((seq, index) => seq === index + 1);

const lessonIn = (study: Study, id: string) =>
  study.snapshot.progress.lessons.find((lesson) => lesson.id === id)!;

/** Keeps every other writer of the twin waiting until the returned function is called. */
async function busyTwin(): Promise<() => void> {
  const database = await settled((await twinPlace()).open(name));
  const tx = database.transaction('rows', 'readwrite');
  let isBusy = true;
  const goOn = () => {
    if (isBusy) tx.objectStore('rows').count().onsuccess = goOn;
  };
  goOn();
  return () => {
    isBusy = false;
    // It would not be complete where the browser has forgotten the last request.
    tx.abort();
    database.close();
  };
}

/** Answers while the twin is held: nothing is called saved before that has it too. */
async function answersInBoth(study: Study, question: number): Promise<void> {
  const count = (await recordsIn()).length;
  const release = await busyTwin();
  let isSaved = false;
  const answering = right(study, first, question).then(() => (isSaved = true));
  await waitUntil(async () => (await recordsIn()).length > count, 'the first has it');
  expect(isSaved).to.equal(false);
  release();
  await answering;
  expect(await recordsInTwin()).to.equal((await recordsIn()).length);
}

const recordsInTwin = () => countInTwin('records');

async function countInTwin(store: string): Promise<number> {
  const twin = await settled((await twinPlace()).open(name));
  const range = IDBKeyRange.bound([store], [store, []]);
  const count = await settled(twin.transaction('rows').objectStore('rows').count(range));
  twin.close();
  return count;
}

/** As it would be had it begun anew with them. */
async function onlyAnswersInTwin(): Promise<void> {
  const twin = await settled((await twinPlace()).open(name));
  const rows = twin.transaction('rows', 'readwrite').objectStore('rows');
  for (const key of (await settled(rows.getAllKeys())) as string[][]) {
    if (!['records', 'standings'].includes(key[0]!)) rows.delete(key);
  }
  await new Promise((resolve) => (rows.transaction.oncomplete = resolve));
  twin.close();
}

/** How many writes to the twin begin during `work`. */
async function twinWrites(work: () => Promise<void>): Promise<number> {
  const {prototype} = IDBDatabase;
  const native = Object.getOwnPropertyDescriptor(prototype, 'transaction')!;
  const transaction = native.value as (...given: unknown[]) => IDBTransaction;
  let count = 0;
  prototype.transaction = function (stores, mode, options) {
    if (stores === 'rows' && mode === 'readwrite') count += 1;
    return transaction.call(this, stores, mode, options);
  };
  await work().finally(() => Object.defineProperty(prototype, 'transaction', native));
  return count;
}

/** The twin's connection dies with the first write during `work`; resolves to the stores of the rows put later. */
async function writtenAfterTheEnd(work: () => Promise<unknown>): Promise<string[]> {
  const {prototype} = IDBObjectStore;
  const native = Object.getOwnPropertyDescriptor(prototype, 'put')!;
  const put = native.value as (...given: unknown[]) => IDBRequest<IDBValidKey>;
  let written: string[] | undefined;
  prototype.put = function (...given) {
    if (this.name !== 'rows') return put.apply(this, given);
    if (written) written.push((given[1] as string[])[0]!);
    else {
      written = [];
      this.transaction.abort();
      this.transaction.db.close();
      throw new DOMException('', 'InvalidStateError');
    }
    return put.apply(this, given);
  };
  await work().finally(() => Object.defineProperty(prototype, 'put', native));
  return written!;
}

/** The first write to the twin during `work` ends without anything kept. */
async function refusedByTwin(work: () => Promise<unknown>): Promise<void> {
  const {prototype} = IDBObjectStore;
  const native = Object.getOwnPropertyDescriptor(prototype, 'put')!;
  const put = native.value as (...given: unknown[]) => IDBRequest<IDBValidKey>;
  let refusals = 1;
  prototype.put = function (...given) {
    const request = put.apply(this, given);
    if (this.name === 'rows' && refusals-- > 0) this.transaction.abort();
    return request;
  };
  await work().finally(() => Object.defineProperty(prototype, 'put', native));
  expect(refusals).to.be.below(1);
}

/** `end` ends the first write to the first database during `work` in place of its commit. */
async function endedBy(
  end: (tx: IDBTransaction, commit: () => void) => void,
  work: () => Promise<unknown>,
): Promise<void> {
  const {prototype} = IDBTransaction;
  const native = Object.getOwnPropertyDescriptor(prototype, 'commit')!;
  const commit = native.value as () => void;
  let ends = 1;
  prototype.commit = function () {
    const isFirst = this.db.name === name && this.mode === 'readwrite' && ends-- > 0;
    if (isFirst) end(this, () => commit.call(this));
    else commit.call(this);
  };
  await work().finally(() => Object.defineProperty(prototype, 'commit', native));
  expect(ends).to.be.below(1);
}

async function ended(store: Store): Promise<void> {
  await store.opened;
  await store.settled();
  await store.close();
}

describe('a phone whose first database was lost and whose twin was not', () => {
  it('has every answer, the name, the picture, the PIN and the place to go on, without a word', async () => {
    const before = opened();
    const lan = await before.addLearner('Lan', 'bong-lua');
    await before.setPin(lan.key, '2468');
    const study = await before.study(course);
    await right(study, first, 0);
    await right(study, first, 1);
    await right(study, second, 0);
    const {standing} = study.snapshot;
    await ended(before);
    await deleted(name);

    const after = opened();
    expect(await after.opened).to.equal('ready');
    const [learner] = await after.learners();
    expect(learner).to.include({name: 'Lan', picture: 'bong-lua', hasPin: true});
    const again = await after.study(course, lan.key);
    expect(again.snapshot.standing).to.deep.equal(standing);
    expect(again.snapshot.lastLesson).to.equal('b02');
    expect(await again.history('b01', 'q1')).to.have.length(1);

    await right(again, first, 0);
    const all = await streams();
    expect(all).to.have.length(2);
    expect(all.every(gapless)).to.equal(true);
    expect(again.heads().streams).to.have.length(2);
  });

  it('believes the guard no more than the twin: a second copy that knows nothing else is no loss', async () => {
    const storage = pageStorage();
    const before = opened({backup: backupOver(storage)});
    await before.addLearner('Lan');
    await right(await before.study(course), first, 0);
    await copied(before, storage);
    await ended(before);
    await deleted(name);

    const after = opened({backup: backupOver(storage)});
    expect(await after.opened).to.equal('ready');
    expect(lessonIn(await after.study(course), 'b01').right).to.equal(1);
  });

  it('has the learner and what a code brought where the twin has the last answers alone', async () => {
    const storage = pageStorage();
    const elsewhere = open({name: `${name}-b`});
    const {key: lan} = await elsewhere.addLearner('Lan');
    const sent = await elsewhere.study(course, lan);
    await right(sent, second, 0);
    const before = opened({backup: backupOver(storage)});
    await before.admit([await packetFrom(course, sent)]);
    await before.useLearner(lan);
    await before.changeLearner(lan, {name: 'Lan'});
    await right(await before.study(course, lan), first, 0);
    await copied(before, storage);
    await ended(before);
    await deleted(name);
    await onlyAnswersInTwin();

    const after = opened({backup: backupOver(storage)});
    expect(await after.opened).to.equal('ready');
    expect(await after.currentLearner()).to.include({key: lan, name: 'Lan'});
    const study = await after.study(course, lan);
    expect([lessonIn(study, 'b01').right, lessonIn(study, 'b02').right]).to.deep.equal([1, 1]);
  });

  it('joins both when an older state of the first database came back', async () => {
    const before = opened();
    await before.addLearner('Lan');
    const study = await before.study(course);
    await right(study, first, 0);
    await before.settled();
    const old = await picture();
    await right(study, first, 1);
    await right(study, second, 0);
    const {standing} = study.snapshot;
    await ended(before);
    await putBack(old);

    const after = opened();
    const again = await after.study(course);
    expect(again.snapshot.standing).to.deep.equal(standing);
    await right(again, second, 0);
    const all = await streams();
    expect(all).to.have.length(2);
    expect(all.every(gapless)).to.equal(true);
  });

  it('loses neither what was learned before nor what was learned while the twin could not be had', async () => {
    const before = opened();
    const lan = await before.addLearner('Lan');
    await right(await before.study(course), first, 0);
    await ended(before);
    await deleted(name);

    const without = open({name});
    await right(await without.study(course, lan.key), first, 1);
    await ended(without);

    const after = opened();
    const again = await after.study(course, lan.key);
    expect(lessonIn(again, 'b01').state).to.equal('done');
    await right(again, second, 0);
    expect((await streams()).every(gapless)).to.equal(true);
    expect(new Set((await recordsIn()).map(({id}) => id)).size).to.equal(
      (await recordsIn()).length,
    );
  });

  it('goes on under another name and still signs what was written under the former', async () => {
    const before = opened();
    await before.addLearner('Lan');
    const study = await before.study(course);
    await right(study, first, 0);
    await before.settled();
    const old = await picture();
    await right(study, first, 1);
    const former = await (await before.exchange()).device();
    await ended(before);
    await putBack(old);

    const after = opened();
    await after.opened;
    const exchange = await after.exchange();
    expect(await exchange.device()).not.to.equal(former);
    expect(await exchange.sign(new Uint8Array([1]), former)).to.have.property('signature');
  });

  it('counts what the standing knew where an answer is missing in the twin, too', async () => {
    const before = opened();
    const lan = await before.addLearner('Lan');
    const study = await before.study(course);
    await right(study, second, 0);
    await right(study, first, 0);
    const {standing} = study.snapshot;
    await ended(before);
    const twin = await settled((await twinPlace()).open(name));
    const tx = twin.transaction('rows', 'readwrite');
    const records = IDBKeyRange.bound(['records'], ['records', []]);
    const [key] = await settled(tx.objectStore('rows').getAllKeys(records));
    tx.objectStore('rows').delete(key!);
    await new Promise((resolve) => (tx.oncomplete = resolve));
    twin.close();
    await deleted(name);

    const after = opened();
    expect((await after.study(course, lan.key)).snapshot.standing).to.deep.equal(standing);
  });

  it('goes on with what was learned again since the course was begun anew', async () => {
    const before = opened();
    const lan = await before.addLearner('Lan');
    const study = await before.study(course);
    await right(study, second, 0);
    await study.restart();
    await right(study, first, 0);
    const {progress} = study.snapshot;
    await ended(before);
    await deleted(name);
    const without = open({name});
    await right(await without.study(course, lan.key), first, 1);
    await ended(without);

    const again = await opened().study(course, lan.key);
    expect(again.snapshot.progress.done).to.equal(progress.done);
    expect(lessonIn(again, 'b01').right).to.equal(1);
    expect(again.snapshot.standing.epoch).to.equal(1);
  });

  it('brings a trainer’s codes and names back, and counts none that was taken back', async () => {
    const phone = open({name: newName()});
    const study = await phone.study(course);
    await right(study, first, 0);
    const packet = await packetFrom(course, study);
    const before = opened();
    await before.opened;
    await before.settled();
    const old = await picture();
    const [admission] = await before.admit([packet]);
    await before.nameLearner(packet.learner, 'Hùng');
    await before.setAdmitted(packet.learner, course.id, admission!.hash, false);
    const received = await before.received(course.id);
    await ended(before);
    await putBack(old);

    const after = opened();
    await after.opened;
    await after.settled();
    expect(await after.received(course.id)).to.deep.equal(received);
  });

  it('does not bring back a learner who was taken off while the twin came too late', async () => {
    const before = opened();
    const lan = await before.addLearner('Lan');
    await right(await before.study(course), first, 0);
    await ended(before);
    let isLate = true;
    const without = opened({
      twinPlace: () =>
        isLate ? Promise.reject(new DOMException('', 'UnknownError')) : twinPlace(),
    });
    await without.opened;
    isLate = false;
    await without.removeLearner(lan.key);
    await ended(without);

    const after = opened();
    await after.opened;
    await after.settled();
    expect(await after.learners()).to.deep.equal([]);
    expect(await recordsIn()).to.deep.equal([]);
  });

  it('does not bring back a learner who was taken off the phone', async () => {
    const before = opened();
    const lan = await before.addLearner('Lan');
    await right(await before.study(course), first, 0);
    await before.addLearner('Hùng');
    await right(await before.study(course), first, 1);
    await before.removeLearner(lan.key);
    await ended(before);
    await deleted(name);

    const after = opened();
    expect((await after.learners()).map((one) => one.name)).to.deep.equal(['Hùng']);
    expect((await recordsIn()).some(({learner}) => learner === lan.key)).to.equal(false);
  });

  it('does not bring back what waited of a learner who was forgotten while the twin came too late', async () => {
    const before = opened();
    const {key: learner} = await before.addLearner('Lan');
    const waiting = {reason: 'course-unknown', facts: {}, found: 'KNS1.MAI', learner} as const;
    await (await before.exchange()).quarantine([waiting], 'mai');
    await ended(before);
    let isLate = true;
    const without = opened({
      twinPlace: () =>
        isLate ? Promise.reject(new DOMException('', 'UnknownError')) : twinPlace(),
    });
    await without.opened;
    isLate = false;
    await (await without.exchange()).forget(learner);
    await ended(without);

    const after = opened();
    await after.opened;
    await after.settled();
    expect(await (await after.exchange()).quarantined()).to.deep.equal([]);
  });

  it('refuses to take a learner off the phone while the twin would bring them back', async () => {
    let isThere = true;
    const store = opened({
      twinPlace: () =>
        isThere ? twinPlace() : Promise.reject(new DOMException('', 'UnknownError')),
    });
    const lan = await store.addLearner('Lan');
    await right(await store.study(course), first, 0);
    isThere = false;
    await deleted(name, await twinPlace());
    const refusal = await store.removeLearner(lan.key).catch((error: unknown) => error);
    expect((refusal as KnsError).code).to.equal('storage-broken');
    expect((await store.learners()).map(({key}) => key)).to.deep.equal([lan.key]);
  });
});

describe('a twin that lags', () => {
  it('takes in at the next opening what was learned without it', async () => {
    const without = open({name});
    const lan = await without.addLearner('Lan');
    const study = await without.study(course);
    await right(study, first, 0);
    await right(study, first, 1);
    const {standing} = study.snapshot;
    await ended(without);

    const withIt = opened();
    await ended(withIt);
    await deleted(name);

    const after = opened();
    expect((await after.study(course, lan.key)).snapshot.standing).to.deep.equal(standing);
  });

  it('is followed again when the browser ended its connection', async () => {
    const before = opened();
    await before.addLearner('Lan');
    const study = await before.study(course);
    await right(study, first, 0);
    await before.settled();
    await deleted(name, await twinPlace());
    await right(study, first, 1);
    await ended(before);

    const between = opened();
    await ended(between);
    await deleted(name);
    expect(lessonIn(await opened().study(course, study.learner), 'b01').state).to.equal('done');
  });

  it('begins with all there is where its connection ended: what it had may have been cleared', async () => {
    const before = opened();
    await before.addLearner('Lan');
    const study = await before.study(course);
    await right(study, first, 0);
    await before.settled();
    const written = await writtenAfterTheEnd(() =>
      right(study, first, 1).then(() => before.settled()),
    );
    expect(written).to.include('learners');
    expect(written.indexOf('standings')).to.equal(written.length - 1);
  });

  it('makes no answer wait in its first life, and takes in one write what was answered meanwhile', async () => {
    const before = opened();
    const lan = await before.addLearner('Lan');
    const study = await before.study(course);
    await before.settled();
    const writes = await twinWrites(async () => {
      await right(study, first, 0);
      const release = await busyTwin();
      await right(study, first, 1);
      for (let count = 0; count < 4; count += 1) await right(study, second, 0);
      release();
      await before.settled();
    });
    // The first leaves at once, the second behind it or with the others, and whoever holds the twin writes as well.
    expect(writes).to.be.within(3, 4);
    const {standing} = study.snapshot;
    await before.close();
    await deleted(name);
    expect((await opened().study(course, lan.key)).snapshot.standing).to.deep.equal(standing);
  });

  it('has an answer before it is called saved, in every life but the first: an end may have spoilt the other', async () => {
    const before = opened();
    await before.addLearner('Lan');
    await right(await before.study(course), first, 0);
    await ended(before);
    const later = opened();
    const study = await later.study(course);
    await later.settled();
    await answersInBoth(study, 1);
  });

  it('has the first answer of a course before it is called saved, too', async () => {
    const before = opened();
    await before.addLearner('Lan');
    await ended(before);
    const later = opened();
    const study = await later.study(course);
    await later.settled();
    await answersInBoth(study, 0);
  });

  it('has what a trainer received before it is called received', async () => {
    const phone = open({name: newName()});
    const study = await phone.study(course);
    await right(study, first, 0);
    const trainer = opened();
    await trainer.opened;
    await trainer.settled();
    const release = await busyTwin();
    let isReceived = false;
    const receiving = receive(trainer, progressCodeOf(study), {courses: [course]}).then(
      () => (isReceived = true),
    );
    await waitUntil(async () => (await rowsIn(name, 'packets')).length === 1, 'the first has it');
    expect(isReceived).to.equal(false);
    release();
    await receiving;
    expect(await countInTwin('packets')).to.equal(1);
  });

  it('takes in at once what it could not write, not only with the next answer', async () => {
    const before = opened();
    await before.addLearner('Lan');
    await right(await before.study(course), first, 0);
    await ended(before);
    const later = opened();
    const study = await later.study(course);
    await later.settled();
    await refusedByTwin(() => right(study, first, 1));
    expect(await recordsInTwin()).to.equal((await recordsIn()).length);
  });

  it('has the words of an answer whose connection was lost after it was kept and before that was heard', async () => {
    const before = opened();
    await before.addLearner('Lan');
    await right(await before.study(course), first, 0);
    await ended(before);
    const later = opened();
    const study = await later.study(course);
    await later.settled();
    const keepUnheard = (tx: IDBTransaction, commit: () => void) => {
      commit();
      tx.db.close();
      tx.db.dispatchEvent(new Event('close'));
    };
    await endedBy(keepUnheard, () => right(study, first, 1));
    expect((await streams()).every(gapless)).to.equal(true);
    expect(await recordsInTwin()).to.equal((await recordsIn()).length);
  });

  it('does not bring back what a trainer took out of the quarantine while it caught up', async () => {
    const waiting = {reason: 'course-unknown', facts: {}, found: 'KNS1.MAI'} as const;
    const before = opened();
    const [key] = await (await before.exchange()).quarantine([waiting], 'mai');
    await ended(before);
    const between = opened();
    const exchange = await between.exchange();
    await exchange.release([key!]);
    await between.settled();
    expect(await exchange.quarantined()).to.deep.equal([]);
    await ended(between);

    const after = opened();
    await after.opened;
    await after.settled();
    expect(await (await after.exchange()).quarantined()).to.deep.equal([]);
  });

  it('does not bring back what a trainer took out of the quarantine while something else was brought back', async () => {
    const waiting = {reason: 'course-unknown', facts: {}, found: 'KNS1.MAI'} as const;
    const before = opened();
    const [key] = await (await before.exchange()).quarantine([waiting], 'mai');
    await before.nameLearner('0123456789ABCDEF', 'Lan');
    await ended(before);
    await changeRow(name, 'names', '0123456789ABCDEF', () => undefined);
    const {prototype} = IDBObjectStore;
    const native = Object.getOwnPropertyDescriptor(prototype, 'getAll')!;
    const getAll = native.value as (...given: unknown[]) => IDBRequest<unknown[]>;
    const after = opened();
    let released: Promise<void> | undefined;
    prototype.getAll = function (...given: unknown[]) {
      const isWhole = this.name === 'rows' && given[0] === undefined;
      if (isWhole) released ??= after.exchange().then((exchange) => exchange.release([key!]));
      return getAll.apply(this, given);
    };
    await after.opened;
    await after.settled().finally(() => Object.defineProperty(prototype, 'getAll', native));
    expect(released).not.to.equal(undefined);
    await released;
    expect(await rowsIn(name, 'names')).to.have.length(1);
    expect(await (await after.exchange()).quarantined()).to.deep.equal([]);
  });

  it('does not count again what a trainer took back while it caught up', async () => {
    const phone = open({name: newName()});
    const study = await phone.study(course);
    await right(study, first, 0);
    const packet = await packetFrom(course, study);
    const before = opened();
    const [admission] = await before.admit([packet]);
    await ended(before);
    const between = opened();
    await between.opened;
    await between.settled();
    const takenBack = async () => {
      await between.setAdmitted(packet.learner, course.id, admission!.hash, false);
      await between.settled();
    };
    await refusedByTwin(takenBack);
    await ended(between);
    await deleted(name);

    const after = opened();
    await after.opened;
    await after.settled();
    const [learner] = await after.received(course.id);
    expect(learner!.packets.map(({admitted}) => admitted)).to.deep.equal([false]);
  });

  it('has no words of an answer that was not kept at the first try', async () => {
    const before = opened();
    await before.addLearner('Lan');
    await right(await before.study(course), first, 0);
    await ended(before);
    const later = opened();
    const study = await later.study(course);
    await later.settled();
    await endedBy(
      (tx) => tx.abort(),
      () => right(study, first, 1),
    );
    expect((await streams()).every(gapless)).to.equal(true);
    expect(await recordsInTwin()).to.equal((await recordsIn()).length);
  });

  it('holds nobody up who updates the app, even when it never answers', async () => {
    const before = opened();
    await before.addLearner('Lan');
    const study = await before.study(course);
    await before.settled();
    const release = await busyTwin();
    await right(study, first, 0);
    await before.settled();
    release();
  });

  it('loses nothing of a row of answers when the page is closed right after it', async () => {
    const before = opened();
    const lan = await before.addLearner('Lan');
    const study = await before.study(course);
    await before.settled();
    for (const question of [0, 1]) await right(study, first, question);
    for (let count = 0; count < 4; count += 1) await right(study, second, 0);
    const {standing} = study.snapshot;
    await before.close();
    await deleted(name);
    expect((await opened().study(course, lan.key)).snapshot.standing).to.deep.equal(standing);
  });
});
