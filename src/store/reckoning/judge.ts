import type {Course} from '../../curriculum/course.js';
import type {LessonKey} from '../../curriculum/ids.js';
import {type Learned, learnedIn, learnedReach} from './learned.js';
import {planOf} from './plan.js';
import {emptyRun, type Run} from './run.js';
import type {Standing} from './standing.js';

/** Something the course's rules call complete that no record says yet. */
export interface Completion {
  readonly id: string;
  readonly key: LessonKey;
  readonly kind: 'lesson' | 'milestone';
  readonly rule: 'all-right' | 'read' | 'milestone';
}

/**
 * What a standing newly completes under a course, lessons first. Writing a `completed`
 * record for each leaves nothing to judge. After a restart only what was done in this `run` counts.
 */
export function judge(
  course: Course,
  standing: Standing,
  run: Run = emptyRun,
): readonly Completion[] {
  const {lessons, milestones} = planOf(course);
  const {epoch} = standing;
  const again = epoch > 0;
  const isRight = (key: string) =>
    again ? run.right.includes(key) : standing.questions[key]?.right === true;
  const wasOpened = (key: LessonKey) =>
    again ? run.opened.includes(key) : (standing.lessons[key]?.reach ?? 0) > 0;
  const isDone = (key: LessonKey) => {
    const known = standing.lessons[key];
    return known !== undefined && known.reach >= learnedReach && known.run >= epoch;
  };

  const completions: Completion[] = [];
  for (const {id, key, questions} of lessons) {
    if (isDone(key)) continue;
    if (questions.length > 0 && questions.every((question) => isRight(question.key))) {
      completions.push({id, key, kind: 'lesson', rule: 'all-right'});
    } else if (questions.length === 0 && wasOpened(key)) {
      completions.push({id, key, kind: 'lesson', rule: 'read'});
    }
  }

  const learned = new Map<string, Learned>(learnedIn(standing));
  for (const {id} of completions) learned.set(id, {major: 0, run: epoch});
  const isLearned = (id: string) => (learned.get(id)?.run ?? -1) >= epoch;
  for (const {id, key, lessons: parts, safety} of milestones) {
    if (isDone(key) || !parts.every(isLearned)) continue;
    if (!safety.every((question) => standing.questions[question]?.right)) continue;
    completions.push({id, key, kind: 'milestone', rule: 'milestone'});
  }
  return completions;
}
