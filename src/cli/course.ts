import {CourseSource} from '../curriculum/source.js';
import type {PictureNode} from '../curriculum/picture.js';
import {readFacts} from './facts.js';
import type {CourseDraft} from './course-draft.js';
import {readFields} from './fields.js';
import {type Place, type Report, severities, startOf} from './flaw.js';
import type {Folder} from './folder.js';
import {type LessonDraft, checkLesson, readLesson} from './lesson.js';
import {lessonPath} from './lesson-path.js';
import {readPicture} from './picture.js';
import {readSelfAssessment} from './self-assessment.js';
import {checkTranslation, translationName} from './translations.js';
import {audioEnding, readRecordings, recordingsFile} from './recordings.js';
import {courseRules, lessonRules} from './rules/rules.js';
import {readSlots} from './slots.js';
import {readYaml} from './yaml-source.js';

export const courseFile = 'course.yaml';

/** Reads a course folder and holds every rule against it. Nothing when there is no telling what the course is. */
export function readCourse(folder: Folder, note: Report): CourseDraft | undefined {
  const faulty = new Set<string>();
  const report: Report = (code, place, facts) => {
    if (severities[code] === 'error') faulty.add(place.file);
    note(code, place, facts);
  };
  const file = folder.read(courseFile);
  const yaml = file && readYaml(file, report);
  const source = yaml && readFields(CourseSource, yaml, report);
  const {files: facts, whole} = readFacts(folder, report);
  const slots = readSlots(folder, report);
  if (!yaml || !source) return undefined;

  const pictures = new Map<string, PictureNode | undefined>();
  const picture = (path: string, askedAt: Place): PictureNode | undefined => {
    if (!pictures.has(path)) {
      const svg = folder.read(path, askedAt);
      pictures.set(path, svg && readPicture(svg, report));
    }
    return pictures.get(path);
  };

  const known = facts.flatMap((file) => file.facts.map(({fact}) => fact));
  const fallbackOf = (token: string): string | undefined => {
    const named = known.filter(({id}) => id === token);
    const fact = named.find(({scope}) => scope === 'VN') ?? named[0];
    return fact?.fallback ?? (whole ? undefined : '…');
  };

  const translated: {readonly path: string; readonly original: string; readonly lang: string}[] =
    [];
  const lessons = source.modules.flatMap((module, at) => {
    const files = module.lessons.map((id, nth) => {
      const path = lessonPath(module.id, id);
      const place = yaml.placeOf(['modules', at, 'lessons', nth]);
      if (path === undefined) report('lesson-misplaced', place, {lesson: id, name: module.id});
      return {id, path, place};
    });
    const names = folder.list(module.id, '');
    for (const name of names.filter((one) => one.endsWith('.md'))) {
      const path = `${module.id}/${name}`;
      const of = translationName(path);
      if (of && of.lang !== source.lang && files.some((listed) => listed.path === of.original)) {
        translated.push({path, ...of});
      } else if (!files.some((listed) => listed.path === path)) {
        report('lesson-unlisted', {file: path, line: 1, column: 1}, {name: path});
      }
    }
    for (const name of names.filter((one) => one.endsWith(audioEnding))) {
      const path = `${module.id}/${name}`;
      const known = [...files, ...translated].some(
        (one) => one.path !== undefined && recordingsFile(one.path) === path,
      );
      if (!known) report('recording-stray', startOf(path), {name: path});
    }
    return files.flatMap(({id, path, place}): LessonDraft[] => {
      const text = path === undefined ? undefined : folder.read(path, place);
      const draft = text && readLesson(text, report, fallbackOf, picture);
      if (!draft) return [];
      if (draft.lesson.id !== id) {
        const name = draft.source.path;
        report('lesson-misplaced', draft.frontMatter.placeOf(['id']), {
          lesson: draft.lesson.id,
          name,
        });
      }
      return [readRecordings(folder, draft, report)];
    });
  });

  const translations = translated.flatMap(({path, original, lang}): LessonDraft[] => {
    const text = folder.read(path);
    const draft = text && readLesson(text, report, fallbackOf, picture);
    const of = lessons.find((lesson) => lesson.source.path === original);
    if (!draft || !of || !checkTranslation(draft, of)) return [];
    const heard = readRecordings(folder, draft, report);
    return [{...heard, lesson: {...heard.lesson, lang}}];
  });

  const ids = source.modules.flatMap((module) => module.lessons);
  const selfAssessment = readSelfAssessment(folder, ids, report);
  const course: CourseDraft = {
    source,
    yaml,
    facts,
    lessons,
    translations,
    slots,
    ...(selfAssessment && {selfAssessment}),
  };
  for (const lesson of [...lessons, ...translations]) {
    for (const rule of lessonRules) rule(lesson, course);
    if (!faulty.has(lesson.source.path)) checkLesson(lesson);
  }
  for (const rule of courseRules) rule(course, report);
  return course;
}
