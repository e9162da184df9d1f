import type {LearningRecord} from '../../src/store/reckoning/record.js';

let made = 0;

/** Somebody opened something, alone and in Vietnam: a record to which a test adds what it is about. */
export const bareRecord = (
  own: Pick<LearningRecord, 'learner' | 'device' | 'course' | 'at'> & Partial<LearningRecord>,
): LearningRecord => ({
  id: `01900000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  v: 1,
  seq: 1,
  tz: 420,
  clock: 'ok',
  epoch: 0,
  courseVersion: '1.0.0',
  lang: 'vi',
  verb: 'opened',
  use: 'lesson',
  mode: 'self',
  ...own,
});
