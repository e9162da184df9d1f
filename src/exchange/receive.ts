import type {Course} from '../curriculum/course.js';
import type {ErrorCode, Facts} from '../errors.js';
import type {Admission} from '../store/reckoning/packet.js';
import type {LearnerKey} from '../store/reckoning/record.js';

/** A text code that could not be taken in: its beginning as it was found, and why. */
export interface Refused {
  readonly found: string;
  readonly reason: ErrorCode;
  readonly facts: Facts;
}

/** What came of receiving something: nothing is half-imported, everything refused is named. */
export interface Receipt {
  readonly admissions: readonly Admission[];
  readonly refused: readonly Refused[];
  /** Learners without a name on this device: "Mã này của ai?". */
  readonly unknown: readonly LearnerKey[];
}

export interface ReceiveOptions {
  /** Courses whose slots are at hand. */
  courses: readonly Course[];
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}
