import type {DeviceRow, Layout, OpenDatabase, StandingRow, WriteTransaction} from './database.js';
import {newDevice} from './keys.js';
import {rebuiltPosition, rowOf} from './own-standing.js';
import {unpackStanding} from './reckoning/packed-standing.js';
import {type DeviceKey, readRecord, type StreamKey} from './reckoning/record.js';
import {joinInto} from './reckoning/standing.js';
import {newStream, type OwnStream, renamed} from './stream.js';
import {type Change, type ChangeOf, copied, type CopiedStore, rowName, type Twin} from './twin.js';
import {endsOf} from './witness.js';

type StandingKey = Layout['standings']['key'];

const endsIn = ([learner, course]: StandingKey, row: StandingRow | undefined) =>
  new Map<StreamKey, readonly [seq: number, tail: string]>(
    row ? endsOf(learner, course, row.own) : [],
  );

/** Whether the twin's row has a number that the other has not given away, or gave to another record. */
function isAhead(key: StandingKey, twin: StandingRow, row: StandingRow | undefined): boolean {
  const known = endsIn(key, row);
  return [...endsIn(key, twin)].some(([stream, [seq, tail]]) => {
    const end = known.get(stream);
    return !end || end[0] < seq || (end[0] === seq && end[1] !== tail);
  });
}

const namesOf = ({device, past}: OwnStream): DeviceKey[] => [device, ...past.map(([name]) => name)];

/** One stream goes on; what was written under other names stands behind it, each name once. */
function joined(
  twin: OwnStream | undefined,
  there: OwnStream | undefined,
  device: DeviceKey,
): OwnStream {
  if (!twin) return there ?? newStream(device);
  // The stream here was begun under another name: it goes on, and what it follows is remembered.
  const goesOn = there !== undefined && !namesOf(twin).includes(there.device);
  const own = goesOn ? there : renamed(twin, device);
  const past = new Map<DeviceKey, OwnStream['past'][number]>();
  const all = [twin, ...(there ? [there] : [])];
  for (const {device: name, seq, tail, past: before} of all) {
    for (const end of [...before, [name, seq, tail] as const]) {
      if (end[0] === own.device || end[1] === 0) continue;
      if (end[1] > (past.get(end[0])?.[1] ?? 0)) past.set(end[0], end);
    }
  }
  const epoch = Math.max(...all.map((one) => one.epoch));
  const runs = all.filter((one) => one.epoch === epoch).map(({run}) => run);
  const lastLesson = there?.lastLesson ?? twin.lastLesson;
  return {
    ...own,
    epoch,
    run: {
      opened: [...new Set(runs.flatMap(({opened}) => opened))],
      right: [...new Set(runs.flatMap(({right}) => right))],
    },
    ...(lastLesson !== undefined && {lastLesson}),
    past: [...past.values()],
  };
}

/** `quick` compares the ends of streams, which is enough before the first screen; `thorough` every row's name. */
export type Depth = 'quick' | 'thorough';

/**
 * Brings back what the twin has and the database has not, by union: whoever is removed is taken out of the twin
 * first, so what is missing here was lost. Resolves to whether anything was. Numbers given away once are never
 * given again: what is written from now on bears another name of this device. Rejects where either cannot be read.
 */
export async function restoreFromTwin(
  database: OpenDatabase,
  twin: Twin,
  depth: Depth,
): Promise<boolean> {
  for (;;) {
    const removals = await removalsIn(database);
    if (!(await isMissingSomething(database, twin, depth))) return false;
    const found = await twin.rows();
    const minted = await newDevice();
    try {
      await database.write([...copied, 'keys', 'received'], async (tx) => {
        // What was read may name somebody who has been taken off since.
        if (((await tx.get('meta', 'store'))?.removals ?? 0) !== removals) throw new Outdated();
        await bringBack(tx, found, minted);
      });
      return true;
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
    }
  }
}

/** A learner was removed meanwhile. */
class Outdated extends Error {}

const removalsIn = (database: OpenDatabase) =>
  database.read(['meta'], async (tx) => (await tx.get('meta', 'store'))?.removals ?? 0);

async function isMissingSomething(
  database: OpenDatabase,
  twin: Twin,
  depth: Depth,
): Promise<boolean> {
  const standings = await twin.standings();
  const here = await database.read(['standings'], (tx) =>
    Promise.all(standings.map(({key}) => tx.get('standings', key))),
  );
  if (standings.some(({key, row}, at) => row && isAhead(key, row, here[at]))) return true;
  if (depth === 'quick' && !database.fresh) return false;
  const names = await twin.names();
  const known = await database.read([...copied], async (tx) => {
    const found = new Set<string>();
    for (const store of copied) {
      for (const key of await tx.keys(store)) found.add(rowName({store, key}));
    }
    return found;
  });
  return names.some((name) => !known.has(name));
}

type Transaction = WriteTransaction<CopiedStore | 'keys' | 'received'>;

async function bringBack(tx: Transaction, found: readonly Change[], minted: DeviceRow) {
  const of = <S extends CopiedStore>(store: S) =>
    found.filter((change): change is ChangeOf<S> => change.store === store);
  /** Learner × course whose standing has to be made anew, with the twin's row. */
  const touched = new Map<string, {key: StandingKey; row?: StandingRow}>();
  for (const {key, row} of of('standings')) {
    if (row && isAhead(key, row, await tx.get('standings', key))) {
      touched.set(key.join('/'), {key, row});
    }
  }
  const behind = new Set([...touched.values()].map(({key: [learner]}) => learner));

  for (const {key, row} of of('learners')) {
    // Whose answers fell behind has an older name and PIN here, too.
    if (row && (behind.has(key) || !(await tx.get('learners', key)))) tx.put('learners', key, row);
  }
  for (const {key, row} of of('names')) {
    if (row && ((await tx.get('names', key))?.counter ?? -1) < row.counter) {
      tx.put('names', key, row);
    }
  }
  for (const {key, row} of of('packets')) {
    if (!row || (await tx.get('packets', key))) continue;
    tx.put('packets', key, row);
    // A cache of no fold: whoever reads it makes it anew.
    tx.put('received', [key[0], key[1]], {fold: -1, from: [0, ''], bytes: new Uint8Array()});
  }
  const texts = new Set((await tx.keys('records')).map((key) => key.join('/')));
  const twins = new Map(of('standings').map(({key, row}) => [key.join('/'), row]));
  for (const {key, row} of of('records')) {
    if (row === undefined || texts.has(key.join('/'))) continue;
    tx.put('records', key, row);
    const [learner, course] = key;
    const standing = twins.get(`${learner}/${course}`);
    touched.set(`${learner}/${course}`, {key: [learner, course], ...(standing && {row: standing})});
  }

  const named = await tx.get('keys', 'device');
  const isGiven = [...touched.values()].some(
    ({row}) => row && named && namesOf(row.own).includes(named.device),
  );
  const device = named && !isGiven ? named : minted;
  if (device !== named) tx.put('keys', 'device', device);
  for (const {key, row} of touched.values()) await remake(tx, key, row, device.device);

  const meta = await tx.get('meta', 'store');
  const current = of('meta')[0]?.row?.current;
  const isLost = meta?.current === undefined || !(await tx.get('learners', meta.current));
  if (meta && current !== undefined && isLost) tx.put('meta', 'store', {...meta, current});
}

/** The standing of everything that is here now. Where records are still missing, what both rows knew counts as well. */
async function remake(
  tx: Transaction,
  key: StandingKey,
  twin: StandingRow | undefined,
  device: DeviceKey,
): Promise<void> {
  const there = await tx.get('standings', key);
  const own = joined(twin?.own, there?.own, device);
  const newest = [twin, there].find((row) => row && row.fold >= (there?.fold ?? 0)) ?? there;
  tx.put('standings', key, {
    own,
    fold: newest?.fold ?? 0,
    bytes: newest?.bytes ?? new Uint8Array(),
    stale: true,
  });
  const position = await rebuiltPosition(tx, ...key, device);
  const held = new Map<DeviceKey, number>();
  for (const text of await tx.all('records', key)) {
    const name = readRecord(text)?.device;
    if (name !== undefined) held.set(name, (held.get(name) ?? 0) + 1);
  }
  const isWhole = endsOf(...key, own).every(
    ([stream, [seq]]) => (held.get(stream.slice(0, stream.indexOf('/'))) ?? 0) >= seq,
  );
  if (!isWhole) {
    for (const row of [twin, there]) {
      const standing = row && unpackStanding(row.bytes);
      if (standing) joinInto(position.draft, standing);
    }
  }
  tx.put('standings', key, rowOf(position, newest));
}
