import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {KnsError} from '../../src/errors.js';
import {secondCopy} from '../../src/exchange/second-copy.js';
import {fromBase32} from '../../src/store/reckoning/base32.js';
import type {LearningRecord} from '../../src/store/reckoning/record.js';
import type {KeepingState, Store, StoreOptions} from '../../src/store/store.js';
import type {Study} from '../../src/store/study.js';
import {
  backupOver,
  changeRow,
  classroom,
  copied,
  deleted,
  morning,
  newName,
  packetFrom,
  pageStorage,
  rowsIn,
  stores,
} from './classroom.js';

const {open, clear} = stores();
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

const right = (study: Study, lesson: Lesson, question: number) =>
  study.answer(lesson, lesson.questions[question]!, 'dung');

const entered = (store: Store, state: KeepingState) =>
  new Promise<void>((resolve) => {
    if (store.state === state) resolve();
    const stop = store.watchState((next) => {
      if (next !== state) return;
      stop();
      resolve();
    });
  });

const recordsIn = async () =>
  ((await rowsIn(name, 'records')) as string[])
    .map((text) => JSON.parse(text) as LearningRecord)
    .sort((a, b) => a.at - b.at || a.seq - b.seq);

/** A page that studied, wrote its second copy and was closed. */
async function studied(storage = pageStorage()) {
  const store = open({name, backup: backupOver(storage)});
  await store.addLearner('Lan');
  const study = await store.study(course);
  await right(study, first, 0);
  await right(study, second, 0);
  // Another copy of the library writes the second copy the way the page does after its rest.
  await copied(store, storage);
  await store.close();
  return {storage, learner: study.learner, standing: study.snapshot.standing};
}

/** The next write of the second copy, which trails what was learned. */
const writtenTo = (storage: ReturnType<typeof pageStorage>) =>
  new Promise<void>((resolve) => {
    const setItem = storage.setItem.bind(storage);
    storage.setItem = (key, value) => {
      setItem(key, value);
      if (!key.startsWith('kynangso/witness/')) return;
      storage.setItem = setItem;
      resolve();
    };
  });

// The keys of former names stand before `device`.
const deviceIn = async () => ((await rowsIn(name, 'keys')) as {device: string}[]).at(-1)!.device;

describe('a phone whose browser was emptied', () => {
  it('does not show nothing as the truth, and brings back what the second copy holds', async () => {
    const {storage, learner} = await studied();
    const formerDevice = (await recordsIn())[0]!.device;
    await deleted(name);

    const store = open({name, backup: backupOver(storage)});
    expect(await store.opened).to.equal('lost');
    const states: KeepingState[] = [];
    store.watchState((state) => state !== states.at(-1) && states.push(state));
    await store.recover('restore');
    expect(states).to.deep.equal(['ready']);
    expect((await store.currentLearner()).name).to.equal('Lan');

    const study = await store.study(course);
    expect(study.learner).to.equal(learner);
    expect(study.snapshot.progress.lessons[1]).to.include({state: 'done'});
    expect(study.snapshot.progress.lessons[0]).to.include({right: 1});
    expect((await right(study, first, 1)).completed).to.deep.equal(['b01', 'loi']);
    expect(await deviceIn()).not.to.equal(formerDevice);
    expect((await recordsIn())[0]).to.include({seq: 1, device: await deviceIn()});

    // Nothing is lost a second time, and nobody is asked again.
    await store.close();
    const again = open({name, backup: backupOver(storage)});
    expect(await again.opened).to.equal('ready');
    expect((await again.study(course)).snapshot.progress.done).to.equal(2);
  });

  it('is guarded the second time as the first', async () => {
    const {storage, learner} = await studied();
    for (const time of [1, 2, 3]) {
      await deleted(name);
      const store = open({name, backup: backupOver(storage)});
      expect(await store.opened, `loss ${time}`).to.equal('lost');
      await store.recover('restore');
      const study = await store.study(course);
      expect(study.learner).to.equal(learner);
      expect(study.snapshot.progress.lessons[1]).to.include({state: 'done'});
      await store.close();
    }
  });

  it('is guarded too where nothing was written on it and a code brought all there is', async () => {
    const there = await open({name: newName()}).study(course);
    await right(there, second, 0);
    const packet = await packetFrom(course, there);
    const storage = pageStorage();
    const store = open({name, backup: backupOver(storage)});
    await store.addLearner('Lan');
    await store.study(course);
    await store.admit([packet]);
    // "Đây là tôi": they have written nothing here, and go on as themselves.
    const written = writtenTo(storage);
    await store.useLearner(there.learner);
    await written;
    await store.close();
    await deleted(name);

    const again = open({name, backup: backupOver(storage)});
    expect(await again.opened).to.equal('lost');
    await again.recover('restore');
    expect((await again.study(course)).snapshot.progress.lessons[1]!.state).to.equal('done');
  });

  it('brings back also what was saved since the second copy was written, when it is emptied under the page', async () => {
    const storage = pageStorage();
    const store = open({name, backup: backupOver(storage)});
    await store.addLearner('Lan');
    const study = await store.study(course);
    await right(study, first, 0);
    await copied(store, storage);
    await right(study, first, 1);
    await deleted(name);
    await store.learners();
    expect(store.state).to.equal('lost');
    await store.recover('restore');
    expect((await store.study(course)).snapshot.progress.lessons[0]!.state).to.equal('done');
  });

  it('brings back an answer that had waited beside the database and had just moved in', async () => {
    const storage = pageStorage();
    const full = open({name, backup: backupOver(storage)});
    await full.addLearner('Lan');
    const beside = await full.study(course);
    await right(beside, first, 0);
    await copied(full, storage);
    await full.close();
    expect(await right(beside, first, 1)).to.include({kept: 'held'});

    const store = open({name, backup: backupOver(storage)});
    await store.study(course);
    expect(backupOver(storage).held()).to.deep.equal([]);
    await store.learners();
    await deleted(name);
    await store.learners();
    expect(store.state).to.equal('lost');
    await store.recover('restore');
    expect((await store.study(course)).snapshot.progress.lessons[0]!.state).to.equal('done');
  });

  it('keeps its copy up to date with what a code brings to somebody who studies on it', async () => {
    const {storage, learner} = await studied();
    const there = await open({name: newName()}).study(course, learner);
    await right(there, first, 1);
    const store = open({name, backup: backupOver(storage)});
    await store.study(course);
    await writtenTo(storage);
    const written = writtenTo(storage);
    await store.admit([await packetFrom(course, there)]);
    await written;
    const copy = await backupOver(storage).read([course]);
    expect(copy!.standings[0]!.standing.questions).to.include.keys('b01#q1@1', 'b01#q2@1');
  });

  it('stays as it is while the code that reads the copy cannot be fetched', async () => {
    const {storage} = await studied();
    await deleted(name);
    const before = new Map(storage.values);
    let calls = 0;
    const backup = secondCopy(storage, {
      now: () => morning,
      fetchCoding: () =>
        calls++ === 0
          ? Promise.reject(new TypeError('offline'))
          : import('../../src/exchange/code-keeping.js'),
    });
    const store = open({name, backup});
    await store.study(course);
    const failure = await store.recover('restore').catch((error: unknown) => error);
    expect(failure).to.include({code: 'chunk-missing'});
    expect(store.state).to.equal('lost');
    expect(storage.values).to.deep.equal(before);
    await store.recover('restore');
    expect((await store.study(course)).snapshot.progress.lessons[1]!.state).to.equal('done');
  });

  it('brings a code back later that the course at hand could not read', async () => {
    const {storage} = await studied();
    await deleted(name);
    const lessons = course.slots.lessons.map((name) => `x-${name}`);
    const changed: Course = {...course, slots: {...course.slots, lessons}};
    const store = open({name, backup: backupOver(storage)});
    await store.study(changed);
    await store.recover('restore');
    await right(await store.study(changed), first, 0);
    await copied(store, storage);
    await store.close();

    const again = open({name, backup: backupOver(storage)});
    expect((await again.study(course)).snapshot.progress.lessons[1]!.state).to.equal('done');
  });

  /** A second copy that notes in which state of the store a course's codes are read. */
  function watchedCopy(storage: ReturnType<typeof pageStorage>, store: () => Store) {
    const backup = backupOver(storage);
    const states: KeepingState[] = [];
    return {
      states,
      backup: {
        ...backup,
        read: (courses: readonly Course[]) => {
          if (courses.length > 0) states.push(store().state);
          return backup.read(courses);
        },
      },
    };
  }

  it('is ready only when all of it is back', async () => {
    const {storage} = await studied();
    await deleted(name);
    const {backup, states} = watchedCopy(storage, () => store);
    const store: Store = open({name, backup});
    await store.study(course);
    const seen = entered(store, 'ready').then(() => store.study(course));
    await store.recover('restore');
    expect((await seen).snapshot.progress.lessons[1]!.state).to.equal('done');
    expect(new Set(states)).to.deep.equal(new Set(['lost']));
  });

  it('takes each code in once, however many elements ask for the course', async () => {
    const {storage, learner} = await studied();
    await deleted(name);
    const {backup, states} = watchedCopy(storage, () => store);
    const store: Store = open({name, backup});
    await store.recover('restore');
    const keys = [learner, '0123456789ABCDEF', 'FEDCBA9876543210'];
    const [study] = await Promise.all(keys.map((key) => store.study(course, key)));
    expect(study!.snapshot.progress.lessons[1]!.state).to.equal('done');
    expect(states).to.have.length(1);
    expect((await rowsIn(name, 'packets'))[0]).to.include({times: 1});
    const [meta] = (await rowsIn(name, 'meta')) as {rescue: {done: string[]}}[];
    expect(meta!.rescue.done).to.deep.equal([course.id]);
  });

  it('keeps the second copy untouched until somebody has decided', async () => {
    const {storage} = await studied();
    await deleted(name);
    const before = new Map(storage.values);
    const store = open({name, backup: backupOver(storage)});
    await store.opened;
    const study = await store.study(course);
    await right(study, second, 0);
    store.flush();
    await store.close();
    expect(storage.values).to.deep.equal(before);
    expect(await open({name, backup: backupOver(storage)}).opened).to.equal('lost');
  });

  it('starts anew when that is what the learner wants, and stays quiet afterwards', async () => {
    const {storage} = await studied();
    await deleted(name);
    const store = open({name, backup: backupOver(storage)});
    await store.opened;
    await store.recover('anew');
    expect(store.state).to.equal('ready');
    expect((await store.study(course)).snapshot.progress.done).to.equal(0);
    await store.close();
    const again = open({name, backup: backupOver(storage)});
    expect(await again.opened).to.equal('ready');
    expect((await again.study(course)).snapshot.progress.done).to.equal(0);
  });

  it('is told so in the other tabs too, and they follow when one tab has decided', async () => {
    const {storage} = await studied();
    await deleted(name);
    const tabs = [1, 2].map(() => open({name, backup: backupOver(storage)}));
    const [one, two] = tabs as [Store, Store];
    expect(await Promise.all([one.opened, two.opened])).to.deep.equal(['lost', 'lost']);
    await one.recover('restore');
    await entered(two, 'ready');
    expect((await two.study(course)).snapshot.progress.lessons[1]!.state).to.equal('done');
  });

  it('is noticed under a running page: the answer is kept, under a new device', async () => {
    const storage = pageStorage();
    const store = open({name, backup: backupOver(storage)});
    const study = await store.study(course);
    await right(study, first, 0);
    const [former] = await recordsIn();
    await deleted(name);
    expect(await right(study, first, 1)).to.include({kept: 'disk'});
    expect(store.state).to.equal('lost');
    const [record] = await recordsIn();
    expect(record).to.include({seq: 1, question: 'b01#q2@1'});
    expect(record!.device).not.to.equal(former!.device);
  });

  it('without a second copy is a first visit', async () => {
    const store = open({name, backup: backupOver(pageStorage())});
    expect(await store.opened).to.equal('ready');
    expect(await store.learners()).to.deep.equal([]);
  });

  it('says nothing when nothing was learned yet', async () => {
    const storage = pageStorage();
    await backupOver(storage).write(
      {incarnation: 'GONE', device: 'D', streams: {}, learners: [], standings: []},
      [],
    );
    expect(await open({name, backup: backupOver(storage)}).opened).to.equal('ready');
  });
});

describe('a phone whose database fell back to an older state', () => {
  /** The last answer vanishes from the database, as with a log cut short. */
  async function rolledBack(lostAnswer: [lesson: Lesson, question: number] = [second, 0]) {
    const storage = pageStorage();
    const store = open({name, backup: backupOver(storage)});
    const learner = await store.addLearner('Lan');
    const study = await store.study(course);
    await right(study, first, 0);
    const [row] = await rowsIn(name, 'standings');
    const [known] = await recordsIn();
    await right(study, ...lostAnswer);
    await copied(store, storage);
    await store.close();
    for (const {id} of await recordsIn()) {
      if (id === known!.id) continue;
      await changeRow(name, 'records', [learner.key, course.id, id], () => undefined);
    }
    await changeRow(name, 'standings', [learner.key, course.id], () => row);
    return {storage, known: known!, learner};
  }

  it('goes on under a new device name, with what the second copy knew, and says so', async () => {
    const {storage, known} = await rolledBack();
    const store = open({name, backup: backupOver(storage)});
    const study = await store.study(course);
    expect(store.state).to.equal('rolled-back');
    expect(study.snapshot.progress.lessons[1]!.state).to.equal('done');
    await right(study, first, 1);
    const device = await deviceIn();
    expect(device).not.to.equal(known.device);
    const mine = (await recordsIn()).filter((record) => record.device === device);
    expect(mine.map(({seq}) => seq)).to.deep.equal([1, 2, 3]);
    expect(study.heads().streams.map(({through}) => through)).to.deep.equal([3, 1]);
  });

  it('says nothing when nothing of what was learned is missing', async () => {
    const {storage, known} = await rolledBack([first, 0]);
    const store = open({name, backup: backupOver(storage)});
    await store.study(course);
    expect(store.state).to.equal('ready');
    expect(await deviceIn()).not.to.equal(known.device);
  });
});

describe('a database that cannot be used', () => {
  it('of a newer version is left alone: the page works beside it, with what the copy holds', async () => {
    const {storage} = await studied();
    await changeRow(name, 'meta', 'store', (meta: object) => ({...meta, format: 99}));
    const before = (await rowsIn(name, 'records')).length;
    const store = open({name, backup: backupOver(storage)});
    expect(await store.opened).to.equal('newer');
    const study = await store.study(course);
    expect(study.snapshot.progress.lessons[1]!.state).to.equal('done');
    expect(await right(study, first, 1)).to.include({kept: 'held'});
    await store.close();
    expect(await rowsIn(name, 'records')).to.have.length(before);

    await changeRow(name, 'meta', 'store', (meta: object) => ({...meta, format: 1}));
    const again = open({name, backup: backupOver(storage)});
    const back = await again.study(course);
    expect(back.snapshot.progress.lessons[0]!.state).to.equal('done');
    expect(back.snapshot.progress.done).to.equal(2);
    expect(await back.history('b01', 'q2')).to.have.length(1);
  });

  it('that cannot be opened at all is told apart from one that is refused', async () => {
    const {indexedDB: real} = globalThis;
    const failing = (error: string) => ({
      open() {
        throw new DOMException('', error);
      },
    });
    const stateWith = async (error: string, options: Partial<StoreOptions> = {}) => {
      Object.defineProperty(globalThis, 'indexedDB', {configurable: true, value: failing(error)});
      try {
        return await open({name: newName(), ...options}).opened;
      } finally {
        Object.defineProperty(globalThis, 'indexedDB', {configurable: true, value: real});
      }
    };
    const {storage} = await studied();
    expect(await stateWith('UnknownError', {backup: backupOver(storage)})).to.equal('broken');
    // Where there is nothing beside it either, the page forgets, and that is what it says.
    expect(await stateWith('UnknownError')).to.equal('memory');
    expect(await stateWith('SecurityError')).to.equal('memory');
  });
});

describe('what two phones know together', () => {
  it('waits for the answers that found no room, whose numbers are given away', async () => {
    const storage = pageStorage();
    const here = open({name, backup: backupOver(storage)});
    const {key} = await here.currentLearner();
    const mine = await here.study(course, key);
    await right(mine, first, 0);
    const full = open({name, backup: backupOver(storage)});
    const beside = await full.study(course, key);
    await full.close();
    expect(await beside.answer(second, second.questions[0]!, 'sai')).to.include({kept: 'held'});
    const other = await open({name: newName()}).study(course, key);
    await right(other, first, 1);

    const done = new Promise<void>((resolve) =>
      mine.watch(({progress}) => progress.done === 1 && resolve()),
    );
    await here.admit([await packetFrom(course, other)]);
    await done;
    const seqs = (await recordsIn()).map(({seq}) => seq);
    expect(seqs).to.deep.equal(seqs.map((_, index) => index + 1));
    expect((await mine.history('b02', 'q1')).map(({seq}) => seq)).to.deep.equal([2]);
  });

  it('completes a lesson on the phone that hears of the other half', async () => {
    const here = open({name});
    const there = open({name: newName()});
    const {key} = await here.currentLearner();
    const [mine, other] = await Promise.all([here.study(course, key), there.study(course, key)]);
    await right(mine, first, 0);
    await right(other, first, 1);
    expect(mine.snapshot.progress.done).to.equal(0);

    const done = new Promise<void>((resolve) =>
      mine.watch(({progress}) => progress.done === 1 && resolve()),
    );
    await here.admit([await packetFrom(course, other)]);
    await done;
    const completed = (await recordsIn()).find(({verb}) => verb === 'completed');
    expect(completed).to.include({lesson: 'b01@1', basis: 'merged'});
  });

  it('is judged when the course is next opened, where it was not at hand', async () => {
    const storeThere = open({name: newName()});
    const here = open({name});
    const {key} = await here.currentLearner();
    const other = await storeThere.study(course, key);
    await right(other, second, 0);
    // The code of a learner whose phone died before it could write the completion.
    const packet = await packetFrom(course, other);
    const lessons = Object.fromEntries(
      Object.entries(packet.standing.lessons).filter(([key]) => key !== 'b02@1'),
    );
    await here.admit([{...packet, standing: {...packet.standing, lessons}}]);
    expect(await recordsIn()).to.deep.equal([]);
    const study = await here.study(course, key);
    expect(study.snapshot.progress.lessons[1]!.state).to.equal('done');
    expect((await recordsIn())[0]).to.include({basis: 'merged', seq: 1});
  });

  it('is not forgotten by the next answer of a page that did not look since', async () => {
    const here = open({name});
    const there = open({name: newName()});
    const {key} = await here.currentLearner();
    const [mine, other] = await Promise.all([here.study(course, key), there.study(course, key)]);
    await right(mine, first, 0);
    await other.answer(second, second.questions[0]!, 'sai');
    await open({name}).admit([await packetFrom(course, other)]);
    await right(mine, first, 0);
    const {standing} = (await open({name}).study(course, key)).snapshot;
    expect(standing.questions['b02#q1@1']).to.include({firstWrong: true});
    expect(standing.questions['b01#q1@1']).to.include({tries: 2});
  });

  it('does not reach the standing of anybody else', async () => {
    const here = open({name});
    const there = open({name: newName()});
    const other = await there.study(course);
    await right(other, second, 0);
    const mine = await here.study(course);
    await here.admit([await packetFrom(course, other)]);
    expect(mine.snapshot.progress.done).to.equal(0);
    expect((await here.received(course.id)).map(({learner}) => learner)).to.deep.equal([
      other.learner,
    ]);
  });
});

describe('the people of a device', () => {
  it('are one nameless learner at first, the same in every tab', async () => {
    const tabs = [open({name}), open({name})];
    const found = await Promise.all(tabs.map((tab) => tab.currentLearner()));
    expect(found[0]).to.deep.equal(found[1]);
    expect(found[0]!.name).to.equal('');
    expect(found[0]!.key).to.match(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  });

  it('take turns, and the page remembers whose turn it was', async () => {
    const store = open({name});
    const lan = await store.addLearner('  Lan ');
    const hung = await store.addLearner('Hùng');
    expect(await store.currentLearner()).to.deep.equal(hung);
    await store.useLearner(lan.key);
    await store.close();
    const again = open({name});
    expect((await again.currentLearner()).name).to.equal('Lan');
    expect((await again.learners()).map((one) => one.name)).to.deep.equal(['Lan', 'Hùng']);
  });

  it('keep their portal’s opaque id for ever, apart from every other portal’s', async () => {
    const store = open({name});
    const key = await store.learnerOf('https://cong.example', '123');
    // SHA-256("kynangso/learner/1\nhttps://cong.example\n123")[0..10), reckoned elsewhere.
    const bytes = new TextEncoder().encode('kynangso/learner/1\nhttps://cong.example\n123');
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    expect([...fromBase32(key)!]).to.deep.equal([...hash.subarray(0, 10)]);
    expect(await store.learnerOf('https://khac.example', '123')).not.to.equal(key);
  });

  it('are never known by a phone number, an e-mail or an identity number', async () => {
    const store = open({name});
    for (const id of ['0912 345 678', '+84912345678', 'lan@xa.example', '001085012345', ' ']) {
      const error = await store.learnerOf('https://cong.example', id).catch((e: unknown) => e);
      expect(error).to.be.instanceOf(KnsError);
      expect((error as KnsError).code).to.equal('learner-refused');
    }
    for (const id of ['u-7f3a', '42', 'a1b2c3d4e5f60718']) {
      await store.learnerOf('https://cong.example', id);
    }
  });
});

describe('the browser', () => {
  it('is asked once to keep everything, after the first completed lesson', async () => {
    let asked = 0;
    const persist = () => {
      asked += 1;
      return new Promise<boolean>(() => undefined);
    };
    const study = await open({name, persist}).study(course);
    await right(study, first, 0);
    expect(asked).to.equal(0);
    await right(study, first, 1);
    await right(study, second, 0);
    expect(asked).to.equal(1);
  });
});
