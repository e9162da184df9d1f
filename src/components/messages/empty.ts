import type {Languages} from '../controllers/localize.js';
import {emptyVi} from './empty-vi.js';
import type {Advice} from './messages.js';

/** What is said where nothing is kept, though somebody has surely been here before. */
export interface EmptyMessages {
  /** In a browser: what was here is gone. */
  readonly place: Advice;
  /** In an app from the home screen, which may never have had anything. */
  readonly app: Advice;
  readonly adopted: string;
}

/** Both languages of an empty place. */
export const emptyLanguages: Languages<EmptyMessages> = {
  vi: emptyVi,
  en: async () => (await import('./empty-en.js')).emptyEn,
};
