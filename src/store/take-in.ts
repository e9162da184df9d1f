import type {OpenDatabase} from './database.js';
import {deleteLearner} from './forget-in-twin.js';
import {
  type Change,
  changeOf,
  copied,
  type CopiedStore,
  type Key,
  type RowName,
  rowName,
  type TwinWrites,
} from './twin.js';

/** Rows a transaction takes at most, so that another tab's answer need not wait long behind it. */
const batch = 500;

/** Few rows each, which may have changed under the same key. */
const changing: ReadonlySet<CopiedStore> = new Set([
  'standings',
  'learners',
  'meta',
  'names',
  'receipts',
  'departures',
  'links',
  'tombstones',
  'units',
  'members',
  'memberLinks',
  'packs',
  'reports',
  'sessions',
]);

/** Copies into a twin whatever of the first database is not there, and what it missed as it is now. Empties `missed`. */
export async function takeIn(
  first: OpenDatabase,
  writes: TwinWrites,
  missed: Set<RowName>,
): Promise<void> {
  const known = [...missed];
  missed.clear();
  try {
    await takeInNow(first, writes, known);
  } catch (error) {
    for (const name of known) missed.add(name);
    throw error;
  }
}

async function takeInNow(
  first: OpenDatabase,
  {names, keep, write}: TwinWrites,
  missed: readonly RowName[],
): Promise<void> {
  const here = new Set(await names());
  for (const name of missed) here.delete(name);
  const missing = await first.read([...copied], async (tx) => {
    const found: Change[] = [];
    for (const store of copied) {
      for (const key of await tx.keys(store)) {
        const name = {store, key} as Change;
        if (!changing.has(store) && here.has(rowName(name))) continue;
        const row = await tx.get(store, key);
        if (row) found.push({store, key, row} as Change);
      }
    }
    return found;
  });
  // The life of the first that counts is the present one.
  const former = missing
    .filter(({store}) => store === 'meta')
    .map(({store, key}) => ({store, key}));
  await keep(former as Change[]);
  const found = new Set(missing.map(rowName));
  await keep(missed.filter((name) => !found.has(name)).map(goneOf));
  // Standings come last, after all they count.
  for (let at = 0; at < missing.length; at += batch) await keep(missing.slice(at, at + batch));
  await dropRemoved(first, missing, write);
}

const goneOf = (name: RowName): Change => changeOf(JSON.parse(name) as Key, undefined);

/** Who was taken off the device while they were copied must not come back from here. */
async function dropRemoved(
  first: OpenDatabase,
  taken: readonly Change[],
  write: TwinWrites['write'],
): Promise<void> {
  const there = new Set(
    await first.read(['learners', 'standings'], async (tx) => [
      ...(await tx.keys('learners')),
      ...(await tx.keys('standings')).map(([learner]) => learner),
    ]),
  );
  for (const {store, key} of taken) {
    const learner = store === 'learners' ? key : store === 'standings' ? key[0] : undefined;
    if (learner === undefined || there.has(learner)) continue;
    await write((rows) => deleteLearner(rows, learner), 'strict');
  }
}
