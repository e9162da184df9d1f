import type {SearchMessages} from './search.js';

export const searchVi: SearchMessages = {
  search: 'Tìm trong sổ tay',
  example: 'Ví dụ: khóa thẻ',
  found: (count) => `Tìm thấy ${count} bài.`,
  nothing: (typed) => `Chưa thấy bài nào nói về “${typed}”.`,
  advice: [
    'Gõ ít từ hơn, chỉ giữ từ chính, ví dụ: khóa thẻ.',
    'Gõ không dấu cũng được, ví dụ: khoa the.',
    'Thử tên gọi khác của việc ấy. Tên cũ cũng tìm ra.',
  ],
  formerName: 'Tên cũ:',
  presentName: (now, place) => `(nay là ${now}${place ? `, ${place}` : ''})`,
  all: (count) => `Xem cả ${count} bài`,
  fetching: 'Đang tải nội dung các bài để tìm kỹ hơn…',
  titlesOnly:
    'Mới tìm được trong tên các bài. Khi có mạng, anh/chị bấm nút dưới để tìm cả trong nội dung.',
  again: 'Tìm cả trong nội dung',
};
