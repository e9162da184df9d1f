import type {EmptyMessages} from './empty.js';

export const emptyVi: EmptyMessages = {
  place: [
    'Bài đã học ở đây có thể đã bị xóa',
    'Nếu anh/chị từng học trên máy này, anh/chị dán mã tiến độ để học tiếp. Mã nằm trong tin nhắn anh/chị đã gửi Tổ trưởng. Nếu chưa học bao giờ, anh/chị chọn bài ở bên dưới.',
  ],
  app: [
    'Ứng dụng này chưa có kết quả học của anh/chị',
    'Nếu anh/chị đã học trên trình duyệt hoặc trên máy khác, anh/chị dán mã tiến độ để học tiếp. Mã nằm trong tin nhắn anh/chị đã gửi Tổ trưởng. Nếu chưa học bao giờ, anh/chị chọn bài ở bên dưới.',
  ],
  adopted: 'Được rồi. Máy này học tiếp từ mã đó.',
};
