import type {Languages} from '../controllers/localize.js';

/** What stands on the name of whoever studies, before anything else was fetched. */
export interface ChipMessages {
  readonly who: string;
  readonly unnamed: string;
  readonly wait: string;
  readonly ruled: string;
}

/** Both languages of the name. */
export const chipLanguages: Languages<ChipMessages> = {
  vi: {
    who: 'Học viên:',
    unnamed: 'Chưa đặt tên',
    wait: 'Học viên',
    ruled: 'Học viên theo tài khoản của cổng thông tin này',
  },
  en: async () => (await import('./learner-en.js')).chipEn,
};
