import {type Course, type LessonEntry, lessonsOf} from '../../curriculum/course.js';
import {lessonKey, majorOf, questionKey} from '../../curriculum/ids.js';
import {dayOf} from './calendar.js';
import {missingIn} from './gaps.js';
import {hexOf} from './heads.js';
import {type Learned, learnedIn} from './learned.js';
import type {PacketRow, StreamHead} from './packet.js';
import type {CivilDay} from './record.js';
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

/** Older data says what was done, but no longer what was not. */
export const freshDays = 30;

/** In a column of days: nobody knows it. */
export const noDay = 0xffff;

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

/** What a column of lessons asks of a standing. */
export interface LessonColumn {
  readonly lesson: LessonEntry;
  readonly module: string;
  /** Where the current major stands in a digest; beyond every digest when it has no slot. */
  readonly slot: number;
}

/** The lessons of a course in its order. */
export function columnsOf(course: Course): LessonColumn[] {
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

/** How far what is known of somebody can be trusted. */
export interface Hearing {
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
export function hearingOf(
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

/** Cells in typed columns, row-major, as wide as there are lessons. */
export interface Cells {
  readonly states: Uint8Array;
  /** Day of completion, `noDay` unknown. */
  readonly days: Uint16Array;
}

/** Judges one person and writes their cells into row `row`. */
export function writeRow(
  cells: Cells,
  row: number,
  {standing, packets}: {readonly standing: Standing; readonly packets: readonly PacketRow[]},
  {course, columns, today}: {course: Edition; columns: readonly LessonColumn[]; today: CivilDay},
): Hearing {
  const hearing = hearingOf(standing, packets, course, today);
  const learned = learnedIn(standing);
  for (const [column, {lesson, slot}] of columns.entries()) {
    const cell = row * columns.length + column;
    const known = hearing.fresh && slot < hearing.lessonSlots;
    const {state, day} = cellOf(lesson, standing, learned.get(lesson.id), known);
    cells.states[cell] = state;
    cells.days[cell] = day ?? noDay;
  }
  return hearing;
}
