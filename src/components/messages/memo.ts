import type {Languages} from '../controllers/localize.js';
import {memoVi} from './memo-vi.js';

/** What the memory card says besides the lesson's own words. */
export interface MemoMessages {
  readonly memo: string;
  readonly print: string;
  readonly contentOf: (day: string) => string;
  readonly cannotPrint: string;
  readonly printUnseen: string;
  readonly noMemo: string;
}

/** Both languages of the memory card. */
export const memoLanguages: Languages<MemoMessages> = {
  vi: memoVi,
  en: async () => (await import('./memo-en.js')).memoEn,
};
