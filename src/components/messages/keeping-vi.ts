import type {KeepingMessages} from './keeping.js';

const code = 'Để chắc chắn, anh/chị sao chép mã tiến độ và giữ lại.';

export const keepingVi: KeepingMessages = {
  kept: (day) => `Không có mạng: đang dùng bản đã lưu trên máy ngày ${day}.`,
  memory: [
    'Trình duyệt này không cho lưu bài',
    'Anh/chị vẫn học được, nhưng đóng trang là mất. Học xong, anh/chị sao chép mã tiến độ để giữ lại.',
  ],
  broken: ['Ngăn lưu trên máy đang trục trặc', `Câu trả lời mới được giữ tạm. ${code}`],
  newer: [
    'Bài trên máy do bản mới hơn ghi',
    'Câu trả lời vẫn được giữ. Anh/chị tải lại trang khi có mạng.',
  ],
  'rolled-back': ['Máy vừa mất một phần bài đã lưu', `Phần còn giữ được đã lấy lại. ${code}`],
  wiped: [
    'Bài đã học ở đây có thể đã bị xóa',
    'Nếu anh/chị từng học trên máy này, anh/chị bấm “Đã học ở nơi khác? Nhập mã” ở cuối danh sách bài. Mã nằm trong tin nhắn anh/chị đã gửi Tổ trưởng.',
  ],
};
