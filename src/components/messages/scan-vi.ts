import type {ScanMessages} from './scan.js';

const orPicture = 'Hoặc anh/chị bấm “Chọn ảnh có mã QR”.';

export const scanVi: ScanMessages = {
  open: 'Quét bằng camera',
  privacy: 'Camera chỉ để đọc mã. Máy không chụp, không lưu và không gửi hình đi đâu.',
  opening: 'Đang mở camera… Nếu máy hỏi, anh/chị chọn “Cho phép”.',
  close: 'Tắt camera',
  view: 'Hình từ camera',
  aim: 'Anh/chị đưa mã QR trên máy kia vào trong khung, giữ yên tay, cách khoảng một gang tay.',
  sound: 'Tiếng báo',
  left: 'Camera đã tắt khi anh/chị rời trang. Bấm “Quét bằng camera” để quét tiếp.',
  problem: {
    missing: [
      'Không thấy camera trên máy này',
      'Anh/chị nhờ chụp màn hình mã QR rồi bấm “Chọn ảnh có mã QR”, hoặc dán mã dạng chữ.',
    ],
    busy: [
      'Camera đang bận',
      `Có thể một ứng dụng khác đang dùng camera. Anh/chị tắt ứng dụng đó rồi quét lại. ${orPicture}`,
    ],
    dismissed: [
      'Trang chưa được phép dùng camera',
      `Anh/chị bấm “Quét bằng camera” lần nữa. Khi máy hỏi, chọn “Cho phép”. ${orPicture}`,
    ],
    blocked: [
      'Trang này đang bị chặn camera',
      `Anh/chị chạm vào hình ổ khóa (hoặc hai gạch nhỏ) cạnh địa chỉ trang, mở mục “Quyền”, cho phép “Máy ảnh”, rồi quét lại. ${orPicture}`,
    ],
    framed: [
      'Trang bên ngoài không cho dùng camera ở đây',
      `Bài học này nằm trong một trang khác, và trang đó không cho dùng camera. Anh/chị mở Sổ tay ở một thẻ riêng rồi quét. ${orPicture}`,
    ],
    insecure: [
      'Địa chỉ này không dùng được camera',
      `Trình duyệt chỉ cho dùng camera khi địa chỉ bắt đầu bằng https. ${orPicture}`,
    ],
    app: [
      'Trình duyệt bên trong Zalo hoặc Facebook không dùng được camera',
      `Anh/chị bấm dấu ba chấm ở góc màn hình, chọn mở bằng Chrome hoặc Safari, rồi quét lại. ${orPicture}`,
    ],
    part: ['Phần đọc mã chưa tải về được', 'Anh/chị thử lại khi có mạng, hoặc dán mã dạng chữ.'],
  },

  pick: 'Chọn ảnh có mã QR',
  searching: (at, of) =>
    of === 1 ? 'Đang tìm mã trong ảnh…' : `Đang tìm mã trong ảnh ${at} trên ${of}…`,
  pictureEmpty: (names) => [
    names.length === 1
      ? 'Không thấy mã của Sổ tay trong ảnh này'
      : `Không thấy mã của Sổ tay trong ${names.length} ảnh`,
    `${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}. Ảnh cần rõ nét và thấy trọn mã QR. Anh/chị chụp lại gần hơn, hoặc chụp màn hình.`,
  ],

  parts: (have, need) => `Đã nhận ${have} trên ${need} mảnh. Giữ yên máy nhé.`,
  read: (count) =>
    count === 1
      ? 'Đã đọc được 1 mã. Còn mã khác thì anh/chị đưa tiếp vào khung.'
      : `Đã đọc được ${count} mã. Còn mã khác thì anh/chị đưa tiếp vào khung.`,
  whole: 'Đã nhận đủ các mảnh. Còn mã khác thì anh/chị đưa tiếp vào khung.',
  pictures: (count) => `Đã đọc được ${count} mã từ ảnh.`,
  picturesParts: (have, need) =>
    `Ảnh là một phần của dãy mã QR đang chạy: mới có ${have} trên ${need} mảnh. Anh/chị chọn thêm ảnh của các mảnh khác, hoặc quét thẳng dãy mã bằng camera.`,
  known: 'Mã này vừa đọc rồi. Anh/chị đưa mã khác vào khung.',
  foreign: 'Mã QR này không phải mã của Sổ tay.',

  running: 'Mã QR đang chạy: hình đổi liên tục để gửi được nhiều hơn một mã',
  hold: 'Trên máy nhận, anh/chị bấm “Quét bằng camera” và giữ trước hình này đến khi đủ mảnh.',
  piece: (number, needed) => `Mảnh ${number} · cần bắt được khoảng ${needed} mảnh`,
  pause: 'Dừng lại',
  resume: 'Chạy tiếp',
};
