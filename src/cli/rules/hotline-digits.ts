import {dialledNumbers} from './dialled-numbers.js';
import {readableSource} from './readable-source.js';
import type {LessonRule} from './rule.js';

/** Numbers that people dial go stale and must be recallable: they stand in facts only. */
export const hotlineDigits: LessonRule = (lesson) => {
  for (const {digits, index} of dialledNumbers(readableSource(lesson))) {
    lesson.report('digits-outside-token', lesson.source.placeAt(index), {digits});
  }
};
