import type {PartOfUnits, ReportFigure, ReportFlaw} from '../../exchange/report.js';
import type {PeriodKind, PeriodParts} from '../../store/reckoning/periods.js';
import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './report-vi.js';

/** A figure that may be known of only some of those it is about. */
export interface OfSome {
  readonly done: string;
  readonly of: string;
  readonly unknown: number;
}

/** What the report says. Days, periods and numbers come written out already, as `22/11/2026`, `quý IV/2026`, `1.100`. */
export interface ReportMessages {
  readonly report: string;
  readonly lead: string;
  readonly number: (value: number) => string;
  /** What nobody knows. */
  readonly unknown: string;

  readonly unit: string;
  readonly everybody: string;
  readonly noRoster: string;
  readonly howOften: string;
  readonly kinds: Readonly<Record<PeriodKind, string>>;
  readonly period: (parts: PeriodParts) => string;
  readonly earlier: string;
  readonly later: string;
  readonly goesOn: (day: string) => string;

  readonly figuresOf: (period: string) => string;
  readonly figure: string;
  readonly figures: Readonly<Record<ReportFigure, string>>;
  readonly coreSplit: (counts: {done: number; notDone: number; unknown: number}) => string;
  readonly inGroup: (count: string) => string;
  readonly byProxy: (count: string) => string;
  readonly heard: (heard: number, people: number) => string;
  readonly oldest: (day: string) => string;
  readonly version: (version: string) => string;

  readonly typed: string;
  readonly typedHint: string;
  readonly difficulties: string;
  readonly proposals: string;
  readonly wrongNumber: string;
  readonly soFarTooSmall: string;
  readonly kept: string;

  readonly message: string;
  readonly messageHint: (characters: number) => string;
  readonly shortened: string;
  readonly noLine: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly print: string;
  readonly cannotPrint: string;
  readonly printUnseen: string;
  readonly xlsx: string;
  readonly csv: string;
  readonly saved: (name: string) => string;

  /** The text for Zalo, without its last line. */
  readonly text: (facts: {
    heading: string;
    unit: string;
    members: string;
    core: OfSome | undefined;
    lessons: string;
    skills: readonly [string, string, string, string, string];
    visited: string;
    visitedSoFar: string;
    quota: string | undefined;
    difficulties: string | undefined;
    proposals: string | undefined;
    commended: string | undefined;
    oldest: string | undefined;
    part: PartOfUnits | undefined;
    day: string;
  }) => string;
  readonly heading: (parts: PeriodParts) => string;

  readonly below: string;
  readonly belowHint: string;
  readonly paste: string;
  readonly take: string;
  readonly pasteEmpty: string;
  readonly foundNone: string;
  readonly took: (counts: {read: number; fresh: number; unreadable: number}) => string;
  readonly otherPeriod: (count: number, periods: string) => string;
  readonly otherCourse: (count: number) => string;
  readonly unreadable: (count: number) => string;
  readonly flaws: Readonly<Record<ReportFlaw, {readonly what: string; readonly todo: string}>>;
  readonly begins: string;
  readonly together: (units: number) => string;
  readonly sum: string;
  readonly ofUnits: (name: string, known: number, units: number) => string;
  /** What is whole for only some of the units, and for how many; of a former period where one is named. */
  readonly partOf: (name: string, part: PartOfUnits, former?: string) => string;
  readonly partial: (units: string) => string;
  readonly otherVersions: (units: string) => string;
  readonly contradictions: (unit: string) => string;
  readonly contradictionTodo: string;
  readonly beneath: (units: string) => string;
  readonly elsewhere: (units: string) => string;
  readonly missing: (count: number, units: string) => string;
  readonly useSums: string;
  readonly usedSums: string;
  /** Figures that stand in the report and are not the sums. */
  readonly otherThanSums: (figures: string) => string;
  readonly drop: string;
  readonly dropOf: (unit: string) => string;
  readonly collected: string;
  /** Reports that are in, one a unit. */
  readonly taken: (count: number) => string;
  readonly revision: (revision: number, day: string) => string;
  readonly dropped: (unit: string) => string;
  readonly undo: string;
  readonly broughtBack: string;
  readonly moreReports: (count: number) => string;
  /** Units that were dissolved by the end of the period and are in the sums. */
  readonly goneCounted: (units: string) => string;

  readonly needs: string;
  readonly needsHint: string;
  readonly needsNone: string;
  readonly needsMore: (count: number) => string;
  readonly needsUnknown: (count: number) => string;
  readonly stuck: (facts: {lesson: string; tries: string}) => string;
  readonly stuckTodo: string;
  readonly stopped: (facts: {last: string; days: number; done: number; total: number}) => string;
  readonly stoppedTodo: (lesson: string) => string;
  readonly safety: (facts: {milestone: string; wrong: number; open: number}) => string;
  readonly safetyTodo: string;
  readonly basedOn: (day: string) => string;
  readonly nameless: string;

  readonly commend: string;
  readonly commendHint: string;
  readonly commendTeams: string;
  readonly commendPeople: string;
  readonly commendNone: string;
  readonly team: string;
  readonly name: string;
  readonly lessonsInPeriod: string;
  readonly coreOn: string;

  readonly charts: string;
  readonly asTable: string;
  readonly chartUnits: string;
  readonly chartWeeks: string;
  readonly chartSkills: string;
  readonly chartAges: string;
  readonly done: string;
  readonly notDone: string;
  readonly notKnown: string;
  readonly weekOf: string;
  readonly lessonsDone: string;
  readonly skill: string;
  readonly times: string;
  readonly skills: readonly [string, string, string, string, string];
  readonly age: string;
  readonly people: string;
  readonly ages: Readonly<Record<'week' | 'month' | 'older' | 'undated' | 'none', string>>;
  /** Some units are drawn by what they reported. */
  readonly chartReported: string;
  readonly chartCut: (shown: number, all: number) => string;
  readonly chartEmpty: string;
}

/** Both languages of the report. */
export const reportLanguages: Languages<ReportMessages> = {
  vi,
  en: async () => (await import('./report-en.js')).messages,
};
