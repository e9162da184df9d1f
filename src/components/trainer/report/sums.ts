import {
  type PartOfUnits,
  type ReportFigure,
  reportFigures,
  type ReportFigures,
} from '../../../exchange/report.js';
import type {ReportTotals} from '../../../exchange/report-totals.js';
import type {ReportDraft} from '../../../store/reports-contract.js';
import {typedFigures} from './sheet.js';

/**
 * Sums of what units below reported, for a report of the one above. Where people are counted here, what progress says
 * of them holds over what units below counted of theirs.
 */
export function summedFigures(
  figures: ReportTotals['figures'],
  countsPeople: boolean,
): ReportFigures {
  const names: readonly ReportFigure[] = countsPeople
    ? typedFigures
    : ['members', 'coreDone', 'coreUnknown', 'lessons', 'lessonsNoDay', ...typedFigures];
  return Object.fromEntries(
    names
      .filter((name) => figures[name].known > 0)
      // Where fewer units told it, less since the beginning than in the period would be no figure.
      .filter((name) => name !== 'visitedSoFar' || figures.visited.sum <= figures[name].sum)
      .map((name) => [name, figures[name].sum]),
  );
}

/** Of how many of `units` each sum that was taken over is whole, where it is not of all. */
export function partsOfSums(
  sums: ReportFigures,
  totals: ReportTotals['figures'],
  units: number,
): NonNullable<ReportDraft['parts']> {
  const names = Object.keys(sums) as ReportFigure[];
  return Object.fromEntries(
    names
      .map((name) => [name, {...totals[name], of: units}] as const)
      .filter(([, {whole, of}]) => whole < of)
      .map(([name, {sum, whole, of}]) => [name, {sum, whole, of}]),
  );
}

/** Figures of a report that are still the sums of a part of the units: what was corrected since is nobody's sum. */
export const partialFigures = (
  figures: ReportFigures,
  {parts = {}}: ReportDraft,
): ReadonlyMap<ReportFigure, PartOfUnits> =>
  new Map(
    reportFigures.flatMap((name) => {
      const part = parts[name];
      return part && figures[name] === part.sum
        ? [[name, {whole: part.whole, of: part.of}] as const]
        : [];
    }),
  );

/** What a report as a whole says of it: the least of its figures. */
export const leastPart = (parts: ReadonlyMap<ReportFigure, PartOfUnits>): PartOfUnits | undefined =>
  [...parts.values()].sort((a, b) => a.whole / a.of - b.whole / b.of || b.of - a.of)[0];
