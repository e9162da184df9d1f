import type {SelfAssessmentMessages} from './self-assessment.js';

export const selfAssessmentVi: SelfAssessmentMessages = {
  offer: {
    pre: [
      'Trước khi học, anh/chị tự thấy mình ở đâu?',
      'Vài câu ngắn, không chấm điểm, không so với ai.',
    ],
    post: [
      'Học xong rồi, anh/chị thấy mình khác chưa?',
      'Vẫn những câu lúc đầu, không chấm điểm, không so với ai.',
    ],
  },
  begin: 'Tự đánh giá',
  later: 'Để sau',
  title: {pre: 'Tự đánh giá trước khi học', post: 'Tự đánh giá sau khi học'},
  note: 'Anh/chị chọn câu gần với mình nhất. Câu nào chưa muốn chọn thì bỏ qua.',
  save: 'Lưu lại',
  nothingPicked: 'Anh/chị chưa chọn câu nào. Chọn ít nhất một câu, hoặc bấm “Để sau”.',
  unreachable: ['Chưa tải được các câu này', 'Anh/chị kiểm tra mạng rồi bấm lần nữa nhé.'],
  unsaved: [
    'Chưa lưu được phần tự đánh giá',
    'Anh/chị giữ nguyên trang này và bấm “Lưu lại” lần nữa. Nếu vẫn chưa được, hãy xóa bớt ảnh hoặc video trên máy.',
  ],
  saved: 'Đã ghi phần tự đánh giá.',
  comeBack: 'Học xong các bài cốt lõi, anh/chị trả lời lại để thấy mình đã tiến đến đâu.',
  change: 'Sửa lại',
  compared: 'Trước và sau khi học',
  show: 'Xem trước và sau khi học',
  before: 'Trước khi học',
  now: 'Bây giờ',
  notSaid: 'Chưa trả lời',
  close: 'Thu lại',
};
