import {majorOf} from '../../curriculum/ids.js';
import {startOf} from '../flaw.js';
import {slotsFile} from '../slots.js';
import type {CourseRule} from './rule.js';

/**
 * Names that have a place are what learners' answers are filed under. A lesson or a question that
 * is gone may have been dropped, or its id was changed, which loses every answer; and a version
 * never goes back.
 */
export const keptNames: CourseRule = ({source, slots, lessons}, report) => {
  const listed = new Set(source.modules.flatMap((module) => module.lessons));
  const promised = new Set(source.milestones.map(({id}) => id));
  const newest = new Map<string, number>();
  for (const name of slots.lessons) {
    const [id = '', major] = name.split('@');
    newest.set(id, Math.max(newest.get(id) ?? 0, Number(major)));
  }
  for (const [id, major] of newest) {
    if (promised.has(id)) continue;
    if (!listed.has(id)) {
      report('lesson-gone', startOf(slotsFile), {lesson: id});
      continue;
    }
    const draft = lessons.find(({lesson}) => lesson.id === id);
    if (draft && majorOf(draft.lesson.version) < major) {
      const {version} = draft.lesson;
      report('version-lowered', draft.frontMatter.placeOf(['version']), {version, major});
    }
  }

  const asked = new Map<string, Map<string, number>>();
  for (const name of slots.questions) {
    const [lesson = '', id = '', rev] = name.split(/[#@]/);
    const revs = asked.get(lesson) ?? new Map<string, number>();
    asked.set(lesson, revs.set(id, Math.max(revs.get(id) ?? 0, Number(rev))));
  }
  for (const {lesson, questions, frontMatter, ids, source: file} of lessons) {
    for (const [id, rev] of asked.get(lesson.id) ?? []) {
      const placed = questions.find(({question}) => question.id === id);
      if (placed && placed.question.rev < rev) {
        report('rev-lowered', file.placeAt(placed.offset), {question: id, rev});
      } else if (!placed && !ids.some((named) => named.within === '' && named.id === id)) {
        report('question-gone', frontMatter.placeOf(['id']), {question: id});
      }
    }
  }
};
