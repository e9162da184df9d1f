import {civilDay} from '../store/reckoning/calendar.js';
import type {Study} from '../store/study.js';
import {encodeDigest} from './digest.js';
import {textCodeOf} from './text-code.js';

export interface ProgressCodeOptions {
  /** ms UTC. */
  now?: () => number;
  /** Minutes east of UTC. */
  timezone?: () => number;
}

/** The text code a learner hands on: everything the study knows now that fits, under today's date. */
export function progressCodeOf(
  study: Pick<Study, 'course' | 'learner' | 'snapshot' | 'heads'>,
  {now = Date.now, timezone = () => -new Date().getTimezoneOffset()}: ProgressCodeOptions = {},
): string {
  const {course, learner, snapshot} = study;
  return textCodeOf(
    encodeDigest({
      course,
      learner,
      standing: snapshot.standing,
      ...study.heads(),
      madeOn: civilDay(now(), timezone()),
    }),
  );
}
