import {questionKey} from '../../curriculum/ids.js';
import type {SelfAssessment} from '../../curriculum/self-assessment.js';
import type {LearningRecord} from './record.js';

/** Statement id → place of the chosen step in the list of steps, from 0. What was not said is absent. */
export type Ratings = ReadonlyMap<string, number>;

/** How a learner saw themselves before the course and sees themselves after it. */
export interface SelfRatings {
  readonly pre: Ratings;
  readonly post: Ratings;
}

/** Whether somebody rated themselves in this run of the course, whatever they said. */
export const hasRated = (
  records: readonly LearningRecord[],
  use: 'pre' | 'post',
  epoch: number,
): boolean => records.some((record) => record.use === use && record.epoch === epoch);

/**
 * The ratings among `records`, oldest first, that belong to this run: whoever begins anew is asked anew.
 * The newest counts, for a slip of the finger is mended by answering again. A statement that was
 * rewritten (another rev) or a step that is gone says nothing any more.
 */
export function selfRatings(
  records: readonly LearningRecord[],
  {id, statements, steps}: Pick<SelfAssessment, 'id' | 'statements' | 'steps'>,
  epoch: number,
): SelfRatings {
  const ratings = {pre: new Map<string, number>(), post: new Map<string, number>()};
  for (const {use, question, result, epoch: run} of records) {
    if ((use !== 'pre' && use !== 'post') || run !== epoch) continue;
    const statement = statements.find((one) => questionKey(id, one.id, one.rev) === question);
    const step = steps.findIndex((one) => one.id === result?.response);
    if (statement && step >= 0) ratings[use].set(statement.id, step);
  }
  return ratings;
}
