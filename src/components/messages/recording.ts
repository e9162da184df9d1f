import type {Languages} from '../controllers/localize.js';
import {recordingVi} from './recording-vi.js';

/** What stands beside a passage that can be heard. */
export interface RecordingMessages {
  readonly listen: string;
  readonly stop: string;
  readonly seconds: (seconds: number) => string;
  readonly fetching: string;
  readonly unheard: string;
}

/** Both languages of it. */
export const recordingLanguages: Languages<RecordingMessages> = {
  vi: recordingVi,
  en: async () => (await import('./recording-en.js')).recordingEn,
};
