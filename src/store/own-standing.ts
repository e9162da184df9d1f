import type {WriteTransaction} from './database.js';
import type {LearnerKey} from './reckoning/record.js';
import type {Standing} from './reckoning/standing.js';

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
