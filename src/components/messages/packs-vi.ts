import type {PacksMessages} from './packs.js';

export const messages: PacksMessages = {
  make: 'Gói gửi lên cấp trên',
  makeHint:
    'Một tệp để xã gửi lên tỉnh: các tổ, người trong tổ và kết quả học đã nhận. Anh/chị xem trong gói có gì rồi mới lưu.',
  unit: 'Gói của đơn vị',
  names: 'Trong gói, mỗi người được ghi bằng',
  without: 'Chỉ có mã, không có tên',
  withoutHint:
    'Không có tên, số điện thoại, năm sinh. Còn tên tổ và vai trò, nên người biết tổ vẫn có thể đoán ra tổ trưởng.',
  withNames: 'Có tên',
  withHint: 'Có cả họ tên, 3 số cuối điện thoại, năm sinh. Chỉ gửi khi cấp trên cần đến tên.',
  lock: 'Khóa tệp bằng cụm từ',
  unlocked: 'Không khóa: ai có tệp cũng đọc được tên.',
  words: 'Cụm từ để khóa',
  wordsHint:
    'Ít nhất 8 chữ. Báo cho người nhận bằng cách khác, đừng gửi cùng tệp. Quên cụm từ thì không mở được.',
  wordsShort: 'Cụm từ cần ít nhất 8 chữ.',
  holds: 'Trong gói có',
  unitsIn: (count) => `${count} đơn vị`,
  peopleIn: (count, heard) => `${count} người, ${heard} người đã có kết quả học`,
  packetsIn: (count) => `${count} phần kết quả học, còn nguyên chữ ký của máy gửi`,
  nameless: 'KHÔNG có tên',
  named: 'CÓ TÊN người học',
  notIn: 'Mã chưa gắn với ai trong danh sách thì không có trong gói.',
  tooBig: 'Gói này quá lớn để cấp trên nhận. Anh/chị chọn đơn vị nhỏ hơn, gửi nhiều gói.',
  save: 'Lưu gói',
  saving: 'Đang tạo gói…',
  saved: (file) => `Đã tạo tệp ${file}. Anh/chị gửi tệp này lên cấp trên.`,
  fileName: 'goi',
  fileNamed: 'co-ten',
  cannotSeal: {
    what: 'Trình duyệt không khóa được tệp ở trang này.',
    todo: 'Anh/chị mở trang bằng địa chỉ https, hoặc gửi gói không có tên.',
  },
  cancel: 'Thôi',

  preview: (files) => (files > 1 ? `Xem ${files} gói trước khi nhận` : 'Xem gói trước khi nhận'),
  previewHint: 'Chưa ghi gì vào sổ. Gói nào chưa chắc thì bỏ dấu chọn.',
  reading: (done, total) => `Đang đọc gói ${done} trên ${total}…`,
  of: (unit) => `Gói của ${unit}`,
  madeOn: (day, device) => `Tạo ngày ${day}, trên máy ${device}`,
  figures: ({units, people, packets}) =>
    `${units} đơn vị, ${people} người, ${packets} phần kết quả học`,
  fresh: ({people, packets}) => `Mới: ${people} người, ${packets} phần kết quả học`,
  nothingFresh: 'Không có gì mới so với sổ này.',
  namesTold: (count) => `${count} người trước đây chỉ có mã, nay có tên`,
  moved: (count) => `${count} người đã chuyển sang đơn vị khác`,
  left: (count) => `${count} người đã nghỉ tổ`,
  unreadable: (count) => `${count} dòng không phải kết quả học, sẽ bỏ qua`,
  before: {
    counts: 'Gói này đã nhận rồi. Nhận lại không làm thay đổi gì.',
    'taken-back': 'Gói này đã nhận rồi bỏ ra. Muốn tính lại thì bấm ở mục “Gói đã nhận”.',
  },
  contradicts: (count) => `${count} chỗ trái với sổ này hoặc với gói ở trên: xem kỹ trước khi nhận`,
  contradictsTodo:
    'Nhận gói này thì mỗi mã chỉ còn là một người. Nếu thật ra là hai người, anh/chị nhờ nơi gửi xóa một người rồi thêm lại để có mã mới, và gửi lại gói.',
  otherPerson: (code, here, there) =>
    `Mã ${code}: đã có là ${here}, trong gói là ${there}, có thể là hai người`,
  otherParent: (unit, here, there) => `${unit}: đã có là thuộc ${here}, trong gói thuộc ${there}`,
  otherUnit: (here, there) => `Một mã, hai đơn vị: đã có là ${here}, trong gói là ${there}`,
  twin: (unit, people) =>
    `Sổ này đã có một ${unit} khác với ${people} người, mã khác: nhận gói thì ai có ở cả hai nơi bị tính hai lần. Anh/chị giữ một danh sách: bỏ gói này, hoặc xóa đơn vị tự nhập ở “Danh sách tổ”, “Sửa đơn vị này”, rồi nhận gói`,
  more: (count) => `và ${count} chỗ nữa`,
  take: 'Nhận gói này',
  takeOf: (unit) => `Nhận gói này: ${unit}`,
  takeAll: (count) => (count > 1 ? `Nhận ${count} gói` : 'Nhận gói đã chọn'),
  takeNone: 'Chưa chọn gói nào',
  taking: (done, total) => `Đang nhận gói ${done} trên ${total}…`,
  stop: 'Dừng',
  stopped: (count) => `Đã dừng. ${count} gói đã nhận trọn vẹn.`,
  taken: ({packs, packets, refused}) =>
    `Đã nhận ${packs} gói, ${packets} phần kết quả học mới.${
      refused > 0 ? ` ${refused} phần không nhận được.` : ''
    }`,
  open: 'Mở khóa',
  lockedWords: 'Cụm từ mở khóa',
  lockedHint: 'Người gửi gói cho anh/chị biết cụm từ này.',
  flaws: {
    'not-a-pack': {
      what: 'Tệp này không phải gói của trang này.',
      todo: 'Anh/chị xin xã tạo lại gói: mục Danh sách tổ, “Gói gửi lên cấp trên”.',
    },
    damaged: {
      what: 'Gói bị hỏng hoặc tải về chưa đủ.',
      todo: 'Anh/chị tải lại, hoặc xin gửi lại tệp đó.',
    },
    'too-big': {
      what: 'Gói quá lớn.',
      todo: 'Anh/chị xin gửi nhiều gói của các đơn vị nhỏ hơn.',
    },
    newer: {
      what: 'Gói do phiên bản mới hơn tạo ra.',
      todo: 'Anh/chị nối mạng, mở lại trang này để cập nhật rồi nhận lại.',
    },
    locked: {
      what: 'Gói có khóa.',
      todo: 'Anh/chị nhập cụm từ mở khóa.',
    },
    backup: {
      what: 'Đây là tệp sao lưu sổ, không phải gói.',
      todo: 'Anh/chị mở ở mục Danh sách tổ, “Sao lưu và gộp sổ”.',
    },
    'wrong-words': {
      what: 'Cụm từ không đúng, hoặc tệp bị hỏng.',
      todo: 'Anh/chị nhập lại, hoặc hỏi lại người gửi.',
    },
    'cannot-seal': {
      what: 'Trình duyệt không mở được tệp có khóa ở trang này.',
      todo: 'Anh/chị mở trang bằng địa chỉ https.',
    },
  },

  kept: (count) => `Gói đã nhận (${count})`,
  keptNote: 'Bỏ một gói ra thì người, tổ và kết quả học chỉ gói đó mang đến không còn trong sổ.',
  cameOn: (day) => `Nhận ngày ${day}`,
  out: 'Đã bỏ ra',
  takeBack: 'Bỏ gói này ra',
  takeBackOf: (unit) => `Bỏ gói này ra: ${unit}`,
  letIn: 'Tính lại',
  letInOf: (unit) => `Tính lại: gói của ${unit}`,
  tookBack: (unit) => `Đã bỏ gói của ${unit} ra.`,
  letInAgain: (unit) => `Gói của ${unit} được tính lại.`,
};
