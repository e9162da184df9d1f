import type {CellToWrite} from './spreadsheet.js';

const textOf = (cell: CellToWrite): string => {
  // The comma of Vietnam: a point would make thousands of it.
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'object') return cell.day.split('-').reverse().join('/');
  // A spreadsheet would compute it; some take the wide signs of Asian keyboards for the same.
  return /^[=+\-@＝＋－＠\t\r\n]/.test(cell) ? `'${cell}` : cell;
};

// Also where another separator stands in it: whoever reads has to guess ours.
const quoted = (text: string) =>
  /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * A text file that Excel opens right by a double click where Windows is Vietnamese: UTF-8 with its mark, parted by
 * semicolons, numbers with a comma, days as `22/11/2026`. No cell begins a formula.
 */
export const csvOf = (rows: readonly (readonly CellToWrite[])[]): Uint8Array =>
  new TextEncoder().encode(
    `\ufeff${rows.map((row) => `${row.map((cell) => quoted(textOf(cell))).join(';')}\r\n`).join('')}`,
  );
