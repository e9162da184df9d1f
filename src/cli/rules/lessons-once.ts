import type {CourseRule} from './rule.js';

/** A lesson stands in one module, once. */
export const lessonsOnce: CourseRule = ({source, yaml}, report) => {
  const seen = new Set<string>();
  source.modules.forEach(({lessons}, module) => {
    lessons.forEach((lesson, at) => {
      if (seen.has(lesson)) {
        report('lesson-duplicate', yaml.placeOf(['modules', module, 'lessons', at]), {lesson});
      }
      seen.add(lesson);
    });
  });
};
