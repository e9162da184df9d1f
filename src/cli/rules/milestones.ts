import type {CourseRule} from './rule.js';

/** A milestone asks only for lessons the course has, and its name is no lesson's. */
export const milestones: CourseRule = ({source, yaml}, report) => {
  const taught = source.modules.flatMap(({lessons}) => lessons);
  const seen = new Set(taught);
  source.milestones.forEach(({id, lessons}, at) => {
    if (seen.has(id))
      report('lesson-duplicate', yaml.placeOf(['milestones', at, 'id']), {lesson: id});
    seen.add(id);
    lessons.forEach((lesson, nth) => {
      if (taught.includes(lesson)) return;
      const place = yaml.placeOf(['milestones', at, 'lessons', nth]);
      report('milestone-lesson-unknown', place, {lesson, milestone: id});
    });
  });
};
