import type {KeepingState} from '../../store/store.js';
import type {Languages} from '../controllers/localize.js';
import {keepingVi} from './keeping-vi.js';
import type {Advice} from './messages.js';

/** What is said of how this device keeps things; nothing where all is well, or where a screen of its own says it. */
export interface KeepingMessages extends Readonly<Partial<Record<KeepingState, Advice>>> {
  /** The course itself is a copy of that day. */
  readonly kept: (day: string) => string;
}

/** Both languages of how things are kept. */
export const keepingLanguages: Languages<KeepingMessages> = {
  vi: keepingVi,
  en: async () => (await import('./keeping-en.js')).keepingEn,
};
