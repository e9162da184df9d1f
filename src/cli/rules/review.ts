import type {LessonRule} from './rule.js';

/** Somebody has read the lesson, and it is not due to be read again. */
export const review: LessonRule = ({lesson, frontMatter, report}, {source}) => {
  if (lesson.reviewedBy.length === 0) report('review-missing', frontMatter.placeOf(['reviewedBy']));
  // The course's own day, not the clock: the same folder gives the same answer every day.
  if (lesson.reviewBy < source.releasedOn) {
    report('review-due', frontMatter.placeOf(['reviewBy']), {day: lesson.reviewBy});
  }
};
