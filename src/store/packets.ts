import {broughtAgain, setOut} from './brought.js';
import {type Changes, studyTopic, type Topic} from './changes.js';
import {
  coveredIn,
  decidedWithCovered,
  hasRoom,
  mostPackets,
  setCoveredOut,
  withCovered,
  withoutCovered,
} from './covered.js';
import type {Database, ReadTransaction, WriteTransaction} from './database.js';
import type {KeptPacket} from './database-layout.js';
import {sha256Hex} from './keys.js';
import {namesIn, namingStores} from './names-of-learners.js';
import {type OwnStandings, type OwnStoreName, ownStores} from './own-standing.js';
import {dayInVietnam} from './reckoning/calendar.js';
import {packStanding, unpackStanding} from './reckoning/packed-standing.js';
import type {Admission, Packet} from './reckoning/packet.js';
import type {LearnerKey} from './reckoning/record.js';
import {emptyStanding, join, sameStanding, type Standing} from './reckoning/standing.js';
import {grow, readCache, rebuild} from './received-cache.js';
import {receivedIn, receivedStores, rowOf} from './received-learners.js';
import type {Exchange} from './exchange-contract.js';
import type {Store} from './store-contract.js';
import {forgottenAmong, tombstonesIn} from './tombstones.js';

const stores = ['packets', 'received', ...ownStores] as const;
type Transaction = WriteTransaction<'packets' | 'received' | OwnStoreName>;

/** Another tab's answer waits behind a transaction; this many take some milliseconds. */
const mostTogether = 64;

const newBatch = (at: number): string =>
  `${at.toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`;

type PacketMethods = Pick<Store, 'admit' | 'received' | 'setAdmitted' | 'nameLearner'> &
  Pick<Exchange, 'announce' | 'packetsOf' | 'admitImport' | 'nameless'>;

/**
 * What was received, one row per packet. The standing of a learner is the join of the admitted
 * rows and nothing else: its own row is a cache of that, and a packet taken back leaves no trace in it.
 */
export function openPackets(
  database: Database,
  changes: Changes,
  now: () => number,
  own: OwnStandings,
  /** Shown every packet before any is kept. */
  before: (packets: readonly Packet[]) => Promise<void> = () => Promise.resolve(),
): PacketMethods {
  /** The marks at the door, and whom of these packets they keep out. */
  async function keptOut(packets: readonly Packet[]) {
    const tombstones = await tombstonesIn(database);
    const forgotten = await forgottenAmong(
      tombstones,
      packets.map(({learner}) => learner),
    );
    return {marks: tombstones.size, forgotten};
  }

  /** Keeps packets, each with its hash, in one transaction; nothing when somebody was forgotten since `marks` were counted. */
  function admitTogether(
    packets: readonly (readonly [Packet, hash: string])[],
    batch: string,
    marks: number,
  ): Promise<Admission[] | undefined> {
    return database.write(['tombstones', ...stores], async (tx) => {
      const [tombstones, here] = await Promise.all([tx.keys('tombstones'), peopleIn(tx)]);
      if (tombstones.length !== marks) return undefined;
      // Rows of different people are asked for together; what came of one person goes in one after another.
      const former = new Map<string, Promise<unknown>>();
      return Promise.all(
        packets.map(([packet, hash]) => {
          const whose = studyTopic(packet.learner, packet.course);
          const before = former.get(whose) ?? Promise.resolve();
          const admission = before.then(() => admitOne(tx, packet, {hash, batch, here}));
          former.set(whose, admission);
          return admission;
        }),
      );
    });
  }

  async function admitOne(
    tx: Transaction,
    packet: Packet,
    {hash, batch, here}: Arriving,
  ): Promise<Admission> {
    const {standing, ...head} = packet;
    const {learner, course} = packet;
    const admission = {hash, learner, course};
    // Most packets are the first of somebody: their keys tell that, and nothing else is asked for.
    const there = await tx.keys('packets', [learner, course]);
    const isThere = there.some(([, , one]) => one === hash);
    const row = isThere ? await tx.get('packets', [learner, course, hash]) : undefined;
    let cache = there.length > 0 ? await readCache(tx, learner, course) : undefined;
    const covered =
      !row && there.length > 0 ? await coveredIn(tx, packet, {hash, batch}, cache) : undefined;
    if (covered?.isSaid) {
      const {again} = covered;
      tx.put('packets', [learner, course, covered.under.hash], withCovered(covered.under, again));
      return {...admission, outcome: again.admitted ? 'again' : 'back', changed: false};
    }
    let said = standing;
    let before: Standing | undefined;
    let kept: KeptPacket;
    if (row) {
      kept = broughtAgain(row, batch);
      if (row.partial) {
        // A ledger that has grown since names more of the same bytes.
        before = unpackStanding(row.packed) ?? emptyStanding;
        said = join(before, standing);
        kept = {...kept, partial: packet.partial, packed: packStanding(said)};
      }
    } else {
      const at = now();
      const {crowded} = cache?.row ?? {};
      if (!(await hasRoom(tx, packet, {count: there.length, crowded, now: at}))) {
        return {...admission, outcome: 'full', changed: false};
      }
      if (there.length >= mostPackets) cache = await readCache(tx, learner, course);
      kept = {
        ...head,
        hash,
        firstReceivedOn: dayInVietnam(at),
        firstReceivedAt: at,
        times: 1,
        import: batch,
        admitted: true,
        packed: packStanding(said),
        // Its bytes went, and what said the same was taken back since.
        ...covered?.again,
      };
      if (covered) {
        const {under} = covered;
        tx.put('packets', [learner, course, under.hash], withoutCovered(under, hash));
      }
    }
    tx.put('packets', [learner, course, hash], kept);
    const outcome = outcomeOf((row ?? covered) ? kept : undefined);
    if (covered || (kept.admitted && row && !row.admitted)) {
      await rebuild(tx, learner, course);
      await own.rebuild(tx, learner, course);
      return {...admission, outcome, changed: kept.admitted};
    }
    if (!kept.admitted || (row && !row.partial)) return {...admission, outcome, changed: false};
    const changed =
      there.length === 0
        ? !sameStanding(emptyStanding, said)
        : await grow(tx, {kept, said, former: before}, cache);
    if (here.has(learner)) await own.merge(tx, learner, course, said);
    return {...admission, outcome, changed};
  }

  return {
    async admit(packets, {signal, onProgress, batch: given, quietly = false} = {}) {
      const isPart = given !== undefined;
      const batch = given ?? newBatch(now());
      const admissions: Admission[] = [];
      const hashes = await Promise.all(packets.map(({bytes}) => hashOf(bytes)));
      await before(packets);
      let door = await keptOut(packets);
      try {
        // One first, so that whoever waits sees soon that it goes on; together each costs less.
        for (
          let size = isPart ? mostTogether : 1;
          admissions.length < packets.length && !signal?.aborted;
        ) {
          const from = admissions.length;
          const group = packets.slice(from, from + size).map((packet, at) => {
            return [packet, hashes[from + at]!] as const;
          });
          const welcome = group.filter(([{learner}]) => !door.forgotten.has(learner));
          const kept = await admitTogether(welcome, batch, door.marks);
          if (!kept) {
            // Another tab forgot somebody since this door was opened.
            door = await keptOut(packets);
            continue;
          }
          for (const [{learner, course}, hash] of group) {
            const admission: Admission = door.forgotten.has(learner)
              ? {hash, learner, course, outcome: 'forgotten', changed: false}
              : kept.shift()!;
            admissions.push(admission);
            onProgress?.(admissions.length, packets.length);
          }
          size = Math.min(2 * size, mostTogether);
        }
      } finally {
        if (!quietly) changes.announce(topicsOf(admissions));
      }
      return admissions;
    },

    announce({admissions, packs}) {
      changes.announce([...topicsOf(admissions), ...(packs ? ['received', 'roster'] : [])]);
    },

    received: (course) => database.read(receivedStores, (tx) => receivedIn(tx, course)),

    async setAdmitted(learner, course, hash, admitted) {
      const done = await database.write(stores, async (tx) => {
        const row = await tx.get('packets', [learner, course, hash]);
        if (!row) return setCoveredOut(tx, [learner, course, hash], admitted);
        if (row.admitted === admitted) return false;
        tx.put('packets', [learner, course, hash], setOut(row, admitted));
        await rebuild(tx, learner, course);
        await own.rebuild(tx, learner, course);
        return true;
      });
      if (done) changes.announce(['received', studyTopic(learner, course)]);
    },

    async packetsOf(learner) {
      const rows = await database.read(['packets'], (tx) =>
        tx.all('packets', learner === undefined ? undefined : [learner]),
      );
      return rows.map(rowOf);
    },

    async admitImport(batch, admitted) {
      const done = await database.write(stores, async (tx) => {
        const changed: Pick<Admission, 'hash' | 'learner' | 'course'>[] = [];
        for (const row of await tx.all('packets')) {
          const {next, turned} = decidedWithCovered(row, batch, admitted);
          if (next === row) continue;
          const {learner, course} = row;
          tx.put('packets', [learner, course, row.hash], next);
          changed.push(...turned.map((hash) => ({learner, course, hash})));
        }
        const touched = new Map(
          changed.map(({learner, course}) => [studyTopic(learner, course), {learner, course}]),
        );
        for (const {learner, course} of touched.values()) {
          await rebuild(tx, learner, course);
          await own.rebuild(tx, learner, course);
        }
        return changed;
      });
      // Also when nothing counts otherwise: what is said of the import is another.
      changes.announce([
        'received',
        ...done.map(({learner, course}) => studyTopic(learner, course)),
      ]);
      return done;
    },

    async nameless(learners) {
      const names = await database.read(namingStores, namesIn);
      return [...new Set(learners)].filter((learner) => !names.get(learner));
    },

    async nameLearner(key, name) {
      await database.write(['names'], async (tx) => {
        const row = await tx.get('names', key);
        tx.put('names', key, {name: name.trim(), counter: (row?.counter ?? 0) + 1});
      });
      changes.announce(['received']);
    },
  };
}

/** A study may be open of somebody who has not written anything on this device yet. */
function topicsOf(admissions: readonly Admission[]): ReadonlySet<Topic> {
  const topics = new Set<Topic>(admissions.length > 0 ? ['received'] : []);
  for (const {changed, learner, course} of admissions) {
    if (changed) topics.add(studyTopic(learner, course));
  }
  return topics;
}

/** What a packet is kept with. */
interface Arriving {
  readonly hash: string;
  readonly batch: string;
  /** Who studies on this device. */
  readonly here: ReadonlySet<LearnerKey>;
}

async function peopleIn(tx: ReadTransaction<OwnStoreName>): Promise<ReadonlySet<LearnerKey>> {
  const [learners, standings] = await Promise.all([tx.keys('learners'), tx.keys('standings')]);
  return new Set([...learners, ...standings.map(([learner]) => learner)]);
}

const outcomeOf = (row: KeptPacket | undefined): Admission['outcome'] => {
  if (!row) return 'new';
  return row.admitted ? 'again' : 'back';
};

/** Two packets are the same when their bytes are; the first 16 bytes of their hash name them. */
const hashOf = async (bytes: Uint8Array): Promise<string> => (await sha256Hex(bytes)).slice(0, 32);
