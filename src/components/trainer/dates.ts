import {civilDay, dayText, vietnam} from '../../store/reckoning/calendar.js';
import type {CivilDay} from '../../store/reckoning/record.js';

/** A civil day as it is written in Vietnam: `22/11/2026`. */
export const writtenDay = (day: CivilDay): string => dayText(day).split('-').reverse().join('/');

/** A moment's day on a Vietnamese wall. */
export const writtenDayOf = (at: number): string => writtenDay(civilDay(at, vietnam));

/** A moment's time on a Vietnamese wall: `08:05`. */
export const writtenTimeOf = (at: number): string =>
  new Date(at + vietnam * 60_000).toISOString().slice(11, 16);
