import {KnsError} from '../errors.js';
import type {LearnerKey} from './reckoning/record.js';
import {copied, keyOf, type Named, type Twin, under} from './twin.js';

/** Deletes all rows of a learner, with those of others that name them. */
export function deleteLearner(
  rows: IDBObjectStore,
  learner: LearnerKey,
  beside: readonly Named[] = [],
): void {
  for (const from of copied) rows.delete(under(from, learner));
  for (const named of beside) rows.delete(keyOf(named));
}

/** The same in a twin, for good. Rejects with KnsError `storage-broken` when that cannot be done. */
export async function forgetInTwin(
  twin: Twin,
  learner: LearnerKey,
  beside: readonly Named[],
): Promise<void> {
  try {
    await twin.drop((rows) => deleteLearner(rows, learner, beside));
  } catch (cause) {
    throw new KnsError('storage-broken', 'The twin cannot be reached.', {cause});
  }
}
