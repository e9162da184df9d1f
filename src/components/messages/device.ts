import type {Languages} from '../controllers/localize.js';
import {deviceVi} from './device-vi.js';

/** What the details of a device say: what is kept on it, how firmly, and how to get help. */
export interface DeviceMessages {
  readonly update: string;
  readonly updateNow: string;
  readonly parts: string;
  readonly partsDone: (done: number, total: number) => string;
  readonly home: string;
  readonly homeDone: string;
  readonly homeOffer: string;
  readonly homeNow: string;
  readonly homeRefused: string;
  readonly homeMenu: string;
  readonly homeIos: readonly string[];
  readonly homeInApp: readonly string[];
  /** An app on the home screen of an iPhone, and the browser inside Zalo, keep things apart: the code goes along. */
  readonly homeCode: string;
  readonly copyCode: string;
  readonly codeCopied: string;
  readonly codeByHand: string;
  readonly homeNext: string;
  readonly lasting: string;
  readonly lastingYes: string;
  readonly lastingNo: string;
  readonly lastingUnknown: string;
  readonly askLasting: string;
  readonly lastingRefused: string;
  readonly room: string;
  readonly roomUsed: (megabytes: string) => string;
  readonly support: string;
  readonly supportNote: string;
  readonly copySupport: string;
  readonly supportCopied: string;
  readonly supportByHand: string;
}

/** Both languages of the details. */
export const deviceLanguages: Languages<DeviceMessages> = {
  vi: deviceVi,
  en: async () => (await import('./device-en.js')).deviceEn,
};
