import type {Languages} from '../controllers/localize.js';
import {learnedVi} from './learned-vi.js';
import type {Advice} from './messages.js';

/** What is said once something was learned: results, progress, and the ways to carry it. */
export interface LearnedMessages {
  readonly result: string;
  readonly rightCount: (right: number, of: number) => string;
  readonly toReview: string;
  readonly unanswered: string;
  readonly goQuestion: (number: number) => string;
  readonly completed: Advice;
  readonly nextLesson: string;
  readonly share: string;
  readonly bring: string;
  readonly progress: string;
  readonly questionsRight: (right: number, of: number) => string;
  readonly lessonsDone: (done: number, total: number) => string;
  readonly historyLine: (when: string, right: boolean) => string;
  readonly unknown: string;
}

/** Both languages of what was learned. */
export const learnedLanguages: Languages<LearnedMessages> = {
  vi: learnedVi,
  en: async () => (await import('./learned-en.js')).learnedEn,
};
