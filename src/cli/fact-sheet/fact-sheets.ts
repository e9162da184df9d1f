import type {SheetToWrite} from '../../exchange/spreadsheet.js';
import {columnsFor, shown} from './columns.js';
import type {FactRow} from './fact-row.js';

export const sheetName = 'Mục';
/** What the facts said when the sheet was made: it tells what somebody changed since. */
export const originName = 'Gốc (không sửa)';
const guideName = 'Cách điền';

const guide = [
  'Sửa ở trang “Mục”, chỉ ở các ô nền trắng. Mỗi dòng là một mục, mỗi ô là một điều.',
  'Câu dự phòng là câu hiện ra khi mục chưa chắc đúng. Không để trống.',
  'Ngày viết ngày/tháng/năm, ví dụ 05/01/2027. Cột “Kiểm chứng ngày”: chưa ai kiểm chứng thì để trống.',
  'Độ tin cậy: cơ quan nhà nước, báo chí, hoặc chưa kiểm chứng.',
  'Trạng thái: đang dùng, cần xem lại, hoặc đã bỏ. Số máy đã hỏng thì ghi “đã bỏ”.',
  'Mỗi nguồn có ba ô: tên, địa chỉ, ngày xem. Bỏ một nguồn thì xóa cả ba ô.',
  'Thêm mục mới, hoặc đổi mã của mục: sửa trong tệp facts, không sửa ở đây.',
];

/** The sheets an author fills in, of these facts. */
export function factSheets(rows: readonly FactRow[]): SheetToWrite[] {
  const columns = columnsFor(rows);
  const table = [
    columns.map(({header}) => header),
    ...rows.map((row) => columns.map(({kind, of}) => shown(kind, of(row)))),
  ];
  const widths = columns.map(({width}) => width);
  const toRead = columns.flatMap(({path}, at) => (path ? [] : [at]));
  return [
    {name: sheetName, rows: table, widths, shaded: toRead},
    {name: guideName, rows: guide.map((line) => [line]), widths: [110]},
    {name: originName, rows: table, widths, shaded: columns.map((_, at) => at)},
  ];
}
