import {leftWithPack} from './brought.js';
import type {ReadTransaction} from './database.js';
import type {KeptPacket, Layout, ReceivedRow} from './database-layout.js';
import {calledIn, type KnownMembers, namingStores} from './names-of-learners.js';
import {unpackStanding} from './reckoning/packed-standing.js';
import type {PacketRow, ReceivedLearner} from './reckoning/packet.js';
import type {LearnerKey} from './reckoning/record.js';
import {StandingMemory} from './reckoning/standing-memory.js';
import {
  type Draft,
  draftOf,
  emptyStanding,
  foldVersion,
  joinInto,
  type Standing,
} from './reckoning/standing.js';

/** What `receivedIn` reads. */
export const receivedStores = ['packets', 'received', ...namingStores] as const;

/** Everyone of whom something was received for a course. `known` is read in the same transaction, for somebody else as well. */
export async function receivedIn(
  tx: ReadTransaction<(typeof receivedStores)[number]>,
  course: string,
  known?: Promise<KnownMembers>,
): Promise<readonly ReceivedLearner[]> {
  const [learners, keys, rows, {names, waiting}] = await Promise.all([
    packetsOf(tx, course),
    tx.keys('received'),
    tx.all('received'),
    calledIn(tx, known),
  ]);
  const caches = new Map<LearnerKey, ReceivedRow>();
  for (const [index, [learner, of]] of keys.entries()) {
    const cache = rows[index];
    if (of === course && cache) caches.set(learner, cache);
  }
  const memory = new StandingMemory();
  return [...learners]
    .filter(([, own]) => !own.every(leftWithPack))
    .map(([learner, own]) => {
      const name = names.get(learner);
      const invited = waiting.get(learner);
      return learnerOf(
        {learner, ...(name ? {name} : {}), ...(invited !== undefined && {invited})},
        own,
        standingOf({rows: own, cache: caches.get(learner)}, memory),
      );
    });
}

/** So many rows are unpacked by the browser in some milliseconds. */
const atOnce = 512;

/** The packets of a course by whose they are. */
async function packetsOf(
  tx: ReadTransaction<'packets'>,
  course: string,
): Promise<Map<LearnerKey, KeptPacket[]>> {
  const learners = new Map<LearnerKey, KeptPacket[]>();
  for (let after: Layout['packets']['key'] | readonly [] = []; ;) {
    const packets: KeptPacket[] = await tx.next('packets', after, atOnce);
    for (const packet of packets) {
      if (packet.course !== course) continue;
      const others = learners.get(packet.learner);
      if (others) others.push(packet);
      else learners.set(packet.learner, [packet]);
    }
    const last = packets.at(-1);
    if (!last || packets.length < atOnce) return learners;
    after = [last.learner, last.course, last.hash];
  }
}

/** Made apart from what was read, which whoever holds one of them would hold as well. */
const learnerOf = (
  called: Pick<ReceivedLearner, 'learner' | 'name' | 'invited'>,
  rows: readonly KeptPacket[],
  standing: () => Standing,
): ReceivedLearner => ({
  ...called,
  get standing() {
    return standing();
  },
  packets: rows.map(rowOf).sort((left, right) => left.firstReceivedAt - right.firstReceivedAt),
});

interface Packed {
  readonly rows: readonly KeptPacket[];
  readonly cache: ReceivedRow | undefined;
}

/** Unpacked when it is first asked for, since thousands at once would hold the page up; then its bytes may go. */
function standingOf(packed: Packed, memory: StandingMemory): () => Standing {
  let left: Packed | undefined = packed;
  let held = (): Standing => emptyStanding;
  return () => {
    if (!left) return held();
    const standing = cachedIn(left) ?? joined(left.rows);
    left = undefined;
    held = memory.hold(standing);
    return standing;
  };
}

/** The row without its standing, as the trainer's screen shows it. */
export function rowOf(kept: KeptPacket): PacketRow {
  const row: PacketRow & {packed?: Uint8Array} = {...kept};
  delete row.packed;
  return row;
}

/** What the admitted rows say together. */
export function joined(rows: readonly KeptPacket[]): Standing {
  let draft: Draft | undefined;
  for (const {admitted, packed} of rows) {
    const said = admitted ? unpackStanding(packed) : undefined;
    if (draft && said) joinInto(draft, said);
    else draft ??= said;
  }
  return draft ?? draftOf(emptyStanding);
}

/** The cache, when it was made by this fold of exactly these admitted rows. */
function cachedIn({cache, rows}: Packed): Standing | undefined {
  if (cache?.fold !== foldVersion) return undefined;
  const [count, xor] = sourceOf(rows);
  if (cache.from[0] !== count || cache.from[1] !== xor) return undefined;
  return unpackStanding(cache.bytes);
}

/** Number of admitted rows and the xor of their hashes. */
export function sourceOf(rows: readonly KeptPacket[]): ReceivedRow['from'] {
  const admitted = rows.filter((row) => row.admitted);
  return [admitted.length, admitted.reduce((xor, {hash}) => xorOf(xor, hash), '0'.repeat(32))];
}

export const xorOf = (left: string, right: string): string =>
  (BigInt(`0x${left}`) ^ BigInt(`0x${right}`)).toString(16).padStart(32, '0');
