import type {Course} from '../../curriculum/course.js';
import {columnsOf, writeRow} from './matrix-row.js';
import type {ReceivedPerson} from './persons.js';
import type {CivilDay, LearnerKey} from './record.js';

export {
  cellStates,
  type CellState,
  effectiveDayOf,
  freshDays,
  hasWrongClock,
} from './matrix-row.js';

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
  const days = new Uint16Array(states.length);
  const totals = columns.map(() => ({done: 0, notDone: 0, unknown: 0}));
  let oldest: CivilDay | undefined;

  const learners = received.map((person, row) => {
    const {learner, name, others} = person;
    const hearing = writeRow({states, days}, row, person, {course, columns, today});
    const {dataDay, fresh, wrongClock, gap} = hearing;
    if (dataDay !== undefined) oldest = Math.min(oldest ?? dataDay, dataDay);
    for (const [column, {slot}] of columns.entries()) {
      const state = states[row * columns.length + column];
      const total = totals[column]!;
      if (state === 3 || state === 4) total.done++;
      else if (fresh && slot < hearing.lessonSlots) total.notDone++;
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
