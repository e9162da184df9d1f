import {chunk} from './chunk.js';
import type {OpenDatabase} from './database.js';
import type {Layout, StandingRow} from './database-layout.js';
import type {StreamKey} from './reckoning/record.js';
import {copied, rowName, type Twin} from './twin.js';
import {endsOf} from './witness.js';

type StandingKey = Layout['standings']['key'];

const endsIn = ([learner, course]: StandingKey, row: StandingRow | undefined) =>
  new Map<StreamKey, readonly [seq: number, tail: string]>(
    row ? endsOf(learner, course, row.own) : [],
  );

/** Whether the twin's row has a number that the other has not given away, or gave to another record. */
export function isAhead(
  key: StandingKey,
  twin: StandingRow,
  row: StandingRow | undefined,
): boolean {
  const known = endsIn(key, row);
  return [...endsIn(key, twin)].some(([stream, [seq, tail]]) => {
    const end = known.get(stream);
    return !end || end[0] < seq || (end[0] === seq && end[1] !== tail);
  });
}

/** `quick` compares the ends of streams, which is enough before the first screen; `thorough` every row's name. */
export type Depth = 'quick' | 'thorough';

/**
 * Brings back what the twin has and the database has not, by union: whoever is removed is taken out of the twin
 * first, so what is missing here was lost. Resolves to whether anything was. Numbers given away once are never
 * given again: what is written from now on bears another name of this device. Rejects where either cannot be
 * read, or the code that brings back not be fetched.
 */
export async function restoreFromTwin(
  database: OpenDatabase,
  twin: Twin,
  depth: Depth,
): Promise<boolean> {
  for (;;) {
    const removals = await removalsIn(database);
    if (!(await isMissingSomething(database, twin, depth))) return false;
    const {bringBackFrom} = await chunk(import('./bring-back-rows.js'));
    if (await bringBackFrom(twin, database, removals)) return true;
  }
}

const removalsIn = (database: OpenDatabase) =>
  database.read(['meta'], async (tx) => (await tx.get('meta', 'store'))?.removals ?? 0);

async function isMissingSomething(
  database: OpenDatabase,
  twin: Twin,
  depth: Depth,
): Promise<boolean> {
  const standings = await twin.rows('standings');
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
