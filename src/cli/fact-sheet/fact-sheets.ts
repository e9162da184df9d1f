import {createHash} from 'node:crypto';
import type {SheetToWrite} from '../../exchange/spreadsheet.js';
import {columnsFor, keyHeader, scopeHeader, shown} from './columns.js';
import type {FactRow} from './fact-row.js';
import {plain} from './table.js';

export const sheetName = 'Mục';
/** Marks of what the facts said when the sheet was made: they tell what somebody changed since. */
export const marksName = 'Dấu (không sửa)';
const guideName = 'Cách điền';

/** What a row is found by. */
const names = [keyHeader, scopeHeader];

const guide = [
  'Sửa ở trang “Mục”, chỉ ở các ô nền trắng. Mỗi dòng là một mục, mỗi ô là một điều.',
  'Câu dự phòng là câu hiện ra khi mục chưa chắc đúng. Không để trống.',
  'Ngày viết ngày/tháng/năm, ví dụ 05/01/2027. Cột “Kiểm chứng ngày”: chưa ai kiểm chứng thì để trống.',
  'Độ tin cậy: cơ quan nhà nước, báo chí, hoặc chưa kiểm chứng.',
  'Trạng thái: đang dùng, cần xem lại, hoặc đã bỏ. Số máy đã hỏng thì ghi “đã bỏ”.',
  'Mỗi nguồn có ba ô: tên, địa chỉ, ngày xem. Bỏ một nguồn thì xóa cả ba ô.',
  'Thêm mục mới, hoặc đổi mã của mục: sửa trong tệp facts, không sửa ở đây.',
];

/** Stands for a cell's words. The words themselves would follow when somebody replaces them in the whole file. */
export const markOf = (words: string): string =>
  `d${createHash('sha256').update(words).digest('hex').slice(0, 12)}`;

/** The sheets an author fills in, of these facts. */
export function factSheets(rows: readonly FactRow[]): SheetToWrite[] {
  const columns = columnsFor(rows);
  const table = [
    columns.map(({header}) => header),
    ...rows.map((row) => columns.map(({kind, of}) => shown(kind, of(row)))),
  ];
  const marks = table.map((cells, at) =>
    cells.map((words, column) =>
      at === 0 || names.includes(columns[column]?.header ?? '') ? words : markOf(plain(words)),
    ),
  );
  const widths = columns.map(({width}) => width);
  const toRead = columns.flatMap(({path}, at) => (path ? [] : [at]));
  return [
    {name: sheetName, rows: table, widths, shaded: toRead},
    {name: guideName, rows: guide.map((line) => [line]), widths: [110]},
    {name: marksName, rows: marks, widths, shaded: columns.map((_, at) => at)},
  ];
}
