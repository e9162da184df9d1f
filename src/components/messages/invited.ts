import type {Languages} from '../controllers/localize.js';
import {invitedVi} from './invited-vi.js';

/** What somebody who was invited is asked on their phone, and told. */
export interface InvitedMessages {
  readonly heading: string;
  /** A unit may have no name. */
  readonly who: (unit: string, member: string) => string;
  readonly lead: string;
  readonly name: string;
  readonly nameNote: string;
  readonly nameNeeded: string;
  readonly begin: string;
  readonly later: string;
  readonly notNow: string;
  readonly back: string;
  readonly learnedHere: (name: string) => string;
  readonly same: (name: string) => string;
  readonly sameNote: string;
  readonly other: string;
  readonly otherNote: string;
  readonly known: (name: string) => string;
  readonly goOn: string;
  readonly again: string;
  readonly left: string;
  readonly done: string;
  readonly doneNote: string;
  readonly toLessons: string;
  readonly locked: string;
  readonly failed: string;
}

/** Both languages of an invitation. */
export const invitedLanguages: Languages<InvitedMessages> = {
  vi: invitedVi,
  en: async () => (await import('./invited-en.js')).invitedEn,
};
