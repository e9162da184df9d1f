import type {Course} from '../../curriculum/course.js';
import type {QuestionKey} from '../../curriculum/ids.js';
import {learnedIn} from './learned.js';
import {planOf} from './plan.js';
import {emptyRun, type Run} from './run.js';
import type {Standing} from './standing.js';

/** Done at the current major · done at an older one, with new content · begun · not begun in this run. */
export type LessonState = 'done' | 'done-before' | 'started' | 'new';

/** One lesson as the learner's own screens draw it. */
export interface LessonProgress {
  readonly id: string;
  readonly state: LessonState;
  /** Questions ever right at their current rev (after a restart: right again), over questions asked. */
  readonly right: number;
  readonly asked: number;
  /** First question not right yet, where "làm tiếp" leads. */
  readonly next?: string;
}

/** A learner's own view of the course; computed from the standing, never stored. */
export interface CourseProgress {
  readonly lessons: readonly LessonProgress[];
  /** Completed at any major. */
  readonly done: number;
  readonly total: number;
}

/** How the learner's own screens see a standing. After a restart `run` tells what was done again. */
export function progressOf(
  course: Course,
  standing: Standing,
  run: Run = emptyRun,
): CourseProgress {
  const learned = learnedIn(standing);
  const again = standing.epoch > 0;
  const isRight = (key: QuestionKey) =>
    again ? run.right.includes(key) : standing.questions[key]?.right === true;

  const lessons = planOf(course).lessons.map(({id, key, major, questions}): LessonProgress => {
    const done = learned.get(id);
    const known = standing.lessons[key];
    const right = questions.filter((question) => isRight(question.key)).length;
    const next = questions.find((question) => !isRight(question.key));
    const begun =
      right > 0 ||
      (again
        ? run.opened.includes(key)
        : known !== undefined && (known.reach > 0 || known.practised));
    let state: LessonState = begun ? 'started' : 'new';
    if (done && done.run >= standing.epoch) state = done.major < major ? 'done-before' : 'done';
    return {id, state, right, asked: questions.length, ...(next && {next: next.id})};
  });
  const done = lessons.filter(({state}) => state === 'done' || state === 'done-before').length;
  return {lessons, done, total: lessons.length};
}
