import type {Languages} from '../controllers/localize.js';
import {pageVi} from './page-vi.js';

/** What the elements say that belong to the page rather than to a lesson: text size, working offline. */
export interface PageMessages {
  readonly textSize: string;
  readonly larger: string;
  readonly usual: string;
  readonly smaller: string;
  /** One for each step, smallest first. */
  readonly sizes: readonly string[];

  readonly saving: string;
  /** Beside `saving`, as `interruptedPart` beside `interrupted`: only the words, not the counter, are announced. */
  readonly savingPart: (done: number, total: number) => string;
  readonly saved: string;
  readonly savedOpenOnly: string;
  readonly interrupted: string;
  readonly interruptedPart: (done: number, total: number) => string;
  readonly unsupported: string;
  readonly notSaved: string;
  readonly saveNow: string;
  readonly saveOn: string;
  readonly more: string;
  readonly less: string;
  readonly panelMissing: string;

  readonly update: string;
  readonly updateNote: string;
  readonly updateNow: string;
  readonly updateLater: string;
  readonly updating: string;
  readonly updateWaits: string;
  readonly renewed: string;
  readonly reload: string;
}

/** Both languages of the page's elements. */
export const pageLanguages: Languages<PageMessages> = {
  vi: pageVi,
  en: async () => (await import('./page-en.js')).pageEn,
};
