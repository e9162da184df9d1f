import {idToName, toWrite} from '../lesson-skeleton.js';
import {readableSource} from './readable-source.js';
import type {CourseRule, LessonRule} from './rule.js';

/** What a skeleton asks an author to write has been written: guidance for authors never reaches a learner. */
export const unwritten: LessonRule = (lesson) => {
  const {source, report, lesson: made, frontMatter, ids} = lesson;
  for (const {index} of readableSource(lesson).matchAll(new RegExp(toWrite, 'gu'))) {
    report('unwritten', source.placeAt(index));
  }
  made.codes.forEach((code, at) => {
    if (code.includes(toWrite)) report('unwritten', frontMatter.placeOf(['codes', at]));
  });
  for (const {id, place} of ids) if (id.startsWith(idToName)) report('unnamed', place, {id});
};

/** The same of the course's own words. */
export const unwrittenCourse: CourseRule = ({source, yaml}, report) => {
  if (source.title.includes(toWrite)) report('unwritten', yaml.placeOf(['title']));
  source.modules.forEach(({title}, at) => {
    if (title.includes(toWrite)) report('unwritten', yaml.placeOf(['modules', at, 'title']));
  });
};
