import {strFromU8, unzipSync} from 'fflate';
import readXlsx from 'read-excel-file/universal';
import writeXlsx from 'write-excel-file/universal';

/** What stands in a cell: text, or what a spreadsheet program made of something that was typed. */
export type SpreadsheetCell =
  | string
  | {readonly kind: 'number' | 'day' | 'truth'; readonly text: string}
  | {readonly kind: 'formula' | 'error'};

export interface Sheet {
  readonly name: string;
  /** From the first row of the sheet on, so that `rows[4]` is what people call row 5. An empty cell is `''`. */
  readonly rows: readonly (readonly SpreadsheetCell[])[];
}

/** What is written into a cell: text as text, a number as a number, a day (`2026-11-22`) as a day. */
export type CellToWrite = string | number | {readonly day: string};

export interface SheetToWrite {
  readonly name: string;
  /** The first row is the head. */
  readonly rows: readonly (readonly CellToWrite[])[];
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** Columns, from 0, that look as if nobody should write into them. */
  readonly shaded?: readonly number[];
}

/** The sheets of a file, or why there are none. */
export type SpreadsheetReading =
  | {readonly ok: true; readonly sheets: readonly Sheet[]}
  | {readonly ok: false; readonly reason: 'not-xlsx' | 'too-large' | 'damaged'};

const largestFile = 5_000_000;
/** A few kilobytes can unfold into gigabytes; what a person fills in does not. */
const largestUnpacked = 40_000_000;

// The format writes what XML cannot hold as _x0007_; the same letters in a text must not be read as that.
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    });

/** How a value stands in a cell. */
function written(cell: CellToWrite) {
  if (typeof cell === 'number') return {value: cell, type: Number};
  if (typeof cell === 'string') return {value: escaped(cell), type: String, format: '@'};
  return {value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy'};
}

/**
 * An `.xlsx` file. Text is formatted as text: a program neither computes what begins with = + - @
 * nor makes a date of 1/7 or a number of 0236, and what somebody types over it stays what was typed.
 */
export async function writeSpreadsheet(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const shade = {backgroundColor: '#eeeeee'} as const;
  const file = writeXlsx(
    sheets.map(({name, rows, widths, shaded = []}) => ({
      sheet: name,
      columns: widths.map((width) => ({width})),
      stickyRowsCount: 1,
      data: rows.map((row, index) =>
        row.map((cell, column) => ({
          ...written(cell),
          wrap: true,
          alignVertical: 'top' as const,
          ...(index === 0 && {fontWeight: 'bold' as const}),
          ...((index === 0 || shaded.includes(column)) && shade),
        })),
      ),
    })),
  );
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

/** Marks a number on its way through the reader, which would lose the digits of a long one. */
class Digits {
  constructor(readonly text: string) {}
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The sheets' XML in the order of the tabs. */
function sheetXml(files: Readonly<Record<string, Uint8Array>>): string[] {
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const targets = new Map(
    (text('xl/_rels/workbook.xml.rels').match(/<Relationship\s[^>]*>/g) ?? []).map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  );
  return (text('xl/workbook.xml').match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []).map((tag) => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? '';
    return text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
}

/** The row and the column, from 0, that an address like `AB12` names. */
function placeOf(address: string): readonly [number, number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(digits) - 1, column - 1];
}

type Oddity = readonly [row: number, column: number, kind: 'formula' | 'error'];

/** Cells that compute something, and cells whose computing failed: the reader shows the one like text and ends at the other. */
function odditiesOf(xml: string): Oddity[] {
  return [...xml.matchAll(/<(\w+:)?c\s([^>]*[^>/])>(.*?)<\/\1?c>/gs)].flatMap(
    ([, , tag = '', inside = '']): Oddity[] => {
      const [row, column] = placeOf(attribute(` ${tag}`, 'r') ?? '');
      if (/<(?:\w+:)?f[\s>/]/.test(inside)) return [[row, column, 'formula']];
      return attribute(` ${tag}`, 't') === 'e' ? [[row, column, 'error']] : [];
    },
  );
}

function cellOf(value: unknown): SpreadsheetCell {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  if (value instanceof Digits) return {kind: 'number', text: value.text};
  if (typeof value === 'boolean') return {kind: 'truth', text: String(value)};
  if (value instanceof Date) return {kind: 'day', text: value.toISOString().slice(0, 10)};
  return '';
}

/** Reads an `.xlsx` file that somebody filled in. Never throws. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<SpreadsheetReading> {
  if (bytes.length > largestFile) return {ok: false, reason: 'too-large'};
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return {ok: false, reason: 'not-xlsx'};
  let unpacked = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter({name, originalSize}) {
        unpacked += originalSize;
        return unpacked <= largestUnpacked && /\.(xml|rels)$/.test(name);
      },
    });
  } catch {
    return {ok: false, reason: 'damaged'};
  }
  if (unpacked > largestUnpacked) return {ok: false, reason: 'too-large'};
  if (!files['xl/workbook.xml']) return {ok: false, reason: 'not-xlsx'};

  const oddities = sheetXml(files).map(odditiesOf);
  try {
    // A copy of its own: the reader takes whole buffers, and ours may be a part of one.
    const read = await readXlsx(bytes.slice().buffer, {
      trim: false,
      parseNumber: (text: string) => new Digits(text),
    });
    const sheets = read.map(({sheet, data}, at): Sheet => {
      const rows = data.map((row) => row.map(cellOf));
      for (const [row, column, kind] of oddities[at] ?? []) {
        const cells = rows[row];
        if (cells && column < cells.length) cells[column] = {kind};
      }
      return {name: sheet, rows};
    });
    return {ok: true, sheets};
  } catch {
    return {ok: false, reason: 'damaged'};
  }
}
