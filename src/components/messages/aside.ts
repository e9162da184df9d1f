import type {ErrorCode} from '../../errors.js';
import type {Languages} from '../controllers/localize.js';
import type {Advice} from './messages.js';
import {asideVi} from './aside-vi.js';

/** What the screens say that are fetched when they are needed: handing over, bringing in, the emptied store. */
export interface AsideMessages {
  readonly yourCode: string;
  readonly codeNote: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly making: string;

  readonly paste: string;
  readonly pasteNote: string;
  readonly take: string;
  readonly taken: (learned: boolean) => string;
  readonly takenAgain: string;
  readonly nothing: string;
  readonly mine: string;
  readonly mineNote: string;
  readonly adopt: string;
  readonly adopted: string;
  readonly notTaken: string;
  readonly refused: Readonly<Partial<Record<ErrorCode, string>>> & {readonly unexpected: string};
  readonly refusedCode: (found: string, why: string) => string;

  readonly lost: string;
  readonly lostNote: string;
  readonly restore: string;
  readonly restoreNote: string;
  readonly copyGone: string;
  readonly notRestored: Advice;
  readonly orPaste: string;
  readonly anew: string;
  /** The last copy goes with it, so it is asked for twice. */
  readonly anewSure: string;
  readonly anewNote: string;
  readonly working: string;
}

/** Both languages of the fetched screens. */
export const asideLanguages: Languages<AsideMessages> = {
  vi: asideVi,
  en: async () => (await import('./aside-en.js')).asideEn,
};
