import type {Period} from '../store/reckoning/periods.js';
import type {UnitKey} from '../store/roster-contract.js';
import {type ReportFigure, reportFigures, type ReportLine, reportLineOf} from './report.js';

/** What units reported of one period in one course, each by its newest revision. */
export interface Reported {
  /** One a unit. */
  readonly lines: readonly ReportLine[];
  /** Units that say different figures under one revision: nobody can tell which hold, so none do. */
  readonly contradictions: readonly (readonly [ReportLine, ReportLine, ...ReportLine[]])[];
}

/** A sum, and of how many units it is: whoever did not say is not counted as 0. */
export interface Sum {
  readonly sum: number;
  readonly known: number;
  /** Those of them whose own figures are not sums of a part. */
  readonly whole: number;
}

/** Figures of many units as one. */
export interface ReportTotals {
  readonly figures: Readonly<Record<ReportFigure, Sum>>;
  /** Lines that are in the sums: no unit of them stands below another. */
  readonly counted: readonly ReportLine[];
  /** Left out, because a line of a unit above speaks for them too. */
  readonly below: readonly ReportLine[];
  /** Left out, because they are of units that are not below. */
  readonly elsewhere: readonly ReportLine[];
  /** Left out with everything below them, because they contradict themselves. */
  readonly contradictions: Reported['contradictions'];
}

/** What two lines of one revision must share: everything but the day and the place in the tree. */
const saysOf = ({courseVersion, oldest, part, figures}: ReportLine): string =>
  JSON.stringify([
    courseVersion,
    oldest,
    part?.whole,
    part?.of,
    ...reportFigures.map((name) => figures[name]),
  ]);

const inOrder = (a: ReportLine, b: ReportLine): number => {
  const [left, right] = [reportLineOf(a), reportLineOf(b)];
  return left < right ? -1 : Number(left > right);
};

/** The newest that each unit said: in any order, any number of times, the same. */
export function reportedOf(lines: Iterable<ReportLine>, period: Period, course: string): Reported {
  const newest = new Map<UnitKey, ReportLine[]>();
  for (const line of [...lines].sort(inOrder)) {
    if (line.period !== period || line.course !== course) continue;
    const held = newest.get(line.unit) ?? [];
    const revision = held[0]?.revision ?? 0;
    if (line.revision > revision) newest.set(line.unit, [line]);
    else if (line.revision === revision && !held.some((one) => saysOf(one) === saysOf(line))) {
      held.push(line);
    }
  }
  const units = [...newest.values()];
  return {
    lines: units.flatMap(([line, other]) => (line && !other ? [line] : [])),
    contradictions: units.flatMap(([first, second, ...others]) =>
      first && second ? [[first, second, ...others] as const] : [],
    ),
  };
}

/**
 * Figures of everything below `unit`, or of everything reported without one. A unit's own line and the sum of its
 * children are two figures: of a line and those of units below it only the upper one counts.
 * `parentOf` is the roster; where it does not know a unit, the unit's own line is believed.
 */
export function totalsOf(
  {lines, contradictions}: Reported,
  {
    unit,
    parentOf = () => undefined,
  }: {unit?: UnitKey; parentOf?: (unit: UnitKey) => UnitKey | undefined} = {},
): ReportTotals {
  const said = new Map(
    [...contradictions.flat(), ...lines].map((line) => [line.unit, line.parent]),
  );
  /** From the next one up; ends where the tree does, or where somebody stands above themselves. */
  const above = (from: UnitKey): UnitKey[] => {
    const path: UnitKey[] = [];
    for (let at = parentOf(from) ?? said.get(from); at !== undefined && at !== from;) {
      if (path.includes(at)) break;
      path.push(at);
      at = parentOf(at) ?? said.get(at);
    }
    return path;
  };

  const counted: ReportLine[] = [];
  const below: ReportLine[] = [];
  const elsewhere: ReportLine[] = [];
  for (const line of lines) {
    const path = above(line.unit);
    const end = unit === undefined ? path.length : path.indexOf(unit);
    if (end < 0) {
      // The unit's own line is beside its sum, never in it.
      if (line.unit !== unit) elsewhere.push(line);
    } else if (path.slice(0, end).some((one) => said.has(one) && one !== unit)) below.push(line);
    else counted.push(line);
  }
  const figures = Object.fromEntries(
    reportFigures.map((name): [ReportFigure, Sum] => {
      const known = counted.filter(({figures}) => figures[name] !== undefined);
      return [
        name,
        {
          sum: known.reduce((sum, {figures}) => sum + figures[name]!, 0),
          known: known.length,
          whole: known.filter(({part}) => part === undefined).length,
        },
      ];
    }),
  ) as Record<ReportFigure, Sum>;
  return {
    figures,
    counted,
    below,
    elsewhere,
    contradictions: contradictions.filter(([{unit: of}]) => of !== unit),
  };
}
