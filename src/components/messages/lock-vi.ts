import type {LockMessages} from './lock.js';

export const messages: LockMessages = {
  locked: 'Phòng này đang khóa',
  lockedNote: 'Nhập mã PIN để mở. Tên và số liệu không hiện ra khi phòng khóa.',
  pin: 'Mã PIN của phòng',
  open: 'Mở phòng',
  wrong: (tries) =>
    tries > 0 ? `Mã chưa đúng. Anh/chị còn nhập được ${tries} lần.` : 'Mã chưa đúng.',
  wait: (seconds) =>
    `Đã nhập sai nhiều lần. Anh/chị chờ ${
      seconds > 90 ? `${Math.ceil(seconds / 60)} phút` : `${seconds} giây`
    } nữa rồi nhập lại.`,
  forgotten: 'Quên mã PIN?',
  forgottenNote: [
    'Không ai đặt lại mã này giúp được.',
    'Nếu có tệp sao lưu: xóa dữ liệu của trang này trong phần cài đặt trình duyệt, mở lại rồi gộp tệp sao lưu vào. Xóa mà không có tệp sao lưu thì mất cả sổ và phần học trên máy này.',
  ],
  setting: 'Đặt mã PIN cho phòng này',
  settingNote: [
    'Phòng khóa ngay khi bấm, khi mở lại trang, và sau 10 phút không ai chạm vào. Khóa ở thẻ này thì các thẻ khác cũng khóa.',
    'Mã PIN che màn hình khỏi người dùng chung máy, không mã hóa dữ liệu: người rành máy vẫn đọc được. Hãy sao lưu trước, vì quên mã thì không ai mở giúp được.',
  ],
  newPin: 'Mã PIN mới (4 đến 6 chữ số)',
  again: 'Nhập lại mã PIN',
  shape: 'Mã PIN gồm 4 đến 6 chữ số.',
  differ: 'Hai lần nhập chưa giống nhau.',
  set: 'Đặt mã và khóa',
  cancel: 'Thôi',
  drop: 'Mở và bỏ mã PIN',
  dropped: 'Đã bỏ mã PIN của phòng này.',
  failed: 'Chưa làm được: máy không lưu được. Anh/chị thử lại.',
};
