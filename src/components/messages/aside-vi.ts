import type {AsideMessages} from './aside.js';

export const asideVi: AsideMessages = {
  yourCode: 'Mã tiến độ của anh/chị',
  codeNote:
    'Anh/chị sao chép rồi dán vào Zalo gửi Tổ trưởng. Trong mã không có tên, không có số điện thoại.',
  copy: 'Sao chép mã',
  copied: 'Đã sao chép. Giờ anh/chị mở Zalo và dán vào nhé.',
  copyByHand:
    'Máy chưa cho sao chép tự động. Mã đã được bôi đen: anh/chị nhấn giữ rồi chọn “Sao chép”.',
  making: 'Đang tạo mã…',

  paste: 'Dán mã tiến độ vào đây',
  pasteNote: 'Dán cả tin nhắn cũng được, máy tự tìm mã trong đó.',
  take: 'Nhận mã',
  taken: (learned) =>
    learned ? 'Đã nhận. Phần đã học được cộng vào máy này.' : 'Đã nhận. Máy này đã có đủ rồi.',
  takenAgain: 'Mã này đã nhận trước đây, không cần nhận lại.',
  nothing: 'Chưa thấy mã nào trong đoạn này. Mã bắt đầu bằng KNS1.',
  mine: 'Mã này của chính anh/chị?',
  mineNote: 'Nếu đúng, máy này sẽ học tiếp từ mã đó. Nếu là mã của người khác, anh/chị bỏ qua.',
  adopt: 'Đúng, học tiếp từ mã này',
  adopted: 'Được rồi. Máy này học tiếp từ mã đó.',
  notTaken:
    'Chưa nhận được mã. Nếu máy đầy, anh/chị xóa bớt ảnh hoặc video rồi bấm “Nhận mã” lần nữa.',
  refused: {
    'code-cut': 'mã bị thiếu phần cuối. Anh/chị sao chép lại cả mã nhé.',
    'code-damaged': 'mã bị sai một vài ký tự. Anh/chị nhờ gửi lại nhé.',
    'newer-format': 'mã do bản mới hơn tạo. Anh/chị tải lại trang khi có mạng.',
    'course-unknown': 'mã của một khóa học khác.',
    'ledger-mismatch': 'mã không khớp với khóa học này.',
    unexpected: 'chưa nhận được mã.',
  },
  refusedCode: (found, why) => `${found}: ${why}`,

  lost: 'Dữ liệu trên máy này đã bị xóa',
  lostNote:
    'Trước đây anh/chị đã học trên máy này, nhưng phần lưu không còn. Có thể trình duyệt đã tự dọn khi máy đầy. Mình lấy lại được theo một trong các cách sau.',
  restore: 'Lấy lại từ bản lưu dự phòng',
  restoreNote: 'Máy còn giữ một bản dự phòng nhỏ.',
  copyGone:
    'Bản dự phòng cũng không còn. Anh/chị dán mã tiến độ đã gửi trước đây, hoặc học lại từ đầu.',
  notRestored: [
    'Chưa lấy lại được',
    'Bản dự phòng vẫn còn. Anh/chị tải lại trang rồi bấm lần nữa, hoặc dán mã tiến độ bên dưới.',
  ],
  orPaste: 'Hoặc dán mã tiến độ anh/chị đã gửi trước đây (tìm trong Zalo với Tổ trưởng).',
  anew: 'Học lại từ đầu',
  anewSure: 'Bấm lần nữa để bỏ hết bài cũ và học lại',
  anewNote: 'Chỉ chọn khi không lấy lại được bằng cách nào khác.',
  working: 'Đang lấy lại…',
};
