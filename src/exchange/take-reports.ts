import type {Period} from '../store/reckoning/periods.js';
import type {ReceivedReport, Reports} from '../store/reports-contract.js';
import {findReports, type FoundReport, reportLineOf, type ReportWords} from './report.js';

/** A report that was found and cannot be read. */
export type FlawedReport = Extract<FoundReport, {readonly flaw: unknown}>;

/** What came of a text with reports in it. */
export interface ReportsTaken {
  /** How many were found, whatever became of them. */
  readonly found: number;
  /** How many of each period are kept now, of this course. */
  readonly periods: ReadonlyMap<Period, number>;
  /** How many of those were not there before. */
  readonly fresh: number;
  /** Left aside: of another course. */
  readonly otherCourse: number;
  readonly flaws: readonly FlawedReport[];
}

/**
 * The door for reports of units below: finds those in a pasted text and keeps the ones of this course, each under its
 * period. The same text again changes nothing. Rejects as `Reports.keep` does.
 */
export async function takeReports(
  reports: Reports,
  text: string,
  {course, words}: {readonly course: string; readonly words: ReportWords},
): Promise<ReportsTaken> {
  const found = findReports(text, words);
  const read = found.flatMap((one) => ('line' in one ? [one] : []));
  const rows = new Map<Period, ReceivedReport[]>();
  for (const {line, called, difficulties, proposals} of read) {
    if (line.course !== course) continue;
    const row: ReceivedReport = {
      line: reportLineOf(line),
      ...(called !== undefined && {called}),
      ...(difficulties !== undefined && {difficulties}),
      ...(proposals !== undefined && {proposals}),
    };
    rows.set(line.period, [...(rows.get(line.period) ?? []), row]);
  }
  let fresh = 0;
  for (const [period, kept] of rows) fresh += await reports.keep(course, period, kept);
  return {
    found: found.length,
    periods: new Map([...rows].map(([period, kept]) => [period, kept.length])),
    fresh,
    otherCourse: read.filter(({line}) => line.course !== course).length,
    flaws: found.filter((one): one is FlawedReport => 'flaw' in one),
  };
}
