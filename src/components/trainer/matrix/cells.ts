import {cellStates, type Matrix} from '../../../store/reckoning/matrix.js';
import type {ReceivedPerson} from '../../../store/reckoning/persons.js';
import type {CivilDay, LearnerKey} from '../../../store/reckoning/record.js';
import type {CellWord} from '../cell-sign.js';

const unknownDay = 0xffff;

/** A cell by what it is about, so that it stays chosen when rows are sorted anew. */
export interface Place {
  readonly learner: LearnerKey;
  readonly lesson: string;
}

/** The cell whose reasons are wanted. */
export interface Asked {
  readonly learner: ReceivedPerson;
  readonly title: string;
  readonly word: CellWord;
  readonly day?: CivilDay;
  readonly fresh: boolean;
  readonly gap: boolean;
}

export const isAt = (place: Place | undefined, learner: LearnerKey, lesson: string): boolean =>
  place?.learner === learner && place.lesson === lesson;

/** What is known of one learner in one lesson, and the day of it where that is known. */
export function cellOf(
  matrix: Matrix,
  row: number,
  column: number,
): {readonly word: CellWord; readonly day?: CivilDay} {
  const index = row * matrix.lessons.length + column;
  const word = cellStates[matrix.states[index] ?? 0] ?? 'unknown';
  const day = matrix.days[index] ?? unknownDay;
  return day === unknownDay ? {word} : {word, day};
}

/** Lessons that a learner has completed, in this version of the course or in one before. */
export function doneIn(matrix: Matrix, row: number): number {
  let done = 0;
  for (let column = 0; column < matrix.lessons.length; column++) {
    const {word} = cellOf(matrix, row, column);
    if (word === 'done' || word === 'done-before') done++;
  }
  return done;
}

/** `m05-b02` → `5.2`; ids of another make stay as they are. */
export const numberOf = (lesson: string): string =>
  lesson.replace(/^m0*(\d+)-b0*(\d+)$/, (_, module: string, place: string) => `${module}.${place}`);
