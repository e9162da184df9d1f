import type {ErrorCode} from '../../errors.js';
import type {cellStates} from '../../store/reckoning/matrix.js';
import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './trainer-vi.js';

type CellWord = (typeof cellStates)[number];

/** Something that went wrong: what it is, and what to do about it. */
export interface Trouble {
  readonly what: string;
  readonly todo: string;
}

/** Every sentence of the trainer's room. Days come written out already, as `22/11/2026`. */
export interface TrainerMessages {
  readonly room: string;
  readonly ways: string;
  /** Leads past what was received. */
  readonly toMatrix: string;
  /** Parts of the room, by which one goes from one to another. */
  readonly rooms: Readonly<Record<'ledger' | 'roster' | 'report' | 'items' | 'session', string>>;
  readonly opening: string;
  readonly retry: string;
  readonly keptCopy: (day: string) => string;
  readonly storage: Readonly<Record<'memory' | 'broken' | 'newer' | 'lost' | 'wiped', Trouble>>;
  readonly restore: string;
  readonly anew: string;
  readonly lock: string;
  /** Where another element of the page shows the door. */
  readonly lockedToo: string;
  readonly openHere: string;
  readonly stays: string;
  readonly code: (code: string) => string;

  readonly refusals: Readonly<Partial<Record<ErrorCode, Trouble>>>;
  /** The clock of this device cannot be right; `day` is what it calls today. */
  readonly ownClock: (day: string) => {readonly what: string; readonly todo: string};
  readonly unexpected: Trouble;
  /** The register could not be read; `before` where figures of an earlier reading stand below. */
  readonly unread: Trouble & {readonly before: string};

  readonly nameless: (beginning: string) => string;

  readonly doubts: Readonly<Record<'clock' | 'gap' | 'partial', string>>;

  readonly matrix: string;
  readonly matrixEmpty: string;
  readonly matrixEmptySteps: readonly [string, string, string];
  readonly caption: (members: number, lessons: number) => string;
  readonly scroll: string;
  readonly learner: string;
  readonly lastData: string;
  readonly noDay: string;
  readonly lessonsDone: (done: number, total: number) => string;
  readonly notDoneCount: (count: number) => string;
  readonly unknownCount: (count: number) => string;
  readonly cells: Readonly<Record<CellWord, string>>;
  readonly cellsLong: Readonly<Record<CellWord, string>>;
  readonly legend: string;
  readonly totals: string;
  readonly totalsByLesson: string;
  readonly total: (counts: {done: number; notDone: number; unknown: number}) => string;
  readonly totalDone: string;
  readonly totalNotDone: string;
  readonly totalUnknown: string;
  readonly oldest: (day: string) => string;
  readonly freshness: (fresh: number, members: number) => string;
  readonly lessonShort: (lesson: string) => string;

  readonly why: string;
  readonly whyHint: string;
  readonly close: string;
  readonly doneOn: (day: string) => string;
  readonly doneNoDay: string;
  readonly evidence: (facts: {made: string; received: string; version: string}) => string;
  readonly evidenceNone: string;
  /** By the beginnings of a person's learner keys. */
  readonly joinedCodes: (beginnings: readonly string[]) => string;
  readonly because: {
    readonly nothing: string;
    readonly noDay: string;
    readonly old: (days: number) => string;
    readonly gap: string;
    readonly otherPhone: string;
    readonly notIncluded: string;
  };
}

/** Both languages of the trainer's elements. */
export const trainerLanguages: Languages<TrainerMessages> = {
  vi,
  en: async () => (await import('./trainer-en.js')).messages,
};
