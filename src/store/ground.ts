import {KnsError} from '../errors.js';
import {type Database, type OpenDatabase, openDatabase} from './database.js';
import {newKey} from './ids.js';
import {newDevice} from './keys.js';
import {memoryDatabase} from './memory-database.js';
import {goOnAs} from './new-name.js';
import type {DeviceKey, StreamKey} from './reckoning/record.js';
import {restoreFromTwin} from './restore-from-twin.js';
import type {Backup, KeepingState, StoreOptions, Witness} from './store-contract.js';
import {openTwin, type Twin, twinned} from './twin.js';
import {endsOf} from './witness.js';

/** What the store stands on, once it was opened. */
export interface Ground {
  readonly database: OpenDatabase;
  readonly state: KeepingState;
  readonly device: DeviceKey;
  /** The database fell behind its second copy: an older state of it came back. */
  readonly rolledBack: boolean;
  readonly twin?: Twin;
  /** Resolves once database and twin have what either had at the opening. Never rejects. */
  readonly inStep: Promise<void>;
}

export interface GroundOptions {
  readonly name: string;
  /** Nothing is to be kept. */
  readonly shared: boolean;
  readonly backup: Backup | undefined;
  readonly usedBefore: (() => Promise<boolean>) | undefined;
  readonly twinPlace: StoreOptions['twinPlace'];
  /** The database was cleared while the page ran; this is the new one's incarnation. */
  readonly emptied: (incarnation: string) => void;
  /** Rows were brought back from the twin after the first screen. */
  readonly cameBack: () => void;
}

/** Opens the database, or memory in its place, and compares it with the second copy (data.md D4). */
export async function openGround({
  name,
  shared,
  backup,
  usedBefore,
  twinPlace,
  emptied,
  cameBack,
}: GroundOptions): Promise<Ground> {
  if (shared) {
    const database = memoryDatabase();
    const device = await deviceOf(database);
    return {database, state: 'shared', device, rolledBack: false, inStep: Promise.resolve()};
  }
  // Read before any row: another tab may write both meanwhile, which must not look like a rollback.
  const reading = backup?.read([]);
  const openingTwin = twinOf(name, twinPlace);
  let database: OpenDatabase;
  let failed: KeepingState | undefined;
  try {
    database = await openDatabase(name, emptied);
  } catch (error) {
    // With nothing beside it either, the page forgets: whatever the reason, that is what must be said.
    failed = backup ? stateOf(error) : 'memory';
    database = memoryDatabase();
  }
  const twin = await openingTwin;
  const isUsable = failed !== 'memory' && failed !== 'newer';
  let inStep = Promise.resolve();
  if (!isUsable) twin?.close();
  else if (twin) ({database, inStep} = await joinedWith(database, twin, cameBack));
  const witness = await reading;
  let device = await deviceOf(database);
  const beside = {inStep, ...(isUsable && twin && {twin})};
  if (failed) {
    if (witness && !witness.cleared) await bringBack(database, witness);
    return {database, state: failed, device, rolledBack: false, ...beside};
  }
  if (!witness || !isWorthKeeping(witness)) {
    const state = !witness && (await isWiped(database, usedBefore)) ? 'wiped' : 'ready';
    return {database, state, device, rolledBack: false, ...beside};
  }
  const isAnother = witness.incarnation !== database.incarnation;
  if (isAnother && !(twin && (await isCovered(database, witness)))) {
    return {database, state: 'lost', device, rolledBack: false, ...beside};
  }
  // The answers written here are back; learners and what codes brought may be known to the second copy alone.
  if (isAnother) await bringBack(database, witness);
  // Read once more: another tab may have removed a learner while this one waited for the database.
  const still = (await isBehind(database, witness)) ? await backup?.read([]) : undefined;
  const rolledBack = still !== undefined && (await isBehind(database, still));
  if (rolledBack) device = await goOnUnderNewName(database, still);
  return {database, state: 'ready', device, rolledBack, ...beside};
}

/** How long a first screen waits for a twin that does not come, in ms. */
const twinPatience = 3000;

async function twinOf(name: string, place: StoreOptions['twinPlace']): Promise<Twin | undefined> {
  const opening = place && openTwin(name, place);
  let late = false;
  const waited = new Promise<undefined>((resolve) => {
    setTimeout(() => {
      late = true;
      resolve(undefined);
    }, twinPatience);
  });
  void opening?.then(
    (twin) => late && twin?.close(),
    () => undefined,
  );
  return Promise.race([opening, waited]).catch(() => undefined);
}

/**
 * The database with its twin behind it, and with what it had lost. What the first screen shows comes back before
 * it; the rest, and what the twin lacks, at leisure. A twin that cannot be read is left as it is.
 */
async function joinedWith(
  database: OpenDatabase,
  twin: Twin,
  cameBack: () => void,
): Promise<Pick<Ground, 'database' | 'inStep'>> {
  try {
    if (await restoreFromTwin(database, twin, 'quick')) cameBack();
  } catch {
    // To be compared again at the next opening; until then it must not forget what it has.
    return {database, inStep: Promise.resolve()};
  }
  const both = twinned(database, twin);
  const inStep = atLeisure(both, twin, cameBack).catch(() => undefined);
  return {database: both, inStep};
}

async function atLeisure(database: OpenDatabase, twin: Twin, cameBack: () => void): Promise<void> {
  if (await restoreFromTwin(database, twin, 'thorough')) cameBack();
  await twin.catchUp(database);
}

/** Whether the database has all that the second copy of another life of it tells of. */
export async function isCovered(database: Database, witness: Witness): Promise<boolean> {
  if (await isBehind(database, witness)) return false;
  // Nothing but what codes brought: then something has to be here.
  if (Object.keys(witness.streams).length > 0) return true;
  return (await database.read(['standings'], (tx) => tx.keys('standings'))).length > 0;
}

const stateOf = (error: unknown): KeepingState => {
  const code = error instanceof KnsError ? error.code : '';
  if (code === 'storage-none') return 'memory';
  return code === 'storage-newer' ? 'newer' : 'broken';
};

/**
 * Nothing here and nothing beside it, where somebody was before: everything may have been cleared
 * (data.md D4, last row). Remembered until something is learned, since the database is fresh only once.
 */
async function isWiped(
  database: OpenDatabase,
  usedBefore: GroundOptions['usedBefore'],
): Promise<boolean> {
  try {
    if (!database.fresh) {
      return await database.read(['meta', 'standings'], async (tx) => {
        const wiped = (await tx.get('meta', 'store'))?.wiped === true;
        return wiped && (await tx.keys('standings')).length === 0;
      });
    }
    if (!(await usedBefore?.())) return false;
    await database.write(['meta'], async (tx) => {
      const meta = await tx.get('meta', 'store');
      if (meta) tx.put('meta', 'store', {...meta, wiped: true});
    });
    return true;
  } catch (error) {
    if (!(error instanceof KnsError)) throw error;
    // Whoever cannot read here hears of that when they answer.
    return false;
  }
}

/** Whether something would be missed. */
export const isWorthKeeping = ({cleared, streams, standings, undecoded = []}: Witness): boolean =>
  // What a code brought, or a rescue, is in no stream of this device.
  !cleared && (Object.keys(streams).length > 0 || standings.length + undecoded.length > 0);

/** The name this device writes under; minted once per database. */
async function deviceOf(database: Database): Promise<DeviceKey> {
  try {
    const row = await database.read(['keys'], (tx) => tx.get('keys', 'device'));
    if (row) return row.device;
    const minted = await newDevice();
    return await database.write(['keys'], async (tx) => {
      const there = await tx.get('keys', 'device');
      if (!there) tx.put('keys', 'device', minted);
      return (there ?? minted).device;
    });
  } catch (error) {
    if (!(error instanceof KnsError)) throw error;
    // No room even for a name: it lives as long as the page.
    return newKey();
  }
}

async function isBehind(database: Database, {streams}: Witness): Promise<boolean> {
  const {keys, rows} = await database.read(['standings'], async (tx) => ({
    keys: await tx.keys('standings'),
    rows: await tx.all('standings'),
  }));
  const ends = new Map<StreamKey, readonly [seq: number, tail: string]>();
  for (const [index, [learner, course]] of keys.entries()) {
    const own = rows[index]?.own;
    for (const [stream, end] of own ? endsOf(learner, course, own) : []) ends.set(stream, end);
  }
  return Object.entries(streams).some(([stream, [seq, tail]]) => {
    const end = ends.get(stream);
    return !end || end[0] < seq || (end[0] === seq && end[1] !== tail);
  });
}

/** Numbers already given away must not be given twice: every stream ends here and begins anew. */
async function goOnUnderNewName(database: Database, witness: Witness): Promise<DeviceKey> {
  const minted = await newDevice();
  await database.write(['keys', 'standings'], (tx) => goOnAs(tx, minted));
  await bringBack(database, witness);
  return minted.device;
}

/** Learners of the second copy are learners here again; what they had learned follows course by course. */
export async function bringBack(database: Database, {learners}: Witness): Promise<void> {
  await database.write(['meta', 'learners'], async (tx) => {
    for (const learner of learners) {
      if (!(await tx.get('learners', learner.key))) tx.put('learners', learner.key, learner);
    }
    const meta = await tx.get('meta', 'store');
    // Somebody the copy does not know only looked in after the loss.
    const isKnown = learners.some(({key}) => key === meta?.current);
    const current = isKnown ? meta?.current : (learners[0]?.key ?? meta?.current);
    if (meta) tx.put('meta', 'store', {...meta, rescue: {done: []}, ...(current && {current})});
  });
}
