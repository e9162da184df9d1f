import type {Languages} from '../controllers/localize.js';
import type {Advice} from './messages.js';
import {scanVi} from './scan-vi.js';

/** Why there is no picture from a camera, or no code in one. */
export type ScanProblem =
  'missing' | 'busy' | 'dismissed' | 'blocked' | 'framed' | 'insecure' | 'app' | 'part';

/** What is said around QR codes: reading them with a camera or from pictures, and showing them. */
export interface ScanMessages {
  readonly open: string;
  readonly privacy: string;
  readonly opening: string;
  readonly close: string;
  readonly view: string;
  readonly aim: string;
  readonly sound: string;
  readonly left: string;
  readonly problem: Readonly<Record<ScanProblem, Advice>>;

  readonly pick: string;
  readonly searching: (at: number, of: number) => string;
  /** `names` of the pictures in which no code was found. */
  readonly pictureEmpty: (names: readonly string[]) => Advice;

  readonly parts: (have: number, need: number) => string;
  readonly read: (count: number) => string;
  readonly whole: string;
  readonly pictures: (count: number) => string;
  /** Pictures held a part of a row of codes. */
  readonly picturesParts: (have: number, need: number) => string;
  readonly known: string;
  readonly foreign: string;

  readonly running: string;
  readonly hold: string;
  readonly piece: (number: number, needed: number) => string;
  readonly pause: string;
  readonly resume: string;
}

/** Both languages of what is said around QR codes. */
export const scanLanguages: Languages<ScanMessages> = {
  vi: scanVi,
  en: async () => (await import('./scan-en.js')).scanEn,
};
