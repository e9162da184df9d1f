import type {Languages} from '../../controllers/localize.js';
import type {MatchingMessages} from './asking.js';

const vi: MatchingMessages = {
  reason: 'Vì sao vậy?',
  how: 'Với mỗi ý, anh/chị chọn một ý khớp. Giữ chỗ có chấm rồi kéo cũng được.',
  unmatched: 'Chưa nối',
  pickMatch: 'Ý nào khớp?',
  takeOff: 'Gỡ ra',
  paired: (left, right, open) =>
    `Đã nối “${left}” với “${right}”. ${open > 0 ? `Còn ${open} ý.` : 'Đã nối hết.'}`,
  takenOff: (left) => `“${left}”: đã gỡ ra.`,
  missing: (open) => `Còn ${open} ý chưa nối. Anh/chị nối hết rồi hãy trả lời nhé.`,
  youMatched: 'Anh/chị nối với',
  belongs: 'Khớp với',
  decoy: 'Ý thừa, không khớp với ý nào',
};

export const matchingLanguages: Languages<MatchingMessages> = {
  vi,
  en: async () => (await import('./en.js')).askingEn.matching,
};
