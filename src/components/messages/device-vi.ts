import type {DeviceMessages} from './device.js';

export const deviceVi: DeviceMessages = {
  update: 'Có bản mới',
  updateNow: 'Cập nhật',
  parts: 'Bài học trên máy',
  partsDone: (done, total) => `Đã lưu ${done}/${total} phần.`,
  home: 'Màn hình chính',
  homeDone: 'Đang mở từ màn hình chính, như một ứng dụng.',
  homeOffer: 'Đặt sổ tay ra màn hình chính để lần sau bấm một cái là mở, kể cả khi mất mạng.',
  homeNow: 'Thêm vào màn hình chính',
  homeRefused: 'Chưa thêm. Anh/chị bấm lại lúc nào cũng được.',
  homeMenu: 'Mở trình đơn của trình duyệt (dấu ⋮), chọn “Thêm vào màn hình chính”.',
  homeIos: [
    'Bấm nút Chia sẻ (hình vuông có mũi tên lên).',
    'Kéo xuống, chọn “Thêm vào MH chính”, rồi bấm “Thêm”.',
  ],
  homeInApp: [
    'Trang đang mở bên trong một ứng dụng khác, như Zalo. Bấm dấu ba chấm ở góc trên.',
    'Chọn “Mở bằng trình duyệt”, rồi học ở đó.',
  ],
  homeCode:
    'Ở chỗ mới, bài đã học không tự đi theo. Anh/chị sao chép mã tiến độ trước, rồi làm tiếp:',
  copyCode: 'Sao chép mã tiến độ',
  codeCopied: 'Đã sao chép mã tiến độ.',
  codeByHand: 'Máy chưa cho sao chép tự động. Mã đã được bôi đen: nhấn giữ rồi chọn “Sao chép”.',
  homeNext: 'Mở ở chỗ mới, bấm “Đã học ở nơi khác? Nhập mã”, rồi dán mã.',
  lasting: 'Giữ lâu dài',
  lastingYes: 'Trình duyệt đã nhận giữ bài, kể cả khi máy gần đầy.',
  lastingNo: 'Khi máy gần đầy, trình duyệt có thể tự xóa bài đã lưu.',
  lastingUnknown:
    'Trình duyệt này không cho biết sẽ giữ bài bao lâu. Anh/chị nên gửi mã tiến độ sau mỗi buổi học.',
  askLasting: 'Xin trình duyệt giữ lâu dài',
  lastingRefused:
    'Trình duyệt chưa nhận. Anh/chị thêm sổ tay vào màn hình chính rồi xin lại; và nhớ gửi mã tiến độ sau mỗi buổi học.',
  room: 'Chỗ trên máy',
  roomUsed: (megabytes) => `Đang dùng khoảng ${megabytes} MB, tính cả bài làm.`,
  support: 'Nhờ hỗ trợ',
  supportNote: 'Gửi đoạn này cho người giúp anh/chị. Trong đó không có tên, không có bài làm.',
  copySupport: 'Sao chép thông tin máy',
  supportCopied: 'Đã sao chép. Giờ anh/chị dán vào Zalo nhé.',
  supportByHand:
    'Máy chưa cho sao chép tự động. Chữ đã được bôi đen: nhấn giữ rồi chọn “Sao chép”.',
};
