import {firstOf} from './first-of.js';
import type {InboxMessages} from './inbox.js';

const parts = (...items: readonly (string | false)[]): string =>
  items.filter((item) => item !== false).join(', ');

/** `1.000`, as numbers are written in Vietnam. */
const number = (count: number): string => count.toLocaleString('vi-VN');

export const messages: InboxMessages = {
  inbox: 'Nhận mã tiến độ',
  paste: 'Dán cả đoạn trò chuyện Zalo vào đây',
  pasteHint:
    'Một mã hay cả trăm mã đều được, lẫn chữ khác cũng không sao. Dán trùng mã cũ thì số liệu vẫn giữ nguyên.',
  receive: 'Nhận',
  receiving: 'Đang tìm mã…',
  receivingOf: (done, total, what) =>
    `Đang nhận ${number(done)} trên ${number(total)} ${what === 'files' ? 'tệp' : 'mã'}…`,
  stop: 'Dừng',
  stopped: (kept) =>
    kept > 0
      ? `Đã dừng. Đã giữ trọn vẹn ${number(kept)} mã nhận được trước khi dừng.`
      : 'Đã dừng. Chưa nhận mã nào.',
  empty: 'Ô này còn trống. Anh/chị dán đoạn trò chuyện có mã vào rồi bấm Nhận.',
  nothingFound: {
    what: 'Chưa thấy mã nào trong đoạn này.',
    todo: 'Mã bắt đầu bằng KNS1. Anh/chị sao chép lại cả tin nhắn rồi dán vào ô trên.',
  },
  nothingInFiles: {
    what: 'Chưa thấy mã nào trong các tệp này.',
    todo: 'Tệp tiến độ có tên bắt đầu bằng “kynangso-”. Anh/chị chọn lại đúng tệp người học đã gửi.',
  },
  or: 'hoặc',
  files: 'Chọn tệp',
  folder: 'Chọn thư mục',
  scan: 'Quét mã QR',
  closeScan: 'Thôi quét',
  filesHint: 'Tệp người học gửi, hoặc ảnh chụp mã QR; chọn nhiều tệp một lần cũng được.',
  dropHint: 'Cũng có thể kéo tệp hay thư mục thả vào bất cứ chỗ nào trong khung này.',
  dropHere: 'Thả vào đây để nhận',
  looking: 'Đang mở thư mục…',
  tooMany: (most) =>
    `Một lần nhận nhiều nhất ${number(most)} tệp. Anh/chị chia thư mục ra rồi nhận từng phần.`,
  noneTaken: (refused) => `Chưa nhận được gì: ${number(refused)} mã hoặc tệp có chỗ chưa ổn.`,
  summary: ({learners, fresh, again, back, refused}) =>
    `Đã nhận mã của ${number(learners)} người: ${parts(
      fresh > 0 && `${number(fresh)} mã mới`,
      again > 0 && `${number(again)} mã đã có từ trước`,
      back > 0 && `${back} mã đã bỏ ra nên không tính`,
    )}.${refused > 0 ? ` ${number(refused)} mã chưa nhận được.` : ''}`,
  claimed: ({linked, waiting}) =>
    [
      linked > 0 && `${number(linked)} người đã gắn được tên nhờ lời mời.`,
      waiting > 0 &&
        `${number(waiting)} người nói mình đã được mời, nhưng danh sách có lời mời ấy chưa về máy này. Máy giữ lại; khi danh sách về sẽ tự gắn tên.`,
    ]
      .filter((item) => item !== false)
      .join(' '),
  claimsLeftOut: ({tooMany, full}) => ({
    what: [
      tooMany.length > 0 &&
        `${firstOf(tooMany, (more) => `và ${number(more)} người nữa`)} gửi quá nhiều lời báo “đã được mời”: máy này giữ 8 lời của mỗi người, những lời sau không ghi.`,
      full > 0 &&
        `Máy này đã giữ đủ 20.000 lời báo “đã được mời”, nên lời của ${number(full)} người nữa không ghi được.`,
    ]
      .filter((item) => item !== false)
      .join(' '),
    todo: 'Những gì đã có vẫn còn nguyên, tiến độ của họ vẫn nhận và tính đủ. Anh/chị ghi tên họ ở trang này, rồi sang phần Danh sách tổ, bấm Sửa ở tên người ấy và gắn máy vào.',
  }),
  refused: (count) => `${number(count)} mã hoặc tệp chưa nhận được`,
  refusedOf: (count) => `${number(count)} mã hoặc tệp như vậy:`,
  moreRefused: (count) => `Xem ${number(count)} mục còn lại`,
  refusedKept: 'Những thứ chưa nhận được vẫn giữ ở mục “Chưa nhận được” bên dưới, để thử lại sau.',
  beginsWith: 'Mã bắt đầu bằng',
  whose: 'Mã này của ai?',
  whoseHint: 'Chỉ hỏi một lần cho mỗi người. Tên chỉ ghi trên máy này.',
  moreStrangers: (count) => `Còn ${count} người chưa có tên.`,
  otherStrangers: 'Hỏi người khác trước',
  clue: ({made, done}) =>
    parts(made ? `Làm ngày ${made}` : 'Không rõ ngày làm', `${done} bài đã hoàn thành`),
  invitedClue:
    'Người này nói mình đã được mời. Danh sách có lời mời ấy chưa về máy này; khi về sẽ tự gắn tên. Biết là ai thì anh/chị cứ ghi tên.',
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
  coveredIn: (count) =>
    `${count} mã cũ không còn giữ riêng: mã mới hơn đã nói đủ. Kết quả không đổi.`,
  justNow: 'Vừa nhận',
  today: (time) => `Hôm nay, ${time}`,
  madeOn: (day) => `Mã làm ngày ${day}`,
  fileMadeOn: (day) => `Tệp đủ từng câu, làm ngày ${day}`,
  signed: (device) => `Có chữ ký của máy ${device}`,
  unsigned: 'Không có chữ ký của máy',
  outcomes: {new: 'Mới', again: 'Đã có', back: 'Không tính', kept: 'Đã nhận'},
  takeBack: 'Không tính',
  takeBackOf: (name) => `Không tính mã của ${name} vào sổ nữa`,
  takeIn: 'Tính lại',
  takeInOf: (name) => `Tính lại mã của ${name} vào sổ`,
  tookBack: (name) => `Đã bỏ mã của ${name} ra. Sổ được tính lại như chưa từng nhận mã này.`,
  tookIn: (name) => `Mã của ${name} được tính vào sổ.`,
  takeAllBack: (count) => `Không tính cả ${number(count)} mã của lần nhận này`,
  takeAllIn: (count) => `Tính lại cả ${number(count)} mã của lần nhận này`,
  tookAllBack: (count, staying) =>
    [
      ...(count > 0
        ? [`Đã bỏ ${number(count)} mã ra. Sổ được tính lại như chưa từng có lần nhận này.`]
        : []),
      ...(staying > 0
        ? [`Còn ${number(staying)} mã vẫn được tính, vì lần nhận khác cũng có.`]
        : []),
    ].join(' '),
  tookAllIn: (count) => `${number(count)} mã của lần nhận này được tính vào sổ.`,
  gap: (device, from, to) =>
    to === undefined
      ? `Thiếu bản ghi từ số ${number(from)} từ máy ${device}.`
      : from === to
        ? `Thiếu bản ghi ${number(from)} từ máy ${device}.`
        : `Thiếu bản ghi ${number(from)}–${number(to)} từ máy ${device}.`,
  gapTodo: 'Nhờ người học gửi tệp tiến độ, trong đó có đủ từng câu.',
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
    'file-damaged': {
      what: 'Tệp bị hỏng trên đường gửi.',
      todo: 'Nhờ người gửi lưu tệp mới rồi gửi lại, đừng mở ra sửa.',
    },
    'file-unreadable': {
      what: 'Đây không phải tệp tiến độ, mà là ảnh, tài liệu hoặc tệp nén.',
      todo: 'Tệp nén (ZIP) thì giải nén rồi chọn lại. Ảnh, tài liệu khác thì bỏ qua.',
    },
    'too-big': {
      what: 'Tệp lớn hơn mọi tệp tiến độ.',
      todo: 'Có lẽ là chọn nhầm tệp. Nếu đúng là tệp tiến độ, nhờ người gửi lưu tệp mới.',
    },
    'signature-wrong': {
      what: 'Chữ ký không khớp: nội dung đã bị đổi sau khi ký.',
      todo: 'Không dùng tệp này. Nhờ chính người học gửi lại từ máy của mình.',
    },
    'signer-wrong': {
      what: 'Chữ ký là của máy khác, không phải máy đã ghi các câu trả lời.',
      todo: 'Không dùng tệp này. Nhờ chính người học gửi lại từ máy của mình.',
    },
    'record-invalid': {
      what: 'Có bản ghi trong tệp không đúng quy cách.',
      todo: 'Nhờ người học nối mạng, mở lại ứng dụng để có bản mới, rồi gửi tệp mới.',
    },
    'learner-forgotten': {
      what: 'Mã của người anh/chị đã xóa khỏi sổ, nên không nhận.',
      todo: 'Muốn nhận lại thì mở mục “Xóa người học khỏi sổ” bên dưới.',
    },
    'quarantine-full': {
      what: 'Mục “Chưa nhận được” đã đầy nên không giữ thêm được.',
      todo: 'Mở mục đó bên dưới, thử lại hoặc bỏ bớt, rồi nhận lại các tệp này. Những mã đã nhận vẫn còn.',
    },
    'learner-full': {
      what: 'Người này đã có quá nhiều mã được giữ, mỗi mã nói một phần khác nhau.',
      todo: 'Nhờ họ gửi một tệp đủ từng câu (nút “Lưu tệp”): tệp vẫn nhận được. Mã này nằm ở mục “Chưa nhận được”, sau thử lại. Những gì đã nhận vẫn còn.',
    },
    'receipt-stranger': {
      what: 'Đây là biên nhận gửi cho người học, không phải mã tiến độ.',
      todo: 'Chuyển cho người học để dán vào ứng dụng trên máy của họ.',
    },
    'picture-empty': {
      what: 'Không thấy mã QR trong ảnh.',
      todo: 'Nhờ người gửi chụp lại cả mã, rõ nét và đủ bốn góc.',
    },
    'nothing-found': {
      what: 'Không có mã nào trong đó.',
      todo: 'Xem lại có chọn nhầm tệp không; tệp tiến độ có tên bắt đầu bằng “kynangso-”.',
    },
  },
};
