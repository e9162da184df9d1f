import type {InvitedMessages} from './invited.js';

export const invitedVi: InvitedMessages = {
  heading: 'Lời mời học',
  who: (unit, member) => (unit ? `${unit}, mã ${member}` : `Mã thành viên ${member}`),
  lead: 'Mời anh/chị học sổ tay này. Khi anh/chị gửi mã tiến độ, người phụ trách biết ngay là của ai.',
  name: 'Tên của anh/chị (không ghi cũng được)',
  nameNote: 'Tên chỉ nằm trên máy này, không gửi đi đâu.',
  nameNeeded: 'Máy có nhiều người dùng: anh/chị ghi tên để khỏi nhầm với người khác.',
  begin: 'Đúng là tôi, bắt đầu học',
  later: 'Không phải tôi',
  notNow: 'Để sau',
  back: 'Quay lại',
  learnedHere: (name) =>
    name
      ? `Trên máy này ${name} đang học. Anh/chị là ai?`
      : 'Trên máy này đã có người học. Anh/chị là ai?',
  same: (name) => (name ? `Tôi chính là ${name}` : 'Tôi chính là người đó'),
  sameNote: 'Giữ tiếp mọi bài đã học, từ nay học với mã này.',
  other: 'Máy dùng chung, tôi là người khác',
  otherNote: 'Mở phần học riêng cho anh/chị. Bài của người kia vẫn còn nguyên.',
  known: (name) =>
    name
      ? `Lời mời này ${name} đã nhận trên máy này.`
      : 'Lời mời này đã có người nhận trên máy này.',
  goOn: 'Đúng là tôi, học tiếp',
  again: 'Anh/chị đã nhận lời mời này rồi. Không có gì thay đổi.',
  left: 'Chưa nhận lời mời. Khi cần, anh/chị mở lại liên kết.',
  done: 'Xong. Anh/chị học với mã này.',
  doneNote: 'Học xong vài bài, anh/chị bấm “Gửi tiến độ cho Tổ trưởng” ở đây.',
  toLessons: 'Chọn bài để học',
  locked:
    'Người này có mã PIN trên máy này. Anh/chị chọn tên ở đầu trang, nhập mã PIN, rồi mở lại lời mời.',
  failed: 'Chưa nhận được lời mời. Nếu máy đầy, anh/chị xóa bớt ảnh hoặc video rồi bấm lần nữa.',
};
