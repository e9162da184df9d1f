import type {LearnedMessages} from './learned.js';

export const learnedVi: LearnedMessages = {
  result: 'Kết quả bài học',
  rightCount: (right, of) => `Anh/chị đã đúng ${right}/${of} câu.`,
  toReview: 'Nên xem lại',
  unanswered: 'Chưa làm',
  goQuestion: (number) => `Câu ${number}`,
  completed: ['Anh/chị đã hoàn thành bài này.', 'Giờ mình sang nhà bà con được rồi!'],
  nextLesson: 'Bài tiếp theo',
  share: 'Gửi tiến độ cho Tổ trưởng',
  bring: 'Đã học ở nơi khác? Nhập mã',
  progress: 'Tiến độ học tập',
  questionsRight: (right, of) => `${right}/${of} câu đúng`,
  lessonsDone: (done, total) => `${done}/${total} bài`,
  historyLine: (when, right) => `${when} – ${right ? 'đúng' : 'chưa đúng'}`,
  unknown: 'Chưa rõ',
};
