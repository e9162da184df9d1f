import {readMemberCode} from '../../store/reckoning/member-code.js';
import type {MemberCode, MemberRole} from '../../store/reckoning/member.js';
import type {UnitLevel} from '../../store/reckoning/unit.js';
import {foldName} from '../../store/roster.js';
import {cased} from './cased.js';
import {type Column, type Head, headIn} from './columns.js';
import type {Cells, FileSheet} from './file-sheet.js';
import {RowUnits} from './row-units.js';
import {tidy} from './tidy.js';
import {levelOf, unitsOfAddress, type WrittenUnit} from './written-unit.js';

/** What may be wrong or worth knowing about a row, in the order in which it is said. */
export const sheetFlaws = [
  'name-missing',
  'name-odd',
  'code-wrong',
  'birth-odd',
  'phone-short',
  'role-other',
] as const;
export type SheetFlaw = (typeof sheetFlaws)[number];

/** A person as a list says. */
export interface SheetPerson {
  /** The row as people count it, from 1. */
  readonly row: number;
  readonly name: string;
  /** As it stands in the list, where `name` was put right. */
  readonly written?: string;
  /** Absent where the list has no code for them. */
  readonly code?: MemberCode;
  readonly role?: MemberRole;
  /** From the top down; empty where the list names none. */
  readonly units: readonly WrittenUnit[];
  readonly phoneTail?: string;
  readonly birthYear?: number;
  readonly flaws: readonly SheetFlaw[];
}

/** A list of people, read. */
export interface RosterSheet {
  readonly people: readonly SheetPerson[];
  /** Heads of columns that hold identity numbers: nothing of them was read. */
  readonly identity: readonly string[];
  /** Heads of columns that say nothing to a roster. */
  readonly unread: readonly string[];
  /** Districts of rows from before 1/7/2025, each once as it is written: a roster has none. */
  readonly districts: readonly string[];
  /** Below a sum or a signature, without a number or anything that only a person has: not read. */
  readonly passedOver: readonly PassedOver[];
  /** Rows of people whom a filter or somebody's hand has hidden in the file: read like all others. */
  readonly hidden: readonly number[];
  /** Rows of people that leave a unit empty, read as what stands above it. */
  readonly filled: readonly number[];
  /** A commune or province that the title names. */
  readonly titled?: WrittenUnit;
}

export interface PassedOver {
  /** The row as people count it, from 1. */
  readonly row: number;
  readonly text: string;
}

/** Those sheets that have a list of people. */
export const listsAmong = (sheets: readonly FileSheet[]): readonly FileSheet[] =>
  sheets.filter(({rows}) => headIn(rows) !== undefined);

/** The first sheet with a list of people in it; nothing where none has. */
export function rosterIn(sheets: readonly FileSheet[], thisYear: number): RosterSheet | undefined {
  for (const file of sheets) {
    const {rows, hidden} = file;
    const head = headIn(rows);
    if (!head) continue;
    const {columns, unread} = head;
    const titled = titledUnit(rows.slice(0, head.first));
    const {people, passedOver, filled} = peopleBelow(file, head, thisYear);
    return {
      people,
      identity: [...columns]
        .filter(([, column]) => column === 'identity')
        .map(([at]) => tidy(rows[head.row]?.[at] || rows[head.first]?.[at] || String(at + 1))),
      unread: unread.map(tidy),
      districts: districtsOf(people),
      passedOver,
      hidden: people.flatMap(({row}) => (hidden?.has(row) ? [row] : [])),
      filled,
      ...(titled && {titled}),
    };
  }
  return undefined;
}

function districtsOf(people: readonly SheetPerson[]): readonly string[] {
  const written = people.flatMap(({units}) => units.filter(({level}) => level === 'district'));
  return [...new Set(written.map(({name}) => name))];
}

/** The last commune, else province, that stands above the list. */
function titledUnit(rows: readonly Cells[]): WrittenUnit | undefined {
  const text = rows.flat().map(tidy).join('\n');
  const found = (level: UnitLevel, kinds: string) =>
    [
      ...text.matchAll(
        new RegExp(`(?<![\\p{L}\\p{M}])(${kinds})\\s+([\\p{Lu}\\d][^\\n,;–(\\-]*)`, 'giu'),
      ),
    ]
      .map(([, kind = '', name = '']): WrittenUnit => ({
        level,
        name: cased(`${kind} ${upToKind(name)}`),
      }))
      .at(-1);
  return found('commune', 'xã(?! hội)|phường|đặc khu') ?? found('province', 'tỉnh|thành phố');
}

/** "Lũng Cú tỉnh Tuyên Quang năm 2026" → "Lũng Cú". */
const upToKind = (name: string) =>
  tidy(
    name.replace(
      /(?<![\p{L}\p{M}])(?:tỉnh|thành phố|huyện|quận|năm|tháng|quý|đến)(?![\p{L}\p{M}]).*$/iu,
      '',
    ),
  );

/**
 * A row that is no person but says where the next ones belong: "II. Thôn Lô Lô Chải (5 người)". The count may stand in a
 * cell of its own; what says something about a person may not.
 */
function heading(
  cells: readonly string[],
  whole: string,
  hasFacts: boolean,
  unitPlaces: ReadonlySet<number>,
): readonly WrittenUnit[] {
  const filled = [...cells.entries()].filter(
    ([, cell]) => cell !== '' && !/^(?:[ivxlc]+|\d{1,3}|[a-z])[.)]?$/i.test(cell),
  );
  if (filled.length === 1) return unitsOfAddress(untitled(filled[0]![1]));
  if (hasFacts) return [];
  if (whole !== '') return levelOf(untitled(whole)) ? unitsOfAddress(untitled(whole)) : [];
  const [place, text] = filled[0] ?? [-1, ''];
  return unitPlaces.has(place) ? [] : unitsOfAddress(untitled(text));
}

const untitled = (text: string) =>
  text.replace(/^(?:[IVXLC]+|\d{1,3}|[A-Z])[.)/:\-]\s*/u, '').replace(/\s*[(:].*$/u, '');

// With their tones: Tống Công Minh is a person. Without any only where nothing follows.
const ending =
  /^(?:tổng(?: cộng| số)?(?=$|[\s:.,\d])|cộng(?=$|[\s:.,\d])|(?:tong cong|tong so|cong)(?=\s*(?:$|[:\d]))|(?:người|cán bộ) lập|lập (?:biểu|bảng|danh sách)|nơi nhận|(?:tm|kt)\.? |(?:phó )?chủ tịch(?=$|[\s,])|xác nhận|\(?ký(?: tên)?[,)]|danh sách (?:gồm|này|có)|ấn định danh sách|ghi chú\s*:|.*ngày [\d.…\s]*tháng [\d.…\s]*năm)/u;

const endsList = (text: string) => ending.test(text.normalize('NFC').toLowerCase());

/** Where a list, or a part of it, ends: its sum, who signs it. A note beside somebody's name says nothing of that. */
const isEnd = (cells: readonly string[], whole: string) =>
  whole === '' ? cells.some(endsList) : endsList(whole);

const read = [
  'index',
  'code',
  'name',
  'family',
  'given',
  'role',
  'phone',
  'phone-tail',
  'birth',
  'unit',
] as const;

function peopleBelow(
  {rows, merged}: FileSheet,
  {row: headRow, first: headFirst, columns}: Head,
  thisYear: number,
): Pick<RosterSheet, 'people' | 'passedOver' | 'filled'> {
  const passedOver: PassedOver[] = [];
  const filled: number[] = [];
  const heads = [headFirst, headRow].map((row) => (rows[row] ?? []).map(foldName));
  const people: SheetPerson[] = [];
  const places = (wanted: Column) =>
    [...columns].filter(([, column]) => column === wanted).map(([at]) => at);
  const at = Object.fromEntries(read.map((column) => [column, places(column)])) as Record<
    (typeof read)[number],
    number[]
  >;
  const unitsOf = new RowUnits(rows, columns, merged);
  let hasEnded = false;
  for (let index = headRow + 1; index < rows.length; index += 1) {
    const cells = (rows[index] ?? []).map(tidy);
    if (cells.every((cell) => cell === '')) continue;
    const first = (of: readonly number[]) =>
      of.map((place) => cells[place] ?? '').find(Boolean) ?? '';
    const whole = first(at.name) || tidy(`${first(at.family)} ${first(at.given)}`);
    // The head once more, as printed lists repeat it on each page, or the numbers of its columns.
    if (columnsRepeat(cells, columns, heads)) continue;
    const hasFacts =
      readMemberCode(first(at.code)) !== undefined ||
      yearOf(first(at.birth), thisYear) !== undefined ||
      tailOf(first(at.phone), first(at['phone-tail'])) !== undefined ||
      roleOf(first(at.role)) !== undefined;
    const title = heading(cells, whole, hasFacts, unitsOf.places);
    if (title.length > 0 && (whole === '' || levelOf(untitled(whole)))) {
      unitsOf.below(title);
      hasEnded = false;
      continue;
    }
    if (people.length > 0 && !hasFacts && isEnd(cells, whole)) {
      hasEnded = true;
      continue;
    }
    // Below a sum there may be more people; below a signature there are only those who signed.
    if (hasEnded && !hasFacts && !/^\d{1,5}[.)]?$/.test(first(at.index))) {
      if (whole !== '') passedOver.push({row: index + 1, text: whole});
      continue;
    }
    const {units, isFilled} = unitsOf.of(index, cells, first(at.code) !== '');
    const isBare = [at.role, at.phone, at.birth, at.code].every((of) => first(of) === '');
    if (whole === '' && isBare) continue;
    if (isFilled) filled.push(index + 1);
    people.push(
      person(index + 1, whole, units, {
        code: first(at.code),
        role: first(at.role),
        phone: first(at.phone),
        tail: first(at['phone-tail']),
        birth: first(at.birth),
        thisYear,
      }),
    );
  }
  return {people, passedOver, filled};
}

const columnsRepeat = (
  cells: readonly string[],
  columns: ReadonlyMap<number, Column>,
  heads: readonly (readonly string[])[],
): boolean => {
  const wanted = [...columns.keys()].map((place) => cells[place] ?? '').filter(Boolean);
  const numbers = wanted.map((cell) => /^\(?(\d{1,2})\)?$/.exec(cell)?.[1]);
  const areNumbers =
    wanted.length > 2 &&
    numbers.every(
      (number, nth) =>
        number !== undefined && (nth === 0 || Number(number) > Number(numbers[nth - 1])),
    );
  return (
    areNumbers ||
    [...columns].some(
      ([place, column]) =>
        ['name', 'family', 'given'].includes(column) &&
        cells[place] &&
        heads.some((head) => head[place] === foldName(cells[place]!)),
    )
  );
};

interface Written {
  readonly code: string;
  readonly role: string;
  readonly phone: string;
  readonly tail: string;
  readonly birth: string;
  readonly thisYear: number;
}

function person(
  row: number,
  written: string,
  units: readonly WrittenUnit[],
  {code: writtenCode, role: writtenRole, phone, tail, birth, thisYear}: Written,
): SheetPerson {
  const flaws: SheetFlaw[] = [];
  const unnumbered = written.replace(/^\d{1,4}\s*[.)]\s*(?=\p{L})/u, '');
  const name = cased(unnumbered.replace(/^(?:ông|bà|anh|chị|đ\/c|đc)[:.]?\s+(?=\p{Lu})/u, ''));
  if (name === '') flaws.push('name-missing');
  else if (!/^[\p{L}\p{M}'’.\s-]{2,80}$/u.test(name)) flaws.push('name-odd');
  const code = readMemberCode(writtenCode);
  if (writtenCode !== '' && code === undefined) flaws.push('code-wrong');
  const birthYear = yearOf(birth, thisYear);
  if (birth !== '' && birthYear === undefined) flaws.push('birth-odd');
  const phoneTail = tailOf(phone, tail);
  if ((phone !== '' || tail !== '') && phoneTail === undefined) flaws.push('phone-short');
  const role = roleOf(writtenRole);
  if (writtenRole !== '' && role === undefined) flaws.push('role-other');
  return {
    row,
    name,
    ...(name !== written && {written}),
    units,
    ...(code !== undefined && {code}),
    ...(writtenRole !== '' && {role: role ?? 'member'}),
    ...(phoneTail !== undefined && {phoneTail}),
    ...(birthYear !== undefined && {birthYear}),
    flaws: sheetFlaws.filter((flaw) => flaws.includes(flaw)),
  };
}

/** The year in 1968, 02/09/1968, 1968-09-02; nothing where none stands there that a grown person can have. */
function yearOf(text: string, thisYear: number): number | undefined {
  const years = text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g);
  const year = Number(years?.[0]);
  return year >= thisYear - 110 && year <= thisYear - 10 ? year : undefined;
}

/**
 * The last three digits of a number, or three that were kept before; a spreadsheet takes zeros off the front, and of
 * 9.12E+08 it has lost them.
 */
function tailOf(phone: string, tail: string): string | undefined {
  const kept = tail.replace(/\D/g, '');
  if (tail !== '') return kept.length > 0 && kept.length <= 3 ? kept.padStart(3, '0') : undefined;
  // Two numbers in a cell: the first is the one people call.
  if (/\de[+-]?\d/i.test(phone)) return undefined;
  const digits = (phone.split(/[/;,]|\s{2,}| - /u)[0] ?? '').replace(/\D/g, '');
  return digits.length >= 8 && digits.length <= 13 ? digits.slice(-3) : undefined;
}

/** What a role in words means to a roster; nothing for a word of another office, such as Bí thư chi bộ. */
export function roleOf(text: string): MemberRole | undefined {
  const words = foldName(text.replace(/[^\p{L}\p{M}\s]/gu, ' '));
  if (/\b(?:to pho|pho to truong|pho truong to|tp)\b/.test(words)) return 'deputy';
  if (/\b(?:to truong|truong to|tt)\b/.test(words)) return 'head';
  return /\b(?:thanh vien|to vien|uy vien|tv)\b/.test(words) ? 'member' : undefined;
}
