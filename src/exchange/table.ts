import type {CivilDay} from '../store/reckoning/record.js';
import {dayText} from '../store/reckoning/calendar.js';
import type {CellToWrite} from './spreadsheet.js';

/** What a cell says: words, a number, or a day. What nobody knows is a word of its own. */
export type TableCell = string | number | {readonly on: CivilDay};

/** One table, for the screen, for paper and for files alike: whoever changes one changes all. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  /** The first cell of a row says what it is about. */
  readonly rows: readonly (readonly TableCell[])[];
  /** The last row is the sum of the others. */
  readonly summed?: true;
}

const written = (cell: TableCell): CellToWrite =>
  typeof cell === 'object' ? {day: dayText(cell.on)} : cell;

const wordsOf = (cell: TableCell | undefined): string =>
  typeof cell === 'object' ? dayText(cell.on) : String(cell ?? '');

const rowsOf = ({head, rows}: Table): CellToWrite[][] => [
  [...head],
  ...rows.map((row) => row.map(written)),
];

/** A workbook with a sheet for each table, numbers as numbers and days as days. */
export async function workbookOf(tables: readonly Table[]): Promise<Uint8Array> {
  const {writeSpreadsheet} = await import('./spreadsheet.js');
  return writeSpreadsheet(
    tables.map((table, index) => ({
      // Thirty-one characters and none of these is what the format takes for a name.
      name: `${index + 1} ${table.title.replace(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31).trim(),
      rows: rowsOf(table),
      widths: table.head.map((name, column) =>
        Math.min(
          48,
          Math.max(
            12,
            ...[name, ...table.rows.map((row) => wordsOf(row[column]))].map(
              ({length}) => length + 2,
            ),
          ),
        ),
      ),
    })),
  );
}

/** One table as text that Excel opens by a double click. */
export async function textTableOf(table: Table): Promise<Uint8Array> {
  const {csvOf} = await import('./csv.js');
  return csvOf(rowsOf(table));
}
