import type {PageMessages} from './page.js';

export const pageVi: PageMessages = {
  textSize: 'Cỡ chữ',
  larger: 'A+ Chữ to hơn',
  usual: 'A Cỡ chữ thường',
  smaller: 'A- Chữ nhỏ hơn',
  sizes: ['Chữ nhỏ', 'Cỡ chữ thường', 'Chữ to', 'Chữ rất to', 'Chữ to nhất'],

  saving: 'Đang lưu để dùng khi không có mạng.',
  savingPart: (done, total) => `Được ${done}/${total} phần…`,
  saved: 'Đã lưu sẵn để dùng khi không có mạng.',
  savedOpenOnly: 'Đã tải sẵn các bài. Trang đang mở vẫn học được khi mất mạng.',
  interrupted: 'Chưa lưu xong để dùng khi không có mạng. Có mạng, máy sẽ lưu tiếp.',
  interruptedPart: (done, total) => `Mới lưu được ${done}/${total} phần.`,
  unsupported: 'Trình duyệt này không giữ được trang để mở khi mất mạng.',
  notSaved: 'Các bài chưa được tải sẵn trên máy này.',
  saveNow: 'Tải sẵn để dùng khi không có mạng',
  saveOn: 'Lưu tiếp',
  more: 'Chi tiết',
  less: 'Thu gọn',
  panelMissing: 'Phần này chưa tải về được. Anh/chị kiểm tra mạng rồi bấm lại.',

  update: 'Có bản mới',
  updateNote: 'Bài đã làm vẫn còn nguyên. Anh/chị đổi lúc nào cũng được.',
  updateNow: 'Cập nhật',
  updateLater: 'Để sau',
  updating: 'Đang đổi sang bản mới…',
  updateWaits: 'Đợi lưu xong câu trả lời rồi đổi sang bản mới…',
  renewed: 'Bản mới đã chạy ở một trang khác. Anh/chị tải lại trang này khi tiện.',
  reload: 'Tải lại trang',
};
