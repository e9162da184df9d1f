import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './shelves-vi.js';

/** What stands below what was received: receipts, what could not be taken in, who is whom, who is to go. */
export interface ShelvesMessages {
  readonly after: string;
  readonly cancel: string;

  readonly receipts: (people: number) => string;
  readonly receiptsFor: string;
  readonly receiptNames: string;
  readonly justCame: (people: number) => string;
  readonly everybody: (people: number) => string;
  readonly whose: string;
  /** Heads the message in which receipts travel. */
  readonly receiptHead: (day: string) => string;
  readonly receiptPart: (part: number, of: number) => string;
  readonly receiptMessage: string;
  readonly copyAll: (people: number) => string;
  readonly copyPart: (part: number, of: number) => string;
  readonly shareAll: string;
  readonly copied: (people: number) => string;
  readonly copyByHand: string;
  readonly showCodes: string;
  readonly hideCodes: string;
  readonly showCode: (at: number, of: number, name: string) => string;
  readonly next: string;
  readonly previous: string;
  readonly held: string;
  readonly counted: string;

  readonly quarantine: (count: number) => string;
  readonly quarantineNote: string;
  readonly cameOn: (day: string) => string;
  readonly retry: string;
  readonly retryOf: (what: string) => string;
  readonly retryAll: string;
  readonly retried: (taken: number, left: number) => string;
  readonly drop: string;
  readonly dropOf: (what: string) => string;
  readonly dropAll: (count: number) => string;
  readonly dropSure: (count: number) => string;
  readonly dropped: (count: number) => string;
  readonly more: (count: number) => string;
  readonly textBegins: (beginning: string) => string;

  readonly persons: (suggestions: number) => string;
  readonly personsNote: string;
  readonly samePerson: string;
  readonly codeOf: (beginning: string, lessons: number, day: string | undefined) => string;
  readonly join: string;
  readonly notSame: string;
  readonly joinOthers: string;
  readonly first: string;
  readonly second: string;
  readonly choose: string;
  readonly joinThese: string;
  readonly chooseTwo: string;
  readonly joined: (name: string) => string;
  readonly joinedList: string;
  readonly codesOf: (name: string, codes: number) => string;
  readonly separate: string;
  readonly separateOf: (name: string) => string;
  readonly separated: (name: string) => string;

  readonly forgetting: string;
  readonly forgettingNote: string;
  readonly forgetWhom: string;
  readonly forget: string;
  readonly chooseOne: string;
  readonly forgetSure: (name: string) => string;
  readonly forgetNow: string;
  readonly forgot: (name: string) => string;
  readonly forgottenList: string;
  readonly stranger: (beginning: string) => string;
  readonly welcome: string;
  readonly welcomeOf: (name: string) => string;
  readonly welcomed: (name: string) => string;
}

/** Both languages of the shelves. */
export const shelvesLanguages: Languages<ShelvesMessages> = {
  vi,
  en: async () => (await import('./shelves-en.js')).messages,
};
