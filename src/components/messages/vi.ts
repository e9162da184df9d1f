import type {Messages} from './messages.js';

const tryAgain = 'Anh/chị kiểm tra mạng rồi bấm “Thử lại”.';
const tellAdmin = 'Anh/chị báo giúp quản trị cổng thông tin, kèm mã ghi bên dưới.';

export const vi: Messages = {
  loading: 'Đang mở sổ tay…',
  retry: 'Thử lại',
  reasons: (count) => `Chi tiết cho người quản trị (${count})`,
  code: (name) => `Mã: ${name}`,
  failed: {
    'course-unreachable': ['Chưa mở được khóa học', tryAgain],
    'course-invalid': ['Khóa học bị lỗi nên chưa mở được', `${tryAgain} Nếu vẫn vậy: ${tellAdmin}`],
    'course-newer-format': [
      'Khóa học này cần bản ứng dụng mới hơn',
      'Anh/chị tải lại trang khi có mạng để nhận bản mới.',
    ],
    'lesson-unreachable': ['Bài này chưa tải về được', tryAgain],
    'lesson-damaged': [
      'Bài này tải về bị hỏng',
      'Bài làm của anh/chị vẫn còn. Anh/chị bấm “Thử lại” nhé.',
    ],
    'lesson-invalid': ['Bài này bị lỗi nên chưa mở được', tellAdmin],
    'lesson-unknown': [
      'Không tìm thấy bài này trong khóa học',
      'Có thể bài đã được đổi tên. Anh/chị về danh sách bài học nhé.',
    ],
    'answer-unsaved': [
      'Chưa lưu được câu trả lời',
      'Anh/chị giữ nguyên trang này và bấm “Trả lời” lần nữa. Nếu vẫn chưa được, hãy xóa bớt ảnh hoặc video trên máy.',
    ],
    'pin-needed': ['Cần mã PIN', 'Anh/chị bấm vào tên mình rồi nhập mã.'],
    'learner-removed': ['Học viên này đã bị xóa khỏi máy', 'Câu trả lời không được lưu.'],
    'chunk-missing': [
      'Một phần của trang chưa tải về được',
      'Anh/chị kiểm tra mạng rồi tải lại trang. Bài đã lưu vẫn còn.',
    ],
    unexpected: ['Có trục trặc ngoài dự kiến', 'Anh/chị tải lại trang. Bài đã lưu vẫn còn.'],
  },

  start: 'Bắt đầu học',
  resume: 'Học tiếp',
  allDone: ['Anh/chị đã học xong tất cả các bài.', 'Lúc rảnh, mời anh/chị xem lại phiếu nhớ.'],
  lessonsDone: (done, total) => `${done}/${total} bài`,
  state: {
    new: 'Chưa học',
    started: 'Đang học',
    done: 'Đã hoàn thành',
    'done-before': 'Đã học bản cũ – có nội dung mới',
  },
  minutes: (minutes) => `${minutes} phút`,
  core: 'Bài cốt lõi',
  draftNote: 'Bản nháp, chưa thẩm định.',

  outline: 'Danh sách bài học',
  outcome: 'Sau bài này anh/chị sẽ',
  section: {
    why: 'Vì sao bà con cần?',
    points: 'Các ý chính',
    demo: 'Cùng làm mẫu',
    practice: 'Thực hành với bà con',
    memo: 'Phiếu nhớ',
  },
  practised: 'Đã thực hành với bà con',
  didPractise: 'Tôi đã thực hành với bà con',
  questions: 'Câu hỏi ôn',
  questionsNote: (count) => `${count} câu, làm lại bao nhiêu lần cũng được.`,
  resumeAt: (number) => `Làm tiếp câu ${number}`,
  doneBefore: 'Bài có nội dung mới. Anh/chị chỉ cần làm những câu đã thay đổi.',
  me: 'Tôi',

  number: (number, of) => `Câu ${number}/${of}`,
  safety: 'An toàn',
  pickSeveral: 'Có thể chọn nhiều phương án.',
  isTrue: 'Đúng',
  isFalse: 'Sai',
  answer: 'Trả lời',
  pickFirst: 'Anh/chị chọn một phương án trước nhé.',
  saving: 'Đang lưu…',
  right: 'Đúng rồi.',
  wrong: 'Chưa đúng. Cùng xem lại.',
  partly: 'Gần đúng rồi. Cùng xem lại.',
  wasRight: 'Đã làm đúng',
  keptHow: {
    disk: 'Đã lưu trên máy này',
    held: 'Đang giữ tạm, chưa vào sổ. Nếu máy đầy, anh/chị xóa bớt ảnh hoặc video nhé.',
    memory: 'Chưa lưu được lâu dài: đóng trang là mất',
  },
  again: 'Làm lại',
  hint: 'Xem gợi ý',
  rightOption: 'Đáp án đúng',
  wrongOption: 'Chưa đúng',
  yours: 'Anh/chị chọn',
  missed: 'Còn sót',
  history: 'Các lần đã làm',

  progressUnknown: 'Chưa rõ',
};
