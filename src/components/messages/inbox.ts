import type {ErrorCode} from '../../errors.js';
import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './inbox-vi.js';
import type {Trouble} from './trainer.js';

/** What the inbox says. Days come written out already, as `22/11/2026`. */
export interface InboxMessages {
  readonly inbox: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly receive: string;
  readonly receiving: string;
  readonly receivingOf: (done: number, total: number, what: 'codes' | 'files') => string;
  readonly stop: string;
  readonly stopped: (kept: number) => string;
  readonly empty: string;
  readonly nothingFound: Trouble;
  /** The same of files. */
  readonly nothingInFiles: Trouble;
  readonly or: string;
  readonly files: string;
  readonly folder: string;
  readonly scan: string;
  readonly closeScan: string;
  readonly filesHint: string;
  readonly dropHint: string;
  readonly dropHere: string;
  readonly looking: string;
  readonly tooMany: (most: number) => string;
  readonly noneTaken: (refused: number) => string;
  readonly summary: (counts: {
    learners: number;
    fresh: number;
    again: number;
    back: number;
    refused: number;
  }) => string;
  /** People who say to have been invited: whose invitation is known here, and whose is not yet. */
  readonly claimed: (counts: {linked: number; waiting: number}) => string;
  /** People who say so once too often, by name, and how many more say so than a device keeps. */
  readonly claimsLeftOut: (left: {tooMany: readonly string[]; full: number}) => Trouble;
  readonly refused: (count: number) => string;
  readonly refusedOf: (count: number) => string;
  readonly moreRefused: (count: number) => string;
  readonly refusedKept: string;
  readonly beginsWith: string;
  readonly whose: string;
  readonly whoseHint: string;
  readonly moreStrangers: (count: number) => string;
  readonly otherStrangers: string;
  readonly clue: (facts: {made: string | undefined; done: number}) => string;
  readonly invitedClue: string;
  readonly sentBy: (sender: string) => string;
  readonly name: string;
  readonly saveName: string;
  readonly changeName: string;
  readonly changeNameOf: (name: string) => string;
  readonly nameNeeded: string;
  readonly cancel: string;
  readonly named: (name: string) => string;
  readonly history: string;
  readonly historyEmpty: string;
  readonly importedAt: (when: string, count: number) => string;
  /** So many of an import went, because newer ones say all they said. */
  readonly coveredIn: (count: number) => string;
  readonly justNow: string;
  readonly today: (time: string) => string;
  readonly madeOn: (day: string) => string;
  readonly fileMadeOn: (day: string) => string;
  readonly signed: (device: string) => string;
  readonly unsigned: string;
  readonly outcomes: Readonly<Record<'new' | 'again' | 'back' | 'kept', string>>;
  readonly takeBack: string;
  readonly takeBackOf: (name: string) => string;
  readonly takeIn: string;
  readonly takeInOf: (name: string) => string;
  readonly tookBack: (name: string) => string;
  readonly tookIn: (name: string) => string;
  readonly takeAllBack: (count: number) => string;
  readonly takeAllIn: (count: number) => string;
  /** `staying`: those that came in another import as well. */
  readonly tookAllBack: (count: number, staying: number) => string;
  readonly tookAllIn: (count: number) => string;
  /** Numbers missing in the row of one device; without `to` nobody knows how many. */
  readonly gap: (device: string, from: number, to: number | undefined) => string;
  readonly gapTodo: string;
  /** Why something could not be taken in; what also stops other rooms, they say themselves. */
  readonly refusals: Readonly<Partial<Record<ErrorCode, Trouble>>>;
}

/** Both languages of the inbox. */
export const inboxLanguages: Languages<InboxMessages> = {
  vi,
  en: async () => (await import('./inbox-en.js')).messages,
};
