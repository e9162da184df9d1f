import {bearsKey} from './bears-key.js';
import type {Database} from './database.js';
import type {LearnerKey} from './reckoning/record.js';
import {type Tombstones, tombstoneOf, tombstonesIn} from './tombstones.js';

/** What forgetting needs of the store around it. */
export interface ForgettingSurroundings {
  readonly database: Database;
  readonly now: () => number;
  /** Takes somebody off this device with copies and rows. */
  readonly remove: (learner: LearnerKey) => Promise<void>;
}

const newSalt = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** One salt for all marks of a device, so that the door hashes a key once. */
const saltOf = (tombstones: Tombstones) => [...tombstones.values()][0]?.salt ?? newSalt();

/**
 * Forgets a learner: first the mark that keeps them out, then what is kept of them. Should the browser die in
 * between, `goOnForgetting` finds by the mark that something is left.
 */
export async function forgetLearner(
  learner: LearnerKey,
  {database, now, remove}: ForgettingSurroundings,
  given?: string,
): Promise<void> {
  const salt = given ?? saltOf(await tombstonesIn(database));
  const key = await tombstoneOf(salt, learner);
  const at = now();
  await database.write(['tombstones'], (tx) =>
    Promise.resolve(tx.put('tombstones', key, {at, salt, forgetting: learner})),
  );
  await remove(learner);
  await dropQuarantineOf(learner, database);
  await database.write(['tombstones'], async (tx) => {
    const row = await tx.get('tombstones', key);
    // Somebody welcomed them meanwhile.
    if (row?.forgetting === learner) tx.put('tombstones', key, {at, salt});
  });
}

/** Finishes what a former page began. */
export async function goOnForgetting(surroundings: ForgettingSurroundings): Promise<void> {
  for (const {forgetting, salt} of (await tombstonesIn(surroundings.database)).values()) {
    // Under the salt of that very mark: after a loss there may be others, and it would name them for ever.
    if (forgetting !== undefined) await forgetLearner(forgetting, surroundings, salt);
  }
}

/** Lets a learner in again. */
export async function welcomeLearner(learner: LearnerKey, database: Database): Promise<void> {
  const tombstones = await tombstonesIn(database);
  for (const salt of new Set([...tombstones.values()].map((row) => row.salt))) {
    const key = await tombstoneOf(salt, learner);
    await database.write(['tombstones'], async (tx) => {
      const row = await tx.get('tombstones', key);
      if (row) tx.put('tombstones', key, {at: row.at, salt, welcome: true});
    });
  }
}

/** What could not be taken in and is theirs, by what the door could read of it, or by their key within it. */
async function dropQuarantineOf(learner: LearnerKey, database: Database): Promise<void> {
  await database.write(['quarantine'], async (tx) => {
    const rows = await tx.all('quarantine');
    for (const [at, key] of (await tx.keys('quarantine')).entries()) {
      const row = rows[at];
      if (row && (row.learner === learner || bearsKey(row.found, learner))) {
        tx.delete('quarantine', key);
      }
    }
  });
}
