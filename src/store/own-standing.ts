import type {ReadTransaction, WriteTransaction} from './database.js';
import type {Layout, StandingRow} from './database-layout.js';
import {packStanding, unpackStanding} from './reckoning/packed-standing.js';
import {
  type DeviceKey,
  freezeRecord,
  type LearnerKey,
  type LearningRecord,
  readRecord,
} from './reckoning/record.js';
import {type Draft, draftOf, emptyStanding, foldVersion, joinInto} from './reckoning/standing.js';
import type {Standing} from './reckoning/standing.js';
import {absorb, type Moment, newStream, type OwnStream, type Position, write} from './stream.js';

/** The stores a transaction must span to touch a standing of this device. */
export const ownStores = ['learners', 'standings', 'records', 'packets'] as const;
export type OwnStoreName = (typeof ownStores)[number];

/**
 * How packets reach a learner who studies on this device, inside the transaction that keeps
 * them. Judged again there when the course is at hand, else when its study is next opened.
 */
export interface OwnStandings {
  /** Joins into the standing of a learner of this device; false when it is nobody here. */
  merge(
    tx: WriteTransaction<OwnStoreName>,
    learner: LearnerKey,
    course: string,
    standing: Standing,
  ): Promise<boolean>;
  /** Makes the standing again from records and admitted packets, after one was taken back or let in again. */
  rebuild(
    tx: WriteTransaction<OwnStoreName>,
    learner: LearnerKey,
    course: string,
  ): Promise<boolean>;
}

const isStream = (own: Partial<OwnStream> | undefined): own is OwnStream =>
  typeof own?.device === 'string' &&
  Number.isInteger(own.seq) &&
  Number.isInteger(own.epoch) &&
  Array.isArray(own.recent) &&
  Array.isArray(own.past) &&
  Array.isArray(own.run?.right) &&
  Array.isArray(own.run.opened);

/** A row with its standing: a row that is the same need not be unpacked. */
export interface Unpacked {
  readonly row: StandingRow;
  readonly standing: Standing;
}

/** Whether nobody else has written since: then whatever followed from the one follows from the other. */
export function sameRow(a: StandingRow, b: StandingRow): boolean {
  return (
    a.fold === b.fold &&
    a.stale === b.stale &&
    sameBytes(a.bytes, b.bytes) &&
    JSON.stringify(a.own) === JSON.stringify(b.own)
  );
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

/** The position a row stands for, or nothing when it has to be made again from the records. */
export function positionIn(row: StandingRow | undefined, known?: Unpacked): Position | undefined {
  if (!row || row.stale || row.fold !== foldVersion || !isStream(row.own)) return undefined;
  const draft =
    known && sameBytes(known.row.bytes, row.bytes)
      ? draftOf(known.standing)
      : unpackStanding(row.bytes);
  return draft && {own: row.own, draft};
}

/** The row of a position. A row of a newer fold keeps its bytes: they know more than this version can say. */
export function rowOf({own, draft}: Position, former: StandingRow | undefined): StandingRow {
  return former && former.fold > foldVersion
    ? {own, fold: former.fold, bytes: former.bytes, stale: true}
    : {own, fold: foldVersion, bytes: packStanding(draft)};
}

async function admittedIn(
  tx: ReadTransaction<'packets'>,
  learner: LearnerKey,
  course: string,
  draft: Draft,
): Promise<void> {
  for (const {admitted, packed} of await tx.all('packets', [learner, course])) {
    const standing = admitted ? unpackStanding(packed) : undefined;
    if (standing) joinInto(draft, standing);
  }
}

/** The position as records and admitted packets have it. `own` is believed where it can be read. */
export async function rebuiltPosition(
  tx: ReadTransaction<'standings' | 'records' | 'packets'>,
  learner: LearnerKey,
  course: string,
  device: DeviceKey,
): Promise<Position> {
  const row = await tx.get('standings', [learner, course]);
  const position: Position = {
    own: isStream(row?.own) ? row.own : newStream(device),
    draft: draftOf(emptyStanding),
  };
  const texts = await tx.all('records', [learner, course]);
  const records = texts.flatMap((text) => readRecord(text) ?? []);
  // A lost `own` is found again by following the stream in its order.
  for (const record of records.sort((a, b) => a.seq - b.seq)) absorb(position, record);
  await admittedIn(tx, learner, course, position.draft);
  return position;
}

/** Reads a position, from the row where it can be used. */
export async function readPosition(
  tx: ReadTransaction<'standings' | 'records' | 'packets'>,
  learner: LearnerKey,
  course: string,
  device: DeviceKey,
): Promise<Position> {
  return (
    positionIn(await tx.get('standings', [learner, course])) ??
    rebuiltPosition(tx, learner, course, device)
  );
}

/** A record with its frozen text. */
export interface Frozen {
  readonly record: LearningRecord;
  readonly text: string;
}

export const frozen = (record: LearningRecord): Frozen => ({record, text: freezeRecord(record)});

/** Keeps records together with the row that follows from them. */
export function keep(
  tx: WriteTransaction<'standings' | 'records'>,
  [learner, course]: Layout['standings']['key'],
  row: StandingRow,
  records: readonly Frozen[],
): void {
  for (const {record, text} of records) tx.put('records', [learner, course, record.id], text);
  tx.put('standings', [learner, course], row);
}

/**
 * `momentFor` tells the time, and the course to judge by when it is at hand and nothing speaks
 * against judging now. `touched` is called for every standing that is written.
 */
export function ownStandings(
  device: () => DeviceKey,
  momentFor: (learner: LearnerKey, course: string) => Moment | undefined,
  touched: () => void = () => undefined,
): OwnStandings {
  async function change(
    tx: WriteTransaction<OwnStoreName>,
    learner: LearnerKey,
    course: string,
    alter: (former: StandingRow | undefined) => Promise<Position>,
  ): Promise<boolean> {
    const former = await tx.get('standings', [learner, course]);
    if (!former && !(await tx.get('learners', learner))) return false;
    const position = await alter(former);
    const moment = momentFor(learner, course);
    const records = moment ? write(position, undefined, moment) : [];
    keep(tx, [learner, course], rowOf(position, former), records.map(frozen));
    touched();
    return true;
  }

  return {
    merge: (tx, learner, course, standing) =>
      change(tx, learner, course, async (former) => {
        const position =
          positionIn(former) ?? (await rebuiltPosition(tx, learner, course, device()));
        joinInto(position.draft, standing);
        return position;
      }),
    rebuild: (tx, learner, course) =>
      change(tx, learner, course, () => rebuiltPosition(tx, learner, course, device())),
  };
}
