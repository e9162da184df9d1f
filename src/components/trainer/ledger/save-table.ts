import {csvOf} from '../../../exchange/csv.js';
import {type CellToWrite, writeSpreadsheet} from '../../../exchange/spreadsheet.js';
import {
  type MatrixTable,
  tableOf,
  type TableValue,
  type TableWords,
  unitTableOf,
} from '../../../store/reckoning/matrix-table.js';
import type {MatrixView} from '../../../store/reckoning/matrix-view.js';
import {dayText} from '../../../store/reckoning/calendar.js';
import {foldName} from '../../../store/reckoning/names.js';
import type {LedgerMessages} from '../../messages/ledger.js';
import {saveFile} from '../../save-file.js';

const written = (value: TableValue): CellToWrite =>
  typeof value === 'object' ? {day: dayText(value.day)} : value;

/** What the screen shows as a file: the same lines in the same order with the same totals, and what they were narrowed to. */
export async function tableFile(
  view: MatrixView,
  {
    kind,
    words,
    messages,
    shown,
  }: {kind: 'xlsx' | 'csv'; words: TableWords; messages: LedgerMessages; shown: string},
): Promise<File> {
  const {roll, today} = view.matrix;
  const [root, ...roots] = roll.units.filter(({parent}) => parent < 0);
  const unit =
    roll.units.find((one) => one.unit.id === view.wish.unit) ??
    // Of several that stand beside each other none names all.
    (roots.length === 0 ? root : undefined);
  const place = unit ? `-${foldName(unit.name).replace(/[^a-z0-9]+/g, '-')}` : '';
  const name = `${messages.file}${place}-${dayText(today)}.${kind}`;
  const {head, rows} = tableOf(view, words);
  const people = {head, rows: [...rows, [shown]]};
  if (kind === 'csv') {
    return new File([csvOf([head, ...people.rows.map((row) => row.map(written))]).slice()], name, {
      type: 'text/csv',
    });
  }
  const sheet = (title: string, {head, rows}: MatrixTable, first: readonly number[]) => ({
    name: title,
    rows: [head, ...rows.map((row) => row.map(written))],
    widths: head.map((text, column) => first[column] ?? Math.min(18, Math.max(10, text.length))),
  });
  const file = await writeSpreadsheet([
    sheet(messages.sheetPeople, people, [24, 26, 14, 14, 14, 10]),
    sheet(messages.sheetUnits, unitTableOf(view, words, messages.partNames), [28, 10]),
  ]);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new File([file.slice()], name, {type});
}

/** Hands the file to the browser; resolves to its name. */
export async function saveTable(...[view, options]: Parameters<typeof tableFile>): Promise<string> {
  const file = await tableFile(view, options);
  saveFile(file);
  return file.name;
}
