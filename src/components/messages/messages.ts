import type {SectionId} from '../../curriculum/block.js';
import type {ErrorCode} from '../../errors.js';
import type {LessonState} from '../../store/reckoning/progress.js';
import type {Languages} from '../controllers/localize.js';
import {vi} from './vi.js';

/** What went wrong in a few words, and what to do about it. */
export type Advice = readonly [title: string, advice: string];

/** What the learner's elements say. A missing sentence does not compile. */
export interface Messages {
  // The course
  readonly loading: string;
  readonly retry: string;
  readonly reasons: (count: number) => string;
  readonly code: (code: string) => string;
  readonly failed: Readonly<Partial<Record<ErrorCode, Advice>>> & {readonly unexpected: Advice};

  // The outline
  readonly start: string;
  readonly resume: string;
  readonly allDone: Advice;
  readonly lessonsDone: (done: number, total: number) => string;
  readonly state: Readonly<Record<LessonState, string>>;
  readonly minutes: (minutes: number) => string;
  readonly core: string;
  readonly draftNote: string;

  // A lesson
  readonly outline: string;
  readonly outcome: string;
  readonly section: Readonly<Record<SectionId, string>>;
  readonly practised: string;
  readonly didPractise: string;
  readonly questions: string;
  readonly questionsNote: (count: number) => string;
  readonly resumeAt: (number: number) => string;
  readonly doneBefore: string;
  readonly me: string;

  // A question
  readonly number: (number: number, of: number) => string;
  readonly safety: string;
  readonly pickSeveral: string;
  readonly isTrue: string;
  readonly isFalse: string;
  readonly answer: string;
  readonly pickFirst: string;
  readonly saving: string;
  readonly right: string;
  readonly wrong: string;
  readonly partly: string;
  readonly wasRight: string;
  readonly keptHow: Readonly<Record<'disk' | 'held' | 'memory', string>>;
  readonly again: string;
  readonly hint: string;
  readonly rightOption: string;
  readonly wrongOption: string;
  readonly yours: string;
  readonly missed: string;
  readonly history: string;

  // The result

  // Progress
  readonly progressUnknown: string;
}

/** Both languages of the learner's elements. */
export const learnerLanguages: Languages<Messages> = {
  vi,
  en: async () => (await import('./en.js')).en,
};
