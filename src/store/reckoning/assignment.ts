import type {Course} from '../../curriculum/course.js';
import {columnsOf, writeRow, noDay, cellStates} from './matrix-row.js';
import type {MemberCode} from './member.js';
import type {Heard} from './period-figures.js';
import type {CivilDay} from './record.js';

/** Lessons given to a member of the roster to learn: who, what, by when, and what is to come of it. Never changed, only taken back. */
export interface Assignment {
  readonly member: MemberCode;
  /** Ids, in the order of the course. */
  readonly lessons: readonly string[];
  /** The last day, in Vietnam. */
  readonly until: CivilDay;
  readonly madeOn: CivilDay;
  /** In the trainer's words. */
  readonly outcome: string;
}

/** Done, not done as far as fresh data says, or unknown. */
export type AssignmentState = 'done' | 'not-done' | 'unknown';

export interface AssignmentStanding {
  readonly state: AssignmentState;
  /** How many of the lessons are done. */
  readonly done: number;
  /** The day the last of them was done, where all are and all their days are known. */
  readonly day?: CivilDay;
  /** Its day is over, and it is not known to be done. */
  readonly over: boolean;
}

/**
 * What is known on `today` of an assignment: the lessons count as they do in the matrix. A lesson that was done before it
 * was assigned is done.
 */
export function assignmentStanding(
  course: Course,
  heard: Heard,
  {lessons, until}: Pick<Assignment, 'lessons' | 'until'>,
  today: CivilDay,
): AssignmentStanding {
  const columns = columnsOf(course).filter(({lesson}) => lessons.includes(lesson.id));
  const cells = {
    states: new Uint8Array(columns.length),
    days: new Uint16Array(columns.length),
  };
  const {fresh, lessonSlots} = writeRow(cells, 0, heard, {course, columns, today});
  const words = Array.from(cells.states, (state) => cellStates[state] ?? 'unknown');
  const isDone = (word: string) => word === 'done' || word === 'done-before';
  const done = words.filter(isDone).length;
  // A lesson this course does not have nobody can finish in it.
  if (lessons.length > 0 && done === lessons.length) {
    const days = Array.from(cells.days);
    return {
      state: 'done',
      done,
      ...(days.every((day) => day !== noDay) && {day: Math.max(...days)}),
      over: false,
    };
  }
  const isOpen = words.some(
    (word, index) => !isDone(word) && fresh && columns[index]!.slot < lessonSlots,
  );
  return {state: isOpen ? 'not-done' : 'unknown', done, over: today > until};
}
