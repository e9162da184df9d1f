import type {Database, WriteTransaction} from './database.js';
import type {DeviceRow, Layout, StandingRow} from './database-layout.js';
import {forgetInTwin} from './forget-in-twin.js';
import {newDevice} from './keys.js';
import {rebuiltPosition, rowOf} from './own-standing.js';
import {joinedMember} from './reckoning/member-register.js';
import {unpackStanding} from './reckoning/packed-standing.js';
import {type DeviceKey, type LearnerKey, readRecord} from './reckoning/record.js';
import {isLater} from './reckoning/register.js';
import {joinInto} from './reckoning/standing.js';
import {isAhead} from './restore-from-twin.js';
import {newStream, type OwnStream, renamed} from './stream.js';
import {forgottenAmong, tombstonesIn} from './tombstones.js';
import {type Change, type ChangeOf, copied, type CopiedStore, rowName, type Twin} from './twin.js';
import {endsOf} from './witness.js';

type StandingKey = Layout['standings']['key'];

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

const learnersOf = (change: Change): readonly LearnerKey[] => {
  const {store, key} = change;
  if (store === 'quarantine') return change.row?.learner === undefined ? [] : [change.row.learner];
  if (store === 'links') return key;
  if (store === 'learners' || store === 'names') return [key];
  return Array.isArray(key) ? [key[0]] : [];
};

/**
 * The rows without those of learners whom a mark keeps out, here or in the twin: whoever was forgotten never comes
 * back. What the twin still has of them goes.
 */
async function welcomeIn(
  found: readonly Change[],
  database: Database,
  twin: Twin,
): Promise<readonly Change[]> {
  const tombstones = new Map(
    found.flatMap((change) =>
      change.store === 'tombstones' && change.row ? [[change.key, change.row] as const] : [],
    ),
  );
  for (const [key, row] of await tombstonesIn(database)) tombstones.set(key, row);
  const forgotten = await forgottenAmong(tombstones, found.flatMap(learnersOf));
  if (forgotten.size === 0) return found;
  const isTheirs = (change: Change) => learnersOf(change).some((key) => forgotten.has(key));
  const links = found.filter((change) => change.store === 'links' && isTheirs(change));
  for (const learner of forgotten) await forgetInTwin(twin, learner, links).catch(() => undefined);
  return found.filter((change) => !isTheirs(change));
}

type Transaction = WriteTransaction<CopiedStore | 'keys' | 'received'>;

/**
 * Puts into the database what its twin has beyond it. Resolves to false, with nothing changed, where a learner was
 * removed since `removals` were counted: then what was read may name somebody who is not to come back.
 */
export async function bringBackFrom(
  twin: Twin,
  database: Database,
  removals: number,
): Promise<boolean> {
  const found = await welcomeIn(await twin.rows(), database, twin);
  const minted = await newDevice();
  return database.write([...copied, 'keys', 'received'], async (tx) => {
    if (((await tx.get('meta', 'store'))?.removals ?? 0) !== removals) return false;
    // What was deleted here since the two were compared is no loss. By now the page knows of whatever this transaction sees.
    const lost = found.filter(
      (change) => change.store === 'standings' || !twin.isBehind(rowName(change)),
    );
    await bringBack(tx, lost, minted);
    return true;
  });
}

/** `minted` names the device where it must. */
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
  for (const {key, row} of of('receipts')) {
    if (row && ((await tx.get('receipts', key))?.at ?? -Infinity) < row.at) {
      tx.put('receipts', key, row);
    }
  }
  for (const {key, row} of of('departures')) {
    if (row && ((await tx.get('departures', key))?.at ?? -Infinity) < row.at) {
      tx.put('departures', key, row);
    }
  }
  for (const {key, row} of of('links')) {
    if (row && isLater(row, await tx.get('links', key))) tx.put('links', key, row);
  }
  for (const {key, row} of of('units')) {
    if (row && isLater(row, await tx.get('units', key))) tx.put('units', key, row);
  }
  for (const {key, row} of of('members')) {
    const there = await tx.get('members', key);
    const joined = row && joinedMember(row, there);
    if (joined && joined !== there) tx.put('members', key, joined);
  }
  for (const {key, row} of of('memberLinks')) {
    if (row && isLater(row, await tx.get('memberLinks', key))) tx.put('memberLinks', key, row);
  }
  for (const {key, row} of of('packs')) {
    if (row && !(await tx.get('packs', key))) tx.put('packs', key, row);
  }
  for (const {key, row} of of('reports')) {
    if (row && isLater(row, await tx.get('reports', key))) tx.put('reports', key, row);
  }
  for (const {key, row} of of('sessions')) {
    if (row && isLater(row, await tx.get('sessions', key))) tx.put('sessions', key, row);
  }
  for (const {key, row} of of('quarantine')) {
    if (row && !(await tx.get('quarantine', key))) tx.put('quarantine', key, row);
  }
  for (const {key, row} of of('tombstones')) {
    if (row && !(await tx.get('tombstones', key))) tx.put('tombstones', key, row);
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
  if (device !== named) {
    // What was written under the former name can still be signed.
    if (named?.pair) tx.put('keys', named.device, named);
    tx.put('keys', 'device', device);
  }
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
