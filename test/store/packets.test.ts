import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {decodeDigest, type Departure, encodeDigest} from '../../src/exchange/digest.js';
import {openChanges} from '../../src/store/changes.js';
import {type Database, type OpenDatabase, openDatabase} from '../../src/store/database.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {ownStandings} from '../../src/store/own-standing.js';
import {openPackets} from '../../src/store/packets.js';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {packStanding, unpackStanding} from '../../src/store/reckoning/packed-standing.js';
import type {Packet, ReceivedLearner} from '../../src/store/reckoning/packet.js';
import {emptyStanding, join} from '../../src/store/reckoning/standing.js';
import {departureOf, noStanding} from '../exchange/departures.js';
import {sampleCourse} from '../exchange/sample-course.js';
import {runs} from '../runs.js';

const course = sampleCourse({lessons: 4, questions: 8});
const noon = Date.UTC(2026, 10, 22, 5);
const dayMs = 86_400_000;
const lan = '0123456789ABCDEF';
const hung = 'FEDCBA9876543210';

function packetOf(departure: Departure, courses = [course]): Packet {
  const packet = decodeDigest(encodeDigest(departure), courses);
  if ('reason' in packet) throw new Error(packet.reason);
  return packet;
}

const done = (learner: string, lessons: readonly string[], through = 10): Packet =>
  packetOf({
    course,
    learner,
    standing: {
      ...noStanding,
      lessons: Object.fromEntries(
        lessons.map((id, at) => [`${id}@1`, {reach: 5, day: 2500 + at, run: 0, practised: false}]),
      ),
    },
    streams: [{device: '0a1b2c3d', through, beyond: 0, tail: 'beef'}],
    moreStreams: false,
    madeOn: 2517,
  });

/** What stays when the times of receiving are set aside. */
const lasting = (received: readonly ReceivedLearner[]) =>
  received
    .map(({learner, name, standing, packets}) => ({
      learner,
      name,
      standing,
      packets: packets
        .map(({hash, admitted, bytes}) => ({hash, admitted, bytes: [...bytes]}))
        .sort((left, right) => (left.hash < right.hash ? -1 : 1)),
    }))
    .sort((left, right) => (left.learner < right.learner ? -1 : 1));

function room(database: Database, name: string) {
  const clock = {now: noon};
  const changes = openChanges(name);
  const nobody = ownStandings(
    () => 'DEVDEVDEVDEVDEV0',
    () => undefined,
  );
  const packets = openPackets(database, changes, () => clock.now, nobody);
  return {...packets, clock, changes, database};
}

describe('received packets', function () {
  // Thousands of transactions, on a machine that may be busy with the other tests.
  this.timeout(Math.max(60_000, runs * 60));

  let count = 0;
  const open: {name: string; database: OpenDatabase; close: () => void}[] = [];

  async function onDisk(name = `packets-${Date.now()}-${count++}`) {
    const database = await openDatabase(name);
    const made = room(database, name);
    open.push({name, database, close: () => made.changes.close()});
    return {...made, name};
  }

  function inMemory() {
    const made = room(memoryDatabase(), `packets-memory-${count++}`);
    return {...made, close: () => made.changes.close()};
  }

  afterEach(() => {
    for (const {name, database, close} of open.splice(0)) {
      close();
      database.close();
      indexedDB.deleteDatabase(name);
    }
  });

  it('show the trainer who has done what, also after the page was closed', async () => {
    const first = await onDisk();
    await first.admit([done(lan, ['b01', 'b02']), done(hung, ['b03'])]);
    first.database.close();

    const again = await onDisk(first.name);
    const received = await again.received('lop-mau');

    expect(received.map(({learner}) => learner)).to.have.members([lan, hung]);
    const ofLan = received.find(({learner}) => learner === lan)!;
    expect(ofLan.standing.lessons['b02@1']?.reach).to.equal(5);
    expect(ofLan.packets).to.have.length(1);
    expect(ofLan.packets[0]).to.include({times: 1, admitted: true, firstReceivedAt: noon});
    expect(ofLan.packets[0]!.firstReceivedOn).to.equal(dayOf('2026-11-22'));
    expect(ofLan.packets[0]!.bytes).to.deep.equal(done(lan, ['b01', 'b02']).bytes);
    expect(ofLan.packets[0]).to.not.have.property('packed');
    expect(await again.received('lop-khac')).to.deep.equal([]);
  });

  it('that come again only count how often, and stay as old as they are', async () => {
    const store = await onDisk();
    const [first] = await store.admit([done(lan, ['b01'])]);
    store.clock.now += 5 * dayMs;
    const [second] = await store.admit([done(lan, ['b01'])]);

    expect(first).to.include({outcome: 'new', changed: true});
    expect(second).to.include({outcome: 'again', changed: false, hash: first!.hash});
    const [received] = await store.received('lop-mau');
    expect(received!.packets).to.have.length(1);
    expect(received!.packets[0]).to.include({times: 2, firstReceivedAt: noon});
  });

  it('that bring nothing new say so', async () => {
    const store = await onDisk();
    await store.admit([done(lan, ['b01', 'b02'])]);
    const [older] = await store.admit([done(lan, ['b01'], 4)]);
    expect(older).to.include({outcome: 'new', changed: false});
  });

  it('lead to the same in any order, packing and repetition', async () => {
    const several = fc.array(departureOf(course), {minLength: 1, maxLength: 5});
    await fc.assert(
      fc.asyncProperty(
        several,
        fc.array(fc.nat(4), {maxLength: 6}),
        fc.nat(4),
        async (sent, extra, cut) => {
          // Two learners, so that each has several packets.
          const packets = sent.map((departure, at) =>
            packetOf({...departure, learner: at % 2 ? lan : hung}),
          );
          const jumbled = [
            ...extra.flatMap((at) => packets[at % packets.length] ?? []),
            ...packets.toReversed(),
          ];
          const [straight, other] = [inMemory(), inMemory()];
          await straight.admit(packets);
          await other.admit(jumbled.slice(0, cut));
          await other.admit(jumbled.slice(cut));
          expect(lasting(await other.received('lop-mau'))).to.deep.equal(
            lasting(await straight.received('lop-mau')),
          );
          straight.close();
          other.close();
        },
      ),
      {numRuns: runs},
    );
  });

  it('make the join of what each of them says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(departureOf(course), {minLength: 1, maxLength: 4}),
        async (sent) => {
          const packets = sent.map((departure) => packetOf({...departure, learner: lan}));
          const store = inMemory();
          await store.admit(packets);
          const [received] = await store.received('lop-mau');
          const whole = packets.reduce((sum, {standing}) => join(sum, standing), emptyStanding);
          expect(received!.standing).to.deep.equal(whole);
          store.close();
        },
      ),
      {numRuns: runs},
    );
  });

  it('taken back leave the standing as if they had never come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(departureOf(course), {
          minLength: 2,
          maxLength: 5,
          selector: (departure) => encodeDigest({...departure, learner: lan}).join(),
        }),
        fc.nat(4),
        async (sent, which) => {
          const packets = sent.map((departure) => packetOf({...departure, learner: lan}));
          const out = which % packets.length;
          const [store, never] = [inMemory(), inMemory()];
          const admissions = await store.admit(packets);
          await store.setAdmitted(lan, 'lop-mau', admissions[out]!.hash, false);
          await never.admit(packets.filter((_, at) => at !== out));
          const [[without], [clean]] = [
            await store.received('lop-mau'),
            await never.received('lop-mau'),
          ];
          expect(without!.standing).to.deep.equal(clean!.standing);
          const rows = (from: typeof store) =>
            from.database.read(['received'], (tx) => tx.all('received'));
          const said = async (from: typeof store) =>
            (await rows(from)).map((row) => ({
              from: row.from,
              standing: unpackStanding(row.bytes),
            }));
          expect(await said(store)).to.deep.equal(await said(never));

          await store.setAdmitted(lan, 'lop-mau', admissions[out]!.hash, true);
          const all = inMemory();
          await all.admit(packets);
          expect(lasting(await store.received('lop-mau'))).to.deep.equal(
            lasting(await all.received('lop-mau')),
          );
          for (const each of [store, never, all]) each.close();
        },
      ),
      {numRuns: runs},
    );
  });

  it('of an import that is taken back leave everybody as if it had never come', async () => {
    const sent = fc.uniqueArray(departureOf(course), {
      minLength: 2,
      maxLength: 6,
      selector: (departure) => encodeDigest({...departure, learner: lan}).join(),
    });
    await fc.assert(
      fc.asyncProperty(sent, fc.nat(6), async (departures, cut) => {
        const packets = departures.map((departure, at) =>
          packetOf({...departure, learner: at % 2 ? lan : hung}),
        );
        const [one, other] = [packets.slice(0, cut), packets.slice(cut)];
        const [store, never, all] = [inMemory(), inMemory(), inMemory()];
        await store.admit(one);
        await store.admit(other);
        await never.admit(one);
        await all.admit(packets);
        const rows = await store.packetsOf();
        const last = new Set(other.map(({bytes}) => bytes.join()));
        const batch = rows.find(({bytes}) => last.has(bytes.join()))?.import ?? 'none';
        const standings = async (from: typeof store) =>
          (await from.received('lop-mau'))
            .filter(({packets: kept}) => kept.some(({admitted}) => admitted))
            .map(({learner, standing}) => ({learner, standing}))
            .sort((left, right) => (left.learner < right.learner ? -1 : 1));

        expect(await store.admitImport(batch, false)).to.have.length(other.length);
        expect(await standings(store)).to.deep.equal(await standings(never));
        expect(await store.admitImport(batch, false)).to.deep.equal([]);
        expect(await store.admitImport(batch, true)).to.have.length(other.length);
        expect(lasting(await store.received('lop-mau'))).to.deep.equal(
          lasting(await all.received('lop-mau')),
        );
        for (const each of [store, never, all]) each.close();
      }),
      {numRuns: runs},
    );
  });

  it('taken back stay so when they are pasted again', async () => {
    const store = await onDisk();
    const [admission] = await store.admit([done(lan, ['b01'])]);
    await store.setAdmitted(lan, 'lop-mau', admission!.hash, false);
    const [back] = await store.admit([done(lan, ['b01'])]);

    expect(back).to.include({outcome: 'back', changed: false});
    const [received] = await store.received('lop-mau');
    expect(received!.standing).to.deep.equal(emptyStanding);
    expect(received!.packets[0]).to.include({times: 2, admitted: false});
  });

  it('are counted right when the cached standing was spoiled', async () => {
    const store = await onDisk();
    await store.admit([done(lan, ['b01']), done(lan, ['b02'], 11)]);
    await store.database.write(['received'], async (tx) => {
      const row = await tx.get('received', [lan, 'lop-mau']);
      tx.put('received', [lan, 'lop-mau'], {
        ...row!,
        from: [7, '0'.repeat(32)],
        bytes: packStanding(emptyStanding),
      });
    });
    const [received] = await store.received('lop-mau');
    expect(Object.keys(received!.standing.lessons)).to.have.members(['b01@1', 'b02@1']);
  });

  it('of somebody who sent once are their standing, without a copy beside them', async () => {
    const store = await onDisk();
    const cached = () => store.database.read(['received'], (tx) => tx.all('received'));
    await store.admit([done(lan, ['b01'])]);
    expect(await cached()).to.deep.equal([]);
    const [second] = await store.admit([done(lan, ['b02'], 11)]);
    expect((await cached()).map(({from}) => from[0])).to.deep.equal([2]);
    await store.setAdmitted(lan, 'lop-mau', second!.hash, false);
    expect(await cached()).to.deep.equal([]);
    const [received] = await store.received('lop-mau');
    expect(Object.keys(received!.standing.lessons)).to.deep.equal(['b01@1']);
  });

  it('that knew more slots are named further also beside a copy that an earlier version made', async () => {
    const grown = sampleCourse({lessons: 6, questions: 8});
    grown.slots.questions = course.slots.questions;
    const lessons = {'b06@1': {reach: 5, day: 2501, run: 0, practised: false}} as const;
    const departure: Departure = {
      ...{course: grown, learner: lan, standing: {...noStanding, lessons}},
      ...{streams: [], moreStreams: false, madeOn: 2517},
    };
    const store = await onDisk();
    const [first] = await store.admit([packetOf(departure)]);
    await store.database.write(['received'], (tx) => {
      const bytes = packStanding(emptyStanding);
      tx.put('received', [lan, 'lop-mau'], {fold: 1, from: [1, first!.hash], bytes});
      return Promise.resolve();
    });

    const [again] = await store.admit([packetOf(departure, [grown])]);
    expect(again).to.include({outcome: 'again', changed: true});
    const [received] = await store.received('lop-mau');
    expect(Object.keys(received!.standing.lessons)).to.deep.equal(['b06@1']);
  });

  it('of a learner whose cached standing a newer version wrote are counted without touching it', async () => {
    const store = await onDisk();
    await store.admit([done(lan, ['b01']), done(lan, ['b02'], 11)]);
    await store.database.write(['received'], async (tx) => {
      const row = await tx.get('received', [lan, 'lop-mau']);
      tx.put('received', [lan, 'lop-mau'], {...row!, fold: 99});
    });
    const [admission] = await store.admit([done(lan, ['b03'], 12)]);
    expect(admission).to.include({changed: true});
    const [received] = await store.received('lop-mau');
    expect(Object.keys(received!.standing.lessons)).to.have.members(['b01@1', 'b02@1', 'b03@1']);
    const [row] = await store.database.read(['received'], (tx) => tx.all('received'));
    expect(row!.fold).to.equal(99);
  });

  it('that knew more slots are named further once the course has grown', async () => {
    const grown = sampleCourse({lessons: 6, questions: 8});
    grown.slots.questions = course.slots.questions;
    const departure: Departure = {
      course: grown,
      learner: lan,
      standing: {
        ...noStanding,
        lessons: {
          'b01@1': {reach: 5, day: 2500, run: 0, practised: false},
          'b06@1': {reach: 5, day: 2501, run: 0, practised: false},
        },
      },
      streams: [],
      moreStreams: false,
      madeOn: 2517,
    };
    const store = await onDisk();
    await store.admit([packetOf(departure)]);
    const [before] = await store.received('lop-mau');
    expect(before!.packets[0]!.partial).to.equal(true);
    store.clock.now += dayMs;
    const [other] = await store.admit([done(lan, ['b03'])]);
    expect(before!.standing.lessons).to.not.have.property('b06@1');

    const [again] = await store.admit([packetOf(departure, [grown])]);
    expect(again).to.include({outcome: 'again', changed: true});
    const [after] = await store.received('lop-mau');
    expect(after!.packets).to.have.length(2);
    expect(after!.packets[0]!.partial).to.equal(false);
    expect(after!.standing.lessons['b06@1']?.day).to.equal(2501);
    const [cache] = await store.database.read(['received'], (tx) => tx.all('received'));
    const [one, two] = [again!.hash, other!.hash].map((hash) => BigInt(`0x${hash}`));
    expect(cache!.from).to.deep.equal([2, (one! ^ two!).toString(16).padStart(32, '0')]);
  });

  it('reach the standing of a learner who studies on this device', async () => {
    const store = await onDisk();
    await store.database.write(['learners'], (tx) => {
      tx.put('learners', lan, {key: lan, name: 'Lan', addedAt: noon});
      return Promise.resolve();
    });
    const mine = () =>
      store.database.read(['standings'], async (tx) => {
        const row = await tx.get('standings', [lan, 'lop-mau']);
        return row && Object.keys(unpackStanding(row.bytes)!.lessons);
      });
    const heard = new Promise<ReadonlySet<string> | 'all'>((resolve) =>
      store.changes.subscribe(resolve),
    );

    const [admission] = await store.admit([done(lan, ['b01']), done(hung, ['b02'])]);
    expect(await mine()).to.deep.equal(['b01@1']);
    expect([...(await heard)]).to.include.members(['received', `study/${lan}/lop-mau`]);

    await store.setAdmitted(lan, 'lop-mau', admission!.hash, false);
    expect(await mine()).to.deep.equal([]);
    const [named] = (await store.received('lop-mau')).filter(({learner}) => learner === lan);
    expect(named!.name).to.equal('Lan');
  });

  it('bear the name the trainer gave, and tell whoever watches', async () => {
    const store = await onDisk();
    await store.admit([done(lan, ['b01'])]);
    let told = 0;
    const stop = store.changes.subscribe(
      (topics) => topics !== 'all' && topics.has('received') && told++,
    );
    await store.nameLearner(lan, '  Nguyễn Thị Lan ');
    const [received] = await store.received('lop-mau');
    expect(received!.name).to.equal('Nguyễn Thị Lan');
    expect(told).to.equal(1);
    stop();
    await store.nameLearner(lan, 'Lan');
    expect(told).to.equal(1);
  });

  it('tell the trainer in another tab', async () => {
    const here = await onDisk();
    const there = await onDisk(here.name);
    const heard = new Promise<void>((resolve) =>
      there.changes.subscribe((topics) => topics !== 'all' && topics.has('received') && resolve()),
    );
    await here.admit([done(lan, ['b01'])]);
    await heard;
    expect(await there.received('lop-mau')).to.have.length(1);
  });

  it('stop where the trainer cancels, with every one whole or not there', async () => {
    const store = await onDisk();
    const stop = new AbortController();
    const seen: number[] = [];
    const admissions = await store.admit(
      [done(lan, ['b01']), done(hung, ['b01']), done(lan, ['b02'])],
      {
        signal: stop.signal,
        onProgress: (done, total) => {
          seen.push(done);
          expect(total).to.equal(3);
          if (done === 1) stop.abort();
        },
      },
    );
    expect(admissions).to.have.length(1);
    expect(seen).to.deep.equal([1]);
    expect(await store.received('lop-mau')).to.have.length(1);
  });

  it('are written so that a power cut keeps them', async () => {
    const store = await onDisk();
    const modes: string[] = [];
    const own = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')!;
    const transaction = own.value as IDBDatabase['transaction'];
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
      const tx = transaction.apply(this, args);
      if (tx.mode === 'readwrite') modes.push(tx.durability);
      return tx;
    };
    try {
      await store.admit([done(lan, ['b01']), done(hung, ['b01'])]);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    expect(modes).to.deep.equal(['strict', 'strict']);
  });
});
