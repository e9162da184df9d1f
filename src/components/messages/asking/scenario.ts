import type {Languages} from '../../controllers/localize.js';
import type {ScenarioMessages} from './asking.js';

const vi: ScenarioMessages = {
  talk: (who) => `Nói chuyện với ${who}`,
  you: 'Anh/chị',
  sayNext: 'Anh/chị nói gì?',
  lookBack: 'Nhìn lại câu vừa nói',
  stepBack: 'Quay lại',
  talkAnew: 'Nói lại từ đầu',
  goodEnd: 'Câu chuyện kết thúc tốt.',
  goodEndNote: 'Anh/chị bấm “Trả lời” để ghi lại.',
  badEnd: 'Câu chuyện kết thúc chưa ổn.',
  badEndNote: 'Anh/chị bấm “Quay lại” để thử câu khác, hoặc bấm “Trả lời” để ghi lại.',
  missing: 'Câu chuyện chưa hết. Anh/chị chọn câu nói tiếp rồi hãy trả lời nhé.',
};

export const scenarioLanguages: Languages<ScenarioMessages> = {
  vi,
  en: async () => (await import('./en.js')).askingEn.scenario,
};
