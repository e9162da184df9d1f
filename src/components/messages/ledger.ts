import type {AssignmentState} from '../../store/reckoning/assignment.js';
import type {Counts} from '../../store/reckoning/matrix-table.js';
import type {Part, Wish} from '../../store/reckoning/matrix-view.js';
import type {MemberRole} from '../../store/reckoning/member.js';
import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './ledger-vi.js';

/** What the matrix of a roster says. Days come written out already, as `22/11/2026`. */
export interface LedgerMessages {
  readonly grid: (people: number, columns: number) => string;
  readonly list: (people: number) => string;
  readonly everybody: string;
  readonly shownOnly: string;
  readonly reckoning: string;
  readonly none: string;
  readonly search: string;
  readonly searchHint: string;
  readonly narrow: string;
  readonly unit: string;
  readonly allUnits: string;
  readonly role: string;
  readonly anyRole: string;
  readonly roles: Readonly<Record<MemberRole, string>>;
  readonly part: string;
  readonly anyPart: string;
  readonly partIs: Readonly<Record<Part, string>>;
  readonly inColumn: string;
  readonly anyColumn: string;
  readonly silent: string;
  readonly coreOnly: string;
  readonly columns: string;
  readonly columnsOf: Readonly<Record<Wish['columns'], string>>;
  readonly order: string;
  readonly orders: Readonly<Record<'unit' | 'name' | 'done' | 'received', string>>;
  readonly byColumn: (column: string) => string;
  readonly upward: string;
  readonly downward: string;
  readonly foldAll: string;
  readonly unfoldAll: string;
  /** What is shown, in words: `conditions` are the phrases below. */
  readonly shown: (people: number, all: number, conditions: readonly string[]) => string;
  readonly searched: (words: string) => string;
  readonly partIn: (part: Part, column: string | undefined) => string;
  readonly clear: string;

  readonly person: string;
  readonly people: (count: number) => string;
  readonly freshOf: (fresh: number, people: number) => string;
  readonly counts: (counts: Counts) => string;
  /** Of all lessons of a unit together. */
  readonly takings: (counts: Counts) => string;
  readonly asOf: (day: string) => string;
  readonly nothingYet: string;
  readonly noDay: string;
  readonly of: (done: number, all: number) => string;
  readonly unknownUnit: string;
  readonly unlinked: string;
  readonly goneOn: (name: string, day: string) => string;
  readonly left: (names: readonly string[], more: number) => string;
  readonly module: (number: string) => string;

  readonly whyHint: string;
  readonly onlyUnit: string;
  readonly foldUnit: string;
  readonly unfoldUnit: string;
  readonly back: string;
  readonly rule: string;
  readonly unitRule: string;
  readonly never: string;
  readonly moduleOf: (lessons: readonly string[]) => string;
  readonly posts: (
    posts: readonly {
      readonly unit: string;
      readonly role: string;
      readonly from?: string;
      readonly until?: string;
    }[],
  ) => string;
  readonly packets: (
    packets: readonly {
      readonly made: string;
      readonly received: string;
      readonly version: string;
      readonly devices: string;
      readonly signed: boolean;
      readonly counts: boolean;
    }[],
  ) => readonly string[];
  readonly assigned: (facts: {
    lessons: readonly string[];
    made: string;
    until: string;
    state: AssignmentState;
    over: boolean;
  }) => string;
  readonly formerName: (name: string) => string;

  readonly save: string;
  readonly saved: (file: string) => string;
  readonly notSaved: string;
  readonly sheetPeople: string;
  readonly sheetUnits: string;
  readonly code: string;
  readonly received: string;
  readonly done: string;
  readonly partNames: Readonly<Record<keyof Counts, string>>;
  /** First part of a file's name; ASCII, so that it survives every chat and disk. */
  readonly file: string;
}

export const ledgerLanguages: Languages<LedgerMessages> = {
  vi,
  en: async () => (await import('./ledger-en.js')).messages,
};
