import type {Languages} from '../../controllers/localize.js';
import type {TypedMessages} from './asking.js';

const vi: TypedMessages = {
  reason: 'Vì sao vậy?',
  yourAnswer: 'Câu trả lời của anh/chị',
  missing: 'Anh/chị nhập câu trả lời trước nhé.',
  typed: 'Anh/chị viết',
  accepted: 'Đáp án',
  within: (from, to) => `Từ ${from} đến ${to} đều được.`,
};

export const typedLanguages: Languages<TypedMessages> = {
  vi,
  en: async () => (await import('./en.js')).askingEn.typed,
};
