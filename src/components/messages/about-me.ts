import type {Languages} from '../controllers/localize.js';
import {aboutMeVi} from './about-me-vi.js';

/** The words around everything this device knows of one learner. */
export interface AboutMeMessages {
  readonly title: string;
  readonly made: (moment: string) => string;
  readonly who: string;
  readonly name: string;
  readonly unnamed: string;
  readonly since: string;
  readonly pin: string;
  readonly pinYes: string;
  readonly pinNo: string;
  readonly membership: string;
  readonly member: (unit: string, code: string) => string;
  readonly key: string;
  readonly keyNote: string;
  readonly course: string;
  readonly devices: string;
  readonly thisDevice: (device: string) => string;
  readonly otherDevice: (device: string) => string;
  readonly lessons: string;
  readonly noLessons: string;
  readonly done: (day: string) => string;
  readonly doneNoDay: string;
  readonly begun: string;
  readonly answers: string;
  readonly noAnswers: string;
  readonly question: (id: string) => string;
  readonly lessonGone: string;
  readonly right: string;
  readonly wrong: string;
  readonly hinted: string;
  readonly seconds: (seconds: number) => string;
  readonly yes: string;
  readonly no: string;
  readonly rated: string;
  readonly before: string;
  readonly after: string;
  readonly sent: string;
  readonly neverSent: string;
  readonly departed: (moment: string) => string;
  readonly receipts: string;
  readonly noReceipts: string;
  readonly codes: string;
  readonly codeOf: (day: string, bytes: number) => string;
  readonly noCodes: string;
  readonly where: string;
  readonly whereNote: readonly string[];
}

/** Both languages of what is known of a learner. */
export const aboutMeLanguages: Languages<AboutMeMessages> = {
  vi: aboutMeVi,
  en: async () => (await import('./about-me-en.js')).aboutMeEn,
};
