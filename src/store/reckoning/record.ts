import type {LessonKey, QuestionKey} from '../../curriculum/ids.js';
import type {Response} from '../../curriculum/question.js';

/** 10 bytes as 16 characters of Crockford base32, upper case. */
export type LearnerKey = string;
/** 10 bytes as 16 characters of Crockford base32, upper case. Never restored, copied or shared: a second holder mints anew. */
export type DeviceKey = string;
/** `device/learner/course`: what `seq` counts in, without gaps. */
export type StreamKey = string;
/** UUIDv7, lower case with hyphens. */
export type RecordId = string;
/** Days since 2020-01-01 on the wall clock of the device that wrote the record. */
export type CivilDay = number;
/** Quarters since 2020 Q1 = 0. */
export type Quarter = number;

export type Verb =
  | 'opened'
  | 'answered'
  | 'completed'
  | 'practised'
  | 'assisted'
  | 'attended'
  | 'attested'
  | 'retired'
  | 'restarted'
  | 'voided';

/** Running totals of a stream in a quarter: minutes of study, then KN1…KN5 help given. Absolute, never a delta. */
export type Totals = readonly [
  minutes: number,
  kn1: number,
  kn2: number,
  kn3: number,
  kn4: number,
  kn5: number,
];

/**
 * Something a learner did. Its JSON text is frozen when it is made, then stored,
 * sent and compared as bytes; this is the view of it. See data.md §2.
 */
export interface LearningRecord {
  readonly id: RecordId;
  readonly v: 1;
  readonly learner: LearnerKey;
  readonly device: DeviceKey;
  readonly course: string;
  /** Gapless per stream, from 1. */
  readonly seq: number;
  /** Device clock, ms since 1970 UTC. */
  readonly at: number;
  /** Minutes east of UTC on that device. */
  readonly tz: number;
  /** Stamped by the device: `behind` when before the course's build day or this stream's previous record. */
  readonly clock: 'ok' | 'behind';
  readonly epoch: number;
  readonly courseVersion: string;
  readonly lang: string;
  readonly verb: Verb;
  readonly lesson?: LessonKey;
  readonly question?: QuestionKey;
  /** A milestone that was completed, as its slot name: `m07@1`. */
  readonly milestone?: LessonKey;
  /** 1 + the highest attempt at this question@rev known in the transaction that wrote it. */
  readonly attempt?: number;
  readonly use: 'lesson' | 'review' | 'pre' | 'post' | 'session';
  readonly mode: 'self' | 'group' | 'proxy';
  readonly session?: string;
  readonly result?: {
    readonly response: Response;
    /** The response in one line, as a report would print it. */
    readonly simpleResponse: string;
    /** 0 to 1; only 1 is right. */
    readonly correct: number;
    readonly hinted: boolean;
    /** Time in view since the question was drawn, in ms. */
    readonly activeMs: number;
  };
  /** The completion rule in force when `completed` was written. */
  readonly rule?: 'all-right' | 'read' | 'milestone';
  /** `merged`: judged over what another device contributed. */
  readonly basis?: 'own' | 'merged';
  readonly totals?: Totals;
}

export const streamKey = (device: DeviceKey, learner: LearnerKey, course: string): StreamKey =>
  `${device}/${learner}/${course}`;
