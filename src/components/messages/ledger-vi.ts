import type {LedgerMessages} from './ledger.js';

const number = (count: number): string => count.toLocaleString('vi-VN');
const roles = {head: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Thành viên'} as const;
const partIs = {
  done: 'Đã xong hết',
  'not-done': 'Có bài chưa xong',
  unknown: 'Có bài chưa rõ',
} as const;

export const messages: LedgerMessages = {
  grid: (people, columns) =>
    `${number(people)} người, ${columns} cột. Dùng phím mũi tên để đi từ ô này sang ô khác.`,
  list: (people) => `Danh sách ${number(people)} người theo đơn vị`,
  everybody: 'Tất cả',
  shownOnly: 'Những người đang xem',
  reckoning: 'Đang cộng…',
  none: 'Không có ai khớp với điều kiện đang chọn.',
  search: 'Tìm người hoặc đơn vị',
  searchHint: 'Gõ có dấu hay không dấu đều được',
  narrow: 'Lọc và sắp xếp',
  unit: 'Đơn vị',
  allUnits: 'Tất cả đơn vị',
  role: 'Vai trò',
  anyRole: 'Mọi vai trò',
  roles,
  part: 'Tình hình',
  anyPart: 'Mọi tình hình',
  partIs,
  inColumn: 'Ở bài',
  anyColumn: 'Bất kỳ bài nào',
  silent: 'Chưa nhận từ 30 ngày',
  coreOnly: 'Chỉ phần cốt lõi',
  columns: 'Xem theo',
  columnsOf: {lessons: 'Từng bài', modules: 'Từng phần'},
  order: 'Sắp xếp theo',
  orders: {
    unit: 'Đơn vị',
    name: 'Tên',
    done: 'Số bài đã xong',
    received: 'Ngày có dữ liệu',
  },
  byColumn: (column) => `Cột ${column}`,
  upward: 'Tăng dần',
  downward: 'Giảm dần',
  foldAll: 'Chỉ xem đơn vị',
  unfoldAll: 'Mở hết từng người',
  shown: (people, all, conditions) =>
    conditions.length > 0
      ? `Đang xem ${number(people)} trong ${number(all)} người: ${conditions.join('; ')}.`
      : `Đang xem tất cả ${number(all)} người.`,
  searched: (words) => `tìm “${words}”`,
  partIn: (part, column) =>
    column === undefined
      ? partIs[part].toLowerCase()
      : `${{done: 'đã xong', 'not-done': 'chưa xong', unknown: 'chưa rõ'}[part]} ${column}`,
  clear: 'Bỏ lọc',

  person: 'Thành viên',
  people: (count) => `${number(count)} người`,
  freshOf: (fresh, people) => `${number(fresh)}/${number(people)} người có dữ liệu mới`,
  counts: ({done, notDone, unknown}) =>
    `${number(done)} đã xong, ${number(notDone)} chưa xong, ${number(unknown)} chưa rõ`,
  takings: ({done, notDone, unknown}) =>
    `Lượt bài: ${number(done)} xong, ${number(notDone)} chưa, ${number(unknown)} chưa rõ`,
  asOf: (day) => `đến ${day}`,
  nothingYet: 'chưa nhận gì',
  noDay: 'không rõ ngày',
  of: (done, all) => `${done}/${all}`,
  unknownUnit: 'Chưa rõ đơn vị',
  unlinked: 'Chưa gắn với ai',
  goneOn: (name, day) => `${name} (giải thể ${day})`,
  left: (names, more) =>
    `Đã thôi tham gia, không tính vào đâu: ${names.join(', ')}${more > 0 ? ` và ${number(more)} người nữa` : ''}.`,
  module: (place) => `Phần ${place}`,

  whyHint: 'Bấm vào một ô để biết số liệu dựa vào đâu.',
  onlyUnit: 'Chỉ xem đơn vị này',
  foldUnit: 'Gập lại',
  unfoldUnit: 'Mở ra',
  back: 'Về danh sách',
  rule: 'Một bài là “đã hoàn thành” khi chính máy của người học ghi như vậy; “chưa” chỉ nói khi mọi máy họ dùng đều gửi trong 30 ngày qua và không thiếu bản ghi; ngoài ra là “chưa rõ”.',
  unitRule:
    'Đếm thành viên của đơn vị này và các đơn vị bên dưới, theo nơi họ sinh hoạt hôm nay. Ba số cộng lại bằng số người.',
  never: 'Chưa nhận được gì của người này. Nhờ người này gửi mã tiến độ.',
  moduleOf: (lessons) =>
    `Phần này xong khi xong mọi bài của nó; chắc chắn chưa xong khi có một bài chưa xong. Từng bài: ${lessons.join('; ')}.`,
  posts: (posts) =>
    `Nơi sinh hoạt: ${posts
      .map(
        ({unit, role, from, until}) =>
          `${role.toLowerCase()} ${unit}${from ? ` từ ${from}` : ''}${until ? ` đến trước ${until}` : ''}`,
      )
      .join('; ')}.`,
  packets: (packets) =>
    packets.map(
      ({made, received, version, devices, signed, counts}) =>
        `Làm ngày ${made}, nhận ngày ${received}, bản khóa học ${version}, ${
          devices ? `máy ${devices}` : 'không ghi máy nào'
        }, ${signed ? 'có chữ ký của máy' : 'không có chữ ký'}${counts ? '' : '; đã bỏ ra, không tính'}.`,
    ),
  assigned: ({lessons, made, until, state, over}) =>
    `Ngày ${made} đã giao học ${lessons.map((lesson) => `“${lesson}”`).join(', ')}, chậm nhất ngày ${until}: ${
      {done: 'đã xong', 'not-done': 'chưa xong', unknown: 'chưa rõ'}[state]
    }${over ? ', đã qua ngày hẹn' : ''}.`,
  formerName: (name) => `tên cũ: ${name}`,

  save: 'Lưu bảng này',
  saved: (file) => `Đã lưu ${file}.`,
  notSaved: 'Chưa lưu được bảng. Anh/chị thử lại.',
  sheetPeople: 'Từng người',
  sheetUnits: 'Theo đơn vị',
  code: 'Mã thành viên',
  received: 'Dữ liệu đến ngày',
  done: 'Số bài đã xong',
  partNames: {done: 'đã xong', notDone: 'chưa xong', unknown: 'chưa rõ'},
  file: 'so-theo-doi',
};
