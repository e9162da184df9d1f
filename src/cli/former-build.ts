import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {type Course, lessonsOf, parseCourse} from '../curriculum/course.js';
import {type Lesson, parseLesson} from '../curriculum/lesson.js';
import type {Parsed} from '../errors.js';

function readJson<T>(file: string, parse: (input: unknown) => Parsed<T>): T | undefined {
  try {
    const parsed = parse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** The manifest of an earlier build; nothing when there is none that can be read. */
export const builtCourse = (file: string): Course | undefined => readJson(file, parseCourse);

/** The lessons of an earlier build whose manifest is `file`, as far as they lie beside it. */
export function builtLessons(file: string): Lesson[] {
  const course = builtCourse(file);
  if (!course) return [];
  return lessonsOf(course).flatMap(
    (entry) => readJson(join(dirname(file), entry.file), parseLesson) ?? [],
  );
}
