import type {CivilDay, Quarter} from './record.js';

const dayLength = 86_400_000;
const minuteLength = 60_000;
/** 2020-01-01, day 0. */
const origin = Date.UTC(2020, 0, 1);

/** Vietnam has one zone and no summer time. */
export const vietnam = 420;

/** The day a wall clock `tz` minutes east of UTC shows at `at` (ms UTC); 0 is 2020-01-01, earlier days are negative. */
export const civilDay = (at: number, tz: number): CivilDay =>
  Math.floor((at + tz * minuteLength - origin) / dayLength);

/** The day it is in Vietnam, which is what trainers and reports call today. */
export const dayInVietnam = (at: number): CivilDay => civilDay(at, vietnam);

/** How long it is until the next day in Vietnam, in ms; at least 1. */
export const untilTomorrow = (at: number): number =>
  origin + (dayInVietnam(at) + 1) * dayLength - vietnam * minuteLength - at;

/** Quarters since the first of 2020. */
export function quarterOf(day: CivilDay): Quarter {
  const date = new Date(origin + day * dayLength);
  return (date.getUTCFullYear() - 2020) * 4 + Math.floor(date.getUTCMonth() / 3);
}

/** `2026-11-22` as a day number. */
export const dayOf = (text: string): CivilDay => (Date.parse(text) - origin) / dayLength;

/** A day number as `2026-11-22`. */
export const dayText = (day: CivilDay): string =>
  new Date(origin + day * dayLength).toISOString().slice(0, 10);
