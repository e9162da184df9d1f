import type {Course} from '../../curriculum/course.js';
import {columnsOf, type LessonColumn, noDay, writeRow} from './matrix-row.js';
import type {ReceivedLearner} from './packet.js';
import type {CivilDay} from './record.js';
import type {Roll} from './roll.js';
import {draftOf, emptyStanding, joinInto} from './standing.js';

/** Bits of `RosterMatrix.marks`. */
export const mark = {
  /** Every phone in use was heard of lately, without a gap: "not done" may be said. */
  fresh: 1,
  wrongClock: 2,
  gap: 4,
  /** Something of them counts. */
  heard: 8,
  /** The row was judged already; until then it stands as unknown. */
  judged: 16,
} as const;

/** Everybody of a roll × all lessons of a course in typed columns; a row is a person of the roll. */
export interface RosterMatrix {
  readonly course: Course;
  readonly roll: Roll;
  readonly today: CivilDay;
  readonly lessons: readonly LessonColumn[];
  /** `cellStates`, row-major. */
  readonly states: Uint8Array;
  /** Day of completion per cell, `noDay` unknown. */
  readonly days: Uint16Array;
  /** Per person: how many lesson slots every phone in use knew. */
  readonly slots: Uint16Array;
  /** Per person: effective day of the newest packet, `noDay` unknown. */
  readonly dataDays: Uint16Array;
  /** Per person: bits of `mark`. */
  readonly marks: Uint8Array;
}

/** A matrix in which nobody was judged yet. */
export function emptyMatrix(course: Course, roll: Roll, today: CivilDay): RosterMatrix {
  const lessons = columnsOf(course);
  const size = roll.people.length;
  return {
    course,
    roll,
    today,
    lessons,
    states: new Uint8Array(size * lessons.length),
    days: new Uint16Array(size * lessons.length).fill(noDay),
    slots: new Uint16Array(size),
    dataDays: new Uint16Array(size).fill(noDay),
    marks: new Uint8Array(size),
  };
}

/** What was received of somebody, as one: joined for the view alone, and stored nowhere. */
export function heardAs(heard: readonly ReceivedLearner[]) {
  const [first] = heard;
  if (first && heard.length === 1) return {standing: first.standing, packets: first.packets};
  const standing = draftOf(emptyStanding);
  for (const one of heard) joinInto(standing, one.standing);
  const packets = heard
    .flatMap((one) => one.packets)
    .sort((a, b) => a.firstReceivedAt - b.firstReceivedAt);
  return {standing, packets};
}

/** Judges one person; a second time changes nothing. */
export function judgeRow(matrix: RosterMatrix, row: number): void {
  const {course, roll, today, lessons, marks, slots, dataDays} = matrix;
  if (marks[row]! & mark.judged) return;
  const {heard} = roll.people[row]!;
  if (heard.length === 0) {
    marks[row] = mark.judged;
    return;
  }
  const one = heardAs(heard);
  const hearing = writeRow(matrix, row, one, {course, columns: lessons, today});
  const {dataDay, fresh, wrongClock, gap, lessonSlots} = hearing;
  slots[row] = Math.min(lessonSlots, noDay);
  dataDays[row] = dataDay !== undefined && dataDay >= 0 && dataDay < noDay ? dataDay : noDay;
  marks[row] =
    mark.judged |
    (fresh ? mark.fresh : 0) |
    (wrongClock ? mark.wrongClock : 0) |
    (gap ? mark.gap : 0) |
    (one.packets.some(({admitted}) => admitted) ? mark.heard : 0);
}

/** Judges everybody, `first` before the others; stops after each, so that a page can draw in between. */
export function* judging(matrix: RosterMatrix, first: Iterable<number> = []): Generator<void> {
  for (const row of first) {
    judgeRow(matrix, row);
    yield;
  }
  for (let row = 0; row < matrix.marks.length; row++) {
    judgeRow(matrix, row);
    yield;
  }
}

/** A matrix in which everybody was judged. */
export function rosterMatrixOf(course: Course, roll: Roll, today: CivilDay): RosterMatrix {
  const matrix = emptyMatrix(course, roll, today);
  for (let row = 0; row < matrix.marks.length; row++) judgeRow(matrix, row);
  return matrix;
}
