import type {Question, QuestionType} from '../../src/curriculum/question.js';

type Of<T extends QuestionType> = Extract<Question, {type: T}>;
const why = 'Vì thế.';

/** One sound question of each type. */
export const questions: {readonly [T in QuestionType]: Of<T>} = {
  choice: {
    id: 'goi-la',
    rev: 1,
    type: 'choice',
    stem: 'Ai gọi?',
    options: [
      {id: 'hoi-lai', text: 'Hỏi lại', correct: true, why},
      {id: 'tin', text: 'Tin ngay', why},
      {id: 'so', text: 'Sợ quá', why},
    ],
  },
  choices: {
    id: 'dieu-la',
    rev: 1,
    type: 'choices',
    stem: 'Điều nào lạ?',
    options: [
      {id: 'giuc', text: 'Giục', correct: true, why},
      {id: 'doa', text: 'Dọa', correct: true, why},
      {id: 'chao', text: 'Chào', why},
      {id: 'cam-on', text: 'Cảm ơn', why},
    ],
  },
  'true-false': {
    id: 'tu-huy',
    rev: 1,
    type: 'true-false',
    stem: 'Tự hủy được.',
    answer: false,
    whyTrue: why,
    whyFalse: why,
  },
  ordering: {
    id: 'thu-tu',
    rev: 1,
    type: 'ordering',
    stem: 'Xếp lại.',
    why,
    items: [
      {id: 'dung', text: 'Dừng'},
      {id: 'kiem-tra', text: 'Kiểm tra'},
      {id: 'xac-nhan', text: 'Xác nhận'},
      {id: 'lam', text: 'Làm'},
    ],
  },
  matching: {
    id: 'noi',
    rev: 1,
    type: 'matching',
    stem: 'Nối lại.',
    why,
    pairs: [
      {id: 'otp', left: 'OTP', right: 'mã dùng một lần'},
      {id: 'qr', left: 'QR', right: 'ô vuông'},
    ],
    decoys: [{id: 'thua', right: 'thừa'}],
  },
  numeric: {
    id: 'bao-nhieu',
    rev: 1,
    type: 'numeric',
    stem: 'Bao nhiêu?',
    why,
    answer: 1234.5,
    unit: 'đồng',
  },
  'fill-in': {
    id: 'dien',
    rev: 1,
    type: 'fill-in',
    stem: 'Điền vào.',
    why,
    answers: ['xã hòa bình', 'phường'],
  },
  spot: {
    id: 'tin-nhan',
    rev: 1,
    type: 'spot',
    stem: 'Chỗ nào lạ?',
    from: 'NGAN HANG ABC',
    parts: [
      {id: 'chao', text: 'Kính chào', why},
      ', ',
      {id: 'gap', text: '15 phút nữa', suspicious: true, why},
      {id: 'doa', text: 'sẽ khóa', suspicious: true, why},
    ],
  },
  scenario: {
    id: 'cuoc-goi',
    rev: 1,
    type: 'scenario',
    stem: 'Có người gọi.',
    from: 'Người lạ',
    turns: [
      {
        id: 'mo',
        says: 'A lô?',
        replies: [
          {id: 'tin', text: 'Vâng', to: 'bay', why},
          {id: 'hoi', text: 'Ai đấy?', to: 'tot', why},
        ],
      },
      {id: 'bay', says: 'Đưa mã.', replies: [{id: 'lui', text: 'Khoan', to: 'mo', why}]},
      {id: 'tot', says: 'Thôi.', replies: [], good: true},
      {id: 'xau', says: 'Xong.', replies: []},
    ],
  },
};
