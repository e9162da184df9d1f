import {type Course, lessonsOf} from '../curriculum/course.js';
import type {Lesson} from '../curriculum/lesson.js';
import {courseFile} from './course.js';
import {type Flaw, type FlawCode, type Place, severities, startOf} from './flaw.js';
import {lessonPath} from './lesson-path.js';
import type {Output} from './output.js';
import {brotliBytes, weightLimits} from './weight.js';

/** All in bytes of brotli. */
export interface LessonSize {
  readonly id: string;
  readonly whole: number;
  readonly withoutPictures: number;
}

export interface Sizes {
  readonly lessons: readonly LessonSize[];
  readonly average: {readonly whole: number; readonly withoutPictures: number};
  /** Lessons, facts and manifest. */
  readonly course: {readonly whole: number; readonly withoutPictures: number};
}

/** The lesson as it would be without its drawings; their descriptions are words and stay. */
const withoutPictures = (lesson: Lesson): unknown => ({
  ...lesson,
  sections: lesson.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'picture' ? {...block, tree: undefined} : block,
    ),
  })),
});

/** What the files of a build weigh. */
export function sizesOf({course, files, lessons: taught}: Output): Sizes {
  const lessons = taught.map((lesson) => ({
    id: lesson.id,
    whole: brotliBytes(JSON.stringify(lesson)),
    withoutPictures: brotliBytes(JSON.stringify(withoutPictures(lesson))),
  }));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  const whole = sum(lessons.map((lesson) => lesson.whole));
  const bare = sum(lessons.map((lesson) => lesson.withoutPictures));
  const {first, ...rest} = course;
  // Facts and whatever else the manifest names beside the lessons.
  const apart = new Set(['course.json', ...lessonsOf(course).map(({file}) => file)]);
  const others = sum([...files].map(([name, text]) => (apart.has(name) ? 0 : brotliBytes(text))));
  return {
    lessons,
    average: {
      whole: Math.round(whole / lessons.length),
      withoutPictures: Math.round(bare / lessons.length),
    },
    course: {
      whole: whole + others + brotliBytes(JSON.stringify(course)),
      withoutPictures:
        bare +
        others +
        brotliBytes(
          JSON.stringify({...rest, first: {...first, lesson: withoutPictures(first.lesson)}}),
        ),
    },
  };
}

const pathOf = ({modules}: Course, id: string): string =>
  modules.map((module) => lessonPath(module.id, id)).find((path) => path !== undefined) ?? id;

/** What weighs more than it should: said, and built all the same. */
export function heavyParts({lessons, average, course}: Sizes, manifest: Course): Flaw[] {
  const flaw = (code: FlawCode, place: Place, bytes: number, most: number): Flaw[] =>
    bytes > most ? [{severity: severities[code], code, ...place, facts: {bytes, most}}] : [];
  const all = startOf(courseFile);
  return [
    ...flaw('lessons-heavy', all, average.withoutPictures, weightLimits.lesson),
    ...flaw('course-heavy', all, course.withoutPictures, weightLimits.course),
    ...lessonsOf(manifest).flatMap(({id}) => {
      const size = lessons.find((lesson) => lesson.id === id);
      const share = size ? size.whole - size.withoutPictures : 0;
      return flaw('pictures-heavy', startOf(pathOf(manifest, id)), share, weightLimits.pictures);
    }),
  ];
}
