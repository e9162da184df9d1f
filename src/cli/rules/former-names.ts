import {spellingOf} from '../../curriculum/typed-answer.js';
import type {CourseRule} from './rule.js';

/** An old name is another than the present one, and leads to lessons the course has. */
export const formerNames: CourseRule = ({source, yaml, facts}, report) => {
  const taught = source.modules.flatMap(({lessons}) => lessons);
  for (const {fact, placeOf} of facts.flatMap((file) => file.facts)) {
    for (const {name} of fact.formerly ?? []) {
      if (spellingOf(name) === spellingOf(fact.value))
        report('former-name-present', placeOf('formerly'), {name});
    }
  }
  source.names?.forEach(({now, formerly, lessons}, at) => {
    formerly.forEach(({name}, nth) => {
      if (spellingOf(name) !== spellingOf(now)) return;
      report('former-name-present', yaml.placeOf(['names', at, 'formerly', nth, 'name']), {name});
    });
    lessons.forEach((lesson, nth) => {
      if (taught.includes(lesson)) return;
      report('name-lesson-unknown', yaml.placeOf(['names', at, 'lessons', nth]), {lesson, now});
    });
  });
};
