import type {ItemsMessages} from './items.js';

const number = (value: number): string => value.toLocaleString('vi-VN');

export const messages: ItemsMessages = {
  items: 'Câu hỏi',
  lead: 'Câu nào nhiều người sai ngay lần đầu, và sai vì chọn gì. Người chưa nhận được mã, hoặc trả lời lần đầu trên hai máy khác nhau, không nằm trong số nào.',
  none: 'Chưa nhận được câu trả lời nào. Nhận mã tiến độ trước, rồi mở lại mục này.',
  number,
  percent: (share) => `${number(Math.round(share * 100))}%`,
  decimal: (value) => value.toLocaleString('vi-VN', {maximumFractionDigits: 2}),
  unknown: '—',
  show: 'Hiện',
  flagged: (count) => `${number(count)} câu nên đọc lại`,
  everything: (count) => `Cả ${number(count)} câu`,
  more: (count) => `Hiện tiếp (còn ${number(count)} câu)`,
  noFlags: 'Chưa thấy câu nào cần đọc lại.',
  lesson: 'Bài',
  question: 'Câu',
  known: 'Người đã rõ',
  rightAtFirst: 'Đúng lần đầu',
  share: 'Tỷ lệ đúng (%)',
  low: 'Từ (%)',
  high: 'Đến (%)',
  seen: 'Người có bản ghi',
  mostWrong: 'Sai nhiều nhất',
  wrongPeople: 'Người chọn sai thế',
  discrimination: 'Độ phân biệt',
  toRead: 'Nên đọc lại vì',
  firstRight: ({right, people, share, low, high}) =>
    `Đúng ngay lần đầu: ${right}/${people} người, ${share} (có thể từ ${low} đến ${high}).`,
  nobodyKnown: 'Chưa rõ ai trả lời lần đầu thế nào.',
  leftOut: (count) => `${number(count)} người trả lời lần đầu trên hai máy, không tính.`,
  wrongOf: (seen) => `Trong ${seen} người gửi tệp đủ từng câu, câu trả lời sai:`,
  wrongUnseen:
    'Chưa biết sai vì chọn gì: mã tiến độ không mang theo câu trả lời, chỉ tệp tiến độ mới có.',
  chosenBy: (people) => `${people} người`,
  tells: (value) =>
    `Độ phân biệt ${value} (từ −1 đến 1): càng gần 1, người nắm bài càng hay đúng câu này.`,
  tellsNot: (people, floor) => `Độ phân biệt cần ít nhất ${floor} người; mới có ${people}.`,
  flags: {
    'mostly-wrong': {
      what: 'Phần lớn trả lời sai lần đầu.',
      rule: 'Có từ 20 người, và tỷ lệ đúng chắc chắn dưới một nửa. Câu khó hiểu, hoặc bài chưa dạy kỹ điều này.',
    },
    'one-lure': {
      what: 'Có một câu trả lời sai hút hơn câu đúng.',
      rule: 'Có từ 10 người gửi tệp, và từ 5 người cùng chọn một lựa chọn sai, nhiều hơn số người đúng. Xem lựa chọn ấy có đúng trong trường hợp nào không.',
    },
    backwards: {
      what: 'Người nắm bài lại hay sai câu này.',
      rule: 'Có từ 40 người, và độ phân biệt dưới −0,2. Có thể đáp án bị đánh nhầm, hoặc câu chữ gây hiểu ngược.',
    },
    unsolved: {
      what: 'Nhiều người thử mãi chưa đúng.',
      rule: 'Có từ 5 người đã thử 3 lần trở lên mà chưa đúng. Đọc lại lời giải thích từng lựa chọn.',
    },
  },
  wording: 'Xem câu hỏi',
  openLesson: (title) => `Mở bài “${title}”`,
  lessonUnreachable: 'Chưa tải được bài này. Nối mạng rồi mở lại.',
  right: 'đúng',
  asTable: 'Xem dạng bảng',
  xlsx: 'Tải bảng tính (XLSX)',
  csv: 'Tải CSV',
  saved: (name) => `Đã lưu tệp ${name}.`,
  file: 'cau-hoi',
  yes: 'Đúng',
  no: 'Sai',
  empty: 'để trống',
};
