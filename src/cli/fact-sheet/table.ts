import type {Sheet, SpreadsheetCell} from '../../exchange/spreadsheet.js';
import type {Place, Report} from '../flaw.js';

/** A cell and where people find it. */
export interface PlacedCell {
  readonly cell: SpreadsheetCell;
  readonly place: Place;
  /** As in `C5`. */
  readonly address: string;
}

/** A sheet read by the names in its first row; where its rows and columns stand does not matter. */
export interface Table {
  /** The headers, each with its place. */
  readonly headers: ReadonlyMap<string, PlacedCell>;
  readonly rows: readonly {
    readonly place: Place;
    /** The cell under a header; nothing when the sheet has no such column. */
    readonly cell: (header: string) => PlacedCell | undefined;
  }[];
}

function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Words as they are compared: programs trim them, and some keyboards write tones apart. */
export const plain = (text: string): string => text.normalize('NFC').trim();

/** Reads the sheet; two columns of one name are reported. */
export function tableOf({rows}: Sheet, file: string, report: Report): Table {
  const placed = (row: number, column: number): PlacedCell => ({
    cell: rows[row]?.[column] ?? '',
    place: {file, line: row + 1, column: column + 1},
    address: `${lettersOf(column)}${row + 1}`,
  });
  const headers = new Map<string, PlacedCell>();
  const columns = new Map<string, number>();
  (rows[0] ?? []).forEach((cell, column) => {
    const header = typeof cell === 'string' ? plain(cell) : '';
    if (header === '') return;
    const at = placed(0, column);
    if (columns.has(header)) {
      report('sheet-column-doubled', at.place, {cell: at.address, column: header});
    } else {
      columns.set(header, column);
      headers.set(header, at);
    }
  });
  const filled = rows.flatMap((row, at) =>
    at > 0 && row.some((cell) => typeof cell !== 'string' || cell.trim() !== '') ? [at] : [],
  );
  return {
    headers,
    rows: filled.map((row) => ({
      place: {file, line: row + 1, column: 1},
      cell(header) {
        const column = columns.get(header);
        return column === undefined ? undefined : placed(row, column);
      },
    })),
  };
}
