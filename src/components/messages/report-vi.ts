import type {ReportMessages} from './report.js';
import {headings, openings} from './report-words.js';

const number = (value: number): string => value.toLocaleString('vi-VN');
const roman = ['I', 'II', 'III', 'IV'] as const;

export const messages: ReportMessages = {
  report: 'Báo cáo',
  lead: 'Số liệu học tập được tính sẵn từ những gì đã nhận. Phần còn lại anh/chị ghi vào, rồi sao chép gửi nhóm Zalo.',
  number,
  unknown: '—',

  unit: 'Đơn vị báo cáo',
  everybody: 'Mọi người đã nhận mã',
  noRoster:
    'Chưa có danh sách tổ nên báo cáo tính trên mọi người đã nhận mã, và chưa có dòng cho máy. Lập danh sách tổ để đơn vị trên gộp được báo cáo này.',
  howOften: 'Kỳ báo cáo',
  kinds: {quarter: 'Quý', half: '6 tháng', year: 'Năm'},
  period: ({kind, year, number: which}) =>
    kind === 'quarter'
      ? `quý ${roman[which - 1] ?? which}/${year}`
      : kind === 'half'
        ? `6 tháng ${which === 1 ? 'đầu' : 'cuối'} năm ${year}`
        : `năm ${year}`,
  earlier: 'Kỳ trước',
  later: 'Kỳ sau',
  goesOn: (day) => `Kỳ này chưa hết; số liệu tính đến ${day}.`,

  figuresOf: (period) => `Số liệu ${period}`,
  figure: 'Chỉ tiêu',
  figures: {
    members: 'Thành viên',
    coreDone: 'Hoàn thành phần lõi',
    coreUnknown: 'Chưa rõ phần lõi',
    lessons: 'Bài hoàn thành trong kỳ',
    lessonsNoDay: 'Bài hoàn thành, không rõ ngày',
    kn1: 'Hướng dẫn dịch vụ công (KN1)',
    kn2: 'Hướng dẫn mua sắm (KN2)',
    kn3: 'Hướng dẫn thanh toán (KN3)',
    kn4: 'Hướng dẫn an toàn mạng (KN4)',
    kn5: 'Hướng dẫn nền tảng địa phương (KN5)',
    visited: 'Hộ đã đến trong kỳ',
    visitedSoFar: 'Hộ đã đến, lũy kế',
    quota: 'Hộ được giao',
  },
  coreSplit: ({done, notDone, unknown}) =>
    `${number(done)} xong · ${number(notDone)} chưa xong · ${number(unknown)} chưa rõ`,
  inGroup: (count) => `trong đó ${count} bài học theo nhóm`,
  byProxy: (count) => `${count} bài do người khác ghi thay, không tính vào số bài hoàn thành.`,
  heard: (heard, people) => `Đã nhận mã của ${number(heard)} trên ${number(people)} người.`,
  oldest: (day) => `Số liệu cũ nhất: ${day}.`,
  version: (version) => `Tính theo khóa học bản ${version}.`,

  typed: 'Phần anh/chị ghi',
  typedHint:
    'Ô nào chưa có số thì để trống: báo cáo ghi “—”, không ghi 0. Ghi xong là giữ ngay trên máy này.',
  difficulties: openings.vi.difficulties,
  proposals: openings.vi.proposals,
  wrongNumber: 'Ghi số nguyên, ví dụ 128.',
  soFarTooSmall: 'Lũy kế không thể ít hơn số hộ trong kỳ.',
  kept: 'Đã giữ trên máy này.',

  message: 'Bản gửi nhóm Zalo',
  messageHint: (characters) =>
    `${number(characters)} ký tự. Dòng cuối là cho máy: giữ nguyên để đơn vị trên gộp được.`,
  shortened: 'Vướng mắc, đề xuất dài nên được cắt bớt trong bản gửi; bản in và bảng tính có đủ.',
  noLine: 'Bản này chưa có dòng cho máy.',
  copy: 'Sao chép báo cáo',
  copied: 'Đã sao chép. Mở nhóm Zalo rồi dán vào.',
  copyByHand: 'Chưa sao chép được. Chữ đã được chọn sẵn: nhấn giữ rồi chọn Sao chép.',
  print: 'In hoặc lưu PDF (A4)',
  cannotPrint: 'Trình duyệt này không in được. Mở trang bằng Chrome hoặc Cốc Cốc rồi in.',
  printUnseen: 'Nếu chưa thấy hộp in hiện ra, mở trang bằng trình duyệt khác rồi thử lại.',
  xlsx: 'Tải bảng tính (XLSX)',
  csv: 'Tải CSV',
  saved: (name) => `Đã lưu tệp ${name}.`,

  text: ({
    heading,
    unit,
    members,
    core,
    lessons,
    skills,
    visited,
    visitedSoFar,
    quota,
    difficulties,
    proposals,
    commended,
    oldest,
    part,
    day,
  }) =>
    [
      `${heading} – ${unit}`,
      `1. Thành viên: ${members}. Hoàn thành phần lõi: ${
        core
          ? `${core.done}/${core.of}${core.unknown > 0 ? ` (${number(core.unknown)} chưa rõ)` : ''}`
          : '—'
      }. Số bài hoàn thành trong kỳ: ${lessons}.`,
      `2. Lượt hướng dẫn: dịch vụ công ${skills[0]}; mua sắm ${skills[1]}; thanh toán ${skills[2]}; an toàn ${skills[3]}; nền tảng địa phương ${skills[4]}.`,
      `3. Hộ đã đến trong kỳ: ${visited}; lũy kế: ${visitedSoFar}${quota === undefined ? '' : `/${quota}`}.`,
      `4. ${openings.vi.difficulties}: ${difficulties ?? '…'}`,
      `5. ${openings.vi.proposals}: ${proposals ?? '…'}`,
      ...(commended === undefined ? [] : [`6. Đề nghị khen thưởng: ${commended}`]),
      ...(part ? [`Số cộng mới đủ của ${number(part.whole)}/${number(part.of)} đơn vị.`] : []),
      ...(oldest === undefined ? [] : [`Số liệu cũ nhất: ${oldest}.`]),
      `Ngày ${day}`,
    ].join('\n'),
  heading: ({kind, year, number: which}) =>
    kind === 'quarter'
      ? `${headings.vi.quarter} ${roman[which - 1] ?? which}/${year}`
      : kind === 'half'
        ? `${headings.vi.half} ${which === 1 ? 'ĐẦU' : 'CUỐI'} NĂM ${year}`
        : `${headings.vi.year} ${year}`,

  below: 'Gộp báo cáo cấp dưới',
  belowHint:
    'Dán cả đoạn trò chuyện có báo cáo của các tổ, các xã. Dán trùng cũng không bị cộng hai lần; bản có số lần sửa lớn hơn được dùng.',
  paste: 'Dán báo cáo vào đây',
  take: 'Nhận báo cáo',
  pasteEmpty: 'Ô này còn trống. Anh/chị dán đoạn trò chuyện có báo cáo rồi bấm Nhận báo cáo.',
  foundNone: 'Chưa thấy báo cáo nào. Mỗi báo cáo có dòng cuối bắt đầu bằng #KNSBC1.',
  took: ({read, fresh, unreadable}) =>
    `Đọc được ${number(read)} báo cáo, ${number(fresh)} bản mới.${
      unreadable > 0 ? ` ${number(unreadable)} bản chưa đọc được.` : ''
    }`,
  otherPeriod: (count, periods) =>
    `${number(count)} bản thuộc kỳ khác, đã giữ ở kỳ ấy: ${periods}.`,
  otherCourse: (count) => `${number(count)} bản thuộc khóa học khác nên không nhận.`,
  unreadable: (count) => `${number(count)} báo cáo chưa đọc được`,
  flaws: {
    'report-cut': {
      what: 'Dòng cho máy bị cắt mất phần cuối.',
      todo: 'Nhờ người gửi sao chép lại cả báo cáo.',
    },
    'report-damaged': {
      what: 'Có số trong dòng cho máy bị sửa hoặc bị sai.',
      todo: 'Nhờ người gửi sửa trong ứng dụng rồi gửi lại, đừng sửa tay trong tin nhắn.',
    },
    'report-newer': {
      what: 'Báo cáo do bản ứng dụng mới hơn làm ra.',
      todo: 'Nối mạng, mở lại trang này để có bản mới, rồi dán lại.',
    },
    'report-invalid': {
      what: 'Các số trong báo cáo mâu thuẫn với nhau.',
      todo: 'Nhờ người gửi kiểm tra rồi gửi lại.',
    },
    'report-bare': {
      what: 'Báo cáo chỉ có chữ, thiếu dòng cho máy.',
      todo: 'Nhờ người gửi bấm “Sao chép báo cáo” rồi gửi lại cả bản.',
    },
  },
  begins: 'Bắt đầu bằng',
  together: (units) => `Gộp của ${number(units)} đơn vị`,
  sum: 'Cộng',
  ofUnits: (name, known, units) => `${name} (${number(known)}/${number(units)} đơn vị)`,
  partOf: (name, {whole, of}, former = '') =>
    `${name} (${former && `${former}: `}mới đủ của ${number(whole)}/${number(of)} đơn vị)`,
  partial: (units) => `Có trong số cộng, nhưng đơn vị ấy cũng mới cộng được một phần: ${units}.`,
  otherVersions: (units) => `Tính theo bản khác của khóa học: ${units}.`,
  contradictions: (unit) =>
    `${unit} gửi hai bản khác số nhau mà cùng một lần sửa, nên chưa được cộng.`,
  contradictionTodo: 'Hỏi lại đơn vị; khi họ gửi bản sửa mới thì chỗ này tự hết. Hoặc bỏ bản sai.',
  beneath: (units) => `Không cộng thêm vì đơn vị trên đã báo cáo chung: ${units}.`,
  elsewhere: (units) => `Không cộng vì không thuộc đơn vị này: ${units}.`,
  missing: (count, units) => `${number(count)} đơn vị chưa có báo cáo: ${units}.`,
  useSums: 'Đưa số cộng vào báo cáo này',
  usedSums: 'Đã đưa số cộng vào báo cáo. Anh/chị xem lại rồi sao chép.',
  otherThanSums: (figures) => `Khác số cộng: ${figures}.`,
  drop: 'Bỏ',
  dropOf: (unit) => `Bỏ báo cáo của ${unit}`,
  collected: 'Vướng mắc và đề xuất gửi lên',
  taken: (count) => `Báo cáo đã nhận (${number(count)})`,
  revision: (revision, day) => `lần sửa ${number(revision)}, làm ngày ${day}`,
  dropped: (unit) => `Đã bỏ báo cáo của ${unit}.`,
  undo: 'Hoàn tác',
  broughtBack: 'Đã hoàn tác.',
  moreReports: (count) => `Xem thêm ${number(count)} báo cáo`,
  goneCounted: (units) =>
    `Không còn nữa khi hết kỳ mà vẫn được cộng: ${units}. Nếu đơn vị mới đã tính cả phần này thì bỏ ở “Báo cáo đã nhận”, kẻo cộng hai lần.`,

  needs: 'Ai cần giúp',
  needsHint:
    'Chỉ nêu người có số liệu mới trong 30 ngày. Người chưa nhận được mã thì chưa rõ, không phải là chậm.',
  needsNone: 'Trong số người có số liệu mới, chưa thấy ai cần giúp thêm.',
  needsMore: (count) => `Xem thêm ${number(count)} người`,
  needsUnknown: (count) => `${number(count)} người chưa rõ: chưa có số liệu mới.`,
  stuck: ({lesson, tries}) => `Vướng một câu ở bài “${lesson}”: đã thử ${tries} lần chưa đúng.`,
  stuckTodo: 'Ngồi cùng làm lại câu này, đọc lời giải thích của từng lựa chọn.',
  stopped: ({last, days, done, total}) =>
    `Xong ${number(done)}/${number(total)} bài rồi dừng: bài gần nhất ngày ${last}, ${number(days)} ngày trước lần gửi mã.`,
  stoppedTodo: (lesson) => `Gọi điện hỏi thăm, hẹn cùng học tiếp bài “${lesson}”.`,
  safety: ({milestone, wrong, open}) =>
    `Chưa qua câu an toàn ở phần “${milestone}”: ${[
      wrong > 0 ? `${number(wrong)} câu trả lời chưa đúng` : '',
      open > 0 ? `${number(open)} câu chưa trả lời` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}.`,
  safetyTodo: 'Nên xong phần này trước khi đi hướng dẫn bà con về chuyển tiền.',
  basedOn: (day) => `Theo mã làm ngày ${day}.`,
  nameless: 'Người chưa có tên',

  commend: 'Danh sách đề nghị khen thưởng',
  commendHint:
    'Tổ xếp trước. Tên từng người chỉ hiện khi anh/chị chọn, và chỉ trên máy này; hỏi ý họ trước khi gửi đi.',
  commendTeams: 'Tổ có mọi thành viên hoàn thành phần lõi',
  commendPeople: 'Hiện cả tên từng người',
  commendNone: 'Kỳ này chưa có tổ nào mọi thành viên đều hoàn thành phần lõi.',
  team: 'Đơn vị',
  name: 'Họ và tên',
  lessonsInPeriod: 'Bài hoàn thành trong kỳ',
  coreOn: 'Xong phần lõi ngày',

  charts: 'Biểu đồ',
  asTable: 'Xem dạng bảng',
  chartUnits: 'Hoàn thành phần lõi theo đơn vị',
  chartWeeks: 'Số bài hoàn thành từng tuần',
  chartSkills: 'Lượt hướng dẫn theo kỹ năng',
  chartAges: 'Số liệu mới đến đâu',
  done: 'Xong',
  notDone: 'Chưa xong',
  notKnown: 'Chưa rõ',
  weekOf: 'Tuần từ',
  lessonsDone: 'Số bài',
  skill: 'Kỹ năng',
  times: 'Lượt',
  skills: ['Dịch vụ công', 'Mua sắm', 'Thanh toán', 'An toàn mạng', 'Nền tảng địa phương'],
  age: 'Số liệu',
  people: 'Người',
  ages: {
    week: 'Trong 7 ngày',
    month: '8–30 ngày',
    older: 'Cũ hơn 30 ngày',
    undated: 'Không rõ ngày',
    none: 'Chưa nhận',
  },
  chartReported: 'Đơn vị không có người trong sổ trên máy này được vẽ theo báo cáo họ gửi.',
  chartCut: (shown, all) =>
    `Mới vẽ ${number(shown)} trên ${number(all)} đơn vị. Chọn “Xem dạng bảng” để có đủ.`,
  chartEmpty: 'Chưa có số để vẽ.',
};
