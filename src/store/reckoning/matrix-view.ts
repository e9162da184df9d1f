import {inOneGo} from './in-one-go.js';
import {noDay} from './matrix-row.js';
import type {MemberRole} from './member.js';
import {foldName} from './names.js';
import type {CivilDay} from './record.js';
import {mark, type RosterMatrix} from './roster-matrix.js';
import type {UnitKey} from './unit.js';

/** done · not-done · unknown: the three parts every total has. */
export const parts = ['done', 'not-done', 'unknown'] as const;
export type Part = (typeof parts)[number];

/** What a trainer asked to see. */
export interface Wish {
  readonly columns: 'lessons' | 'modules';
  readonly coreOnly: boolean;
  /** Words of a name, a code or a unit, with or without tones. */
  readonly search?: string;
  /** This unit and all below it. */
  readonly unit?: UnitKey;
  readonly role?: MemberRole;
  /** Whoever has such a cell in `column`, or in any column where none is named; `done`: in every column then. */
  readonly part?: Part;
  readonly column?: string;
  /** Only those of whom nothing came for thirty days. */
  readonly silent?: boolean;
  readonly order: Order;
}

/** `unit`: grouped, in the order of the tree. Anything else is one list of people. `column` names a column by its id. */
export type Order =
  | {readonly by: 'unit'}
  | {readonly by: 'name' | 'done' | 'received'; readonly down: boolean}
  | {readonly by: 'column'; readonly column: string; readonly down: boolean};

export const firstWish: Wish = {columns: 'lessons', coreOnly: false, order: {by: 'unit'}};

export interface ViewColumn {
  /** Of the lesson or the module. */
  readonly id: string;
  readonly title: string;
  /** Indices into `RosterMatrix.lessons`; one for a lesson. */
  readonly lessons: readonly number[];
}

/** What stands on the screen, and what an export holds: columns, lines in their order, and the totals of what is shown. */
export interface MatrixView {
  readonly matrix: RosterMatrix;
  readonly wish: Wish;
  readonly columns: readonly ViewColumn[];
  /** A person's row, or `-1 - unit` for the head of a unit. */
  readonly lines: Int32Array;
  /** Per unit (see `Roll.unitOf`), then all: people shown in it or below it. */
  readonly people: Uint32Array;
  /** The same, of whom something fresh was heard. */
  readonly fresh: Uint32Array;
  /** Per unit, then all: done, not done, unknown for each column; they add up to its people. */
  readonly totals: Uint32Array;
  /** State × 65536 + day per person and column, for columns of modules. */
  readonly cells: Uint32Array | undefined;
  /** The oldest data that a figure of this view rests on. */
  readonly oldest: CivilDay | undefined;
}

function columnsOf({course, lessons}: RosterMatrix, {columns, coreOnly}: Wish): ViewColumn[] {
  const shown = [...lessons.keys()].filter((index) => !coreOnly || lessons[index]!.lesson.core);
  if (columns === 'lessons') {
    return shown.map((index) => {
      const {id, title} = lessons[index]!.lesson;
      return {id, title, lessons: [index]};
    });
  }
  return course.modules.flatMap(({id, title}) => {
    const own = shown.filter((index) => lessons[index]!.module === id);
    return own.length > 0 ? [{id, title, lessons: own}] : [];
  });
}

const isDone = (state: number) => state === 3 || state === 4;

/** Whether "not done" may be said of a person and a lesson. */
const isKnown = ({marks, slots, lessons}: RosterMatrix, row: number, lesson: number): boolean =>
  (marks[row]! & mark.fresh) > 0 && lessons[lesson]!.slot < slots[row]!;

/**
 * A module's cell: done when every lesson of the column is, on the day of the last of them; certainly not done when one
 * lesson is not; else nobody knows.
 */
function moduleCell(matrix: RosterMatrix, row: number, lessons: readonly number[]): number {
  const {states, days} = matrix;
  const width = matrix.lessons.length;
  let [done, before, begun, lacking, last] = [0, 0, 0, 0, 0];
  for (const lesson of lessons) {
    const state = states[row * width + lesson]!;
    if (isDone(state)) {
      done++;
      if (state === 4) before++;
      last = Math.max(last, days[row * width + lesson]!);
      continue;
    }
    if (state === 2 || state === 5) begun++;
    if (isKnown(matrix, row, lesson)) lacking++;
  }
  if (done === lessons.length) return (before > 0 ? 4 : 3) * 0x10000 + last;
  if (lacking === 0) return noDay;
  return (done + begun > 0 ? 2 : 1) * 0x10000 + noDay;
}

/** State (an index into `cellStates`) and day of completion (`noDay`: none) of a person in a column. */
export function cellIn(
  view: Pick<MatrixView, 'matrix' | 'columns' | 'cells'>,
  row: number,
  column: number,
) {
  const {matrix, columns, cells} = view;
  if (cells) {
    const cell = cells[row * columns.length + column]!;
    return {state: cell >>> 16, day: cell & 0xffff};
  }
  const at = row * matrix.lessons.length + columns[column]!.lessons[0]!;
  return {state: matrix.states[at]!, day: matrix.days[at]!};
}

/** Index into `parts`: what a cell counts as. */
export function partOf(
  view: Pick<MatrixView, 'matrix' | 'columns' | 'cells'>,
  row: number,
  column: number,
): 0 | 1 | 2 {
  const {matrix, columns, cells} = view;
  const {state} = cellIn(view, row, column);
  if (isDone(state)) return 0;
  // All right but not yet written down is no completion, and old data does not say whether it was since.
  const known = cells ? state !== 0 : isKnown(matrix, row, columns[column]!.lessons[0]!);
  return known ? 1 : 2;
}

const haystacks = new WeakMap<RosterMatrix['roll'], readonly [people: string[], units: string[]]>();

/** Everything somebody may be searched by, made when it is first searched for. */
function haystacksOf(roll: RosterMatrix['roll']) {
  let made = haystacks.get(roll);
  if (!made) {
    const units = roll.units.map(({unit}) =>
      foldName(unit.names.map(({name}) => name).join(' | ')),
    );
    for (const [index, {parent}] of roll.units.entries()) {
      if (parent >= 0) units[index] += ` | ${units[parent]}`;
    }
    const folded = new Map<string, string>();
    const fold = (name: string) => {
      const known = folded.get(name) ?? foldName(name);
      folded.set(name, known);
      return known;
    };
    // Names are made of few words, and a word is folded once.
    const people = roll.people.map(
      ({name, member, heard}) =>
        `${(name ?? '').trim().split(/\s+/u).map(fold).join(' ')} ${(member?.code ?? '').toLowerCase()} ${heard
          .map(({learner}) => learner.slice(0, 4).toLowerCase())
          .join(' ')}`,
    );
    made = [people, units];
    haystacks.set(roll, made);
  }
  return made;
}

/** Rows that answer to the wish, in the order of the roll. */
function chosen(view: Pick<MatrixView, 'matrix' | 'columns' | 'cells'>, wish: Wish): Uint32Array {
  const {matrix, columns} = view;
  const {roll, dataDays, today} = matrix;
  const size = roll.people.length;
  const rows = new Uint32Array(size);
  const unit =
    wish.unit === undefined ? -1 : roll.units.findIndex((one) => one.unit.id === wish.unit);
  const until = unit < 0 ? -1 : roll.units[unit]!.end;
  const words = wish.search ? foldName(wish.search).split(' ').filter(Boolean) : [];
  const [people, units] = words.length > 0 ? haystacksOf(roll) : [[], []];
  const column = wish.column === undefined ? -1 : columns.findIndex(({id}) => id === wish.column);
  const part = wish.part === undefined ? -1 : parts.indexOf(wish.part);
  const all = columns.map((_, index) => index);
  const asked = column >= 0 ? [column] : all;
  let count = 0;
  for (let row = 0; row < size; row++) {
    const at = roll.unitOf[row]!;
    if (wish.unit !== undefined && (at < unit || at >= until)) continue;
    if (wish.role !== undefined && roll.people[row]!.post?.role !== wish.role) continue;
    if (wish.silent) {
      const day = dataDays[row]!;
      if (day !== noDay && today - day <= 30) continue;
    }
    if (words.length > 0) {
      const text = people[row]!;
      const place = units[at] ?? '';
      if (!words.every((word) => text.includes(word) || place.includes(word))) continue;
    }
    if (part >= 0) {
      const has = (index: number) => partOf(view, row, index) === part;
      if (!(part === 0 ? asked.every(has) : asked.some(has))) continue;
    }
    rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** Columns a person has done. */
export function doneIn(
  view: Pick<MatrixView, 'matrix' | 'columns' | 'cells'>,
  row: number,
): number {
  let done = 0;
  for (let column = 0; column < view.columns.length; column++) {
    if (isDone(cellIn(view, row, column).state)) done++;
  }
  return done;
}

// By which a column is sorted: done by day, then what was begun, then the rest; what nobody knows last.
const weights = [0, 2, 3, 6, 5, 4];

function sorted(
  view: Pick<MatrixView, 'matrix' | 'columns' | 'cells'>,
  rows: Uint32Array,
  order: Exclude<Order, {by: 'unit'}>,
) {
  const {matrix, columns} = view;
  const {roll, dataDays} = matrix;
  const {nameOrder} = roll;
  const keys = new Float64Array(roll.people.length);
  const column = order.by === 'column' ? columns.findIndex(({id}) => id === order.column) : -1;
  for (const row of rows) {
    if (order.by === 'done') keys[row] = doneIn(view, row);
    else if (order.by === 'received') keys[row] = dataDays[row] === noDay ? -1 : dataDays[row]!;
    else if (column >= 0) {
      const {state, day} = cellIn(view, row, column);
      keys[row] = weights[state]! * 0x20000 + (day === noDay ? 0x1ffff : 0xffff - day);
    } else keys[row] = nameOrder[row]!;
  }
  const sign = order.down ? -1 : 1;
  // Equal ones stand in the order of their names, whichever way the column goes.
  return rows.sort((a, b) => sign * (keys[a]! - keys[b]!) || nameOrder[a]! - nameOrder[b]!);
}

/** What a wish shows of a matrix. `folded` units show their head alone; their people count all the same. */
export const viewOf = (...of: Parameters<typeof viewing>): MatrixView => inOneGo(viewing(...of));

/** The same in steps, so that a page can draw in between. */
export function* viewing(
  matrix: RosterMatrix,
  wish: Wish,
  folded: ReadonlySet<UnitKey> = new Set(),
): Generator<void, MatrixView> {
  const {roll, marks, dataDays} = matrix;
  const columns = columnsOf(matrix, wish);
  const width = columns.length;
  let cells: Uint32Array | undefined;
  if (wish.columns === 'modules') {
    cells = new Uint32Array(roll.people.length * width);
    for (let row = 0; row < roll.people.length; row++) {
      for (const [column, {lessons}] of columns.entries()) {
        cells[row * width + column] = moduleCell(matrix, row, lessons);
      }
    }
  }
  const base = {matrix, columns, cells};
  let rows = chosen(base, wish);
  yield;

  const places = roll.units.length + 2;
  const people = new Uint32Array(places + 1);
  const fresh = new Uint32Array(places + 1);
  const totals = new Uint32Array((places + 1) * width * 3);
  let oldest: CivilDay | undefined;
  for (const row of rows) {
    const at = roll.unitOf[row]!;
    people[at]!++;
    if (marks[row]! & mark.fresh) fresh[at]!++;
    const day = dataDays[row]!;
    if (day !== noDay && (oldest === undefined || day < oldest)) oldest = day;
    for (let column = 0; column < width; column++) {
      totals[(at * width + column) * 3 + partOf(base, row, column)]!++;
    }
    yield;
  }
  const add = (from: number, to: number) => {
    people[to]! += people[from]!;
    fresh[to]! += fresh[from]!;
    for (let cell = 0; cell < width * 3; cell++) {
      totals[to * width * 3 + cell]! += totals[from * width * 3 + cell]!;
    }
  };
  // From the end on, everything below a unit is complete before it is added to the unit above.
  for (let unit = roll.units.length - 1; unit >= 0; unit--) {
    const {parent} = roll.units[unit]!;
    add(unit, parent >= 0 ? parent : places);
  }
  add(roll.units.length, places);
  add(roll.units.length + 1, places);
  yield;

  let lines: Int32Array;
  if (wish.order.by === 'unit') lines = grouped(matrix, wish, rows, people, folded);
  else {
    rows = sorted(base, rows, wish.order);
    lines = Int32Array.from(rows);
  }
  return {matrix, wish, columns, lines, people, fresh, totals, cells, oldest};
}

/** Whether whom a wish chooses is known only of people who were judged. */
export const asksOfJudged = ({part, silent}: Wish): boolean =>
  part !== undefined || Boolean(silent);

/** Whether anything narrows the people down. */
export const isNarrowed = ({search, unit, role, part, silent}: Wish): boolean =>
  Boolean(search?.trim()) ||
  unit !== undefined ||
  role !== undefined ||
  part !== undefined ||
  Boolean(silent);

function grouped(
  {roll}: RosterMatrix,
  wish: Wish,
  rows: Uint32Array,
  people: Uint32Array,
  folded: ReadonlySet<UnitKey>,
): Int32Array {
  const {units, unitOf} = roll;
  const lines: number[] = [];
  const narrowed = isNarrowed(wish);
  let next = 0;
  for (let at = 0; at < units.length + 2;) {
    const line = units[at];
    const isEmpty = people[at] === 0;
    // A unit of today without members is seen, so that its lack of them is; one that was dissolved is not missed.
    const hidden = line ? isEmpty && (narrowed || line.gone) : isEmpty;
    if (!hidden) lines.push(-1 - at);
    const end = line ? line.end : at + 1;
    if (line && folded.has(line.unit.id)) {
      while (next < rows.length && unitOf[rows[next]!]! < end) next++;
      at = end;
      continue;
    }
    while (next < rows.length && unitOf[rows[next]!] === at) lines.push(rows[next++]!);
    at++;
  }
  return Int32Array.from(lines);
}
