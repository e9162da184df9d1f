import type {ReadTransaction, WriteTransaction} from './database.js';
import type {KeptPacket, ReceivedRow} from './database-layout.js';
import {packStanding, unpackStanding} from './reckoning/packed-standing.js';
import type {LearnerKey} from './reckoning/record.js';
import {foldVersion, join, sameStanding, type Standing} from './reckoning/standing.js';
import {joined, sourceOf, xorOf} from './received-learners.js';

type Transaction = WriteTransaction<'packets' | 'received'>;

/** What is noted of the rows of one learner × course beside what they say together. */
type Notes = Pick<ReceivedRow, 'covers' | 'crowded'>;

/** A cache that this fold made, unpacked. */
export interface ReadCache {
  readonly row: ReceivedRow;
  readonly standing: Standing;
}

/** The cache of one learner × course, when this fold made it. */
export async function readCache(
  tx: ReadTransaction<'received'>,
  learner: LearnerKey,
  course: string,
): Promise<ReadCache | undefined> {
  const row = await tx.get('received', [learner, course]);
  const standing = row?.fold === foldVersion ? unpackStanding(row.bytes) : undefined;
  return row && standing && {row, standing};
}

/** What a row that was just put says, and what a row in its place said before. */
export interface Growth {
  readonly kept: KeptPacket;
  readonly said: Standing;
  readonly former: Standing | undefined;
}

/** Adds what a row says to the cache; true when that was news. */
export async function grow(
  tx: Transaction,
  {kept: {learner, course, hash}, said, former}: Growth,
  cache: ReadCache | undefined,
): Promise<boolean> {
  if (!cache) {
    const rows = await tx.all('packets', [learner, course]);
    const others = joined(rows.filter((row) => row.hash !== hash));
    const standing = join(others, said);
    await keep(tx, learner, course, {standing, from: sourceOf(rows), ...notesOf(rows)});
    return !sameStanding(former ? join(others, former) : others, standing);
  }
  const {row, standing: before} = cache;
  const standing = join(before, said);
  const [count, xor] = row.from;
  const from = former ? row.from : ([count + 1, xorOf(xor, hash)] as const);
  put(tx, learner, course, {standing, from, covers: row.covers, crowded: row.crowded});
  return !sameStanding(before, standing);
}

/** Makes the cache anew from the rows. `crowded`: where it was found out anew, too. */
export async function rebuild(
  tx: Transaction,
  learner: LearnerKey,
  course: string,
  crowded?: readonly string[],
): Promise<void> {
  const former = await tx.get('received', [learner, course]);
  const rows = await tx.all('packets', [learner, course]);
  await keep(tx, learner, course, {
    standing: joined(rows),
    from: sourceOf(rows),
    ...notesOf(rows),
    crowded: crowded ?? former?.crowded,
  });
}

const notesOf = (rows: readonly KeptPacket[]): Notes =>
  rows.some(({covers}) => covers) ? {covers: true} : {};

interface Kept {
  readonly standing: Standing;
  readonly from: ReceivedRow['from'];
  readonly covers?: boolean | undefined;
  readonly crowded?: readonly string[] | undefined;
}

async function keep(
  tx: Transaction,
  learner: LearnerKey,
  course: string,
  next: Kept,
): Promise<void> {
  const former = await tx.get('received', [learner, course]);
  // A newer fold finds by `from` that its cache lags behind; this one would only spoil it.
  if (former && former.fold > foldVersion) return;
  put(tx, learner, course, next);
}

function put(
  tx: Transaction,
  learner: LearnerKey,
  course: string,
  {standing, from, covers, crowded = []}: Kept,
): void {
  // One packet alone says itself what it amounts to.
  if (from[0] < 2) tx.delete('received', [learner, course]);
  else {
    tx.put('received', [learner, course], {
      fold: foldVersion,
      from,
      bytes: packStanding(standing),
      ...(covers && {covers}),
      ...(crowded.length > 0 && {crowded}),
    });
  }
}
