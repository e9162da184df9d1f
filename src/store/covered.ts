import {broughtAgain, decided, setOut} from './brought.js';
import type {WriteTransaction} from './database.js';
import type {KeptPacket, Layout} from './database-layout.js';
import {needlessAmong, saysAll, type Weighed} from './reckoning/needless.js';
import {unpackStanding} from './reckoning/packed-standing.js';
import type {Covered, Packet} from './reckoning/packet.js';
import type {LearnerKey} from './reckoning/record.js';
import {type ReadCache, rebuild} from './received-cache.js';

/** So many packets of one learner × course are kept at most. */
export const mostPackets = 64;

type Transaction = WriteTransaction<'packets' | 'received'>;

/** What is left of a packet that went. */
const coveredOf = ({
  hash,
  firstReceivedOn,
  firstReceivedAt,
  times,
  import: first,
  again,
  undone,
  out,
  admitted,
}: KeptPacket): Covered => ({
  hash,
  firstReceivedOn,
  firstReceivedAt,
  times,
  import: first,
  ...(again && {again}),
  ...(undone && {undone}),
  ...(out && {out}),
  admitted,
});

/** A row that covers one more, or the same otherwise. */
export function withCovered(row: KeptPacket, one: Covered): KeptPacket {
  const others = (row.covers ?? []).filter(({hash}) => hash !== one.hash);
  return {...row, covers: [...others, one]};
}

export function withoutCovered({covers = [], ...row}: KeptPacket, hash: string): KeptPacket {
  const left = covers.filter((one) => one.hash !== hash);
  return left.length > 0 ? {...row, covers: left} : row;
}

/** A packet that went, and the row that covers it. */
interface FoundCovered {
  /** As it is after it came once more. */
  readonly again: Covered;
  readonly under: KeptPacket;
  /** Something that counts still says all it said, or it does not count itself. */
  readonly isSaid: boolean;
}

/** Whether such a packet came before and went since. Rows are read only where some cover others. */
export async function coveredIn(
  tx: Transaction,
  {standing, ...row}: Packet,
  {hash, batch}: {readonly hash: string; readonly batch: string},
  cache: ReadCache | undefined,
): Promise<FoundCovered | undefined> {
  if (cache && !cache.row.covers) return undefined;
  const {learner, course} = row;
  const rows = await tx.all('packets', [learner, course]);
  for (const under of rows) {
    const as = under.covers?.find((one) => one.hash === hash);
    if (!as) continue;
    const again = broughtAgain(as, batch);
    const isSaid =
      !again.admitted ||
      under.admitted ||
      weighed(rows).some((one) => one.row.admitted && saysAll(one, {row, standing}));
    return {again, under, isSaid};
  }
  return undefined;
}

/** A row after an import was undone or let in again, with all it covers, and which of them count otherwise now. */
export function decidedWithCovered(
  row: KeptPacket,
  batch: string,
  admitted: boolean,
): {readonly next: KeptPacket; readonly turned: readonly string[]} {
  const decision = decided(row, batch, admitted);
  const turned = decision && decision.admitted !== row.admitted ? [row.hash] : [];
  let next = decision ?? row;
  for (const one of row.covers ?? []) {
    const other = decided(one, batch, admitted);
    if (!other) continue;
    next = withCovered(next, other);
    if (other.admitted !== one.admitted) turned.push(one.hash);
  }
  return {next, turned};
}

/** Takes back a packet that went, or lets it count again: should it come again, it is what was said of it. */
export async function setCoveredOut(
  tx: Transaction,
  [learner, course, hash]: Layout['packets']['key'],
  admitted: boolean,
): Promise<boolean> {
  for (const row of await tx.all('packets', [learner, course])) {
    const one = row.covers?.find((covered) => covered.hash === hash);
    if (!one || one.admitted === admitted) continue;
    tx.put('packets', [learner, course, row.hash], withCovered(row, setOut(one, admitted)));
  }
  return false;
}

/** Drops packets, each under one that stays, which keeps their names and those they kept. */
export function drop(
  tx: Transaction,
  [learner, course]: readonly [learner: LearnerKey, course: string],
  rows: readonly KeptPacket[],
  under: ReadonlyMap<string, string>,
): void {
  const left = new Map(rows.map((row) => [row.hash, row]));
  for (const row of rows) {
    const holder = left.get(under.get(row.hash) ?? '');
    if (!holder) continue;
    const {covers = [], ...gone} = left.get(row.hash)!;
    const next = [...covers, coveredOf(gone)].reduce(withEarlier, holder);
    left.set(holder.hash, next);
    left.delete(row.hash);
    tx.delete('packets', [learner, course, row.hash]);
  }
  for (const [hash, row] of left) {
    if (!rows.includes(row)) tx.put('packets', [learner, course, hash], row);
  }
}

/** Rows that a copy brought back and that go once more keep the day they first came. */
function withEarlier(row: KeptPacket, one: Covered): KeptPacket {
  const there = row.covers?.find(({hash}) => hash === one.hash);
  if (!there || there.firstReceivedAt >= one.firstReceivedAt) return withCovered(row, one);
  const {firstReceivedAt, firstReceivedOn} = there;
  return withCovered(row, {...one, firstReceivedAt, firstReceivedOn});
}

/** How rows are weighed; `textsOf` knows the texts of those with records. */
export const weighed = (
  rows: readonly KeptPacket[],
  textsOf: (row: KeptPacket) => ReadonlySet<string> | undefined = () => undefined,
): Weighed[] =>
  rows.flatMap((row) => {
    const standing = unpackStanding(row.packed);
    const texts = textsOf(row);
    return standing ? [{row, standing, ...(texts && {texts})}] : [];
  });

/**
 * Whether one more packet of a learner may come of whom much is kept. Files come in longer than codes, since one may say
 * all that many codes say; what this device gives itself back always. What needs no decoder goes first.
 */
export async function hasRoom(
  tx: Transaction,
  {kind, learner, course, streams}: Packet,
  {count, crowded = [], now}: {count: number; crowded?: readonly string[] | undefined; now: number},
): Promise<boolean> {
  const isCrowded = kind === 'code' && streams.some(({device}) => crowded.includes(device));
  if (kind === 'rescue' || (count < mostPackets && !isCrowded)) return true;
  if (isCrowded) return false;
  const rows = await tx.all('packets', [learner, course]);
  // What was taken back takes nobody's room: it may be a wrong file with a whole conversation in it.
  const counting = rows.filter((row) => row.admitted && (kind === 'code' || row.kind === kind));
  if (counting.length < mostPackets) return true;
  if (kind === 'records') return false;
  const under = needlessAmong(weighed(rows), now, true);
  if (under.size === 0) return false;
  drop(tx, [learner, course], rows, under);
  await rebuild(tx, learner, course);
  return true;
}
