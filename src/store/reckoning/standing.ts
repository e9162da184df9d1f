import type {LessonKey, QuestionKey} from '../../curriculum/ids.js';
import {civilDay, quarterOf} from './calendar.js';
import {
  type CivilDay,
  type Counted,
  type DeviceKey,
  hasUnknownFields,
  isUnderstood,
  type LearningRecord,
  type Quarter,
  type StreamKey,
  streamKey,
  type Totals,
} from './record.js';

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

type Mutable<T> = {-readonly [K in keyof T]: T[K]};

/** A standing nobody else holds, so that folding may write into it. */
export interface Draft {
  lessons: Record<LessonKey, LessonStanding>;
  questions: Record<QuestionKey, QuestionStanding>;
  epoch: number;
  totals: Record<`${StreamKey}|${Quarter}`, readonly [seq: number, totals: Totals]>;
  covered: Record<StreamKey, Ranges>;
  attested: Record<`${StreamKey}|${LessonKey}`, readonly [seq: number, given: boolean]>;
  retired: Record<DeviceKey, number>;
  newer: boolean;
}

const newDraft = (): Draft => ({
  lessons: {},
  questions: {},
  epoch: 0,
  totals: {},
  covered: {},
  attested: {},
  retired: {},
  newer: false,
});

/** Nothing is known. */
export const emptyStanding: Standing = newDraft();

/** A copy that may be folded into. Entries are shared: folding replaces them, it never writes into one. */
export const draftOf = (standing: Standing): Draft => ({
  lessons: {...standing.lessons},
  questions: {...standing.questions},
  epoch: standing.epoch,
  totals: {...standing.totals},
  covered: {...standing.covered},
  attested: {...standing.attested},
  retired: {...standing.retired},
  newer: standing.newer,
});

/** Totals compare by their number in the stream; two with the same number (a cloned device) by their vector. */
const newerTotals = (
  a: readonly [number, Totals] | undefined,
  b: readonly [number, Totals],
): readonly [number, Totals] => {
  if (!a || a[0] < b[0]) return b;
  if (a[0] > b[0]) return a;
  for (const [index, value] of a[1].entries()) {
    const other = b[1][index] ?? 0;
    if (value !== other) return value > other ? a : b;
  }
  return a;
};

/** The ranges with one more in them. */
function covering(ranges: Ranges = [], from: number, to: number): Ranges {
  const last = ranges.at(-1);
  if (last && from >= last[0] && from <= last[1] + 1) {
    const grown = ranges.slice();
    grown[grown.length - 1] = [last[0], Math.max(last[1], to)];
    return grown;
  }
  let start = 0;
  while (start < ranges.length && ranges[start]![1] + 1 < from) start += 1;
  let end = start;
  let [low, high] = [from, to];
  while (end < ranges.length && ranges[end]![0] <= high + 1) {
    low = Math.min(low, ranges[end]![0]);
    high = Math.max(high, ranges[end]![1]);
    end += 1;
  }
  return [...ranges.slice(0, start), [low, high], ...ranges.slice(end)];
}

const unknownLesson: LessonStanding = {reach: 0, day: unknownDay, run: -1, practised: false};
const unknownQuestion: QuestionStanding = {
  firstRight: false,
  firstWrong: false,
  right: false,
  tries: 0,
};

/** A fresh entry in the draft, to be written into at once. */
const lessonIn = (draft: Draft, key: LessonKey): Mutable<LessonStanding> =>
  (draft.lessons[key] = {...(draft.lessons[key] ?? unknownLesson)});

const questionIn = (draft: Draft, key: QuestionKey): Mutable<QuestionStanding> =>
  (draft.questions[key] = {...(draft.questions[key] ?? unknownQuestion)});

const reachOf = {proxy: 3, group: 4, self: 5} as const;

function foldAnswer(draft: Draft, {question, use, attempt, result}: Counted): void {
  if (question === undefined) return;
  const isRight = result?.correct === 1;
  // Reviews and self-assessments would spoil item analysis and "stuck".
  const counts = use === 'lesson' && attempt !== undefined;
  if (!isRight && !counts) return;
  const standing = questionIn(draft, question);
  standing.right ||= isRight;
  if (!counts) return;
  standing.tries = Math.max(standing.tries, Math.min(attempt, 7));
  if (attempt !== 1 || !result) return;
  if (isRight) standing.firstRight = true;
  else standing.firstWrong = true;
}

/**
 * Adds the one element a record stands for. Looks at nothing but the record: see the table in data.md §4. `plainly`: the
 * stream of a record of which whoever read it knows that this version understands every word.
 */
export function foldInto(draft: Draft, record: Counted, plainly?: StreamKey): void {
  const {device, learner, course, seq, verb, lesson, epoch} = record;
  const stream = plainly ?? streamKey(device, learner, course);
  draft.covered[stream] = covering(draft.covered[stream], seq, seq);
  if (!plainly) {
    if (!isUnderstood(record)) {
      draft.newer = true;
      return;
    }
    draft.newer ||= hasUnknownFields(record);
  }
  draft.epoch = Math.max(draft.epoch, epoch);
  const day = civilDay(record.at, record.tz);
  if (record.totals) {
    const key = `${stream}|${quarterOf(day)}` as const;
    draft.totals[key] = newerTotals(draft.totals[key], [seq, record.totals]);
  }
  switch (verb) {
    case 'opened':
    case 'answered':
      if (lesson !== undefined) {
        const reach = verb === 'opened' ? 1 : 2;
        if ((draft.lessons[lesson]?.reach ?? 0) < reach) lessonIn(draft, lesson).reach = reach;
      }
      if (verb === 'answered') foldAnswer(draft, record);
      break;
    case 'completed':
      for (const key of [lesson, record.milestone]) {
        if (key === undefined) continue;
        const standing = lessonIn(draft, key);
        standing.reach = Math.max(standing.reach, reachOf[record.mode]) as Reach;
        if (record.clock === 'ok') standing.day = Math.min(standing.day, day);
        standing.run = Math.max(standing.run, epoch);
      }
      break;
    case 'practised':
      if (lesson !== undefined) lessonIn(draft, lesson).practised = true;
      break;
    case 'attested':
      if (lesson !== undefined) {
        const key = `${stream}|${lesson}` as const;
        draft.attested[key] = newerAttestation(draft.attested[key], [seq, !record.withdrawn]);
      }
      break;
    case 'retired':
      if (record.retires) {
        const {device: retired, seq: last} = record.retires;
        draft.retired[retired] = Math.max(draft.retired[retired] ?? 0, last);
      }
      break;
  }
}

/** One writer, so the larger number is the later; should a clone write the same number, the attestation stands. */
const newerAttestation = (
  a: readonly [number, boolean] | undefined,
  b: readonly [number, boolean],
): readonly [number, boolean] => (!a || a[0] < b[0] || (a[0] === b[0] && b[1]) ? b : a);

/** What the records say, together with what was `known` before, which stays as it is. */
export function fold(records: Iterable<LearningRecord>, known: Standing = emptyStanding): Standing {
  const draft = draftOf(known);
  for (const record of records) foldInto(draft, record);
  return draft;
}

/** Joins `other` into a draft; `other` is not touched. */
export function joinInto(draft: Draft, other: Standing): void {
  for (const [key, {reach, day, run, practised}] of Object.entries(other.lessons)) {
    const standing = lessonIn(draft, key);
    standing.reach = Math.max(standing.reach, reach) as Reach;
    standing.day = Math.min(standing.day, day);
    standing.run = Math.max(standing.run, run);
    standing.practised ||= practised;
  }
  for (const [key, {firstRight, firstWrong, right, tries}] of Object.entries(other.questions)) {
    const standing = questionIn(draft, key);
    standing.firstRight ||= firstRight;
    standing.firstWrong ||= firstWrong;
    standing.right ||= right;
    standing.tries = Math.max(standing.tries, tries);
  }
  draft.epoch = Math.max(draft.epoch, other.epoch);
  for (const key of Object.keys(other.totals) as (keyof Standing['totals'])[]) {
    draft.totals[key] = newerTotals(draft.totals[key], other.totals[key]!);
  }
  for (const [stream, ranges] of Object.entries(other.covered)) {
    for (const [from, to] of ranges) {
      draft.covered[stream] = covering(draft.covered[stream], from, to);
    }
  }
  for (const key of Object.keys(other.attested) as (keyof Standing['attested'])[]) {
    draft.attested[key] = newerAttestation(draft.attested[key], other.attested[key]!);
  }
  for (const [device, seq] of Object.entries(other.retired)) {
    draft.retired[device] = Math.max(draft.retired[device] ?? 0, seq);
  }
  draft.newer ||= other.newer;
}

/** The least standing above both; neither is touched. */
export function join(a: Standing, b: Standing): Standing {
  const draft = draftOf(a);
  joinInto(draft, b);
  return draft;
}

/** Whether two standings say the same. */
export function sameStanding(a: Standing, b: Standing): boolean {
  return (
    a.epoch === b.epoch &&
    a.newer === b.newer &&
    same(a.lessons, b.lessons) &&
    same(a.questions, b.questions) &&
    same(a.totals, b.totals) &&
    same(a.covered, b.covered) &&
    same(a.attested, b.attested) &&
    same(a.retired, b.retired)
  );
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => same((a as never)[name], (b as never)[name]))
  );
}

/** `a ⊑ b`: `b` already says everything `a` says. */
export const below = (a: Standing, b: Standing): boolean => sameStanding(join(a, b), b);
