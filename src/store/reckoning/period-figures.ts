import {type Course, lessonsOf} from '../../curriculum/course.js';
import {lessonKey} from '../../curriculum/ids.js';
import {learnedIn, learnedReach} from './learned.js';
import {type Hearing, hearingOf} from './matrix-row.js';
import type {PacketRow} from './packet.js';
import type {Span} from './periods.js';
import type {CivilDay} from './record.js';
import {type LessonStanding, type Standing, unknownDay} from './standing.js';

/** Whoever a figure counts: everything received of one person, joined. */
export interface Heard {
  readonly standing: Standing;
  readonly packets: readonly PacketRow[];
}

/** Of so many people: surely done, surely not, and nobody knows. */
export interface Known {
  readonly done: number;
  readonly notDone: number;
  readonly unknown: number;
}

/** A lesson somebody completed themselves or in a group; without a day nobody knows when. */
export interface Completion {
  readonly lesson: string;
  readonly day?: CivilDay;
  readonly inGroup: boolean;
}

/** What one person adds to the figures of a period. */
export interface PersonFigures {
  /** By id of the milestone: true done, false surely not, absent nobody knows. */
  readonly milestones: ReadonlyMap<string, boolean>;
  /** Day of each milestone's completion, where it is known. */
  readonly milestoneDays: ReadonlyMap<string, CivilDay>;
  /** Every lesson ever completed, of the course as it is now. */
  readonly completions: readonly Completion[];
  /** Lessons that somebody else entered for them, which are not learned. */
  readonly byProxy: number;
  /** Effective day of their newest packet. */
  readonly dataDay?: CivilDay;
  /** Every phone of theirs was heard of lately, seen from the end of the period. */
  readonly fresh: boolean;
  /** Something of theirs counts. */
  readonly heard: boolean;
}

/** Figures of a period. Absent is unknown, never 0. */
export interface PeriodFigures {
  readonly people: number;
  /** People of whom something was received. */
  readonly heard: number;
  readonly milestones: ReadonlyMap<string, Known>;
  /** Completed in the period, and of those in a group. */
  readonly lessons: number;
  readonly lessonsInGroup: number;
  /** Completed on a day nobody knows, or that is still to come: in no period. */
  readonly lessonsNoDay: number;
  /** Entered for somebody by others; in no other figure. */
  readonly byProxy: number;
  /** The oldest data a figure rests on. */
  readonly oldest?: CivilDay;
}

/**
 * The day of the first completion, as it is known on `today`: that of the lowest major completed, so that new content
 * learned later takes nothing out of the period in which the lesson was first learned.
 */
function firstDay(majors: readonly LessonStanding[], today: CivilDay): CivilDay | undefined {
  const day = majors[0]?.day ?? unknownDay;
  return day >= 0 && day <= today ? day : undefined;
}

/** Standings of a lesson or milestone at each major of which something is known, the lowest first. */
function majorsIn(standing: Standing): ReadonlyMap<string, LessonStanding[]> {
  const found = new Map<string, [major: number, standing: LessonStanding][]>();
  for (const [key, one] of Object.entries(standing.lessons)) {
    const at = key.lastIndexOf('@');
    const id = key.slice(0, at);
    const entry = [Number(key.slice(at + 1)), one] as [number, LessonStanding];
    found.set(id, [...(found.get(id) ?? []), entry]);
  }
  return new Map(
    [...found].map(([id, majors]) => [id, majors.sort(([a], [b]) => a - b).map(([, one]) => one)]),
  );
}

/** What is known of one person on `today`, of a period that may be over. */
export function personFigures(
  course: Course,
  {standing, packets}: Heard,
  {until}: Span,
  today: CivilDay,
): PersonFigures {
  const isOver = until <= today;
  // Whoever was heard of after the end of a period is known to the end of it.
  const hearing: Hearing = hearingOf(standing, packets, course, Math.min(today, until - 1));
  const learned = learnedIn(standing);
  const majors = majorsIn(standing);
  const learnedMajors = (id: string) =>
    (majors.get(id) ?? []).filter(({reach}) => reach >= learnedReach);

  const milestones = new Map<string, boolean>();
  const milestoneDays = new Map<string, CivilDay>();
  for (const {id, version} of course.milestones) {
    if (learned.has(id)) {
      const day = firstDay(learnedMajors(id), today);
      if (day !== undefined) milestoneDays.set(id, day);
      if (!isOver) milestones.set(id, true);
      else if (day !== undefined) milestones.set(id, day < until);
    } else {
      const slot = course.slots.lessons.indexOf(lessonKey(id, version));
      if (hearing.fresh && slot >= 0 && slot < hearing.lessonSlots) milestones.set(id, false);
    }
  }

  const completions: Completion[] = [];
  let byProxy = 0;
  for (const {id} of lessonsOf(course)) {
    if (learned.has(id)) {
      const done = learnedMajors(id);
      const day = firstDay(done, today);
      completions.push({
        lesson: id,
        ...(day !== undefined && {day}),
        inGroup: done.every(({reach}) => reach === learnedReach),
      });
    } else if ((majors.get(id) ?? []).some(({reach}) => reach === learnedReach - 1)) byProxy++;
  }
  return {
    milestones,
    milestoneDays,
    completions,
    byProxy,
    ...(hearing.dataDay !== undefined && {dataDay: hearing.dataDay}),
    fresh: hearing.fresh,
    heard: packets.some(({admitted}) => admitted),
  };
}

/** The figures of everybody together. */
export function periodFigures(
  course: Course,
  people: readonly PersonFigures[],
  {from, until}: Span,
): PeriodFigures {
  const milestones = new Map(
    course.milestones.map(({id}) => {
      const known = people.flatMap((one) => one.milestones.get(id) ?? []);
      const done = known.filter(Boolean).length;
      return [id, {done, notDone: known.length - done, unknown: people.length - known.length}];
    }),
  );
  let [lessons, lessonsInGroup, lessonsNoDay, byProxy] = [0, 0, 0, 0];
  let oldest: CivilDay | undefined;
  for (const one of people) {
    byProxy += one.byProxy;
    if (one.dataDay !== undefined) oldest = Math.min(oldest ?? one.dataDay, one.dataDay);
    for (const {day, inGroup} of one.completions) {
      if (day === undefined) lessonsNoDay++;
      else if (day >= from && day < until) {
        lessons++;
        if (inGroup) lessonsInGroup++;
      }
    }
  }
  return {
    people: people.length,
    heard: people.filter(({heard}) => heard).length,
    milestones,
    lessons,
    lessonsInGroup,
    lessonsNoDay,
    byProxy,
    ...(oldest !== undefined && {oldest}),
  };
}

/** A week, from its Monday, and the lessons completed in it. */
export interface Week {
  readonly from: CivilDay;
  readonly lessons: number;
}

/** 2020-01-06 was a Monday. */
const mondayOf = (day: CivilDay): CivilDay => day - ((((day - 5) % 7) + 7) % 7);

/** Lessons completed week by week, from the one with the first day of the span to that with its last or today's. */
export function weeksOf(
  people: readonly PersonFigures[],
  {from, until}: Span,
  today: CivilDay,
): readonly Week[] {
  const last = Math.min(until - 1, today);
  if (last < from) return [];
  const first = mondayOf(from);
  const counts = new Array<number>((mondayOf(last) - first) / 7 + 1).fill(0);
  for (const {completions} of people) {
    for (const {day} of completions) {
      if (day !== undefined && day >= from && day <= last) counts[(mondayOf(day) - first) / 7]!++;
    }
  }
  return counts.map((lessons, index) => ({from: first + index * 7, lessons}));
}

/** How old what is known is: within a week, within the 30 days in which "not done" may be said, older, undated, nothing. */
export interface Ages {
  readonly week: number;
  readonly month: number;
  readonly older: number;
  readonly undated: number;
  readonly none: number;
}

/** How many people's data is how old on `today`; together everybody. */
export function agesOf(people: readonly PersonFigures[], today: CivilDay): Ages {
  const ages = {week: 0, month: 0, older: 0, undated: 0, none: 0};
  for (const {heard, dataDay} of people) {
    if (!heard) ages.none++;
    else if (dataDay === undefined) ages.undated++;
    else if (today - dataDay <= 7) ages.week++;
    else if (today - dataDay <= 30) ages.month++;
    else ages.older++;
  }
  return ages;
}
