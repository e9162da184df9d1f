import type {Languages} from '../controllers/localize.js';
import type {Advice} from './messages.js';
import {selfAssessmentVi} from './self-assessment-vi.js';

/** What the self-assessment says besides the course's own words. */
export interface SelfAssessmentMessages {
  readonly offer: Readonly<Record<'pre' | 'post', Advice>>;
  readonly begin: string;
  readonly later: string;
  readonly title: Readonly<Record<'pre' | 'post', string>>;
  readonly note: string;
  readonly save: string;
  readonly nothingPicked: string;
  readonly unreachable: Advice;
  readonly unsaved: Advice;
  readonly saved: string;
  readonly comeBack: string;
  readonly change: string;
  readonly compared: string;
  readonly show: string;
  readonly before: string;
  readonly now: string;
  readonly notSaid: string;
  readonly close: string;
}

/** Both languages of the self-assessment. */
export const selfAssessmentLanguages: Languages<SelfAssessmentMessages> = {
  vi: selfAssessmentVi,
  en: async () => (await import('./self-assessment-en.js')).selfAssessmentEn,
};
