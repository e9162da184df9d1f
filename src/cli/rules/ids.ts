import type {LessonRule} from './rule.js';

const plain = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;

/** Ids are plain ASCII and stand once among their own. */
export const ids: LessonRule = (lesson) => {
  const lines = new Map<string, number>();
  for (const {id, within, place} of lesson.ids) {
    if (!plain.test(id)) lesson.report('id-invalid', place, {id});
    const key = `${within}#${id}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, place.line);
    else lesson.report('id-duplicate', place, {id, line});
  }
};
