import type {Assignment} from './reckoning/assignment.js';
import type {Period} from './reckoning/periods.js';
import type {Registered} from './reckoning/register.js';
import type {UnitKey} from './reckoning/unit.js';

/** A sum as it was taken over. */
export interface PartialSum {
  readonly sum: number;
  readonly whole: number;
  readonly of: number;
}

/** What a trainer wrote into the report of a unit for a period. Absent is unknown, never 0. */
export interface ReportDraft {
  /** Whole numbers by name of the figure; what is reckoned from progress stands here only where it was corrected. */
  readonly figures: Readonly<Record<string, number>>;
  /** Figures that were added up while units below had not reported yet, or not everything: of how many units they are whole. */
  readonly parts?: Readonly<Record<string, PartialSum>>;
  readonly difficulties?: string;
  readonly proposals?: string;
  /** Of the line that was last made; the next one with other figures is one further. */
  readonly revision: number;
  /** The machine line that was last made. */
  readonly line?: string;
}

/** A machine line that was received, with the words above it. */
export interface ReceivedReport {
  readonly line: string;
  /** What the unit calls itself. */
  readonly called?: string;
  readonly difficulties?: string;
  readonly proposals?: string;
}

/** An assignment, or that it was taken back. */
export interface AssignmentRegister {
  /** Course key, 8 hex digits. */
  readonly course: string;
  readonly assignment: Assignment;
  readonly register: Registered<true>;
}

/** What was written into a report, under its unit, or a line that was received, under the line itself; without a value where it was dropped. */
export interface PaperRegister {
  readonly course: string;
  readonly period: Period;
  readonly name: string;
  readonly register: Registered<ReportDraft | ReceivedReport>;
}

/**
 * Reports of units, written here and received from below, and what was assigned to members, kept on the trainer's device only. Fetched with the first
 * call of `Store.reports`. Courses are named by their keys, 8 hex digits. Everything rejects with KnsError
 * `storage-full` or `storage-broken` when it could not be kept.
 */
export interface Reports {
  draft(course: string, period: Period, unit: UnitKey): Promise<ReportDraft | undefined>;
  keepDraft(course: string, period: Period, unit: UnitKey, draft: ReportDraft): Promise<void>;
  /** Lines received for a period, in order. */
  received(course: string, period: Period): Promise<readonly ReceivedReport[]>;
  /** Keeps lines, all or none, and the words that came with them before; resolves to how many were not there. */
  keep(course: string, period: Period, reports: readonly ReceivedReport[]): Promise<number>;
  /** Takes a line out again; it comes back when it is received again. */
  drop(course: string, period: Period, line: string): Promise<void>;
  /** What was assigned in a course and not taken back, newest first. */
  assigned(course: string): Promise<readonly Assignment[]>;
  /** Keeps assignments, all or none; resolves to those that were not there, which `takeBack` undoes. */
  assign(course: string, assignments: readonly Assignment[]): Promise<readonly Assignment[]>;
  takeBack(course: string, assignments: readonly Assignment[]): Promise<void>;
  /** Registers of what was assigned in any course and of what was taken back, for a backup, a successor, or a second trainer. */
  assignments(): Promise<readonly AssignmentRegister[]>;
  /** Joins another trainer's: in any order, any number of times, the same end. Resolves to how many changed something. */
  joinAssignments(registers: readonly AssignmentRegister[]): Promise<number>;
  /** The same of what was written into reports and of lines that were received. */
  papers(): Promise<readonly PaperRegister[]>;
  joinPapers(registers: readonly PaperRegister[]): Promise<number>;
  /** Tells when reports changed, here or in another tab. */
  watch(listener: () => void): () => void;
}
