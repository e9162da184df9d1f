import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import type {KnsError} from '../../src/errors.js';
import {decodeDigest} from '../../src/exchange/digest.js';
import {progressCodeOf} from '../../src/exchange/progress-code.js';
import {secondCopy} from '../../src/exchange/second-copy.js';
import {stretch} from '../../src/store/stretched.js';
import type {Packet} from '../../src/store/reckoning/packet.js';
import {fromBase32} from '../../src/store/reckoning/base32.js';
import {sharedMachine} from '../../src/store/shared-machine.js';
import {openStore, type Store} from '../../src/store/store.js';
import type {Study} from '../../src/store/study.js';
import {
  backupOver,
  classroom,
  copied,
  morning,
  newName,
  pageStorage,
  rowsIn,
  stores,
} from './classroom.js';

const {open, clear} = stores();
afterEach(clear);

const minute = 60_000;

let course: Course;
let first: Lesson;
let name: string;

beforeEach(async () => {
  const room = await classroom();
  course = room.course;
  [first] = room.lessons as [Lesson];
  name = newName();
});

/** The code a promise is refused with, and its facts. */
const refusal = async (
  promise: Promise<unknown>,
): Promise<({code: string} & Record<string, unknown>) | undefined> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason as KnsError,
  );
  return error && {code: error.code, ...error.facts};
};

/** A clock that a test sets. */
const clockAt = (start: number) => {
  const clock = {at: start, now: () => clock.at};
  return clock;
};

const right = (study: Study, question = 0) =>
  study.answer(first, first.questions[question]!, 'dung');

const everyRow = async () => {
  const all = ['meta', 'learners', 'records', 'standings', 'packets', 'received', 'names'];
  return JSON.stringify(await Promise.all(all.map((store) => rowsIn(name, store))));
};

describe('the learners of a phone', () => {
  it('have a name and a picture that can be changed, and are told apart by who studies', async () => {
    const store = open({name});
    const lan = await store.addLearner('Lan', 'lotus');
    const hung = await store.addLearner(' Hùng ');
    await store.changeLearner(lan.key, {name: 'Cô Lan'});
    await store.changeLearner(hung.key, {picture: 'boat'});
    expect(
      (await store.learners()).map(({name: called, picture, inUse}) => [called, picture, inUse]),
    ).to.deep.equal([
      ['Cô Lan', 'lotus', undefined],
      ['Hùng', 'boat', true],
    ]);
  });

  it('are seen changed by other tabs at once', async () => {
    const here = open({name});
    const there = open({name});
    const lan = await here.addLearner('Lan');
    await there.opened;
    const heard = new Promise<void>((resolve) => there.watchState(() => resolve()));
    await here.changeLearner(lan.key, {name: 'Cô Lan'});
    await heard;
    expect((await there.learners())[0]!.name).to.equal('Cô Lan');
  });

  it('find again the answers that were held before there was room for a learner', async () => {
    const storage = pageStorage();
    const full = open({name, backup: backupOver(storage)});
    await full.opened;
    // Nothing can be written down: not the learner, not the answer.
    const transaction = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')!;
    let guest: string;
    try {
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
        const tx = (transaction.value as IDBDatabase['transaction']).apply(this, given);
        const writes = given[1] === 'readwrite' && [given[0]].flat().includes('learners');
        const answers = given[1] === 'readwrite' && [given[0]].flat().includes('records');
        if (!writes && !answers) return tx;
        Object.defineProperty(tx, 'error', {value: new DOMException('', 'QuotaExceededError')});
        tx.abort();
        return tx;
      };
      const study = await full.study(course);
      guest = study.learner;
      expect((await right(study)).kept).to.equal('held');
    } finally {
      Object.defineProperty(IDBDatabase.prototype, 'transaction', transaction);
    }
    await full.close();

    const store = open({name, backup: backupOver(storage)});
    await store.addLearner('Lan');
    expect((await store.learners()).map(({key}) => key)).to.include(guest);
    await store.useLearner(guest);
    const study = await store.study(course);
    expect(await study.history('b01', 'q1')).to.have.length(1);
    expect(await rowsIn(name, 'records')).to.have.length(1);
  });
});

describe('a PIN', () => {
  it('is asked for when somebody goes on as its learner, and is never kept in clear', async () => {
    const storage = pageStorage();
    const store = open({name, backup: backupOver(storage)});
    const lan = await store.addLearner('Lan');
    await right(await store.study(course));
    await store.setPin(lan.key, '280956');
    const hung = await store.addLearner('Hùng');
    expect(await refusal(store.useLearner(lan.key))).to.deep.equal({
      code: 'pin-needed',
      tries: 3,
      wait: 0,
    });
    expect((await refusal(store.useLearner(lan.key, '000000')))?.code).to.equal('pin-wrong');
    expect((await store.currentLearner()).key).to.equal(hung.key);
    await store.useLearner(lan.key, '280956');
    expect((await store.currentLearner()).key).to.equal(lan.key);
    expect(await everyRow()).not.to.contain('280956');
    expect(JSON.stringify([...storage.values])).not.to.contain('280956');
    expect((await store.learners())[0]).not.to.have.property('pin');
  });

  it('takes four to six digits and nothing else', async () => {
    const store = open({name});
    const lan = await store.addLearner('Lan');
    for (const digits of ['123', '1234567', '12a4', '']) {
      expect((await refusal(store.setPin(lan.key, digits)))?.code).to.equal('pin-refused');
    }
  });

  it('is changed or taken away only by whoever knows it', async () => {
    const store = open({name});
    const lan = await store.addLearner('Lan');
    await store.setPin(lan.key, '1234');
    expect((await refusal(store.setPin(lan.key, '9999')))?.code).to.equal('pin-needed');
    expect((await refusal(store.setPin(lan.key, undefined, '4321')))?.code).to.equal('pin-wrong');
    await store.setPin(lan.key, '9999', '1234');
    await store.setPin(lan.key, undefined, '9999');
    expect((await store.learners())[0]!.hasPin).to.equal(undefined);
  });

  it('makes wait longer and longer after three wrong tries, in every tab and after a restart', async () => {
    const clock = clockAt(morning);
    const store = open({name, now: clock.now});
    const lan = await store.addLearner('Lan');
    await store.setPin(lan.key, '1234');
    await store.addLearner('Hùng');
    const attempt = (into: Store, digits?: string) => refusal(into.useLearner(lan.key, digits));
    expect(await attempt(store, '0000')).to.deep.equal({code: 'pin-wrong', tries: 2, wait: 0});
    await attempt(store, '0000');
    expect(await attempt(store, '0000')).to.deep.equal({
      code: 'pin-wrong',
      tries: 0,
      wait: minute / 2,
    });
    // During a pause not even the right one is looked at.
    expect((await attempt(store, '1234'))?.code).to.equal('pin-needed');
    const tab = open({name, now: clock.now});
    expect((await attempt(tab, '1234'))?.code).to.equal('pin-needed');
    for (const pause of [1, 2, 4, 8, 16, 32, 60, 60]) {
      clock.at += 61 * minute;
      expect((await attempt(tab, '0000'))?.wait).to.equal(pause * minute);
    }
    clock.at += 60 * minute;
    expect(await attempt(tab, '1234')).to.equal(undefined);
  });

  it('counts tries in two tabs as one', async () => {
    const here = open({name});
    const there = open({name});
    const lan = await here.addLearner('Lan');
    await here.setPin(lan.key, '1234');
    await here.addLearner('Hùng');
    await Promise.all(
      [here, there, here, there, here, there].map((store) =>
        refusal(store.useLearner(lan.key, '0000')),
      ),
    );
    const said = await refusal(here.useLearner(lan.key));
    expect(said).to.deep.equal({code: 'pin-needed', tries: 0, wait: minute / 2});
  });

  it('locks nobody out for longer because the clock was wrong', async () => {
    const clock = clockAt(morning + 10 * 365 * 24 * 60 * minute);
    const store = open({name, now: clock.now});
    const lan = await store.addLearner('Lan');
    await store.setPin(lan.key, '1234');
    await store.addLearner('Hùng');
    for (let time = 0; time < 3; time += 1) await refusal(store.useLearner(lan.key, '0000'));
    clock.at = morning;
    // A clock set back does not end the pause, and does not lengthen it.
    expect((await refusal(store.useLearner(lan.key, '1234')))?.wait).to.equal(minute / 2);
    clock.at += minute / 2;
    expect(await refusal(store.useLearner(lan.key, '1234'))).to.equal(undefined);
  });

  it('is asked for again after ten minutes out of sight, and by a clock set back', async () => {
    const clock = clockAt(morning);
    const store = open({name, now: clock.now});
    const lan = await store.addLearner('Lan');
    await store.setPin(lan.key, '1234');
    await store.currentLearner();
    clock.at += 40 * minute;
    // In sight all the while.
    expect((await store.currentLearner()).key).to.equal(lan.key);
    const out = async (span: number) => {
      store.flush();
      // The next write stands behind the one that notes the absence.
      await store.changeLearner(lan.key, {});
      clock.at += span;
      return refusal(store.currentLearner());
    };
    expect(await out(9 * minute)).to.equal(undefined);
    expect((await out(11 * minute))?.code).to.equal('pin-needed');
    await store.useLearner(lan.key, '1234');
    expect((await out(-minute))?.code).to.equal('pin-needed');
    await store.useLearner(lan.key, '1234');
    const reloaded = open({name, now: clock.now});
    expect((await reloaded.currentLearner()).key).to.equal(lan.key);
  });

  it('is reckoned the same on plain http', async () => {
    const salt = new Uint8Array(16).fill(7);
    const {bytes} = await stretch('280956', salt, 1000);
    Object.defineProperty(crypto, 'subtle', {configurable: true, value: undefined});
    try {
      expect((await stretch('280956', salt, 1000)).bytes).to.deep.equal(bytes);
    } finally {
      delete (crypto as {subtle?: SubtleCrypto}).subtle;
    }
  });
});

/** A phone on which Lan and Hùng have studied, and its second copy. */
async function sharedPhone() {
  const storage = pageStorage();
  const store = open({name, backup: backupOver(storage)});
  const lan = await store.addLearner('Lan');
  const lanStudies = await store.study(course);
  await right(lanStudies);
  const hung = await store.addLearner('Hùng');
  const hungStudies = await store.study(course);
  await right(hungStudies);
  await copied(store, storage);
  expect(JSON.stringify([...storage.values])).to.contain(lan.key);
  return {storage, store, lan, lanStudies, hung, hungStudies};
}

async function packetFrom(study: Study): Promise<Packet> {
  const code = progressCodeOf(study, {now: () => morning, timezone: () => 420});
  const packet = decodeDigest(fromBase32(code.slice('KNS1.'.length))!, [course]);
  if ('reason' in packet) throw new Error(packet.reason);
  return Promise.resolve(packet);
}

describe('a learner who is removed', () => {
  it('leaves nothing anywhere, and nobody else is touched', async () => {
    const {storage, store, lan, lanStudies, hung} = await sharedPhone();
    const elsewhere = open({name: newName()});
    await elsewhere.admit([await packetFrom(lanStudies)]);
    await store.admit([await packetFrom(lanStudies)]);
    await store.nameLearner(lan.key, 'Lan thôn Đông');
    await store.removeLearner(lan.key);
    expect(await everyRow()).not.to.contain(lan.key);
    expect(await everyRow()).not.to.contain('Lan');
    const copy = JSON.stringify([...storage.values]);
    expect(copy).not.to.contain(lan.key);
    expect(copy).to.contain(hung.key);
    const study = await store.study(course);
    expect(study.learner).to.equal(hung.key);
    expect(await study.history('b01', 'q1')).to.have.length(1);
  });

  it('does not come back with the second copy after a restart', async () => {
    const {storage, store, lan, hung} = await sharedPhone();
    await store.removeLearner(lan.key);
    await store.close();
    const again = open({name, backup: backupOver(storage)});
    expect(await again.opened).to.equal('ready');
    await again.study(course);
    expect((await again.learners()).map(({key}) => key)).to.deep.equal([hung.key]);
  });

  it('does not come back by an answer in a tab that has not heard of it', async () => {
    const {store, lan, lanStudies} = await sharedPhone();
    const tab = open({name});
    const unanswered = await tab.study(course, lan.key);
    await store.removeLearner(lan.key);
    expect((await refusal(right(unanswered, 1)))?.code).to.equal('learner-removed');
    expect((await refusal(right(lanStudies, 1)))?.code).to.equal('learner-removed');
    expect(await everyRow()).not.to.contain(lan.key);
  });

  it('takes along what was held beside a full database', async () => {
    const storage = pageStorage();
    const backup = backupOver(storage);
    const store = open({name, backup});
    const lan = await store.addLearner('Lan');
    const study = await store.study(course);
    await right(study);
    const [text] = (await rowsIn(name, 'records')) as string[];
    backup.hold(text!);
    await store.removeLearner(lan.key);
    expect(backup.held()).to.deep.equal([]);
  });

  it('may come back with their own code', async () => {
    const {store, lan, lanStudies} = await sharedPhone();
    const packet = await packetFrom(lanStudies);
    await store.removeLearner(lan.key);
    await store.admit([packet]);
    await store.useLearner(lan.key);
    const study = await store.study(course);
    expect(study.learner).to.equal(lan.key);
    expect(study.snapshot.standing.questions['b01#q1@1']?.right).to.equal(true);
    await right(study, 1);
    expect(await study.history('b01', 'q2')).to.have.length(1);
  });

  it('gives their place to nobody: who comes next is somebody else, also on the page they began on', async () => {
    const store = open({name, backup: backupOver(pageStorage())});
    const alone = await store.currentLearner();
    await right(await store.study(course));
    await store.removeLearner(alone.key);
    const next = await store.currentLearner();
    expect(next.key).not.to.equal(alone.key);
    expect(await everyRow()).not.to.contain(alone.key);
  });

  it('leaves the phone to whoever has no PIN, or to somebody new', async () => {
    const store = open({name});
    const lan = await store.addLearner('Lan');
    await store.setPin(lan.key, '1234');
    const hung = await store.addLearner('Hùng');
    await store.removeLearner(hung.key);
    const next = await store.currentLearner();
    expect([lan.key, hung.key]).not.to.include(next.key);
    expect(next.name).to.equal('');
  });
});

describe('a shared machine', () => {
  it('keeps nothing of whoever studied on it, and gives the phone’s own learner back', async () => {
    const storage = pageStorage();
    const own = open({name, backup: secondCopy(storage)});
    const lan = await own.addLearner('Lan');
    const store = sharedMachine(own, () =>
      openStore({name: newName(), shared: true, courses: () => own.courses}),
    );
    const before = await everyRow();
    const said: string[] = [];
    store.watchState((state) => said.push(state));
    await store.setShared(true);
    expect(store.state).to.equal('shared');
    const study = await store.study(course);
    expect((await right(study)).kept).to.equal('memory');
    expect((await store.currentLearner()).key).not.to.equal(lan.key);
    expect(progressCodeOf(study)).to.match(/^KNS1\./);
    await store.setShared(false);
    expect(store.state).to.equal('ready');
    expect((await store.currentLearner()).key).to.equal(lan.key);
    expect(await everyRow()).to.equal(before);
    expect(JSON.stringify([...storage.values])).not.to.contain(study.learner);
    expect(said).to.include.members(['shared', 'ready']);
    // What is begun next on it knows nothing of the former.
    await store.setShared(true);
    expect((await store.study(course)).learner).not.to.equal(study.learner);
    await store.setShared(false);
  });

  it('asks for the PIN of whoever handed it over, when they were away for long', async () => {
    const clock = clockAt(morning);
    const own = open({name, now: clock.now});
    const lan = await own.addLearner('Lan');
    await own.setPin(lan.key, '280956');
    const store = sharedMachine(own, () =>
      openStore({name: newName(), shared: true, courses: () => own.courses}),
    );
    await store.setShared(true);
    clock.at += 11 * minute;
    await store.setShared(false);
    expect((await refusal(store.currentLearner()))?.code).to.equal('pin-needed');
    await store.useLearner(lan.key, '280956');
    expect((await store.currentLearner()).key).to.equal(lan.key);
  });
});
