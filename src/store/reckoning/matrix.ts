import type {Course} from '../../curriculum/course.js';
import type {ReceivedLearner} from './packet.js';
import type {CivilDay, LearnerKey} from './record.js';

/** done · not done, and the data is fresh enough to say so · unknown: nothing received, a gap, too old, or a lesson the sender did not have. */
export const cellStates = [
  'unknown',
  'not-done',
  'started',
  'done',
  'done-before',
  'all-right',
] as const;
/** Index into `cellStates`. `all-right`: every question right, completion not yet written by the learner's device. */
export type CellState = 0 | 1 | 2 | 3 | 4 | 5;

/** Learners × lessons in typed columns; row-major, `states[row * lessons.length + column]`. */
export interface Matrix {
  readonly lessons: readonly {
    readonly id: string;
    readonly title: string;
    readonly module: string;
  }[];
  readonly learners: readonly {
    readonly learner: LearnerKey;
    readonly name?: string;
    /** Effective day of the newest admitted packet; undefined when none has a usable date. */
    readonly dataDay?: CivilDay;
    readonly fresh: boolean;
    /** The sending device's clock cannot be right. */
    readonly wrongClock: boolean;
    readonly gap: boolean;
  }[];
  readonly states: Uint8Array;
  /** Day of completion per cell, 0xffff unknown. */
  readonly days: Uint16Array;
  /** Per lesson: done, not done (started included), unknown; they add up to the number of learners. */
  readonly totals: readonly {
    readonly done: number;
    readonly notDone: number;
    readonly unknown: number;
  }[];
  /** The oldest data any figure rests on. */
  readonly oldest?: CivilDay;
}

export type MatrixOf = (
  course: Course,
  received: readonly ReceivedLearner[],
  today: CivilDay,
) => Matrix;
