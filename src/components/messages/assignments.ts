import type {AssignmentState} from '../../store/reckoning/assignment.js';
import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './assignments-vi.js';

/** What is said of lessons given to members. Days come written out already, as `22/11/2026`. */
export interface AssignmentMessages {
  readonly number: (value: number) => string;
  readonly assign: string;
  readonly hint: string;
  readonly who: string;
  readonly what: string;
  readonly until: string;
  readonly outcome: string;
  /** What is to come of it, where the trainer writes nothing else. */
  readonly outcomeWords: string;
  readonly alsoFor: string;
  readonly alsoChoose: string;
  readonly alsoTooMany: (people: number) => string;
  readonly further: (place: number) => string;
  readonly addLesson: string;
  readonly dropLesson: (lesson: string) => string;
  readonly noDay: string;
  readonly pastDay: string;
  readonly nobody: string;
  readonly message: string;
  readonly text: (facts: {
    unit: string;
    rows: readonly {who: string; what: string; until: string; outcome: string}[];
    links: readonly {lesson: string; link: string}[];
  }) => string;
  readonly give: string;
  readonly copyAlone: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly given: (count: number) => string;
  readonly givenBefore: string;
  /** People who are in no roster are in the text only. */
  readonly notKept: (count: number) => string;
  readonly undo: string;
  readonly undone: string;

  readonly list: string;
  readonly none: string;
  readonly counts: (counts: Readonly<Record<AssignmentState, number>>) => string;
  readonly untilDay: (day: string, outcome: string) => string;
  readonly now: (facts: {
    state: AssignmentState;
    done: number;
    lessons: number;
    day?: string;
    over: boolean;
  }) => string;
  readonly drop: string;
  readonly dropOf: (who: string, lessons: string) => string;
  readonly dropped: string;
  readonly more: (count: number) => string;
  readonly xlsx: string;
  readonly csv: string;
  readonly saved: (file: string) => string;
  readonly title: string;
  /** First part of a file's name. */
  readonly file: string;
  readonly code: string;
  readonly madeOn: string;
  readonly soFar: string;
  readonly doneOn: string;
  readonly unknown: string;
  readonly states: Readonly<Record<AssignmentState, string>>;
}

export const assignmentLanguages: Languages<AssignmentMessages> = {
  vi,
  en: async () => (await import('./assignments-en.js')).messages,
};
