import type {ErrorCode} from '../../errors.js';
import type {Languages} from '../controllers/localize.js';
import {handOverVi} from './hand-over-vi.js';

/** What is said where progress leaves a phone, comes to another, or is looked at whole. */
export interface HandOverMessages {
  /** What is true of what was learned here; `day` and `moment` as they are written in Vietnam. */
  readonly truth: {
    readonly nothing: string;
    readonly received: (day: string) => string;
    /** A code that counts everything came; the records themselves did not. */
    readonly counted: (day: string) => string;
    readonly countedNote: string;
    readonly unsent: (count: number, day: string) => string;
    readonly gone: (moment: string) => string;
    readonly goneNote: (count: number) => string;
    readonly receivedBefore: (day: string) => string;
    readonly never: string;
  };

  readonly show: string;
  readonly shareSheet: string;
  readonly save: string;
  readonly fileNote: string;
  /** Where the browser cannot sign, as on plain http. */
  readonly fileNoteUnsigned: string;
  readonly fileMaking: string;
  readonly fileFailed: string;
  readonly saved: (name: string) => string;
  readonly savedInApp: string;
  readonly shared: string;
  readonly notShared: string;
  readonly sharedAsText: string;
  readonly noSheet: string;

  readonly showNote: string;
  readonly showFailed: string;
  readonly codeLabel: string;
  readonly all: string;
  readonly allNote: string;
  readonly one: string;
  readonly hide: string;

  readonly receipts: string;
  readonly receipt: (day: string, receiver: string, held: boolean) => string;
  readonly receiptSeen: Readonly<Record<'new' | 'again' | 'twin' | 'stranger', string>>;

  readonly others: (people: number) => string;
  readonly othersNote: string;
  readonly othersShare: string;
  readonly othersSave: string;
  readonly othersKept: (people: number) => string;

  readonly openFile: string;
  readonly scan: string;
  /** Why a file or a receipt was refused, where that is not said of codes already. */
  readonly refused: Readonly<Partial<Record<ErrorCode, string>>>;
  readonly pinFirst: string;
  readonly invitedLater: string;
  readonly fromLink: string;

  readonly move: string;
  readonly moveTitle: string;
  readonly oldPhone: string;
  readonly oldPhoneNote: string;
  readonly showNew: string;
  readonly newPhone: string;
  readonly newPhoneNote: string;
  readonly newPhoneOpen: string;
  readonly oldDone: string;
  readonly oldDoneNote: string;
  readonly oldDoneYet: string;
  readonly otherDevice: (device: string) => string;
  readonly retire: string;
  readonly retired: (device: string) => string;
  readonly bothGoOn: string;
  readonly link: string;
  readonly linkNote: string;
  readonly linkCopied: string;
  readonly linkByHand: string;

  readonly about: string;
  readonly aboutNote: string;
  readonly aboutMaking: string;
  readonly aboutFailed: string;
  readonly aboutSave: string;
  readonly aboutHide: string;

  readonly fileFirst: string;
}

/** Both languages of handing over. */
export const handOverLanguages: Languages<HandOverMessages> = {
  vi: handOverVi,
  en: async () => (await import('./hand-over-en.js')).handOverEn,
};
