import type {AssignmentMessages} from './assignments.js';

const number = (value: number): string => value.toLocaleString('vi-VN');
const states = {done: 'Đã xong', 'not-done': 'Chưa xong', unknown: 'Chưa rõ'} as const;

export const messages: AssignmentMessages = {
  number,
  assign: 'Giao việc học',
  hint: 'Chọn người ở trên, rồi chọn bài và ngày hẹn. Bản giao việc có đủ bốn rõ.',
  who: 'Rõ người',
  what: 'Rõ việc',
  until: 'Rõ thời gian',
  outcome: 'Rõ kết quả',
  outcomeWords: 'Hoàn thành bài, gửi mã tiến độ',
  alsoFor: 'Giao thêm cho người khác',
  alsoChoose: 'Chọn một người…',
  alsoTooMany: (people) =>
    `Muốn giao thêm cho một trong ${number(people)} người còn lại, anh/chị chọn một đơn vị nhỏ hơn ở đầu trang.`,
  further: (place) => `Rõ việc: bài thứ ${place}`,
  addLesson: 'Thêm một bài',
  dropLesson: (lesson) => `Bỏ bài “${lesson}” khỏi bản giao việc`,
  noDay: 'Chọn ngày hẹn.',
  pastDay: 'Ngày hẹn đã qua. Chọn từ hôm nay trở đi.',
  nobody: 'Chọn ít nhất một người.',
  message: 'Bản giao việc để gửi',
  text: ({unit, rows, links}) =>
    [
      `GIAO VIỆC HỌC – ${unit}`,
      ...rows.map(
        ({who, what, until, outcome}, index) =>
          `${index + 1}. ${who} – ${what} – chậm nhất ngày ${until} – ${outcome}`,
      ),
      ...links.map(({lesson, link}) => `Mở bài “${lesson}”: ${link}`),
    ].join('\n'),
  give: 'Giao việc và sao chép',
  copyAlone: 'Chỉ sao chép',
  copied: 'Đã sao chép. Mở nhóm Zalo rồi dán vào.',
  copyByHand: 'Chưa sao chép được. Chữ đã được chọn sẵn: nhấn giữ rồi chọn Sao chép.',
  given: (count) => `Đã ghi ${number(count)} việc vào sổ.`,
  givenBefore: 'Việc này đã có trong sổ từ trước.',
  notKept: (count) =>
    `${number(count)} người chưa có trong danh sách tổ nên chỉ có trong bản để gửi, chưa ghi vào sổ.`,
  undo: 'Hoàn tác',
  undone: 'Đã hoàn tác.',

  list: 'Việc đã giao',
  none: 'Chưa giao việc nào cho người của đơn vị này.',
  counts: (counts) =>
    `${number(counts.done)} đã xong · ${number(counts['not-done'])} chưa xong · ${number(counts.unknown)} chưa rõ`,
  untilDay: (day, outcome) => `Chậm nhất ngày ${day}. ${outcome}.`,
  now: ({state, done, lessons, day, over}) => {
    if (state === 'done') return day === undefined ? states.done : `${states.done} ngày ${day}`;
    const some = done > 0 ? `, mới được ${number(done)}/${number(lessons)} bài` : '';
    return `${states[state]}${some}${over ? '; đã qua ngày hẹn' : ''}`;
  },
  drop: 'Bỏ',
  dropOf: (who, lessons) => `Bỏ việc đã giao cho ${who}: ${lessons}`,
  dropped: 'Đã bỏ một việc.',
  more: (count) => `Xem thêm ${number(count)} việc`,
  xlsx: 'Tải việc đã giao (XLSX)',
  csv: 'Tải CSV',
  saved: (name) => `Đã lưu tệp ${name}.`,
  title: 'Việc đã giao',
  file: 'giao viec',
  code: 'Mã',
  madeOn: 'Ngày giao',
  soFar: 'Đến nay',
  doneOn: 'Xong ngày',
  unknown: '—',
  states,
};
