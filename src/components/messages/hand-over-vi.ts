import type {HandOverMessages} from './hand-over.js';

const number = new Intl.NumberFormat('vi');

export const handOverVi: HandOverMessages = {
  truth: {
    nothing: 'Máy này chưa có gì mới để gửi',
    received: (day) => `Xã đã nhận hết đến ngày ${day}`,
    counted: (day) => `Xã đã nhận mã, đủ đến ngày ${day}`,
    countedNote:
      'Mã cho biết bài nào đã xong, câu nào đúng. Muốn xã giữ hộ từng câu trả lời, anh/chị gửi thêm tệp.',
    unsent: (count, day) => `Chưa gửi ${number.format(count)} mục đã học từ ngày ${day}`,
    gone: (moment) => `Đã đưa đi lúc ${moment}, chưa có biên nhận`,
    goneNote: (count) =>
      `${number.format(count)} mục đã học vẫn nằm trên máy này. Khi có biên nhận, anh/chị dán vào đây.`,
    receivedBefore: (day) => `Lần trước xã đã nhận đến ngày ${day}.`,
    never: 'Bài vẫn nằm trên máy này. Gửi đi thì máy hỏng cũng không mất.',
  },

  show: 'Đưa mã cho người phụ trách',
  shareSheet: 'Gửi qua Zalo',
  save: 'Lưu tệp',
  fileNote:
    'Tệp có đủ từng câu trả lời và chữ ký của máy này: ai sửa một chữ cũng bị phát hiện. Trong tệp không có tên, không có số điện thoại.',
  fileNoteUnsigned:
    'Tệp có đủ từng câu trả lời. Trang này mở không qua kết nối bảo mật nên tệp không có chữ ký. Trong tệp không có tên, không có số điện thoại.',
  fileMaking: 'Đang tạo tệp…',
  fileFailed: 'Chưa tạo được tệp. Anh/chị gửi mã bên dưới cũng được.',
  saved: (name) => `Đã lưu tệp ${name}. Anh/chị tìm trong mục “Tải xuống” của máy.`,
  savedInApp:
    'Trang đang mở bên trong một ứng dụng khác, có thể không lưu được tệp. Anh/chị sao chép mã bên dưới, hoặc mở trang bằng trình duyệt.',
  shared: 'Đã đưa sang ứng dụng anh/chị chọn. Anh/chị nhớ bấm gửi ở đó nhé.',
  notShared: 'Chưa gửi. Anh/chị bấm lại lúc nào cũng được.',
  sharedAsText: 'Máy này không gửi được tệp, nên đã gửi mã tiến độ.',
  noSheet: 'Máy này chưa mở được Zalo từ đây. Mã đã được sao chép: anh/chị mở Zalo và dán vào nhé.',

  showNote:
    'Để sáng màn hình, cách máy kia chừng một gang tay. Trong mã không có tên, không có số điện thoại.',
  showFailed: 'Chưa hiện được mã. Anh/chị gửi mã bằng chữ bên dưới nhé.',
  codeLabel: 'Mã tiến độ để quét',
  all: 'Gửi đủ từng câu',
  allNote: 'Mã sẽ đổi liên tục. Máy kia quét đến khi báo đủ.',
  one: 'Một mã đứng yên',
  hide: 'Cất mã',

  receipts: 'Biên nhận',
  receipt: (day, receiver, held) =>
    `Xã đã nhận ${held ? '' : 'mã '}đến ngày ${day} (máy ${receiver})`,
  receiptSeen: {
    new: 'Đã cất biên nhận. Cảm ơn anh/chị.',
    again: 'Biên nhận này máy đã có rồi.',
    twin: 'Biên nhận nhắc tới bài mà máy này chưa từng ghi, có thể vì có máy khác được chép từ máy này. Bài không mất gì: từ giờ máy này ghi dưới một mã máy mới.',
    stranger: 'Biên nhận này của người khác, không phải của ai học trên máy này.',
  },

  others: (people) => `Máy này đang giữ mã của ${number.format(people)} người khác`,
  othersNote:
    'Anh/chị chuyển giúp được: mang tới chỗ có mạng rồi gửi. Trong đó không có tên ai; máy chuyển nguyên như lúc nhận, không sửa được chữ nào.',
  othersShare: 'Chuyển giúp',
  othersSave: 'Lưu tệp chuyển giúp',
  othersKept: (people) =>
    `Đã giữ mã của ${number.format(people)} người khác để chuyển giúp. Phần học của anh/chị không thay đổi.`,

  openFile: 'Mở tệp',
  scan: 'Quét mã',
  refused: {
    'file-damaged':
      'tệp bị sai vài chữ trên đường đi. Phần còn nguyên vẫn được nhận. Anh/chị nhờ gửi lại cả tệp nhé.',
    'file-unreadable': 'đây không phải tệp của sổ tay. Anh/chị chọn tệp tên “kynangso-….txt”.',
    'too-big': 'tệp quá lớn, không phải tệp của sổ tay.',
    'signature-wrong': 'chữ ký không khớp: tệp đã bị sửa. Anh/chị nhờ gửi lại nhé.',
    'signer-wrong': 'tệp do máy khác ký, không phải máy đã ghi bài.',
    'record-invalid': 'trong tệp có chỗ không đọc được. Anh/chị nhờ gửi lại nhé.',
    'learner-forgotten': 'người này đã được xóa khỏi máy, nên không nhận lại.',
    'quarantine-full': 'máy đang giữ quá nhiều mã chưa nhận được, nên dừng ở đây.',
    'learner-full': 'máy đã giữ quá nhiều mã của người này. Anh/chị mang tệp sang thay cho mã nhé.',
    'receipt-stranger': 'biên nhận của người khác.',
    'code-cut': 'mã bị thiếu phần cuối. Anh/chị sao chép lại cả mã, hoặc quét lại đến khi đủ.',
  },
  pinFirst: 'Người này có mã PIN trên máy này. Anh/chị chọn tên ở đầu trang rồi nhập mã PIN.',
  invitedLater:
    'Đây là lời mời học. Anh/chị chọn một cách lấy lại bài đã học trước, rồi mở lại lời mời.',
  fromLink: 'Đây là mã từ liên kết anh/chị vừa mở.',

  move: 'Chuyển sang máy mới',
  moveTitle: 'Chuyển sang máy mới',
  oldPhone: 'Trên máy cũ: lấy bài ra',
  oldPhoneNote: 'Hiện mã cho máy mới quét, hoặc gửi tệp cho chính mình qua Zalo.',
  showNew: 'Hiện mã cho máy mới',
  newPhone: 'Trên máy mới: nhận bài',
  newPhoneNote:
    'Mở sổ tay này, bấm “Đã học ở nơi khác? Nhập mã”, quét mã hoặc mở tệp, rồi bấm “Đúng, học tiếp từ mã này”.',
  newPhoneOpen: 'Đây là máy mới, nhận bài ở đây',
  oldDone: 'Máy cũ không dùng nữa',
  oldDoneNote: 'Để xã khỏi chờ máy cũ gửi thêm. Bài làm trên máy cũ vẫn được tính.',
  oldDoneYet: 'Khi bài của máy cũ đã sang máy này, nút ở đây sẽ hiện ra.',
  otherDevice: (device) => `Máy ${device}`,
  retire: 'Không dùng máy này nữa',
  retired: (device) => `Đã ghi: máy ${device} không dùng nữa.`,
  bothGoOn: 'Dùng cả hai máy cũng được: máy nào học thì máy ấy gửi, bài tự cộng lại.',
  link: 'Sao chép liên kết',
  linkNote: 'Đổi trình duyệt trên cùng máy? Gửi liên kết cho chính mình rồi mở ở chỗ mới.',
  linkCopied: 'Đã sao chép liên kết.',
  linkByHand:
    'Máy chưa cho sao chép tự động. Liên kết đã được bôi đen: nhấn giữ rồi chọn “Sao chép”.',

  about: 'Mọi điều máy này biết về tôi',
  aboutNote: 'Chỉ hiện trên máy này, không gửi đi đâu.',
  aboutMaking: 'Đang gom lại…',
  aboutFailed: 'Chưa gom được. Anh/chị bấm lại nhé.',
  aboutSave: 'Tải về máy',
  aboutHide: 'Đóng lại',

  fileFirst: 'Tải tệp về trước khi gỡ',
};
