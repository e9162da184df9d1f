import type {Sheet} from '../../exchange/spreadsheet.js';
import type {Report} from '../flaw.js';
import {hiddenIn} from '../hidden-characters.js';
import {
  type Column,
  choicesOf,
  columnsFor,
  keyHeader,
  meant,
  scopeHeader,
  shown,
} from './columns.js';
import type {FactRow} from './fact-row.js';
import {markOf, marksName, sheetName} from './fact-sheets.js';
import type {FactEdit} from './fact-text.js';
import {type PlacedCell, type Table, plain, tableOf} from './table.js';

/** A change of one cell that the facts file shall follow. */
export interface SheetEdit extends FactEdit {
  readonly row: FactRow;
  readonly column: Column;
  readonly at: PlacedCell;
}

const rowName = (scope: string, key: string): string => `${scope} ${key}`;

/** What a cell says; nothing where a program made something else of it, which is reported. */
function wordsOf({cell, place, address}: PlacedCell, header: string, report: Report) {
  if (typeof cell === 'string') {
    if (cell !== cell.normalize('NFC')) {
      report('sheet-tones-apart', place, {cell: address, column: header});
    }
    return plain(cell);
  }
  const text = 'text' in cell ? cell.text : '';
  report('sheet-cell-not-text', place, {cell: address, column: header, kind: cell.kind, text});
  return undefined;
}

/** Row name → its row of marks, one for each cell as it was when the sheet was made. */
function marksOf(table: Table | undefined): Map<string, Table['rows'][number]> {
  const said = (row: Table['rows'][number], header: string): string => {
    const cell = row.cell(header)?.cell;
    return typeof cell === 'string' ? plain(cell) : '';
  };
  return new Map(
    table?.rows.map((row) => [rowName(said(row, scopeHeader), said(row, keyHeader)), row]),
  );
}

function readRows(table: Table, rows: readonly FactRow[], report: Report) {
  const known = new Map(rows.map((row) => [rowName(row.fact.scope, row.key), row]));
  const seen = new Map<string, number>();
  return table.rows.flatMap((line) => {
    const [key, scope] = [line.cell(keyHeader), line.cell(scopeHeader)];
    const id = key && wordsOf(key, keyHeader, report);
    const of = scope && wordsOf(scope, scopeHeader, report);
    if (!key || !scope || id === undefined || of === undefined) return [];
    const name = rowName(of, id);
    const row = known.get(name);
    const first = seen.get(name);
    seen.set(name, line.place.line);
    if (!row) {
      report('sheet-fact-unknown', key.place, {cell: key.address, fact: id, scope: of});
      return [];
    }
    if (first !== undefined) {
      report('sheet-fact-doubled', key.place, {cell: key.address, fact: id, row: first});
      return [];
    }
    return [{row, line, name}];
  });
}

/**
 * What somebody changed in a sheet of these facts. A cell counts when it says something else than on the day the sheet
 * was made; where the file says something else too since then, that is reported and not decided.
 */
export function sheetEdits(
  sheets: readonly Sheet[],
  rows: readonly FactRow[],
  file: string,
  report: Report,
): SheetEdit[] {
  const main = sheets.find(({name}) => plain(name) === sheetName) ?? sheets[0];
  if (!main) return [];
  const table = tableOf(main, file, report);
  const columns = columnsFor(rows);
  for (const {header, needed} of columns) {
    if (needed && !table.headers.has(header)) {
      report('sheet-column-missing', {file, line: 1, column: 1}, {column: header});
    }
  }
  for (const [header, {place, address}] of table.headers) {
    if (!columns.some((column) => column.header === header)) {
      report('sheet-column-unknown', place, {cell: address, column: header});
    }
  }
  const marks = sheets.find(({name}) => plain(name) === marksName);
  const former = marksOf(marks && tableOf(marks, file, () => undefined));

  return readRows(table, rows, report).flatMap(({row, line, name}) =>
    columns.flatMap((column): SheetEdit[] => {
      const {header, kind, path} = column;
      const at = line.cell(header);
      if (!at || header === keyHeader || header === scopeHeader) return [];
      const words = wordsOf(at, header, report);
      const now = plain(shown(kind, column.of(row)));
      if (words === undefined || words === now) return [];
      const mark = former.get(name)?.cell(header)?.cell || undefined;
      if (mark === markOf(words)) return [];
      const text = meant(kind, words);
      if (text !== undefined && text === plain(column.of(row))) return [];
      const facts = {cell: at.address, column: header, fact: row.key};
      if (!path) {
        report('sheet-read-only', at.place, facts);
        return [];
      }
      if (mark !== undefined && mark !== markOf(now)) {
        report('sheet-conflict', at.place, {...facts, value: now || '–'});
        return [];
      }
      if (words === '' && !column.optional) report('sheet-cell-empty', at.place, facts);
      else if (text === undefined) {
        const choices = choicesOf(kind).join(', ');
        report('sheet-cell-invalid', at.place, {...facts, value: words, choices});
      } else if (hiddenIn(text).length > 0 || text.includes('\n')) {
        report('sheet-hidden-character', at.place, facts);
      } else return [{row, column, at, index: row.index, path, text}];
      return [];
    }),
  );
}
