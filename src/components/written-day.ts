import {dayText} from '../store/reckoning/calendar.js';
import type {CivilDay} from '../store/reckoning/record.js';

/** A civil day as it is written in Vietnam: `22/11/2026`. */
export const writtenDay = (on: CivilDay): string => dayText(on).split('-').reverse().join('/');
