import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {decodeDigest, encodeDigest} from '../../src/exchange/digest.js';
import {receive} from '../../src/exchange/receive.js';
import {decodeSection, recordsIn} from '../../src/exchange/section.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import {openChanges} from '../../src/store/changes.js';
import {type Database, openDatabase} from '../../src/store/database.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {openExchange} from '../../src/store/open-exchange.js';
import {ownStandings} from '../../src/store/own-standing.js';
import {openPackets} from '../../src/store/packets.js';
import {civilDay, vietnam} from '../../src/store/reckoning/calendar.js';
import {hexOf} from '../../src/store/reckoning/heads.js';
import {hearingOf} from '../../src/store/reckoning/matrix-row.js';
import {needlessAmong, type Weighed} from '../../src/store/reckoning/needless.js';
import type {Packet} from '../../src/store/reckoning/packet.js';
import {freezeRecord, type LearningRecord} from '../../src/store/reckoning/record.js';
import {emptyStanding, fold, join, type Standing} from '../../src/store/reckoning/standing.js';
import {sampleCourse} from '../exchange/sample-course.js';
import {lan, recordAt, sectionOf} from '../exchange/streams.js';
import {runs} from '../runs.js';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 9, 1, 3);
const dayAt = (at: number) => civilDay(at, vietnam);
/** Two editions of one course: the second is built when somebody has learned for a while. */
const editions = ['1.0.0', '1.1.0'].map((version) =>
  sampleCourse({lessons: 4, questions: 8, version}),
);
const [first, second] = editions as [(typeof editions)[0], (typeof editions)[0]];
const secondFrom = start + 150 * dayMs;
const edited = [first, {...second, builtOn: new Date(secondFrom).toISOString().slice(0, 10)}];
const course = first.id;
const devices = ['DEVDEVDEVDEVDEV1', 'PHNEPHNEPHNEPHN2'];

const codeOf = (said: Standing, heads: Packet['streams'], madeOn: number, at: number): Packet => {
  const packet = decodeDigest(
    encodeDigest({
      course: at < secondFrom ? first : second,
      learner: lan,
      standing: said,
      streams: heads,
      moreStreams: false,
      madeOn,
    }),
    editions,
  );
  if ('reason' in packet) throw new Error(packet.reason);
  return packet;
};

async function fileOf(device: string, records: readonly LearningRecord[], madeOn: number) {
  const unsigned = {device, sign: () => Promise.resolve(undefined)};
  const packet = await decodeSection(
    await sectionOf(unsigned, lan, records.map(freezeRecord), madeOn),
  );
  if ('reason' in packet) throw new Error(packet.reason);
  return packet;
}

let rooms = 0;
function room(database: Database = memoryDatabase()) {
  const clock = {now: start};
  const now = () => clock.now;
  const changes = openChanges(`compaction-${(rooms += 1)}`);
  const device = () => 'TRAINERTRAINER00';
  const packets = openPackets(
    database,
    changes,
    now,
    ownStandings(device, () => undefined),
  );
  const nothing = () => Promise.resolve();
  const exchange = openExchange({
    ...{database, changes, now, device, packets, backup: undefined},
    ...{rename: nothing, remove: nothing, use: nothing, secured: nothing},
    study: () => Promise.reject(new Error('Nobody studies here.')),
  });
  return {...exchange, ...packets, clock, database, close: () => changes.close()};
}
type Room = ReturnType<typeof room>;

const compacted = (store: Room) =>
  store.compact([{learner: lan, course}], {recordsIn: () => Promise.resolve(recordsIn)});

/** Everything that is told of a learner, but for the packets themselves. */
async function told(store: Room) {
  const [one] = await store.received(course);
  const packets = one?.packets ?? [];
  const standing = one?.standing ?? emptyStanding;
  const receipt = await store.receiptFor(lan, course);
  return {
    standing,
    isThere: one !== undefined,
    gaps: await store.gapsOf(lan, course),
    hearing: edited.map((edition) => hearingOf(standing, packets, edition, dayAt(store.clock.now))),
    receipt: receipt && {
      ...receipt,
      streams: receipt.streams.map((head) => JSON.stringify(head)).sort(),
    },
  };
}

/** One thing that happens at a trainer's. */
const step = fc.record({
  days: fc.integer({min: 4, max: 40}),
  /** What was learned meanwhile, and on which phone. */
  learned: fc.integer({min: 0, max: 5}),
  device: fc.nat(1),
  hasDiary: fc.boolean(),
  sends: fc.constantFrom('code', 'code', 'code', 'code', 'file', 'part'),
  /** How many steps later it comes. */
  late: fc.constantFrom(0, 0, 0, 1, 3),
  /** It comes together with what came before. */
  together: fc.boolean(),
  /** Clocks are right, or wrong by far. */
  lie: fc.constantFrom(0, 0, 0, 0, 0, -4000, 700),
  /** What was sent before comes once more. */
  again: fc.option(fc.nat(20), {nil: undefined}),
  deed: fc.constantFrom('none', 'none', 'none', 'undo', 'undo', 'let in', 'out'),
  which: fc.nat(20),
  compacts: fc.nat(6).map((one) => one === 0),
});

describe('what is received', function () {
  this.timeout(Math.max(120_000, runs * 120));

  it('says, counts, misses and knows again the same wherever what is said twice went', async () => {
    let went = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, {minLength: 10, maxLength: 13}),
        fc.nat(40),
        fc.boolean(),
        async (steps, fault, whole) => {
          const [full, lean] = [room(), room()];
          const both = [full, lean];
          const each = async <T>(work: (store: Room) => Promise<T>) => {
            const [one, other] = [await work(full), await work(lean)];
            expect(other).to.deep.equal(one);
            return one;
          };
          const records: LearningRecord[] = [];
          const coming: {packet: Packet; at: number}[] = [];
          const sent: Packet[] = [];
          const imports: {batch: string; at: number}[] = [];
          let now = start;
          for (const [index, one] of steps.entries()) {
            now += one.days * dayMs;
            for (const store of both) store.clock.now = now;
            const device = devices[one.device]!;
            const own = records.filter((record) => record.device === device);
            for (let seq = own.length + 1; seq <= own.length + one.learned; seq++) {
              records.push(
                recordAt(seq, {learner: lan, device, at: now, epoch: index > 8 ? 1 : 0}),
              );
            }
            const heads = devices.flatMap((name) => {
              const last = records.filter((record) => record.device === name).at(-1);
              if (!last) return [];
              const quarter = Math.floor(index / 4);
              const diary = [quarter, last.seq, [last.seq, 0, 0, 0, 0, 0]] as const;
              const head = {device: hexOf(name), through: last.seq, beyond: 0};
              return [{...head, tail: last.id.slice(-4), ...(one.hasDiary && {diary})}];
            });
            const theirs = records.filter((record) => record.device === device);
            const madeOn = Math.max(0, dayAt(now) + one.lie);
            const packet =
              one.sends === 'code' || theirs.length === 0
                ? codeOf(fold(records), heads, madeOn, now)
                : await fileOf(
                    device,
                    one.sends === 'part' ? theirs.slice(3) : theirs,
                    madeOn,
                  ).catch(() => codeOf(fold(records), heads, madeOn, now));
            coming.push({packet, at: index + one.late});
            const arrived = coming.filter(({at}) => at === index).map((there) => there.packet);
            const repeated = one.again === undefined ? undefined : sent[one.again];
            if (repeated) arrived.push(repeated);
            const last = imports.at(-1);
            const batch = one.together && last?.at === now ? last.batch : `lan-${index}`;
            imports.push({batch, at: now});
            sent.push(...arrived);
            await each((store) => store.admit(arrived, {batch}));
            const young = imports.filter(({at}) => now - at < 30 * dayMs);
            const chosen = young[one.which % young.length]!;
            if (one.deed === 'undo' || one.deed === 'let in') {
              await each((store) => store.admitImport(chosen.batch, one.deed === 'let in'));
            } else if (one.deed === 'out') {
              const rows = (await full.packetsOf()).filter(({import: by}) => by === chosen.batch);
              const row = rows[one.which % rows.length];
              if (row) await each((store) => store.setAdmitted(lan, course, row.hash, false));
            }
            if (one.compacts) {
              went += await compacted(lean);
              await each(told);
            }
          }
          went += await compacted(lean);
          await each(told);
          // However old it is, one thing may always be taken back.
          const rows = await full.packetsOf();
          const row = rows[fault % rows.length]!;
          const batch = imports[fault % imports.length]!.batch;
          await each(async (store) => {
            if (whole) await store.admitImport(batch, false);
            else await store.setAdmitted(lan, course, row.hash, false);
            return told(store);
          });
          await each(async (store) =>
            (await store.admit(sent, {batch: 'all again'})).map(({hash, outcome}) => [
              hash,
              outcome,
            ]),
          );
          await each(told);
          for (const store of both) store.close();
        },
      ),
      {numRuns: runs},
    );
    expect(went).to.be.above(runs / 2);
  });

  it('of a code a week for a year is a handful of rows', async () => {
    const name = `compaction-disk-${Date.now()}`;
    const database = await openDatabase(name);
    const store = room(database);
    const records: LearningRecord[] = [];
    const device = devices[0]!;
    const packets: Packet[] = [];
    for (let week = 0; week < 52; week++) {
      store.clock.now += 7 * dayMs;
      for (let seq = records.length + 1; seq <= 4 * (week + 1); seq++) {
        records.push(recordAt(seq, {learner: lan, device, at: store.clock.now}));
      }
      const {seq, id} = records.at(-1)!;
      const head = {device: hexOf(device), through: seq, beyond: 0, tail: id.slice(-4)};
      const made = dayAt(store.clock.now);
      packets.push(codeOf(fold(records), [head], made, store.clock.now));
      await store.admit(packets.slice(-1));
      await compacted(store);
    }
    const rows = await store.packetsOf(lan);
    expect(rows.length).to.be.below(13);
    const journal = rows.flatMap(({hash, covers = []}) => [hash, ...covers.map((one) => one.hash)]);
    expect(new Set(journal).size).to.equal(52);

    expect(await compacted(store)).to.equal(0);

    const [oldest] = packets;
    const [again] = await store.admit([oldest!]);
    expect(again).to.include({outcome: 'again', changed: false});
    const covered = (await store.packetsOf(lan)).flatMap(({covers = []}) => covers);
    const day = start + 7 * dayMs;
    expect(covered.find(({hash}) => hash === again!.hash)).to.include({
      times: 2,
      firstReceivedAt: day,
    });
    store.close();
    database.close();
    indexedDB.deleteDatabase(name);
  });

  const wide = sampleCourse({lessons: 90, questions: 0});
  /** Codes of which none says what another says, each of its own import, `days` apart. */
  async function sendsMuch(store: Room, count: number, {days = 0, device = '0a1b2c3d'} = {}) {
    const outcomes: string[] = [];
    for (let nth = 0; nth < count; nth++) {
      store.clock.now += days * dayMs;
      const [admission] = await store.admit([apart(nth, dayAt(store.clock.now), device)]);
      outcomes.push(admission!.outcome);
    }
    return outcomes;
  }
  function apart(nth: number, madeOn: number, device = '0a1b2c3d'): Packet {
    const done = {reach: 5, day: 2400, run: 0, practised: false} as const;
    const lessons = {[wide.slots.lessons[nth]!]: done};
    const streams = [{device, through: nth + 1, beyond: 0, tail: 'beef'}];
    const packet = decodeDigest(
      encodeDigest({
        ...{course: wide, learner: lan, standing: {...emptyStanding, lessons}},
        ...{streams, moreStreams: false, madeOn},
      }),
      [wide],
    );
    if ('reason' in packet) throw new Error(packet.reason);
    return packet;
  }

  it('of one learner is at most sixty-four codes that each say something else, and a file still comes in', async () => {
    const store = room();
    const outcomes = await sendsMuch(store, 66);
    expect(outcomes.filter((outcome) => outcome === 'new')).to.have.length(64);
    expect(outcomes.slice(64)).to.deep.equal(['full', 'full']);
    const before = await told(store);
    expect(Object.keys(before.standing.lessons)).to.have.length(64);

    const code = textCodeOf(apart(70, dayAt(store.clock.now)).bytes);
    const door = {...store, exchange: () => Promise.resolve(store)};
    const {admissions, refused} = await receive(door, code, {courses: [wide]});
    expect(admissions).to.deep.equal([]);
    expect(refused.map(({reason}) => reason)).to.deep.equal(['learner-full']);
    expect((await store.quarantined()).map(({reason, found}) => [reason, found])).to.deep.equal([
      ['learner-full', code],
    ]);
    expect(await told(store)).to.deep.equal(before);
    const [again] = await store.admit([apart(0, dayAt(start))]);
    expect(again!.outcome).to.equal('again');

    const records = [1, 2, 3].map((seq) => recordAt(seq, {learner: lan, device: devices[0]!}));
    const [file] = await store.admit([await fileOf(devices[0]!, records, 2500)]);
    expect(file!.outcome).to.equal('new');
    store.close();
  });

  it('of somebody who sends their code three times a day is never full, and misses nothing whichever import is undone', async () => {
    const store = room();
    const whole = room();
    const [device] = devices as [string];
    const records: LearningRecord[] = [];
    const hashes: string[] = [];
    for (let nth = 1; nth <= 90; nth++) {
      store.clock.now = start + (nth * dayMs) / 3;
      records.push(recordAt(nth, {learner: lan, device, at: store.clock.now}));
      const head = {
        device: hexOf(device),
        through: nth,
        beyond: 0,
        tail: records.at(-1)!.id.slice(-4),
      };
      const packet = codeOf(fold(records), [head], dayAt(store.clock.now), store.clock.now);
      const [admission] = await store.admit([packet], {batch: `lan-${nth}`});
      expect(admission!.outcome).to.equal('new');
      hashes.push(admission!.hash);
      if (nth <= 40) await whole.admit([packet], {batch: `lan-${nth}`});
      await compacted(store);
    }
    const rows = await store.packetsOf(lan);
    expect(rows.length).to.be.below(65);
    const journal = rows.flatMap(({hash, covers = []}) => [hash, ...covers.map((one) => one.hash)]);
    expect(new Set(journal)).to.deep.equal(new Set(hashes));

    // Whatever of the last is taken back, what stays says what it would say had nothing gone.
    for (let nth = 90; nth > 83; nth--) await store.admitImport(`lan-${nth}`, false);
    const {standing} = await told(store);
    expect(standing).to.deep.equal(join(standing, (await told(whole)).standing));
    for (const nth of [3, 40, 60]) await store.admitImport(`lan-${nth}`, false);
    expect((await told(store)).standing).to.deep.equal(standing);
    store.close();
    whole.close();
  });

  it('of a whole conversation of two years comes in, though each code says a little more', async () => {
    const store = room();
    const records = Array.from({length: 104}, (_, at) =>
      recordAt(at + 1, {learner: lan, device: devices[0]!}),
    );
    const packets = records.map(({seq, id}) => {
      const head = {device: hexOf(devices[0]!), through: seq, beyond: 0, tail: id.slice(-4)};
      return codeOf(fold(records.slice(0, seq)), [head], dayAt(start) - 7 * (104 - seq), start);
    });
    const outcomes = (await store.admit(packets)).map(({outcome}) => outcome);
    expect(new Set(outcomes)).to.deep.equal(new Set(['new']));
    const [one] = await store.received(course);
    const [last] = packets.slice(-1);
    expect(one!.standing).to.deep.equal(last!.standing);
    expect(one!.packets.length).to.be.below(65);
    store.close();
  });

  it('of a stream that goes on contradicting itself is told, until a file says it all', async () => {
    const store = room();
    await sendsMuch(store, 12, {days: 6});
    store.clock.now += 40 * dayMs;
    await compacted(store);
    const now = dayAt(store.clock.now);
    // What another phone sent at once could make room, and does not for this one.
    const records = [1, 2, 3, 4, 5, 6].map((seq) =>
      recordAt(seq, {learner: lan, device: devices[1]!}),
    );
    const growing = records.map(({seq, id}) => {
      const head = {device: hexOf(devices[1]!), through: seq, beyond: 0, tail: id.slice(-4)};
      return codeOf(fold(records.slice(0, seq)), [head], now - 6 + seq, start);
    });
    await store.admit(growing, {batch: 'a conversation'});
    const [same] = await store.admit([apart(40, now)]);
    const [other] = await store.admit([apart(41, now, 'ffffffff')]);
    expect([same!.outcome, other!.outcome]).to.deep.equal(['full', 'new']);
    const [one] = await store.received(course);
    expect(one!.packets).to.have.length(19);
    store.close();
  });

  /** A code of somebody who has done the first lessons; its stream tells the minutes of a quarter. */
  function upTo(count: number, at: number, quarter: number, device = '0a1b2c3d'): Packet {
    const done = {reach: 5, day: 2400, run: 0, practised: false} as const;
    const lessons = Object.fromEntries(
      wide.slots.lessons.slice(0, count).map((one) => [one, done] as const),
    );
    const diary = [quarter, count, [count, 0, 0, 0, 0, 0]] as const;
    const streams = [{device, through: count, beyond: 0, tail: 'beef', diary}];
    const packet = decodeDigest(
      encodeDigest({
        ...{course: wide, learner: lan, standing: {...emptyStanding, lessons}},
        ...{streams, moreStreams: false, madeOn: dayAt(at)},
      }),
      [wide],
    );
    if ('reason' in packet) throw new Error(packet.reason);
    return packet;
  }
  /** Twelve codes, three days apart, each of the import that is named for it. */
  async function aMonthOf(store: Room, importOf: (nth: number) => string) {
    const packets = Array.from({length: 12}, (_, nth) => upTo(nth + 1, start + 3 * nth * dayMs, 7));
    for (const [nth, packet] of packets.entries()) {
      store.clock.now = start + 3 * nth * dayMs;
      await store.admit([packet], {batch: importOf(nth)});
    }
    store.clock.now += 200 * dayMs;
    return packets;
  }
  const lessonsIn = async (store: Room) => Object.keys((await told(store)).standing.lessons).length;

  it('of a code a week comes in for years, from one phone or two, though the minutes of each quarter stay', async () => {
    for (const phones of [['0a1b2c3d'], ['0a1b2c3d', 'ffffffff']]) {
      const store = room();
      const outcomes = new Set<string>();
      for (let week = 0; week < 156; week++) {
        store.clock.now += 7 * dayMs;
        const quarter = Math.floor(week / 13);
        const code = upTo(1 + (week >> 1), store.clock.now, quarter, phones[week % phones.length]);
        outcomes.add((await store.admit([code]))[0]!.outcome);
        await compacted(store);
      }
      expect([...outcomes]).to.deep.equal(['new']);
      store.close();
    }
  });

  it('with packs that were all taken back counts when the learner sends it, though its bytes went', async () => {
    const store = room();
    const packets = await aMonthOf(store, (nth) => `pack-${nth}`);
    expect(await compacted(store)).to.equal(10);
    for (const nth of packets.keys()) await store.admitImport(`pack-${nth}`, false);
    expect(await lessonsIn(store)).to.equal(0);

    const [sent] = await store.admit(packets.slice(3, 4), {batch: 'lan'});
    expect(sent).to.include({outcome: 'again', changed: true});
    expect(await lessonsIn(store)).to.equal(4);
    store.close();
  });

  it('is kept once more when what told its minutes was taken back, whoever else says its lessons', async () => {
    const store = room();
    const packets = await aMonthOf(store, (nth) => `lan-${nth}`);
    await compacted(store);
    const left = await store.packetsOf();
    await store.admit([upTo(40, store.clock.now, 12, 'ffffffff')]);
    for (const row of left) await store.admitImport(row.import, false);

    await store.admit(packets.slice(3, 4), {batch: 'again'});
    const heads = (await store.packetsOf()).filter(({admitted}) => admitted);
    expect(heads.flatMap(({streams}) => streams)).to.deep.include(packets[3]!.streams[0]);
    store.close();
  });

  it('from copies that were joined today may all be taken back today, however long another device had it', async () => {
    const store = room();
    await store.admit([upTo(1, start, 7)], {batch: 'lan'});
    store.clock.now += 200 * dayMs;
    const days = new Map<string, number>();
    for (let nth = 2; nth <= 12; nth++) {
      const at = start + nth * dayMs;
      const [admission] = await store.admit([upTo(nth, at, 7)], {batch: `copy-${nth % 2}`});
      days.set(admission!.hash, at);
    }
    await store.receivedBefore(days);
    expect(await compacted(store)).to.equal(0);
    for (const batch of ['copy-0', 'copy-1']) await store.admitImport(batch, false);
    expect(await lessonsIn(store)).to.equal(1);
    store.close();
  });

  it('and taken back takes nobody’s room', async () => {
    const whole = room();
    for (let nth = 0; nth < 64; nth++) {
      const batch = `wrong-${nth >> 4}`;
      await whole.admit([upTo(nth + 1, start - (90 - nth) * dayMs, 6)], {batch});
    }
    for (const nth of [0, 1, 2, 3]) await whole.admitImport(`wrong-${nth}`, false);
    const [next] = await whole.admit([upTo(70, start, 7)]);
    expect(next!.outcome).to.equal('new');
    whole.close();

    const stream = room();
    await sendsMuch(stream, 14, {days: 5});
    stream.clock.now += 40 * dayMs;
    await compacted(stream);
    const code = apart(40, dayAt(stream.clock.now));
    expect((await stream.admit([code]))[0]!.outcome).to.equal('full');
    for (const row of (await stream.packetsOf()).slice(2)) {
      await stream.admitImport(row.import, false);
    }
    await compacted(stream);
    expect((await stream.admit([code]))[0]!.outcome).to.equal('new');
    stream.close();
  });

  it('with a signature goes only where two others with the same signature say it', () => {
    const {standing, ...packet} = apart(0, 2400);
    const old = ['one', 'two', 'three'].map((hash, at) => {
      const days = {madeOn: 2400 + at, firstReceivedOn: 2400 + at, firstReceivedAt: start + at};
      return {standing, row: {...packet, ...days, hash, times: 1, import: hash, admitted: true}};
    });
    const [one, ...later] = old;
    const signed = (signer: string) => ({...one!, row: {...one!.row, signer}});
    const bySame = later.map((two) => ({...two, row: {...two.row, signer: 'lan'}}));
    const at = start + 90 * dayMs;
    const gone = (all: readonly Weighed[]) => [...needlessAmong(all, at).keys()];
    expect(gone([one!, ...later])).to.deep.equal(['one']);
    expect(gone([signed('lan'), ...later])).to.deep.equal([]);
    expect(gone([signed('hùng'), ...bySame])).to.deep.equal([]);
    expect(gone([signed('lan'), ...bySame])).to.deep.equal(['one']);
  });
});
