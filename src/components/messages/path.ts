import type {Languages} from '../controllers/localize.js';
import {pathVi} from './path-vi.js';

/** What the choice of a learning path says. */
export interface PathMessages {
  readonly path: string;
  /** The core is what somebody new to the team begins with. */
  readonly core: string;
  readonly course: string;
  readonly lessons: (count: number, minutes: number) => string;
  readonly done: (done: number, of: number) => string;
  readonly narrowed: string;
  readonly notKept: string;
}

/** Both languages of the learning paths. */
export const pathLanguages: Languages<PathMessages> = {
  vi: pathVi,
  en: async () => (await import('./path-en.js')).pathEn,
};
