import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import {isSeq, parseDocument} from 'yaml';
import {Id} from '../curriculum/ids.js';
import {CourseSource} from '../curriculum/source.js';
import type {Facts} from '../errors.js';
import {courseFile} from './course.js';
import {readFields} from './fields.js';
import {type Flaw, type Report, inOrder, severities, startOf} from './flaw.js';
import {openFolder} from './folder.js';
import {lessonPath} from './lesson-path.js';
import {lessonSkeleton, toWrite} from './lesson-skeleton.js';
import {readSlots} from './slots.js';
import {readYaml} from './yaml-source.js';

/** Why no lesson can be begun. */
export type LessonRefusal =
  | 'id-malformed'
  | 'id-taken'
  | 'id-published'
  | 'file-taken'
  | 'module-missing'
  | 'module-foreign'
  | 'unwritable';

export interface NewLesson {
  readonly id: string;
  readonly title?: string | undefined;
  /** Opened when the course has none of this id; otherwise found by the lesson's id. */
  readonly module?: string | undefined;
  /** As `2026-11-22`. */
  readonly today: string;
}

/** What came of it: the new file relative to the course folder, or why nothing was written. */
export type Begun =
  | {readonly file: string}
  | {readonly refusal: LessonRefusal; readonly facts: Facts}
  | {readonly flaws: readonly Flaw[]};

/** `course.yaml` with the lesson in it; comments, order and line ends stay. */
function listed(text: string, at: number, module: string, id: string): string {
  const document = parseDocument(text);
  const modules = document.get('modules');
  if (!isSeq(modules)) throw new Error('course.yaml was read a moment ago and had modules');
  if (at === -1) {
    const opened = document.createNode({
      id: module,
      title: `${toWrite} Tên chuyên đề`,
      lessons: [id],
    });
    const lessons = opened.get('lessons', true);
    if (isSeq(lessons)) lessons.flow = true;
    modules.add(opened);
  } else {
    document.addIn(['modules', at, 'lessons'], id);
  }
  const written = document.toString({lineWidth: 0, flowCollectionPadding: false});
  return text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written;
}

/** Writes the skeleton of a lesson and lists it in course.yaml; both, or neither. */
export function beginLesson(path: string, {id, title, module, today}: NewLesson): Begun {
  const flaws: Flaw[] = [];
  const report: Report = (code, place, facts = {}) => {
    flaws.push({severity: severities[code], code, ...place, facts});
  };
  const refuse = (refusal: LessonRefusal, facts: Facts = {}): Begun => ({
    refusal,
    facts: {id, ...facts},
  });

  if (!Id.safeParse(id).success) return refuse('id-malformed');
  if (module !== undefined && !Id.safeParse(module).success) {
    return refuse('id-malformed', {id: module});
  }
  const folder = openFolder(path, report);
  if (!folder) report('course-folder-missing', startOf(path));
  const source = folder?.read(courseFile);
  const yaml = source && readYaml(source, report);
  const course = yaml && readFields(CourseSource, yaml, report);
  const slots = folder && readSlots(folder, report);
  if (!folder || !course || !slots || flaws.length > 0) return {flaws: inOrder(flaws)};

  const at = course.modules.findIndex((one) =>
    module === undefined ? lessonPath(one.id, id) !== undefined : one.id === module,
  );
  const owner = course.modules[at]?.id ?? module;
  if (owner === undefined) return refuse('module-missing');
  const file = lessonPath(owner, id);
  if (file === undefined) return refuse('module-foreign', {module: owner});
  if (course.modules.some(({lessons}) => lessons.includes(id))) return refuse('id-taken');
  if (slots.lessons.some((name) => name.split('@')[0] === id)) return refuse('id-published');
  if (folder.has(file)) return refuse('file-taken', {name: file});

  const root = realpathSync(path);
  const target = join(root, file);
  const manifest = join(root, courseFile);
  const opened = !existsSync(dirname(target));
  let begun = false;
  try {
    mkdirSync(dirname(target), {recursive: true});
    // A folder that is a link would carry the lesson out of the course.
    if (relative(root, realpathSync(dirname(target))).split(sep)[0] !== owner) {
      return refuse('unwritable', {name: file, reason: 'link'});
    }
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(target, lessonSkeleton({id, title, today}), {flag: 'wx'});
    begun = true;
    writeFileSync(`${manifest}.new`, listed(text, at, owner, id));
    renameSync(`${manifest}.new`, manifest);
  } catch (error) {
    if (begun) rmSync(target, {force: true});
    rmSync(`${manifest}.new`, {force: true});
    if (opened && begun) rmSync(dirname(target), {recursive: true, force: true});
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return refuse('unwritable', {name: file, reason});
  }
  return {file};
}
