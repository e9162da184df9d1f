import type {PathMessages} from './path.js';

export const pathVi: PathMessages = {
  path: 'Đường học',
  core: 'Thành viên mới',
  course: 'Cả khóa',
  lessons: (count, minutes) => `${count} bài, ${minutes} phút`,
  done: (done, of) => `Đã xong ${done}/${of} bài`,
  narrowed: 'Bên dưới chỉ còn các bài của đường học này. Muốn xem hết, anh/chị chọn “Cả khóa”.',
  notKept: 'Máy chưa ghi nhớ được lựa chọn này. Lần sau anh/chị chọn lại nhé.',
};
