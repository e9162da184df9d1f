import type {Session} from '../../../store/sessions.js';
import {writtenDay} from '../../written-day.js';
import {clock} from './clock.js';

/** `19:30 22/11/2026`. */
export const when = ({day, begins}: Pick<Session, 'day' | 'begins'>): string =>
  `${clock(begins)} ${writtenDay(day)}`;
