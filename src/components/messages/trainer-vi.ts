import type {TrainerMessages} from './trainer.js';

export const messages: TrainerMessages = {
  room: 'Sổ theo dõi học tập',
  ways: 'Các phần của sổ',
  toMatrix: 'Xem ai đã học bài nào',
  rooms: {
    ledger: 'Sổ theo dõi',
    roster: 'Danh sách tổ',
    report: 'Báo cáo',
    items: 'Câu hỏi',
    session: 'Buổi học',
  },
  opening: 'Đang mở sổ…',
  retry: 'Thử lại',
  keptCopy: (day) => `Chưa có mạng, đang dùng khóa học đã lưu trên máy này ngày ${day}.`,
  storage: {
    memory: {
      what: 'Trình duyệt này không cho lưu dữ liệu.',
      todo: 'Sổ vẫn dùng được, nhưng đóng trang là mất. Anh/chị mở bằng Chrome hoặc Edge, không dùng chế độ ẩn danh.',
    },
    broken: {
      what: 'Không mở được dữ liệu đã lưu trên máy này.',
      todo: 'Anh/chị đóng rồi mở lại trình duyệt. Mã nhận trong lúc này chỉ giữ đến khi đóng trang.',
    },
    newer: {
      what: 'Dữ liệu trên máy này do bản ứng dụng mới hơn ghi.',
      todo: 'Anh/chị nối mạng và mở lại trang này để có bản mới.',
    },
    lost: {
      what: 'Dữ liệu trên máy này đã bị xóa.',
      todo: 'Anh/chị lấy lại bản sao còn giữ được, rồi dán lại các đoạn trò chuyện cũ: dán trùng cũng không sao.',
    },
    wiped: {
      what: 'Sổ trên máy này có thể đã bị xóa.',
      todo: 'Nếu trước đây anh/chị đã nhận mã ở đây, anh/chị dán lại các đoạn trò chuyện cũ: dán trùng cũng không sao.',
    },
  },
  restore: 'Lấy lại bản sao',
  anew: 'Bắt đầu sổ mới',
  lock: 'Khóa phòng này',
  lockedToo: 'Phòng này đang khóa.',
  openHere: 'Nhập mã PIN ở đây',
  stays: 'Tên và tiến độ chỉ nằm trên máy này, không gửi đi đâu.',
  code: (code) => `Mã lỗi: ${code}`,

  refusals: {
    'storage-full': {
      what: 'Máy này đã hết chỗ, chưa ghi được mã.',
      todo: 'Xóa bớt ảnh hoặc ứng dụng trên máy, rồi dán lại. Mã đã nhận trước đó vẫn còn.',
    },
    'storage-broken': {
      what: 'Chưa ghi được vào bộ nhớ của máy này.',
      todo: 'Đóng rồi mở lại trình duyệt, sau đó dán lại.',
    },
    'storage-none': {
      what: 'Trình duyệt này không cho lưu dữ liệu.',
      todo: 'Mở trang bằng Chrome hoặc Edge, không dùng chế độ ẩn danh.',
    },
    'storage-newer': {
      what: 'Dữ liệu trên máy này do bản ứng dụng mới hơn ghi.',
      todo: 'Nối mạng và mở lại trang này để có bản mới.',
    },
    'course-unreachable': {
      what: 'Chưa tải được khóa học, và máy này chưa lưu bản nào.',
      todo: 'Kiểm tra mạng rồi bấm Thử lại.',
    },
    'course-invalid': {
      what: 'Tệp khóa học có chỗ hỏng nên không mở được.',
      todo: 'Báo cho người quản trị cổng thông tin, kèm mã lỗi dưới đây.',
    },
    'course-newer-format': {
      what: 'Khóa học này cần bản ứng dụng mới hơn.',
      todo: 'Nối mạng và mở lại trang này để có bản mới.',
    },
    'chunk-missing': {
      what: 'Chưa tải được một phần của trang.',
      todo: 'Kiểm tra mạng rồi mở lại trang này.',
    },
  },
  unread: {
    what: 'Chưa đọc được sổ trên máy này.',
    before: 'Số liệu bên dưới là của lần đọc trước.',
    todo: 'Bấm “Thử lại”. Nếu vẫn vậy, anh/chị đóng rồi mở lại trình duyệt. Những gì đã nhận vẫn còn.',
  },
  ownClock: (day) => ({
    what: `Đồng hồ máy này có thể sai: máy đang ghi hôm nay là ${day}.`,
    todo: 'Chỉnh ngày giờ của máy rồi mở lại trang này, trước khi nhận thêm mã: mã nhận sai ngày sẽ bị coi là cũ.',
  }),
  unexpected: {
    what: 'Có trục trặc ngoài dự kiến.',
    todo: 'Anh/chị thử lại; nếu vẫn thế, chụp màn hình này gửi người hỗ trợ.',
  },

  nameless: (beginning) => `Chưa có tên (${beginning}…)`,

  doubts: {
    clock: 'Máy gửi sai ngày',
    gap: 'Thiếu một phần bản ghi',
    partial: 'Gửi từ bản khóa học mới hơn, phần đọc được đã nhận',
  },

  matrix: 'Ai đã học bài nào',
  matrixEmpty: 'Sổ chưa có ai. Để có tên đầu tiên:',
  matrixEmptySteps: [
    'Người học mở bài học trên máy mình, bấm “Sao chép mã”.',
    'Dán mã vào nhóm Zalo của Tổ, kèm lời nhắn gì cũng được.',
    'Anh/chị sao chép đoạn trò chuyện, dán vào ô nhận mã rồi bấm Nhận.',
  ],
  caption: (members, lessons) => `${members} người học, ${lessons} bài`,
  scroll: 'Bảng người học và bài học; cuộn ngang để xem hết',
  learner: 'Người học',
  lastData: 'Dữ liệu đến ngày',
  noDay: 'không rõ ngày',
  lessonsDone: (done, total) => `${done}/${total} bài`,
  notDoneCount: (count) => `${count} chưa xong`,
  unknownCount: (count) => `${count} chưa rõ`,
  cells: {
    unknown: 'Chưa rõ',
    'not-done': 'Chưa học',
    started: 'Đang học',
    done: 'Đã hoàn thành',
    'done-before': 'Đã học bản cũ',
    'all-right': 'Đủ câu đúng, chưa chốt',
  },
  cellsLong: {
    unknown: 'chưa nhận được gì, thiếu bản ghi, hoặc dữ liệu đã quá 30 ngày',
    'not-done': 'dữ liệu còn mới và bài chưa mở',
    started: 'dữ liệu còn mới, bài đã mở nhưng chưa xong',
    done: 'máy của người học đã ghi hoàn thành',
    'done-before': 'đã hoàn thành bản cũ, bài có nội dung mới',
    'all-right': 'làm đúng hết câu hỏi; mở lại bài một lần là xong',
  },
  legend: 'Các ký hiệu nghĩa là gì?',
  totals: 'Cả tổ',
  totalsByLesson: 'Cả tổ: từng bài',
  total: ({done, notDone, unknown}) =>
    `${done} đã hoàn thành, ${notDone} chưa xong, ${unknown} chưa rõ`,
  totalDone: 'xong',
  totalNotDone: 'chưa',
  totalUnknown: 'chưa rõ',
  oldest: (day) => `Dữ liệu cũ nhất: ${day}`,
  freshness: (fresh, members) => `${fresh}/${members} người có dữ liệu trong 30 ngày qua`,
  lessonShort: (lesson) => `Bài ${lesson}`,

  why: 'Vì sao?',
  whyHint: 'Bấm vào một ô để biết số liệu dựa vào đâu.',
  close: 'Đóng',
  doneOn: (day) => `Hoàn thành ngày ${day}.`,
  doneNoDay: 'Đã hoàn thành, không rõ ngày.',
  evidence: ({made, received, version}) =>
    `Theo mã làm ngày ${made}, nhận ngày ${received}, bản khóa học ${version}.`,
  joinedCodes: (beginnings) =>
    `Gộp từ ${beginnings.length} mã của một người: ${beginnings.map((one) => `${one}…`).join(', ')}.`,
  evidenceNone: 'Chưa có mã nào được tính.',
  because: {
    nothing: 'Chưa nhận được gì của người này.',
    noDay: 'Không biết mã được làm ngày nào, nên chưa thể nói là chưa học.',
    old: (days) =>
      `Dữ liệu mới nhất đã ${days} ngày; quá 30 ngày thì chưa thể nói là chưa học. Nhờ người học gửi mã mới.`,
    gap: 'Thiếu một phần bản ghi ở giữa, nên chưa thể nói là chưa học. Nhờ người học gửi mã mới.',
    otherPhone:
      'Người này học trên nhiều máy; có máy đã quá 30 ngày chưa gửi mã, nên chưa thể nói là chưa học.',
    notIncluded: 'Bản khóa học trên máy người học chưa có bài này.',
  },
};
