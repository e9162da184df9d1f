import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './lock-vi.js';

/** What is said at the lock of the trainer's room. */
export interface LockMessages {
  readonly locked: string;
  readonly lockedNote: string;
  readonly pin: string;
  readonly open: string;
  readonly wrong: (tries: number) => string;
  /** Whole seconds that are left. */
  readonly wait: (seconds: number) => string;
  readonly forgotten: string;
  readonly forgottenNote: readonly [string, string];
  readonly setting: string;
  readonly settingNote: readonly [string, string];
  readonly newPin: string;
  readonly again: string;
  readonly shape: string;
  readonly differ: string;
  readonly set: string;
  readonly cancel: string;
  readonly drop: string;
  readonly dropped: string;
  readonly failed: string;
}

/** Both languages of the lock. */
export const lockLanguages: Languages<LockMessages> = {
  vi,
  en: async () => (await import('./lock-en.js')).messages,
};
