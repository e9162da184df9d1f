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

export const verbs = [
  'opened',
  'answered',
  'completed',
  'practised',
  'assisted',
  'attended',
  'attested',
  'retired',
  'restarted',
  'voided',
] as const;
export type Verb = (typeof verbs)[number];

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
  /** On `retired`: the device that is no longer used, and the last number it wrote. */
  readonly retires?: {readonly device: DeviceKey; readonly seq: number};
  /** On `attested`: takes the same issuer's attestation back. */
  readonly withdrawn?: true;
}

/** What of a record makes a standing. */
export type Counted = Omit<LearningRecord, 'courseVersion' | 'lang' | 'result'> & {
  readonly result?: Pick<NonNullable<LearningRecord['result']>, 'correct'>;
};

export const streamKey = (device: DeviceKey, learner: LearnerKey, course: string): StreamKey =>
  `${device}/${learner}/${course}`;

/** The text of a record, made once. Never parse and print again: other versions would print other bytes. */
export const freezeRecord = (record: LearningRecord): string => JSON.stringify(record);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const key = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const id = '[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?';
const course = new RegExp(`^${id}$`);
const lesson = new RegExp(`^${id}@\\d{1,3}$`);
const question = new RegExp(`^${id}#${id}@\\d{1,3}$`);

type Check = (value: unknown) => boolean;
const whole =
  (low: number, high: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const text: Check = (value) => typeof value === 'string' && value.length <= 2000;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const count = whole(0, Number.MAX_SAFE_INTEGER);
const position = whole(1, 0xffff_ffff);

const required: Readonly<Record<string, Check>> = {
  id: matches(uuid),
  v: whole(1, 1000),
  learner: matches(key),
  device: matches(key),
  course: matches(course),
  seq: position,
  at: (value) => Number.isFinite(value) && Math.abs(value as number) <= 8.64e15,
  tz: whole(-1440, 1440),
  clock: (value) => value === 'ok' || value === 'behind',
  epoch: whole(0, 255),
  courseVersion: text,
  lang: text,
  verb: text,
  use: text,
  mode: text,
};

const optional: Readonly<Record<string, Check>> = {
  lesson: matches(lesson),
  question: matches(question),
  milestone: matches(lesson),
  attempt: position,
  session: text,
  result: (value) =>
    isObject(value) &&
    'response' in value &&
    typeof value['simpleResponse'] === 'string' &&
    typeof value['correct'] === 'number' &&
    value['correct'] >= 0 &&
    value['correct'] <= 1 &&
    typeof value['hinted'] === 'boolean' &&
    count(value['activeMs']),
  rule: text,
  basis: text,
  totals: (value) => Array.isArray(value) && value.length === 6 && value.every(count),
  retires: (value) => isObject(value) && matches(key)(value['device']) && position(value['seq']),
  withdrawn: (value) => value === true,
};

const known = new Set(Object.keys({...required, ...optional}));
const uses: readonly string[] = ['lesson', 'review', 'pre', 'post', 'session'];
const modes: readonly string[] = ['self', 'group', 'proxy'];

/**
 * The view of a frozen record, or nothing when it cannot be one. Verbs and fields this
 * version does not know stay in the view; the fold marks them.
 */
export function readRecord(frozen: string): LearningRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(frozen);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  for (const [name, check] of Object.entries(required)) {
    if (!check(value[name])) return undefined;
  }
  for (const [name, check] of Object.entries(optional)) {
    if (value[name] !== undefined && !check(value[name])) return undefined;
  }
  return value as unknown as LearningRecord;
}

/** Whether this version knows what the record means; else it is only counted, not understood. */
export const isUnderstood = ({v, verb, use, mode}: Counted): boolean =>
  v === 1 &&
  (verbs as readonly string[]).includes(verb) &&
  uses.includes(use) &&
  modes.includes(mode);

/** Whether the record says more than this version can read. */
export const hasUnknownFields = (record: Counted): boolean =>
  Object.keys(record).some((name) => !known.has(name));
