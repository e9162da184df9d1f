import type {Course} from '../../../curriculum/course.js';
import type {ReportFigure, ReportFigures} from '../../../exchange/report.js';
import type {ReceivedLearner} from '../../../store/reckoning/packet.js';
import {
  type PeriodFigures,
  periodFigures,
  type PersonFigures,
  personFigures,
} from '../../../store/reckoning/period-figures.js';
import {type Period, spanOf} from '../../../store/reckoning/periods.js';
import type {CivilDay, LearnerKey} from '../../../store/reckoning/record.js';
import {heardAs} from '../../../store/reckoning/roster-matrix.js';
import {rightBelow, type Roll, rollOf, type RollPerson} from '../../../store/reckoning/roll.js';
import type {RosterView} from '../../../store/reckoning/roster-view.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import {inSlices} from '../ledger/slices.js';

/** The milestone that reports count. */
export const coreMilestone = 'core';

/** Everything that was received and the roster, as they are now. */
export interface Holdings {
  readonly course: Course;
  readonly view: RosterView;
  readonly received: readonly ReceivedLearner[];
  readonly persons: readonly (readonly LearnerKey[])[];
  readonly today: CivilDay;
}

/** Somebody who is counted, with what they add. */
export interface SheetPerson {
  readonly person: RollPerson;
  readonly figures: PersonFigures;
  /** Index into the units of the roll. */
  readonly unit: number;
}

/** What is known of a unit in a period. */
export interface Sheet {
  readonly period: Period;
  readonly roll: Roll;
  /** Index of the unit in the roll; absent where everybody is counted. */
  readonly unit: number | undefined;
  readonly people: readonly SheetPerson[];
  readonly figures: PeriodFigures;
}

/** The day a period is looked at from: today, or its last day. */
export const lastDayOf = (period: Period, today: CivilDay): CivilDay =>
  Math.min(today, spanOf(period).until - 1);

/** Reckons a unit's period, without holding the page for more than a moment. Ends early, with nothing, once `signal` says so. */
export async function sheetOf(
  {course, view, received, persons, today}: Holdings,
  period: Period,
  unit: UnitKey | undefined,
  signal: AbortSignal,
): Promise<Sheet | undefined> {
  const span = spanOf(period);
  const roll = rollOf(view, received, persons, lastDayOf(period, today));
  const found = roll.units.findIndex((one) => one.unit.id === unit);
  const at = found < 0 ? undefined : found;
  const end = at === undefined ? Infinity : roll.units[at]!.end;
  const people: SheetPerson[] = [];
  function* reckoning() {
    for (const [index, person] of roll.people.entries()) {
      const of = roll.unitOf[index] ?? 0;
      if (of < (at ?? 0) || of >= end) continue;
      const figures = personFigures(course, heardAs(person.heard), span, today);
      people.push({person, figures, unit: of});
      yield;
    }
  }
  if (!(await inSlices(reckoning(), () => !signal.aborted))) return undefined;
  return {
    period,
    roll,
    unit: at,
    people,
    figures: periodFigures(
      course,
      people.map((one) => one.figures),
      span,
    ),
  };
}

/** Households a unit was given: its own figure, or the sum of those right below; nothing where one of them has none. */
function householdsOf(units: Roll['units'], at: number): number | undefined {
  const own = units[at]!.unit.households;
  if (own !== undefined) return own;
  const below = [...rightBelow(units, at)].map((one) => householdsOf(units, one));
  if (below.length === 0) return undefined;
  return below.reduce(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  );
}

/** What is known of a report's figures before anybody types: from progress, and from the roster. */
export function reckonedFigures({people, figures, roll, unit}: Sheet): ReportFigures {
  const quota = unit === undefined ? undefined : householdsOf(roll.units, unit);
  const given = quota === undefined ? {} : {quota};
  if (people.length === 0) return given;
  const core = figures.milestones.get(coreMilestone);
  return {
    ...given,
    members: people.length,
    ...(core && {coreDone: core.done, coreUnknown: core.unknown}),
    // With nothing received nobody knows whether there was none.
    ...(figures.heard > 0 && {lessons: figures.lessons, lessonsNoDay: figures.lessonsNoDay}),
  };
}

/** Figures that people write themselves, in the order of the form. */
export const typedFigures = [
  'kn1',
  'kn2',
  'kn3',
  'kn4',
  'kn5',
  'visited',
  'visitedSoFar',
  'quota',
] as const satisfies readonly ReportFigure[];

/**
 * The report's figures: what was typed holds over what was reckoned. Sums of what units below counted of their people say
 * nothing any more once people are counted here, as after their part of the roster came.
 */
export function figuresWith(sheet: Sheet, typed: Readonly<Record<string, number>>): ReportFigures {
  const names: readonly string[] = typedFigures;
  const held = Object.entries(typed).filter(
    ([name]) => sheet.people.length === 0 || names.includes(name),
  );
  return {...reckonedFigures(sheet), ...Object.fromEntries(held)};
}
