import {dayOf, dayText} from './calendar.js';
import type {CivilDay} from './record.js';

/** How often reports are asked for. */
export type PeriodKind = 'quarter' | 'half' | 'year';

/** `2026Q4`, `2026H2` (the second half) or `2026Y`. */
export type Period = string;

/** First day and the day after the last, in Vietnam. */
export interface Span {
  readonly from: CivilDay;
  readonly until: CivilDay;
}

export interface PeriodParts {
  readonly kind: PeriodKind;
  /** 2020 to 2199. */
  readonly year: number;
  /** Which one of its year, from 1. */
  readonly number: number;
}

const shape = /^(20[2-9]\d|21\d\d)(?:Q([1-4])|H([12])|Y)$/;
const months: Readonly<Record<PeriodKind, number>> = {quarter: 3, half: 6, year: 12};

/** What a period's name says, or nothing where it is none. */
export function partsOf(period: string): PeriodParts | undefined {
  const found = shape.exec(period);
  if (!found) return undefined;
  const [, year, quarter, half] = found;
  return {
    kind: quarter ? 'quarter' : half ? 'half' : 'year',
    year: Number(year),
    number: Number(quarter ?? half ?? 1),
  };
}

const nameOf = ({kind, year, number}: PeriodParts): Period => {
  if (kind === 'year') return `${year}Y`;
  return `${year}${kind === 'quarter' ? 'Q' : 'H'}${number}`;
};

/** The period of that kind in which a day lies. */
export function periodOf(day: CivilDay, kind: PeriodKind): Period {
  const [year, month] = dayText(day).split('-').map(Number) as [number, number, number];
  return nameOf({kind, year, number: Math.ceil(month / months[kind])});
}

/** Its days; throws RangeError for what is no period. */
export function spanOf(period: Period): Span {
  const parts = partsOf(period);
  if (!parts) throw new RangeError(`${period} is no period.`);
  const {kind, year, number} = parts;
  const first = (month: number): CivilDay =>
    month > 12 ? dayOf(`${year + 1}-01-01`) : dayOf(`${year}-${String(month).padStart(2, '0')}-01`);
  const length = months[kind];
  return {from: first((number - 1) * length + 1), until: first(number * length + 1)};
}

/** The one of the same kind just before. */
export const periodBefore = (period: Period): Period =>
  periodOf(spanOf(period).from - 1, partsOf(period)!.kind);
