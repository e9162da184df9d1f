import type {ErrorCode} from '../../errors.js';
import type {Languages} from '../controllers/localize.js';
import type {Advice} from './messages.js';
import {learnerVi} from './learner-vi.js';

/** What the screens behind a learner's name say. */
export interface LearnerMessages {
  readonly unnamed: string;
  readonly list: string;
  readonly here: string;
  readonly locked: string;
  readonly membership: (unit: string, member: string) => string;
  readonly add: string;
  readonly change: string;
  readonly nameNow: string;
  readonly setPin: string;
  readonly changePin: string;
  readonly remove: string;
  readonly share: string;
  readonly close: string;
  readonly back: string;
  readonly other: string;
  readonly private: string;

  // Name and picture
  readonly addTitle: string;
  readonly changeTitle: (name: string) => string;
  readonly name: string;
  readonly picture: string;
  readonly pictures: Readonly<Record<string, string>>;
  readonly begin: string;
  readonly save: string;
  readonly nameFirst: string;

  // PIN
  readonly pinOf: (name: string) => string;
  readonly pin: string;
  readonly formerPin: string;
  readonly newPin: string;
  readonly enter: string;
  readonly pinWrong: (tries: number) => string;
  readonly pinWait: (time: string) => string;
  readonly pinAgain: string;
  readonly pinShape: string;
  readonly forgotten: string;
  readonly forgottenNote: readonly string[];
  readonly toRemoval: string;
  readonly pinNote: (name: string) => string;
  readonly savePin: string;
  readonly dropPin: string;

  // Removing
  readonly removeTitle: (name: string) => string;
  readonly lost: (done: number, right: number) => string;
  readonly lostUnknown: string;
  readonly others: string;
  readonly codeFirst: string;
  readonly removeAll: (name: string) => string;
  readonly removeSure: string;
  readonly removed: (name: string) => string;
  readonly gone: (name: string) => string;

  // A shared machine
  readonly sharedNote: readonly string[];
  readonly sharedStart: string;
  readonly sharedNow: Advice;
  readonly takeCode: string;
  readonly finish: string;
  readonly finishNote: string;

  readonly failed: Readonly<Partial<Record<ErrorCode, string>>> & {readonly unexpected: string};
}

/** Both languages of the screens behind a learner's name. */
export const learnerPanelLanguages: Languages<LearnerMessages> = {
  vi: learnerVi,
  en: async () => (await import('./learner-en.js')).learnerEn,
};
