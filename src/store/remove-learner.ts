import {KnsError} from '../errors.js';
import {type Changes, studyTopic} from './changes.js';
import type {Database, WriteTransaction} from './database.js';
import type {MetaRow} from './database-layout.js';
import {forgetInTwin} from './forget-in-twin.js';
import {newDevice} from './keys.js';
import {goOnAs} from './new-name.js';
import {type DeviceKey, type LearnerKey, readRecord} from './reckoning/record.js';
import type {Backup, StoreOptions} from './store-contract.js';
import {openTwin, type Twin} from './twin.js';

const stores = ['records', 'standings', 'packets', 'received', 'receipts', 'departures'] as const;

/** Where everything of a learner is; the twin also where it came too late for the opening. */
export interface Places {
  readonly name: string;
  readonly twin: Twin | undefined;
  readonly twinPlace: StoreOptions['twinPlace'];
  /** What lies in a database that cannot be opened now would be back with it. */
  readonly isOutOfReach: boolean;
}

/**
 * Takes a learner off this device with everything: rows, twin and second copy, what was held
 * beside the database. Rejects with `storage-broken` while the twin cannot be reached, which would
 * bring them back. It leaves no mark, so that the same learner may come back with a code (data.md D6); as their
 * numbers would then begin at 1 again, the device goes on under another name, to which this resolves.
 */
export async function removeLearner(
  key: LearnerKey,
  database: Database,
  changes: Changes,
  backup: Backup | undefined,
  {name, twin: near, twinPlace, isOutOfReach}: Places,
): Promise<DeviceKey | undefined> {
  if (isOutOfReach) {
    throw new KnsError('storage-broken', 'Nobody can be removed from a database out of reach.');
  }
  const far = near ?? (twinPlace && openTwin(name, twinPlace));
  const twin = await Promise.resolve(far).catch((cause: unknown) => {
    throw new KnsError('storage-broken', 'The twin cannot be opened.', {cause});
  });
  try {
    return await removeEverywhere(key, database, changes, backup, twin);
  } finally {
    if (twin !== near) twin?.close();
  }
}

async function removeEverywhere(
  key: LearnerKey,
  database: Database,
  changes: Changes,
  backup: Backup | undefined,
  twin: Twin | undefined,
): Promise<DeviceKey | undefined> {
  // First, and once more when the rows are gone: a copy that knew more than the database would bring them back.
  const links = (await database.read(['links'], (tx) => tx.keys('links'))).filter((link) =>
    link.includes(key),
  );
  const claims = (await database.read(['memberLinks'], (tx) => tx.keys('memberLinks'))).filter(
    ([, invited]) => invited === key,
  );
  const beside = [
    ...links.map((link) => ({store: 'links' as const, key: link})),
    ...claims.map((claim) => ({store: 'memberLinks' as const, key: claim})),
  ];
  const heldHere = backup?.held().some((text) => readRecord(text)?.learner === key);
  if (twin) await forgetInTwin(twin, key, beside);
  backup?.forget(key);
  const topics = new Set(['learners', 'received', 'roster']);
  const minted = await newDevice();
  const touched = [
    'keys',
    'meta',
    'learners',
    'names',
    'links',
    'memberLinks',
    'packs',
    ...stores,
  ] as const;
  const isRenamed = await database.write(touched, async (tx) => {
    const meta = await tx.get('meta', 'store');
    if (meta) {
      const rest: {-readonly [Name in keyof MetaRow]: MetaRow[Name]} = {
        ...meta,
        removals: (meta.removals ?? 0) + 1,
      };
      if (meta.current === key) {
        delete rest.current;
        delete rest.seen;
      }
      tx.put('meta', 'store', rest);
    }
    tx.delete('learners', key);
    tx.delete('names', key);
    for (const link of await tx.keys('links')) if (link.includes(key)) tx.delete('links', link);
    for (const link of await tx.keys('memberLinks')) {
      if (link.includes(key)) tx.delete('memberLinks', link);
    }
    await leavePacks(tx, key);
    const wrote = heldHere || (await tx.keys('records', [key])).length > 0;
    for (const store of stores) {
      for (const found of await tx.keys(store, [key])) {
        tx.delete(store, found);
        topics.add(studyTopic(key, found[1]));
      }
    }
    if (!wrote) return false;
    await goOnAs(tx, minted);
    topics.add('device');
    for (const [learner, course] of await tx.keys('standings'))
      topics.add(studyTopic(learner, course));
    return true;
  });
  backup?.forget(key);
  if (twin) await forgetInTwin(twin, key, beside);
  changes.announce(topics);
  return isRenamed ? minted.device : undefined;
}

/** Who of a commune's members they are goes; the rest of what the commune sent stays. */
async function leavePacks(tx: WriteTransaction<'packs'>, learner: LearnerKey): Promise<void> {
  const rows = await tx.all('packs');
  for (const [at, key] of (await tx.keys('packs')).entries()) {
    const row = rows[at]!;
    const links = row.registers.links.filter((link) => link.learner !== learner);
    if (links.length === row.registers.links.length) continue;
    tx.put('packs', key, {...row, registers: {...row.registers, links}});
  }
}
