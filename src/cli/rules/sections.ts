import {sectionIds} from '../../curriculum/block.js';
import {startOf} from '../flaw.js';
import type {LessonRule} from './rule.js';

/** A lesson has all five parts: why, points, demonstration, practice, memory card. */
export const sections: LessonRule = ({lesson, source, report}) => {
  for (const section of sectionIds) {
    if (lesson.sections.some(({id}) => id === section)) continue;
    report('section-missing', startOf(source.path), {section});
  }
};
