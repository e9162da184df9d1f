import type {AskingMessages} from './asking.js';

export const askingVi: AskingMessages = {
  reason: 'Vì sao vậy?',

  pickMarks: 'Anh/chị bấm vào những chỗ đáng ngờ trong tin nhắn.',
  from: (who) => `Tin nhắn từ ${who}`,
  suspicious: 'Đáng ngờ',
  innocent: 'Bình thường',

  orderHow: 'Bấm mũi tên để đưa lên, đưa xuống. Giữ chỗ có chấm rồi kéo cũng được.',
  up: 'Đưa lên',
  down: 'Đưa xuống',
  movedTo: (words, place, of) => `${words}: vị trí ${place}/${of}`,
  untouched: 'Thứ tự này do máy xáo trộn. Anh/chị xếp lại rồi hãy trả lời nhé.',
  inPlace: 'Đúng chỗ',
  misplaced: (place) => `Anh/chị để ở vị trí ${place}`,

  matchHow: 'Với mỗi ý, anh/chị chọn một ý khớp. Giữ chỗ có chấm rồi kéo cũng được.',
  unmatched: 'Chưa nối',
  pickMatch: 'Ý nào khớp?',
  takeOff: 'Gỡ ra',
  paired: (left, right, open) =>
    `Đã nối “${left}” với “${right}”. ${open > 0 ? `Còn ${open} ý.` : 'Đã nối hết.'}`,
  takenOff: (left) => `“${left}”: đã gỡ ra.`,
  pairsMissing: (open) => `Còn ${open} ý chưa nối. Anh/chị nối hết rồi hãy trả lời nhé.`,
  youMatched: 'Anh/chị nối với',
  belongs: 'Khớp với',
  decoy: 'Ý thừa, không khớp với ý nào',

  yourAnswer: 'Câu trả lời của anh/chị',
  typeFirst: 'Anh/chị nhập câu trả lời trước nhé.',
  typed: 'Anh/chị viết',
  accepted: 'Đáp án',
  within: (from, to) => `Từ ${from} đến ${to} đều được.`,

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
  talkOpen: 'Câu chuyện chưa hết. Anh/chị chọn câu nói tiếp rồi hãy trả lời nhé.',
};
