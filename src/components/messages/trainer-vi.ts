import type {TrainerMessages} from './trainer.js';

const parts = (...items: readonly (string | false)[]): string =>
  items.filter((item) => item !== false).join(', ');

export const messages: TrainerMessages = {
  room: 'Sổ theo dõi học tập',
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
  stays: 'Tên và tiến độ chỉ nằm trên máy này, không gửi đi đâu.',
  code: (code) => `Mã lỗi: ${code}`,

  inbox: 'Nhận mã tiến độ',
  paste: 'Dán cả đoạn trò chuyện Zalo vào đây',
  pasteHint:
    'Một mã hay cả trăm mã đều được, lẫn chữ khác cũng không sao. Dán trùng mã cũ thì số liệu vẫn giữ nguyên.',
  receive: 'Nhận',
  receiving: 'Đang tìm mã trong đoạn vừa dán…',
  receivingOf: (done, total) => `Đang nhận ${done}/${total} mã…`,
  stop: 'Dừng',
  stopped: 'Đã dừng. Những mã nhận trước khi dừng vẫn được giữ.',
  empty: 'Ô này còn trống. Anh/chị dán đoạn trò chuyện có mã vào rồi bấm Nhận.',
  nothingFound: {
    what: 'Chưa thấy mã nào trong đoạn này.',
    todo: 'Mã bắt đầu bằng KNS1. Anh/chị sao chép lại cả tin nhắn rồi dán vào ô trên.',
  },
  summary: ({learners, fresh, again, back, refused}) =>
    `Đã nhận mã của ${learners} người: ${parts(
      fresh > 0 && `${fresh} mã mới`,
      again > 0 && `${again} mã đã có từ trước`,
      back > 0 && `${back} mã đã bỏ ra nên không tính`,
    )}.${refused > 0 ? ` ${refused} mã chưa nhận được.` : ''}`,

  refused: (count) => `${count} mã chưa nhận được`,
  beginsWith: 'Mã bắt đầu bằng',
  refusals: {
    'code-cut': {
      what: 'Mã bị cắt mất phần cuối.',
      todo: 'Nhờ người gửi bấm “Sao chép mã” rồi gửi lại cả dòng.',
    },
    'code-damaged': {
      what: 'Có ký tự trong mã bị sai hoặc thiếu.',
      todo: 'Nhờ người gửi sao chép và gửi lại, đừng gõ tay.',
    },
    'newer-format': {
      what: 'Mã do bản ứng dụng mới hơn làm ra, máy này chưa đọc được.',
      todo: 'Nối mạng, mở lại trang này để có bản mới, rồi dán lại.',
    },
    'course-unknown': {
      what: 'Mã thuộc một khóa học khác, không có trong sổ này.',
      todo: 'Mở sổ của khóa học đó rồi dán mã vào.',
    },
    'ledger-mismatch': {
      what: 'Danh mục bài học trong mã không khớp với khóa học của sổ này.',
      todo: 'Báo cho người quản trị khóa học, kèm mã này.',
    },
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
  unexpected: {
    what: 'Có trục trặc ngoài dự kiến.',
    todo: 'Anh/chị thử lại; nếu vẫn thế, chụp màn hình này gửi người hỗ trợ.',
  },

  whose: 'Mã này của ai?',
  whoseHint: 'Chỉ hỏi một lần cho mỗi người. Tên chỉ ghi trên máy này.',
  moreStrangers: (count) => `Còn ${count} người chưa có tên; ghi xong những tên này sẽ hỏi tiếp.`,
  clue: ({made, done}) =>
    parts(made ? `Làm ngày ${made}` : 'Không rõ ngày làm', `${done} bài đã hoàn thành`),
  sentBy: (sender) => `Trong đoạn trò chuyện, người gửi ghi là “${sender}”.`,
  name: 'Họ và tên',
  saveName: 'Ghi tên',
  changeName: 'Sửa tên',
  changeNameOf: (name) => `Sửa tên ${name}`,
  nameNeeded: 'Cần nhập họ và tên.',
  cancel: 'Thôi',
  nameless: (beginning) => `Chưa có tên (${beginning}…)`,
  named: (name) => `Đã ghi tên ${name}.`,

  history: 'Những lần đã nhận',
  historyEmpty: 'Chưa nhận mã nào.',
  importedAt: (when, count) => `${when} · ${count} mã`,
  justNow: 'Vừa nhận',
  today: (time) => `Hôm nay, ${time}`,
  madeOn: (day) => `Mã làm ngày ${day}`,
  outcomes: {new: 'Mới', again: 'Đã có', back: 'Không tính', kept: 'Đã nhận'},
  takeBack: 'Không tính',
  takeBackOf: (name) => `Không tính mã của ${name} vào sổ nữa`,
  takeIn: 'Tính lại',
  takeInOf: (name) => `Tính lại mã của ${name} vào sổ`,
  tookBack: (name) => `Đã bỏ mã của ${name} ra. Sổ được tính lại như chưa từng nhận mã này.`,
  tookIn: (name) => `Mã của ${name} được tính vào sổ.`,
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
