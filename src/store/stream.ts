import type {Course} from '../curriculum/course.js';
import {civilDay, dayOf, quarterOf} from './reckoning/calendar.js';
import {judge} from './reckoning/judge.js';
import {
  type DeviceKey,
  type LearnerKey,
  type LearningRecord,
  type RecordId,
  streamKey,
  type Totals,
} from './reckoning/record.js';
import {emptyRun, type Run} from './reckoning/run.js';
import {type Draft, foldInto} from './reckoning/standing.js';

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

const recentCount = 8;
const minute = 60_000;
/** A tab left in view over lunch is not study time. */
const longestAnswer = 30 * minute;

export const newStream = (device: DeviceKey): OwnStream => ({
  device,
  seq: 0,
  tail: '',
  at: 0,
  recent: [],
  restMs: 0,
  epoch: 0,
  run: emptyRun,
  past: [],
});

/** The stream goes on under another device id; what was written stays as it is. */
export const renamed = (own: OwnStream, device: DeviceKey): OwnStream => ({
  ...newStream(device),
  epoch: own.epoch,
  run: own.run,
  ...(own.lastLesson !== undefined && {lastLesson: own.lastLesson}),
  past: own.seq === 0 ? own.past : [...own.past, [own.device, own.seq, own.tail]],
});

/** Where this device stands in the middle of writing; `draft` belongs to the caller. */
export interface Position {
  own: OwnStream;
  readonly draft: Draft;
}

/** What happened, before it has a place in the stream. */
export type Deed = Pick<LearningRecord, 'id' | 'verb'> &
  Partial<
    Pick<
      LearningRecord,
      'lesson' | 'question' | 'milestone' | 'use' | 'lang' | 'result' | 'rule' | 'basis' | 'retires'
    >
  >;

/** What the world says at the moment of writing. */
export interface Moment {
  readonly learner: LearnerKey;
  readonly course: Course;
  readonly at: number;
  readonly tz: number;
  readonly newId: () => RecordId;
}

const tailOf = (id: RecordId) => id.slice(-4);

/** Takes in a record of this learner and course that is already frozen: one held elsewhere, or read again. */
export function absorb(position: Position, record: LearningRecord): void {
  const {own, draft} = position;
  foldInto(draft, record);
  if (record.device !== own.device || record.seq <= own.seq) return;
  position.own = {
    ...own,
    seq: record.seq,
    tail: tailOf(record.id),
    at: record.at,
    recent: [...own.recent, record.id].slice(-recentCount),
    ...runAfter(own, draft, record),
  };
}

function runAfter(own: OwnStream, draft: Draft, {verb, lesson, question, result}: LearningRecord) {
  const epoch = draft.epoch;
  let run = epoch > own.epoch ? emptyRun : own.run;
  if (epoch > 0) {
    if (verb === 'opened' && lesson !== undefined && !run.opened.includes(lesson)) {
      run = {...run, opened: [...run.opened, lesson]};
    }
    const right = verb === 'answered' && result?.correct === 1;
    if (right && question !== undefined && !run.right.includes(question)) {
      run = {...run, right: [...run.right, question]};
    }
  }
  const touched = verb === 'opened' || verb === 'answered';
  return {
    epoch,
    run,
    ...(touched && lesson !== undefined && {lastLesson: lesson.slice(0, lesson.lastIndexOf('@'))}),
  };
}

/** Makes the next record of the stream and takes it in. */
function append(position: Position, deed: Deed, moment: Moment): LearningRecord {
  const {own, draft} = position;
  const {learner, course, at, tz} = moment;
  const {use = 'lesson'} = deed;
  const day = civilDay(at, tz);
  const stream = streamKey(own.device, learner, course.id);
  const [, before] = draft.totals[`${stream}|${quarterOf(day)}`] ?? [];
  const restMs = own.restMs + Math.min(deed.result?.activeMs ?? 0, longestAnswer);
  const [minutes = 0, ...help] = before ?? [0, 0, 0, 0, 0, 0];
  const tries = deed.question === undefined ? 0 : (draft.questions[deed.question]?.tries ?? 0);
  const record: LearningRecord = {
    id: deed.id,
    v: 1,
    learner,
    device: own.device,
    course: course.id,
    seq: own.seq + 1,
    at,
    tz,
    clock: day < dayOf(course.builtOn) || at < own.at ? 'behind' : 'ok',
    epoch: deed.verb === 'restarted' ? Math.min(draft.epoch + 1, 255) : draft.epoch,
    courseVersion: course.version,
    lang: deed.lang ?? course.lang,
    verb: deed.verb,
    ...(deed.lesson !== undefined && {lesson: deed.lesson}),
    ...(deed.question !== undefined && {question: deed.question}),
    // Attempts are counted by the standing, which knows only those at lessons.
    ...(deed.question !== undefined && use === 'lesson' && {attempt: tries + 1}),
    ...(deed.milestone !== undefined && {milestone: deed.milestone}),
    use,
    mode: 'self',
    ...(deed.result && {result: deed.result}),
    ...(deed.rule && {rule: deed.rule}),
    ...(deed.basis && {basis: deed.basis}),
    ...(deed.retires && {retires: deed.retires}),
    totals: [minutes + Math.floor(restMs / minute), ...help] as unknown as Totals,
  };
  absorb(position, record);
  position.own = {...position.own, restMs: restMs % minute};
  return record;
}

/**
 * Writes a deed and whatever the course's rules call complete after it. Without a deed only
 * the judging is done: another device may have brought the last right answer.
 */
export function write(
  position: Position,
  deed: Deed | undefined,
  moment: Moment,
): readonly LearningRecord[] {
  const records = deed ? [append(position, deed, moment)] : [];
  const basis = deed ? 'own' : 'merged';
  for (const {key, kind, rule} of judge(moment.course, position.draft, runOf(position))) {
    const place = kind === 'lesson' ? {lesson: key} : {milestone: key};
    const id = moment.newId();
    const {lang = moment.course.lang} = deed ?? {};
    records.push(append(position, {id, verb: 'completed', lang, ...place, rule, basis}, moment));
  }
  return records;
}

/** What was done since the restart; nothing when the restart came from another device. */
export const runOf = ({own, draft}: {own: OwnStream; draft: {epoch: number}}): Run =>
  own.epoch === draft.epoch ? own.run : emptyRun;
