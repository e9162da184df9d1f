import type {Languages} from '../controllers/localize.js';
import {searchVi} from './search-vi.js';

/** What the search says. */
export interface SearchMessages {
  readonly search: string;
  readonly example: string;
  readonly found: (count: number) => string;
  readonly nothing: (typed: string) => string;
  /** What else to try, one line each. */
  readonly advice: readonly string[];
  readonly formerName: string;
  readonly presentName: (now: string, place: string | undefined) => string;
  readonly all: (count: number) => string;
  readonly fetching: string;
  readonly titlesOnly: string;
  readonly again: string;
}

/** Both languages of the search. */
export const searchLanguages: Languages<SearchMessages> = {
  vi: searchVi,
  en: async () => (await import('./search-en.js')).searchEn,
};
