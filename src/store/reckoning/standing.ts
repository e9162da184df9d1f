import type {LessonKey, QuestionKey} from '../../curriculum/ids.js';
import type {CivilDay, DeviceKey, Quarter, StreamKey, Totals} from './record.js';

/** How far a lesson got. The order is the order of the chain: join takes the larger. */
export const reaches = ['none', 'opened', 'tried', 'proxy', 'group', 'self'] as const;
/** Index into `reaches`: 0 none · 1 opened · 2 tried · 3 done by proxy · 4 done in a group · 5 done alone. */
export type Reach = 0 | 1 | 2 | 3 | 4 | 5;

/** A completion whose day nobody knows; larger than every day, so any known day wins the join. */
export const unknownDay = Number.POSITIVE_INFINITY;

/** What is known of a lesson at one major version (or of a milestone). */
export interface LessonStanding {
  readonly reach: Reach;
  /** First day of completion; `unknownDay` when not completed or when the clock lied. */
  readonly day: CivilDay;
  /** Highest epoch in which it was completed; -1 never. */
  readonly run: number;
  readonly practised: boolean;
}

/** What is known of a question at one revision. */
export interface QuestionStanding {
  /** Some first attempt was right / was not. Both: two devices that did not know of each other. */
  readonly firstRight: boolean;
  readonly firstWrong: boolean;
  readonly right: boolean;
  /** Saturates at 7; a lower bound of the true count. */
  readonly tries: number;
}

/** Inclusive, ascending, never touching. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/**
 * What a set of records says of one learner in one course: a join semilattice,
 * `fold(A ∪ B) = join(fold A, fold B)`. Absent is unknown, never zero. See data.md §4.
 * Lessons include milestones, under their slot names (`core@1`).
 */
export interface Standing {
  readonly lessons: Readonly<Record<LessonKey, LessonStanding>>;
  readonly questions: Readonly<Record<QuestionKey, QuestionStanding>>;
  readonly epoch: number;
  readonly totals: Readonly<
    Record<`${StreamKey}|${Quarter}`, readonly [seq: number, totals: Totals]>
  >;
  /** Which records the numbers rest on; says nothing about possession. */
  readonly covered: Readonly<Record<StreamKey, Ranges>>;
  readonly attested: Readonly<
    Record<`${StreamKey}|${LessonKey}`, readonly [seq: number, given: boolean]>
  >;
  readonly retired: Readonly<Record<DeviceKey, number>>;
  /** A verb or field this fold does not know was seen: fold again after an update. */
  readonly newer: boolean;
}

/** Raised when the meaning of a folded standing changes; a row of a newer fold is never overwritten. */
export const foldVersion = 1;
