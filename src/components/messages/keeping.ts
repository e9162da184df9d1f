import type {KeepingState} from '../../store/store.js';
import type {Languages} from '../controllers/localize.js';
import {keepingVi} from './keeping-vi.js';
import type {Advice} from './messages.js';

/** What is said of how this device keeps things; nothing where all is well, or where a screen of its own says it. */
export type KeepingMessages = Readonly<Partial<Record<KeepingState, Advice>>>;

/** Both languages of how things are kept. */
export const keepingLanguages: Languages<KeepingMessages> = {
  vi: keepingVi,
  en: async () => (await import('./keeping-en.js')).keepingEn,
};
