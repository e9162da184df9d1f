import type {InboxMessages} from './inbox.js';

const parts = (...items: readonly (string | false)[]): string =>
  items.filter((item) => item !== false).join(', ');

export const messages: InboxMessages = {
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
  },
};
