import type {Fact} from '../../curriculum/facts.js';
import {Day} from '../../curriculum/ids.js';
import type {FactRow} from './fact-row.js';

/** Where in a fact a cell's text goes. */
export type FieldPath =
  | readonly [Exclude<keyof Fact, 'id' | 'scope' | 'sources'>]
  | readonly ['sources', number, 'title' | 'url' | 'retrieved'];

/** What a cell may hold. */
export type CellKind = 'text' | 'day' | 'confidence' | 'status';

export interface Column {
  readonly header: string;
  readonly width: number;
  readonly kind: CellKind;
  /** Nothing for a column that is there to be read. */
  readonly path?: FieldPath;
  /** Whether a sheet without it is refused. */
  readonly needed: boolean;
  /** Whether its cell may be left empty. */
  readonly optional: boolean;
  /** What stands in the fact; empty where there is nothing. */
  readonly of: (row: FactRow) => string;
}

/** What people read for a code of the facts file. */
const labels: Readonly<Record<'confidence' | 'status', Readonly<Record<string, string>>>> = {
  confidence: {official: 'cơ quan nhà nước', press: 'báo chí', unverified: 'chưa kiểm chứng'},
  status: {current: 'đang dùng', 'needs-review': 'cần xem lại', retired: 'đã bỏ'},
};

/** The words a cell of this kind may hold; none where it is not a choice. */
export const choicesOf = (kind: CellKind): readonly string[] =>
  kind === 'confidence' || kind === 'status' ? Object.values(labels[kind]) : [];

/** How a value of the file is shown in a cell. */
export function shown(kind: CellKind, value: string): string {
  if (kind === 'text') return value;
  if (kind === 'day') return value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
  return labels[kind][value] ?? value;
}

/** The 31st of February has the right form, and a calendar makes a day in March of it. */
function isInCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** The value that a cell's words mean; nothing when they mean none. */
export function meant(kind: CellKind, words: string): string | undefined {
  if (kind === 'text' || words === '') return words;
  if (kind === 'day') {
    const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words) ?? [];
    const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : words;
    return Day.safeParse(iso).success && isInCalendar(iso) ? iso : undefined;
  }
  const said = words.toLocaleLowerCase('vi');
  return Object.entries(labels[kind]).find(([code, label]) => said === code || said === label)?.[0];
}

export const keyHeader = 'Mã (không sửa)';
export const scopeHeader = 'Phạm vi (không sửa)';

const field = (
  header: string,
  name: Exclude<keyof Fact, 'id' | 'scope' | 'sources'>,
  {width, kind = 'text', optional = false}: {width: number; kind?: CellKind; optional?: boolean},
): Column => ({
  header,
  width,
  kind,
  optional,
  needed: true,
  path: [name],
  of: ({fact}) => fact[name] ?? '',
});

const toRead = (header: string, width: number, of: Column['of'], needed: boolean): Column => ({
  header,
  width,
  kind: 'text',
  optional: true,
  needed,
  of,
});

const sourceColumns = (at: number, needed: boolean): Column[] =>
  (
    [
      ['tên', 'title', 40, 'text'],
      ['địa chỉ', 'url', 40, 'text'],
      ['ngày xem', 'retrieved', 14, 'day'],
    ] as const
  ).map(([name, part, width, kind]) => ({
    header: `Nguồn ${at + 1}: ${name}`,
    width,
    kind,
    optional: true,
    needed,
    path: ['sources', at, part],
    of: ({fact}) => fact.sources[at]?.[part] ?? '',
  }));

/** The columns of a sheet of these facts, with room for one source more than the fact that has most. */
export function columnsFor(rows: readonly FactRow[]): Column[] {
  const most = Math.max(0, ...rows.map(({fact}) => fact.sources.length));
  const day = {width: 14, kind: 'day'} as const;
  return [
    toRead(keyHeader, 24, ({key}) => key, true),
    toRead(scopeHeader, 12, ({fact}) => fact.scope, true),
    toRead('Câu trong bài (chỉ để đọc)', 50, ({sentence}) => sentence, false),
    field('Giá trị', 'value', {width: 40, optional: true}),
    field('Câu dự phòng', 'fallback', {width: 32}),
    field('Kiểm chứng ngày', 'verifiedOn', {...day, optional: true}),
    field('Phải xem lại trước ngày', 'reviewBy', day),
    field('Có hiệu lực từ ngày', 'validFrom', {...day, optional: true}),
    field('Có hiệu lực đến ngày', 'validTo', {...day, optional: true}),
    field('Độ tin cậy', 'confidence', {width: 18, kind: 'confidence'}),
    field('Trạng thái', 'status', {width: 14, kind: 'status'}),
    ...Array.from({length: most + 1}, (_, at) => sourceColumns(at, at < most)).flat(),
  ];
}
