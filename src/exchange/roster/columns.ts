import type {UnitLevel} from '../../store/reckoning/unit.js';
import {foldName} from '../../store/roster.js';
import type {Cells} from './file-sheet.js';

/** What a column of a list holds. `unit`: a unit of whatever level its name tells. `identity`: never read on. */
export type Column =
  | 'index'
  | 'code'
  | 'name'
  | 'family'
  | 'given'
  | 'role'
  | 'phone'
  | 'phone-tail'
  | 'birth'
  | 'identity'
  | 'unit'
  | Exclude<UnitLevel, 'nation'>;

/** Where the head of a list stands and what its columns hold. */
export interface Head {
  /** Of its last row, from 0. */
  readonly row: number;
  /** Of its first row: what stands above is a title. */
  readonly first: number;
  readonly columns: ReadonlyMap<number, Column>;
  /** Heads that are not read, as they are written. */
  readonly unread: readonly string[];
}

const words = (text: string) => foldName(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));

/** What a unit at the foot is called, folded: a word per province and town. */
const foot = 'thon|ban|ap|khu pho|khoi pho|to dan pho|tdp|khu dan cu|khu|xom|buon|lang';
/** "Tổ/thôn", "Thôn - Tổ", "Tổ (thôn, bản)": a team that goes by the name of where it works. */
const mixed = new RegExp(`^(?:ten )?(?:(?:${foot}) )*to(?! dan pho)(?: (?:${foot}))*$`);

/** By the whole of a head, folded; the first that fits counts. */
const known: readonly (readonly [Column, RegExp])[] = [
  ['identity', /\b(?:cccd|cmnd|cmt|can cuoc|dinh danh|ho chieu)\b/],
  ['index', /^(?:stt|tt|so tt|so thu tu|no)$/],
  ['code', /^(?:ma(?: so)?(?: (?:thanh vien|tv|hoc vien))?)$/],
  ['phone-tail', /\b3 so cuoi\b/],
  ['phone', /\b(?:so dien thoai|dien thoai|sdt|so dt|dt|di dong|zalo)\b/],
  ['birth', /\b(?:nam sinh|ngay sinh|ngay thang nam sinh|sinh nam|sinh ngay)\b/],
  [
    'family',
    /^(?:ho|ho dem|ho lot|ho va (?:ten )?(?:dem|lot|chu dem|ten lot)|ho va ten dem|ho (?:ten )?dem)$/,
  ],
  ['name', /^(?:ho va ten|ho ten|ho va ten .*|ho ten .*|ten thanh vien.*|full name|name)$/],
  ['given', /^(?:ten|ten goi)$/],
  ['role', /\b(?:chuc vu|vai tro|chuc danh|nhiem vu|phan cong)\b/],
  ['team', /^(?:to|ten to|to so|to cong nghe so.*|to cnscd.*|to cns|ten to cong nghe.*)$/],
  ['team', mixed],
  ['village', new RegExp(`^(?:ten )?(?:${foot})(?:\\b.*)?$`)],
  ['commune', /^(?:ten )?(?:xa|phuong|dac khu)(?:\b.*)?$/],
  ['district', /^(?:ten )?(?:quan|huyen|thi xa)(?:\b.*)?$/],
  ['province', /^(?:ten )?(?:tinh|thanh pho)(?:\b.*)?$/],
  ['unit', /^(?:don vi.*|dia ban.*|dia chi.*|noi o.*|noi cu tru.*|thuong tru.*)$/],
];

export const columnOf = (head: string): Column | undefined => {
  const text = words(head);
  return text === '' ? undefined : known.find(([, form]) => form.test(text))?.[0];
};

/** How far down a head is looked for: titles of lists are long, but not longer. */
const depth = 40;

/** Levels a head can be: a name, whole or in two columns, is what makes a list of people. */
const isHead = (columns: Iterable<Column>) => {
  const found = new Set(columns);
  return (found.has('name') || (found.has('family') && found.has('given'))) && found.size > 1;
};

/** Finds the head of a list: the first row that names a person's name and something else, with what stands below it where it has two rows. */
export function headIn(rows: readonly Cells[]): Head | undefined {
  for (let row = 0; row < Math.min(depth, rows.length); row += 1) {
    const upper = rows[row] ?? [];
    const lower = rows[row + 1] ?? [];
    const two = twoRows(upper, lower);
    if (two && isHead(two.values())) return headOf(two, rows, row, row + 1);
    const one = oneRow(upper);
    if (isHead(one.values())) return headOf(one, rows, row, row);
  }
  // Somebody's names alone, under their head; or whole names under "Tên".
  for (let row = 0; row < Math.min(depth, rows.length); row += 1) {
    const one = oneRow(rows[row] ?? []);
    if ([...one.values()].includes('name')) return headOf(one, rows, row, row);
    const given = [...one].find(([, column]) => column === 'given');
    if (given && one.size > 1) return headOf(one.set(given[0], 'name'), rows, row, row);
  }
  return undefined;
}

const oneRow = (cells: Cells) => {
  const columns = new Map<number, Column>();
  cells.forEach((cell, at) => {
    const column = cell.length < 80 ? columnOf(cell) : undefined;
    if (column) columns.set(at, column);
  });
  return columns;
};

/** A number of the row, or what is no head where a name is expected. */
const isPerson = (columns: ReadonlyMap<number, Column>, cells: Cells): boolean =>
  [...columns].some(([at, column]) => {
    const cell = cells[at]?.trim() ?? '';
    if (column === 'index') return /^\d+[.)]?$/.test(cell);
    const isNamed = column === 'name' || column === 'family' || column === 'given';
    return isNamed && cell !== '' && columnOf(cell) === undefined;
  });

/** A head over two rows: "Họ và tên" over "Họ đệm" and "Tên", "Năm sinh" over "Nam" and "Nữ". */
function twoRows(upper: Cells, lower: Cells): Map<number, Column> | undefined {
  const parts = lower.map((cell) => words(cell));
  const isLower = parts.some((part) =>
    /^(?:nam|nu|ho|ten|ho dem|ho lot|ho va dem|xa|thon|to|tinh)$/.test(part),
  );
  // A title above a head of one row is none, and the first person of a list that says Nam or Nữ is none either.
  if (!isLower || oneRow(upper).size < 2 || parts.some(({length}) => length > 40)) return undefined;
  if (isPerson(oneRow(upper), lower)) return undefined;
  const columns = new Map<number, Column>();
  let over = '';
  for (let at = 0; at < Math.max(upper.length, lower.length); at += 1) {
    if (upper[at]?.trim()) over = upper[at]!;
    const low = lower[at]?.trim() ? lower[at]! : '';
    const isSex = /^(?:nam|nu)$/.test(words(low));
    const column =
      (low && !isSex ? columnOf(low) : undefined) ?? columnOf(low || upper[at]?.trim() ? over : '');
    if (column) columns.set(at, column);
  }
  return columns;
}

/** "Họ và tên" over two columns: what stands under a head of its own is no whole name. */
function isHalved(heads: readonly Cells[], below: readonly Cells[], name: number): boolean {
  if (heads.some((cells) => cells[name + 1]?.trim())) return false;
  const beside = below
    .filter((cells) => cells[name]?.trim())
    .map((cells) => words(cells[name + 1] ?? ''));
  const given = beside.filter((text) => /^\p{L}+(?: \p{L}+)?$/u.test(text));
  // A sex, a mark or a people may stand in a column without a head as well: they say few different things.
  const isSaidOften =
    new Set(given).size * 4 < given.length || given.every((text) => noName.test(text));
  return given.length * 2 > beside.length && !isSaidOften;
}

const noName = /^(?:nam|nu|x|tt|tp|tv|co|khong|kinh)$/;

function headOf(
  columns: Map<number, Column>,
  rows: readonly Cells[],
  first: number,
  row: number,
): Head {
  const below = rows.slice(row + 1, row + 200);
  const heads = [rows[first] ?? [], rows[row] ?? []];
  const last = Math.max(...heads.map((cells) => cells.length));
  const unread: string[] = [];
  for (let at = 0; at < last; at += 1) {
    const values = below.map((cells) => (cells[at] ?? '').replace(/[\s.]/g, '')).filter(Boolean);
    const ids = values.filter((value) => /^'?\d{12}$/.test(value)).length;
    // An identity number under any head: it is not read on.
    if (ids > 0 && ids * 2 >= values.length) columns.set(at, 'identity');
    const head = (heads[1]?.[at]?.trim() ? heads[1][at] : heads[0]?.[at])?.trim() ?? '';
    if (head && !columns.has(at)) unread.push(head);
  }
  const name = [...columns].find(([, column]) => column === 'name')?.[0];
  if (name !== undefined && isHalved(heads, below, name)) {
    columns.set(name, 'family').set(name + 1, 'given');
  }
  // Of two columns that say the same the first is read, but a year of birth may stand in either of two.
  const seen = new Set<Column>();
  for (const [at, column] of [...columns].sort(([a], [b]) => a - b)) {
    if (seen.has(column) && column !== 'birth' && column !== 'identity') columns.delete(at);
    seen.add(column);
  }
  if (seen.has('name'))
    for (const [at, column] of columns) if (column === 'family') columns.delete(at);
  return {first, row, columns, unread};
}
