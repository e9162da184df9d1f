import type {CivilDay, Quarter} from './record.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const firstDay = Date.UTC(2020, 0, 1) / dayMs;

/** Minutes east of UTC in Asia/Ho_Chi_Minh, which has no summer time. */
export const vietnamZone = 420;

/** The day on a wall clock `tz` minutes east of UTC; 0 = 2020-01-01, earlier days are negative. */
export const civilDay = (at: number, tz: number): CivilDay =>
  Math.floor((at + tz * minuteMs) / dayMs) - firstDay;

/** The trainer's today. */
export const vietnamDay = (at: number): CivilDay => civilDay(at, vietnamZone);

/** `2026-11-22` → its number. */
export const dayOf = (text: string): CivilDay => Date.parse(`${text}T00:00:00Z`) / dayMs - firstDay;

/** A day's number → `2026-11-22`. */
export const textOfDay = (day: CivilDay): string =>
  new Date((day + firstDay) * dayMs).toISOString().slice(0, 10);

/** Quarters since the first of 2020; earlier ones are negative. */
export function quarterOf(day: CivilDay): Quarter {
  const date = new Date((day + firstDay) * dayMs);
  return (date.getUTCFullYear() - 2020) * 4 + Math.floor(date.getUTCMonth() / 3);
}
