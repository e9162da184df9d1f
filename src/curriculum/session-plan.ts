import type {LessonEntry} from './course.js';

/** A stretch of an evening, in minutes from its beginning. */
export interface PlannedPart {
  readonly kind: 'opening' | 'lesson' | 'closing';
  /** Only of a lesson. */
  readonly lesson?: string;
  readonly from: number;
  readonly minutes: number;
}

export interface SessionPlan {
  readonly parts: readonly PlannedPart[];
  /** Minutes the lessons lack: a group needs at least what somebody alone needs. 0 when there is time for all. */
  readonly lacking: number;
}

/** Minutes of greeting, and of handing out the cards and agreeing on what comes next. */
const around = 5;

/**
 * How an evening of so many minutes goes: a greeting, the lessons in their order with time in proportion to their own
 * minutes, and a closing. Whole minutes that add up to `minutes`; nothing to plan without a lesson.
 */
export function planSession(
  lessons: readonly Pick<LessonEntry, 'id' | 'minutes'>[],
  minutes: number,
): SessionPlan {
  if (lessons.length === 0) return {parts: [], lacking: 0};
  const room = Math.max(lessons.length, minutes - 2 * around);
  const needed = lessons.reduce((sum, lesson) => sum + Math.max(1, lesson.minutes), 0);
  const parts: PlannedPart[] = [{kind: 'opening', from: 0, minutes: around}];
  let until = 0;
  for (const {id, minutes: own} of lessons) {
    until += Math.max(1, own);
    const from = endOf(parts);
    // Rounded at the borders, not one by one, so that nothing is lost or won.
    const border = around + Math.round((until / needed) * room);
    parts.push({kind: 'lesson', lesson: id, from, minutes: border - from});
  }
  parts.push({kind: 'closing', from: endOf(parts), minutes: around});
  return {parts, lacking: Math.max(0, needed - room)};
}

function endOf(parts: readonly PlannedPart[]): number {
  const last = parts.at(-1);
  return last ? last.from + last.minutes : 0;
}
