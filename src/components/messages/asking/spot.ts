import type {Languages} from '../../controllers/localize.js';
import type {SpotMessages} from './asking.js';

const vi: SpotMessages = {
  pickMarks: 'Anh/chị bấm vào những chỗ đáng ngờ trong tin nhắn.',
  from: (who) => `Tin nhắn từ ${who}`,
  suspicious: 'Đáng ngờ',
  innocent: 'Bình thường',
};

export const spotLanguages: Languages<SpotMessages> = {
  vi,
  en: async () => (await import('./en.js')).askingEn.spot,
};
