import type {LessonKey, QuestionKey} from '../../curriculum/ids.js';

/**
 * What this device did since "học lại". A standing does not know it: completion and right
 * answers never go away there, so only the device itself can tell what was done again.
 */
export interface Run {
  readonly opened: readonly LessonKey[];
  readonly right: readonly QuestionKey[];
}

export const emptyRun: Run = {opened: [], right: []};
