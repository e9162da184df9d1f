import type {SheetFlaws, SheetMessages} from './sheet.js';

const say = (value: string | number | undefined): string => String(value ?? '–');

const kinds: Readonly<Record<string, string>> = {
  number: 'thành con số, có thể đã mất số 0 ở đầu',
  day: 'thành ngày tháng, có thể đã đổi chỗ ngày và tháng',
  truth: 'thành đúng/sai',
  formula: 'thành công thức',
  error: 'thành lỗi tính toán',
};

export const sheetFlawsVi: SheetFlaws = {
  'sheet-exists': ({name}) =>
    `Đã có tệp ${say(name)}. Đặt tên khác, hoặc xóa tệp cũ nếu không cần nữa.`,
  'sheet-not-xlsx': ({name}) =>
    `${say(name)} không phải bảng tính .xlsx. Mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx.`,
  'sheet-too-large': ({name}) =>
    `${say(name)} quá nặng so với một bảng điền tay. Xuất bảng mới rồi chỉ sửa các ô cần sửa.`,
  'sheet-damaged': ({name}) =>
    `Không đọc được ${say(name)}: tệp bị hỏng hoặc lưu dở. Mở lại bằng Excel rồi lưu lần nữa.`,
  'sheet-column-missing': ({column}) =>
    `Thiếu cột “${say(column)}”. Trả lại tên cột ở dòng 1, hoặc xuất bảng mới.`,
  'sheet-column-doubled': ({cell, column}) =>
    `Ô ${say(cell)}: cột “${say(column)}” có hai lần. Giữ lại một.`,
  'sheet-column-unknown': ({cell, column}) =>
    `Ô ${say(cell)}: không có cột nào tên “${say(column)}” nên cột này được bỏ qua.`,
  'sheet-fact-unknown': ({cell, fact, scope}) =>
    `Ô ${say(cell)}: không có mục “${say(fact)}” của ${say(scope)}. Trả lại mã cũ; mục mới thì thêm trong tệp facts.`,
  'sheet-fact-doubled': ({cell, fact, row}) =>
    `Ô ${say(cell)}: mục “${say(fact)}” đã có ở dòng ${say(row)}. Giữ lại một dòng.`,
  'sheet-read-only': ({cell, column}) =>
    `Ô ${say(cell)}: cột “${say(column)}” chỉ để đọc. Trả lại chữ cũ.`,
  'sheet-cell-not-text': ({cell, column, kind, text}) =>
    `Ô ${say(cell)} (${say(column)}): bảng tính đã đổi chữ ${kinds[say(kind)] ?? ''}${text === '' ? '' : ` (${say(text)})`}. Định dạng ô là Văn bản (Text) rồi gõ lại.`,
  'sheet-cell-empty': ({cell, column}) => `Ô ${say(cell)}: “${say(column)}” không được để trống.`,
  'sheet-cell-invalid': ({cell, column, value, choices}) =>
    `Ô ${say(cell)} (${say(column)}): “${say(value)}” chưa đúng. ${
      choices === '' ? 'Viết ngày/tháng/năm, ví dụ 05/01/2027.' : `Chọn một trong: ${say(choices)}.`
    }`,
  'sheet-hidden-character': ({cell, column}) =>
    `Ô ${say(cell)} (${say(column)}): có ký tự ẩn hoặc xuống dòng. Xóa rồi gõ lại trên một dòng.`,
  'sheet-tones-apart': ({cell}) =>
    `Ô ${say(cell)}: dấu thanh gõ rời khỏi chữ. Đã ghép lại khi đọc, không cần sửa.`,
  'sheet-source-incomplete': ({cell, nth}) =>
    `Ô ${say(cell)}: nguồn ${say(nth)} phải đủ tên, địa chỉ và ngày xem. Điền cả ba, hoặc xóa cả ba.`,
  'sheet-conflict': ({cell, column, fact, value}) =>
    `Ô ${say(cell)}: “${say(column)}” của mục “${say(fact)}” đã được sửa trong tệp facts (nay là “${say(value)}”) sau khi xuất bảng. Xuất bảng mới rồi sửa lại.`,
  'sheet-unwritable': ({name}) =>
    `Tệp ${say(name)} viết theo cách lệnh này không sửa được. Sửa thẳng trong tệp.`,
};

export const sheetVi: SheetMessages = {
  scope: '--province hoặc --country',
  direction: 'một trong hai: --out hoặc --in',
  takenOut: (facts, out) => `Đã lấy ${facts} mục ra ${out}. Sửa xong, chạy lại lệnh với --in.`,
  changed: ({file, fact, column, cell}) => `Đã sửa ${file}: ${fact}, ${column} (ô ${cell}).`,
  unchanged: 'Bảng không có gì khác với tệp facts. Không sửa gì.',
};
