import {type Course, type LessonEntry, lessonsOf} from '../../curriculum/course.js';
import {lessonKey, majorOf, questionKey} from '../../curriculum/ids.js';
import {dayOf} from './calendar.js';
import {missingIn} from './gaps.js';
import {hexOf} from './heads.js';
import {type Learned, learnedIn} from './learned.js';
import type {PacketRow, StreamHead} from './packet.js';
import type {ReceivedPerson} from './persons.js';
import type {CivilDay, LearnerKey} from './record.js';
import type {Ranges, Standing} from './standing.js';

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
    /** Other learners who are the same person. */
    readonly others?: readonly LearnerKey[];
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
  /** Per lesson: done, not done (started included), unknown; they add up to the number of rows. */
  readonly totals: readonly {
    readonly done: number;
    readonly notDone: number;
    readonly unknown: number;
  }[];
  /** The oldest data any figure rests on. */
  readonly oldest?: CivilDay;
}

/** Older data says what was done, but no longer what was not. */
export const freshDays = 30;

const noDay = 0xffff;

type Dated = Pick<PacketRow, 'madeOn' | 'firstReceivedOn' | 'courseVersion'>;
type Edition = Pick<Course, 'builtOn' | 'version'>;

/**
 * Whether a packet claims to be older than the edition of the course it was made with. Only this
 * edition's day is known here, so a code made with an earlier one keeps its date after each release.
 */
function olderThanItsCourse({madeOn, courseVersion: [major, minor]}: Dated, course: Edition) {
  const [ownMajor = 0, ownMinor = 0, patch = 0] = course.version.split('.').map(Number);
  const ahead = major - ownMajor || minor - ownMinor;
  // A packet does not say its patch: of the same minor it may be an earlier edition.
  return (ahead > 0 || (ahead === 0 && patch === 0)) && madeOn < dayOf(course.builtOn);
}

/**
 * The day a packet speaks of: when it was made, but never later than the day its bytes first came,
 * and none when it claims to be older than its course.
 */
export const effectiveDayOf = (packet: Dated, course: Edition): CivilDay | undefined =>
  olderThanItsCourse(packet, course) ? undefined : Math.min(packet.madeOn, packet.firstReceivedOn);

/** The clock of the phone that made this packet cannot be right. */
export const hasWrongClock = (packet: Dated, course: Edition): boolean =>
  olderThanItsCourse(packet, course) || packet.madeOn > packet.firstReceivedOn;

/**
 * Who has done what, as far as it is known on `today` in Vietnam. Rows keep the order of `received`; where learners
 * were joined by `joinPersons`, a row is a person, and so are the totals.
 * Done stays done however old the data; "not done" is only said of someone whose every stream in use
 * was heard of within `freshDays`, without a gap, by a device that knew the lesson.
 */
export function matrixOf(
  course: Course,
  received: readonly ReceivedPerson[],
  today: CivilDay,
): Matrix {
  const columns = columnsOf(course);
  const states = new Uint8Array(received.length * columns.length);
  const days = new Uint16Array(states.length).fill(noDay);
  const totals = columns.map(() => ({done: 0, notDone: 0, unknown: 0}));
  let oldest: CivilDay | undefined;

  const learners = received.map(({learner, name, others, standing, packets}, row) => {
    const hearing = hearingOf(standing, packets, course, today);
    const {dataDay, fresh, wrongClock, gap} = hearing;
    if (dataDay !== undefined) oldest = Math.min(oldest ?? dataDay, dataDay);
    const learned = learnedIn(standing);
    for (const [column, {lesson, slot}] of columns.entries()) {
      const cell = row * columns.length + column;
      const known = fresh && slot < hearing.lessonSlots;
      const {state, day} = cellOf(lesson, standing, learned.get(lesson.id), known);
      states[cell] = state;
      if (day !== undefined) days[cell] = day;
      const total = totals[column]!;
      if (state === 3 || state === 4) total.done++;
      else if (known) total.notDone++;
      else total.unknown++;
    }
    return {
      learner,
      ...(name === undefined ? {} : {name}),
      ...(others && {others}),
      ...(dataDay === undefined ? {} : {dataDay}),
      fresh,
      wrongClock,
      gap,
    };
  });

  return {
    lessons: columns.map(({lesson, module}) => ({id: lesson.id, title: lesson.title, module})),
    learners,
    states,
    days,
    totals,
    ...(oldest === undefined ? {} : {oldest}),
  };
}

interface Column {
  readonly lesson: LessonEntry;
  readonly module: string;
  /** Where the current major stands in a digest; beyond every digest when it has no slot. */
  readonly slot: number;
}

function columnsOf(course: Course): Column[] {
  const moduleOf = new Map(
    course.modules.flatMap(({id, lessons}) => lessons.map((lesson) => [lesson.id, id] as const)),
  );
  return lessonsOf(course).map((lesson) => {
    const slot = course.slots.lessons.indexOf(lessonKey(lesson.id, lesson.version));
    return {
      lesson,
      module: moduleOf.get(lesson.id) ?? '',
      slot: slot < 0 ? Number.POSITIVE_INFINITY : slot,
    };
  });
}

interface Hearing {
  readonly dataDay?: CivilDay;
  readonly fresh: boolean;
  readonly wrongClock: boolean;
  readonly gap: boolean;
  /** Lesson slots every stream's newest packet knew. */
  readonly lessonSlots: number;
}

interface HeardStream {
  day: CivilDay | undefined;
  slots: number;
  readonly heads: StreamHead[];
}

/** What was heard of a person: the newest packet that names each of the streams, and what is missing in all of them. */
function hearingOf(
  standing: Standing,
  packets: readonly PacketRow[],
  course: Edition,
  today: CivilDay,
): Hearing {
  const dated = packets
    .filter(({admitted}) => admitted)
    .map((packet) => ({packet, day: effectiveDayOf(packet, course)}))
    .sort(
      (left, right) =>
        (left.day ?? -Infinity) - (right.day ?? -Infinity) ||
        left.packet.firstReceivedAt - right.packet.firstReceivedAt,
    );
  const newest = dated.at(-1);
  if (!newest) return {fresh: false, wrongClock: false, gap: false, lessonSlots: 0};

  // Two learners of one person may have one device.
  const streams = new Map<string, HeardStream>();
  for (const {packet, day} of dated) {
    for (const head of packet.streams) {
      const name = `${head.device}/${packet.learner}`;
      const heads = [...(streams.get(name)?.heads ?? []), head];
      streams.set(name, {day, slots: packet.slots[0], heads});
    }
  }
  const covered = shortlyNamed(standing.covered);
  const retired = shortlyNamed(standing.retired);
  const isInUse = ([name, {heads}]: readonly [string, HeardStream]) => {
    const last = retired.get(name.slice(0, name.indexOf('/'))) ?? -1;
    return last < lastKnown(covered.get(name) ?? [], heads);
  };
  const heard = [...streams].filter(isInUse).map(([, stream]) => stream);
  const gap = [...streams].some(
    ([name, {heads}]) => missingIn(covered.get(name) ?? [], heads).length > 0,
  );
  const latest = newest.day;
  const lastCome = dated
    .map(({packet}) => packet)
    .reduce((last, packet) => (packet.firstReceivedAt >= last.firstReceivedAt ? packet : last));
  return {
    ...(latest === undefined ? {} : {dataDay: latest}),
    fresh:
      !gap && [newest, ...heard].every(({day}) => day !== undefined && today - day <= freshDays),
    wrongClock: hasWrongClock(lastCome, course),
    gap,
    lessonSlots: Math.min(newest.packet.slots[0], ...heard.map(({slots}) => slots)),
  };
}

/** What stands under whole device names, by the short ones that packets give: `device` or `device/learner`. */
const shortlyNamed = <T>(by: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(by).map(([key, value]) => {
      const [device = '', learner] = key.split('/');
      return [learner === undefined ? hexOf(device) : `${hexOf(device)}/${learner}`, value];
    }),
  );

/** The last number that anybody told of a stream. */
const lastKnown = (ranges: Ranges, heads: readonly StreamHead[]): number =>
  Math.max(
    ranges.at(-1)?.[1] ?? 0,
    ...heads.map(({through, beyond}) => (beyond > 0 ? through + 1 + beyond : through)),
  );

function cellOf(
  lesson: LessonEntry,
  standing: Standing,
  learned: Learned | undefined,
  known: boolean,
): {state: CellState; day?: CivilDay} {
  const current = majorOf(lesson.version);
  if (learned) {
    const state = learned.major < current ? 4 : 3;
    const day = standing.lessons[lessonKey(lesson.id, learned.major)]?.day ?? noDay;
    return day >= 0 && day < noDay ? {state, day} : {state};
  }
  const right = ({id, rev}: LessonEntry['questions'][number]) =>
    standing.questions[questionKey(lesson.id, id, rev)]?.right === true;
  if (lesson.questions.length > 0 && lesson.questions.every(right)) return {state: 5};
  if (!known) return {state: 0};
  const here = standing.lessons[lessonKey(lesson.id, current)];
  return {state: here && (here.reach > 0 || here.practised) ? 2 : 1};
}
