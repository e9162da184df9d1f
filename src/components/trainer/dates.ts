import {civilDay, vietnam} from '../../store/reckoning/calendar.js';
import {writtenDay} from '../written-day.js';

/** A moment's day on a Vietnamese wall. */
export const writtenDayOf = (at: number): string => writtenDay(civilDay(at, vietnam));

/** A moment's time on a Vietnamese wall: `08:05`. */
export const writtenTimeOf = (at: number): string =>
  new Date(at + vietnam * 60_000).toISOString().slice(11, 16);
