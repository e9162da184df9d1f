import type {Languages} from '../../controllers/localize.js';
import type {OrderingMessages} from './asking.js';

const vi: OrderingMessages = {
  reason: 'Vì sao vậy?',
  how: 'Bấm mũi tên để đưa lên, đưa xuống. Giữ chỗ có chấm rồi kéo cũng được.',
  up: 'Đưa lên',
  down: 'Đưa xuống',
  movedTo: (words, place, of) => `${words}: vị trí ${place}/${of}`,
  missing: 'Thứ tự này do máy xáo trộn. Anh/chị xếp lại rồi hãy trả lời nhé.',
  inPlace: 'Đúng chỗ',
  pushed: (place) => `Đúng thứ tự, chỉ bị đẩy sang vị trí ${place}`,
  misplaced: (place) => `Anh/chị để ở vị trí ${place}`,
};

export const orderingLanguages: Languages<OrderingMessages> = {
  vi,
  en: async () => (await import('./en.js')).askingEn.ordering,
};
