import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {type Course, lessonsOf, parseCourse} from '../curriculum/course.js';
import {type Lesson, parseLesson} from '../curriculum/lesson.js';
import {parseText} from './json-text.js';

/** The bytes of a file of an earlier build; nothing when it cannot be read. */
export function builtBytes(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The text of a file of an earlier build; nothing when it cannot be read. */
export function builtText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The manifest of an earlier build; nothing when there is none that can be read. */
export const builtCourse = (file: string): Course | undefined =>
  parseText(builtText(file), parseCourse);

/** A lesson of an earlier build. */
export const builtLesson = (file: string): Lesson | undefined =>
  parseText(builtText(file), parseLesson);

/** The lessons of an earlier build whose manifest is `file`, as far as they lie beside it. */
export function builtLessons(file: string): Lesson[] {
  const course = builtCourse(file);
  if (!course) return [];
  return lessonsOf(course).flatMap((entry) => builtLesson(join(dirname(file), entry.file)) ?? []);
}
