import type {DeviceKey, RecordId} from './reckoning/record.js';
import type {Run} from './reckoning/run.js';

/** What this device writes next, kept in the same row as the standing so that an answer is one read and two writes. */
export interface OwnStream {
  readonly device: DeviceKey;
  /** Last number used; 0 before the first record. */
  readonly seq: number;
  /** Last 2 bytes of the record id at `seq`, 4 hex digits. */
  readonly tail: string;
  /** When the last record was made, ms UTC: a clock set back shows here. */
  readonly at: number;
  /** The last 8 ids: a retry finds itself here. */
  readonly recent: readonly RecordId[];
  /** Study time not yet a whole minute, in ms. */
  readonly restMs: number;
  readonly lastLesson?: string;
  readonly epoch: number;
  /** What was opened and answered right since the restart; only kept while `epoch` > 0. */
  readonly run: Run;
  /** Streams this device wrote under former names: last number and its tail. */
  readonly past: readonly (readonly [device: DeviceKey, seq: number, tail: string])[];
}
