import {cellStates, noDay} from './matrix-row.js';
import {cellIn, doneIn, type MatrixView} from './matrix-view.js';
import type {MemberRole} from './member.js';
import type {CivilDay} from './record.js';

/** A value as a spreadsheet holds it: text, a number, or a day. */
export type TableValue = string | number | {readonly day: CivilDay};

export interface TableWords {
  readonly unit: string;
  readonly name: string;
  readonly code: string;
  readonly role: string;
  readonly received: string;
  readonly done: string;
  readonly everybody: string;
  readonly unknownUnit: string;
  readonly unlinked: string;
  readonly people: (count: number) => string;
  readonly roles: Readonly<Record<MemberRole, string>>;
  readonly cells: Readonly<Record<(typeof cellStates)[number], string>>;
  readonly counts: (counts: Counts) => string;
  readonly nameless: (beginning: string) => string;
  /** A column's head from its id and title. */
  readonly column: (id: string, title: string) => string;
  readonly goneOn: (name: string, day: CivilDay) => string;
}

/** Three parts that add up. */
export interface Counts {
  readonly done: number;
  readonly notDone: number;
  readonly unknown: number;
}

export interface MatrixTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableValue[])[];
}

/** Totals of a unit (`Roll.unitOf`; all without one) in a column. */
export function countsIn(view: MatrixView, column: number, unit = view.people.length - 1): Counts {
  const at = (unit * view.columns.length + column) * 3;
  const {totals} = view;
  return {done: totals[at]!, notDone: totals[at + 1]!, unknown: totals[at + 2]!};
}

/** What a unit's line is called; `Roll.unitOf` of those without one too. */
export function unitTitle({matrix: {roll}}: MatrixView, unit: number, words: TableWords): string {
  const line = roll.units[unit];
  if (line) return line.gone ? words.goneOn(line.name, line.unit.until!) : line.name;
  return unit === roll.units.length ? words.unknownUnit : words.unlinked;
}

/** What a person is called. */
export function personTitle({matrix: {roll}}: MatrixView, row: number, words: TableWords): string {
  const {name, heard} = roll.people[row]!;
  return name ?? words.nameless(heard[0]?.learner.slice(0, 4) ?? '');
}

/** A cell in words and, where it was done, its day. */
export function wordIn(view: MatrixView, row: number, column: number) {
  const {state, day} = cellIn(view, row, column);
  const word = cellStates[state] ?? 'unknown';
  return day === noDay ? {word} : {word, day};
}

/** The view as a table: the totals of all, then line by line what the screen shows, in its order. */
export function tableOf(view: MatrixView, words: TableWords): MatrixTable {
  const {columns, lines, people, matrix} = view;
  const {roll, dataDays} = matrix;
  const totalsOf = (title: string, unit: number): TableValue[] => [
    title,
    words.people(people[unit]!),
    '',
    '',
    '',
    '',
    ...columns.map((_, column) => words.counts(countsIn(view, column, unit))),
  ];
  const personOf = (row: number): TableValue[] => {
    const {member, post} = roll.people[row]!;
    const day = dataDays[row]!;
    return [
      unitTitle(view, roll.unitOf[row]!, words),
      personTitle(view, row, words),
      member?.code ?? '',
      post ? words.roles[post.role] : '',
      day === noDay ? '' : {day},
      doneIn(view, row),
      ...columns.map((_, column) => {
        const {word, day: on} = wordIn(view, row, column);
        return word === 'done' && on !== undefined ? {day: on} : words.cells[word];
      }),
    ];
  };
  return {
    head: [
      words.unit,
      words.name,
      words.code,
      words.role,
      words.received,
      words.done,
      ...columns.map(({id, title}) => words.column(id, title)),
    ],
    rows: [
      totalsOf(words.everybody, people.length - 1),
      ...Array.from(lines, (line) =>
        line < 0 ? totalsOf(unitTitle(view, -1 - line, words), -1 - line) : personOf(line),
      ),
    ],
  };
}

/** Three numbers for every unit shown and every column, each in a cell of its own. */
export function unitTableOf(
  view: MatrixView,
  words: TableWords,
  parts: Readonly<Record<keyof Counts, string>>,
): MatrixTable {
  const {columns, lines, people, wish} = view;
  const named = columns.map(({id, title}) => words.column(id, title));
  const units = wish.order.by === 'unit' ? Array.from(lines).filter((line) => line < 0) : [];
  return {
    head: [
      words.unit,
      words.name,
      ...named.flatMap((name) =>
        (['done', 'notDone', 'unknown'] as const).map((part) => `${name} – ${parts[part]}`),
      ),
    ],
    rows: [-1 - (people.length - 1), ...units].map((line) => {
      const unit = -1 - line;
      const isAll = unit === people.length - 1;
      return [
        isAll ? words.everybody : unitTitle(view, unit, words),
        people[unit]!,
        ...columns.flatMap((_, column) => {
          const {done, notDone, unknown} = countsIn(view, column, unit);
          return [done, notDone, unknown];
        }),
      ];
    }),
  };
}
