import {expect, waitUntil} from '@open-wc/testing';
import fc from 'fast-check';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import type {Exchange, Receipted} from '../../src/store/exchange-contract.js';
import type {Packet} from '../../src/store/reckoning/packet.js';
import type {Store, StoreOptions} from '../../src/store/store.js';
import type {Study} from '../../src/store/study.js';
import {tombstoneOf} from '../../src/store/tombstones.js';
import {runs} from '../runs.js';
import {
  backupOver,
  changeRow,
  classroom,
  copied,
  newName,
  packetFrom,
  pageStorage,
  rowsIn,
  settled,
  twinStores,
} from './classroom.js';

const {open, clear, twinPlace} = twinStores('forgetting-test');
afterEach(clear);

let course: Course;
let first: Lesson;
let name: string;

beforeEach(async () => {
  const room = await classroom();
  course = room.course;
  [first] = room.lessons as [Lesson];
  name = newName();
});

const opened = (options: Partial<StoreOptions> = {}) => open({name, ...options});

/** Everything in a database, as one text to search. */
async function textOf(factory: IDBFactory): Promise<string> {
  const database = await settled(factory.open(name));
  const found: unknown[] = [];
  for (const store of database.objectStoreNames) {
    const from = database.transaction(store).objectStore(store);
    found.push(store, await settled(from.getAllKeys()), await settled(from.getAll()));
  }
  database.close();
  return JSON.stringify(found, (_, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
  );
}

/** A learner with all that can be kept of one: answers, packets, a name, a receipt, a link, something odd. */
async function everythingOf(store: Store, study: Study): Promise<void> {
  const {learner} = study;
  await study.answer(first, first.questions[0]!, 'dung');
  await store.admit([await packetFrom(course, study)]);
  await store.nameLearner(learner, 'Lan ở Đồng Văn');
  const exchange = await store.exchange();
  const [head] = study.heads().streams;
  const receipt: Receipted = {
    learner,
    course: course.id,
    receiver: 'aaaa0000',
    receivedOn: 2500,
    streams: [{...head!, held: true}],
  };
  await exchange.keepReceipt(receipt);
  await exchange.departed(learner, course.id, 'shared');
  await exchange.link(learner, 'FEDCBA9876543210', true);
  const odd = {reason: 'signature-wrong', facts: {}} as const;
  await exchange.quarantine(
    [
      {...odd, found: new Uint8Array([1]), learner},
      {...odd, found: `{"learner":"${learner}"}`},
    ],
    'lần một',
  );
}

describe('a learner who is forgotten', () => {
  it('is nowhere any more: rows, twin, second copy; others keep everything', async () => {
    const storage = pageStorage();
    const store = opened({twinPlace, backup: backupOver(storage)});
    const lan = await store.addLearner('Lan');
    await everythingOf(store, await store.study(course, lan.key));
    const hung = await store.addLearner('Hùng');
    const study = await store.study(course, hung.key);
    await study.answer(first, first.questions[0]!, 'dung');
    await copied(store, storage);
    await store.settled();
    const texts = async () => [
      await textOf(indexedDB),
      await textOf(await twinPlace()),
      JSON.stringify([...storage.values]),
    ];
    for (const text of await texts()) expect(text).to.include(lan.key);

    await (await store.exchange()).forget(lan.key);
    await store.settled();

    for (const text of await texts()) {
      expect(text).to.not.include(lan.key);
      expect(text).to.include(hung.key);
    }
    expect((await store.learners()).map(({name: known}) => known)).to.deep.equal(['Hùng']);
    expect(await store.received(course.id)).to.deep.equal([]);
    const exchange = await store.exchange();
    expect(await exchange.quarantined()).to.deep.equal([]);
    expect(await exchange.persons()).to.deep.equal([]);
  });

  it('takes along what waited of theirs, also where nobody here could read whose it was', async () => {
    const phone = open({name: newName()});
    const study = await phone.study(course);
    await study.answer(first, first.questions[0]!, 'dung');
    const {bytes} = await packetFrom(course, study);
    const shifted = new Uint8Array(bytes.length + 1);
    // As a later layout might lay the key: at any bit.
    for (let at = 0; at < shifted.length; at += 1) {
      shifted[at] = ((bytes[at - 1] ?? 0) << 3) | ((bytes[at] ?? 0) >> 5);
    }
    const unread = {reason: 'newer-format', facts: {}} as const;
    const another = new Uint8Array(bytes.length).fill(7);
    const exchange = await opened().exchange();
    const waiting = [textCodeOf(bytes), bytes, shifted, textCodeOf(shifted), another];
    await exchange.quarantine(
      waiting.map((found) => ({...unread, found})),
      'lần một',
    );
    await exchange.forget(study.learner);
    expect((await exchange.quarantined()).map(({found}) => found)).to.deep.equal([another]);
  });

  it('is kept out at the door until they are welcome again', async () => {
    const phone = open({name: newName()});
    const study = await phone.study(course);
    await study.answer(first, first.questions[0]!, 'dung');
    const packet = await packetFrom(course, study);

    const store = opened();
    await store.admit([packet]);
    const exchange = await store.exchange();
    await exchange.forget(study.learner);
    const [admission] = await store.admit([packet]);
    expect(admission).to.include({outcome: 'forgotten', changed: false});
    expect(await rowsIn(name, 'packets')).to.deep.equal([]);
    expect(await exchange.packetsOf()).to.deep.equal([]);

    await store.close();
    const later = opened();
    expect((await later.admit([packet]))[0]).to.include({outcome: 'forgotten'});
    await (await later.exchange()).welcome(study.learner);
    expect((await later.admit([packet]))[0]).to.include({outcome: 'new', changed: true});
    expect(await later.received(course.id)).to.have.length(1);
  });

  it('is forgotten to the end at the next opening when that could not be done at once', async () => {
    const before = opened({twinPlace: () => Promise.reject(new Error('out of reach'))});
    const lan = await before.addLearner('Lan');
    await everythingOf(before, await before.study(course, lan.key));
    const refused: unknown = await (
      await before.exchange()
    )
      .forget(lan.key)
      .catch((error: unknown) => error);
    expect(refused).to.include({code: 'storage-broken'});
    await before.close();
    expect(await textOf(indexedDB)).to.include('Đồng Văn');

    const after = opened();
    const gone = new Promise<void>((resolve) => {
      const look = () => void after.learners().then((all) => all.length === 0 && resolve());
      after.watchState(look);
      look();
    });
    await after.opened;
    await gone;
    await (await after.exchange()).quarantined();
    const text = await textOf(indexedDB);
    expect(text).to.not.include('Đồng Văn');
  });

  it('is named by no mark once forgotten, also where another mark has another salt', async () => {
    const name = newName();
    const before = open({name});
    await before.opened;
    await before.close();
    const learner = '0123456789ABCDEF';
    const mark = await tombstoneOf('bb', learner);
    await changeRow(name, 'tombstones', '00', () => ({at: 1, salt: 'aa'}));
    await changeRow(name, 'tombstones', mark, () => ({at: 2, salt: 'bb', forgetting: learner}));

    const after = open({name});
    await after.opened;
    await waitUntil(async () => {
      const rows = (await rowsIn(name, 'tombstones')) as {forgetting?: string}[];
      return rows.every(({forgetting}) => forgetting === undefined);
    }, 'a mark still names them');
    expect(await rowsIn(name, 'tombstones')).to.have.length(2);
  });

  it('does not come back with a twin that still had them, when the first database is lost', async () => {
    const before = opened({twinPlace});
    const lan = await before.addLearner('Lan');
    const study = await before.study(course, lan.key);
    await study.answer(first, first.questions[0]!, 'dung');
    await before.addLearner('Hùng');
    await before.settled();
    const twin = await settled((await twinPlace()).open(name));
    const from = twin.transaction('rows').objectStore('rows');
    const [keys, rows] = await Promise.all([settled(from.getAllKeys()), settled(from.getAll())]);
    await (await before.exchange()).forget(lan.key);
    await before.settled();
    await before.close();
    // A twin that was out of reach while they were forgotten, but heard of the mark.
    const put = twin.transaction('rows', 'readwrite');
    for (const [at, key] of keys.entries()) put.objectStore('rows').put(rows[at], key);
    await new Promise((resolve) => (put.oncomplete = resolve));
    twin.close();
    await settled(indexedDB.deleteDatabase(name));

    const after = opened({twinPlace});
    await after.opened;
    expect((await after.learners()).map(({name: known}) => known)).to.deep.equal(['Hùng']);
    expect(await rowsIn(name, 'records')).to.deep.equal([]);
    await after.settled();
    expect(await textOf(await twinPlace())).to.not.include(lan.key);
    const [admission] = await after.admit([await packetFrom(course, study)]);
    expect(admission).to.include({outcome: 'forgotten'});
  });

  it('never comes in by any order of what is received, forgotten and welcomed', async () => {
    const phones = await Promise.all(
      [0, 1].map(async () => {
        const phone = open({name: newName()});
        const study = await phone.study(course);
        await study.answer(first, first.questions[0]!, 'dung');
        return packetFrom(course, study);
      }),
    );
    type Step = readonly [deed: 'receive' | 'forget' | 'welcome', who: number];
    const steps: fc.Arbitrary<readonly Step[]> = fc.array(
      fc.tuple(fc.constantFrom('receive', 'forget', 'welcome'), fc.nat(1)),
      {maxLength: 8},
    );
    const play = {
      receive: (store: Store, _: Exchange, packet: Packet) => store.admit([packet]),
      forget: (_: Store, exchange: Exchange, {learner}: Packet) => exchange.forget(learner),
      welcome: (_: Store, exchange: Exchange, {learner}: Packet) => exchange.welcome(learner),
    };
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const store = open({name: newName(), shared: true});
        const exchange = await store.exchange();
        const [here, out] = [new Set<string>(), new Set<string>()];
        for (const [deed, who] of given) {
          const packet = phones[who]!;
          await play[deed](store, exchange, packet);
          const {learner} = packet;
          if (deed === 'receive' && !out.has(learner)) here.add(learner);
          if (deed === 'forget') {
            here.delete(learner);
            out.add(learner);
          }
          if (deed === 'welcome') out.delete(learner);
        }
        const received = (await store.received(course.id)).map(({learner}) => learner);
        expect(received.sort()).to.deep.equal([...here].sort());
        await store.close();
      }),
      {numRuns: runs},
    );
  }).timeout(Math.max(60_000, runs * 60));
});

describe('a learner who is taken off a shared phone', () => {
  it('leaves nothing of theirs and no mark, so that their code brings them back', async () => {
    const store = opened();
    const lan = await store.addLearner('Lan');
    const study = await store.study(course, lan.key);
    await everythingOf(store, study);
    const packet = await packetFrom(course, study);

    await store.removeLearner(lan.key);

    for (const kept of ['records', 'receipts', 'departures', 'links', 'tombstones']) {
      expect(await rowsIn(name, kept)).to.deep.equal([]);
    }
    expect((await store.admit([packet]))[0]).to.include({outcome: 'new', changed: true});
  });
});
