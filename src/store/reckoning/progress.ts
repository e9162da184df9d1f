/** Done at the current major · done at an older one, with new content · begun · not begun in this run. */
export type LessonState = 'done' | 'done-before' | 'started' | 'new';

/** One lesson as the learner's own screens draw it. */
export interface LessonProgress {
  readonly id: string;
  readonly state: LessonState;
  /** Questions ever right at their current rev, over questions asked. */
  readonly right: number;
  readonly asked: number;
  /** First question not right yet, where "làm tiếp" leads. */
  readonly next?: string;
}

/** A learner's own view of the course; computed from the standing, never stored. */
export interface CourseProgress {
  readonly lessons: readonly LessonProgress[];
  readonly done: number;
  readonly total: number;
}
