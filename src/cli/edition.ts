import {existsSync, statSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {type Course, type Slots, lessonsOf, parseCourse} from '../curriculum/course.js';
import {parseFactPack} from '../curriculum/fact-pack.js';
import type {Fact} from '../curriculum/facts.js';
import {type Lesson, parseLesson} from '../curriculum/lesson.js';
import {type SelfAssessment, parseSelfAssessment} from '../curriculum/self-assessment.js';
import {slotsOf} from '../curriculum/slots.js';
import {compile} from './compile.js';
import {courseFile} from './course.js';
import {type Flaw, severities, startOf} from './flaw.js';
import {builtText} from './former-build.js';
import {parseText} from './json-text.js';

/** A whole course at one moment, whether built or still a folder. */
export interface Edition {
  readonly course: Course;
  readonly lessons: readonly Lesson[];
  /** Places in progress codes that are given away for ever; a folder's new names have none yet. */
  readonly places: Slots;
  /** By scope. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly selfAssessment?: SelfAssessment;
}

/** The course, or every reason why it cannot be compared. */
export type OpenedEdition = {readonly edition: Edition} | {readonly flaws: readonly Flaw[]};

const manifest = 'course.json';

/** From the files of a build, wherever they are; `place` is what a flaw points at. */
function editionOf(
  textOf: (file: string) => string | undefined,
  place: string,
  places?: Slots,
): OpenedEdition {
  const flaws: Flaw[] = [];
  const refuse = (name: string) => {
    const code = 'build-unreadable';
    flaws.push({severity: severities[code], code, ...startOf(place), facts: {name}});
  };
  const read = <T>(file: string, parse: Parameters<typeof parseText<T>>[1]): T[] => {
    const value = parseText(textOf(file), parse);
    if (value === undefined) refuse(file);
    return value === undefined ? [] : [value];
  };
  const [course] = read(manifest, parseCourse);
  if (!course) return {flaws};
  const lessons = lessonsOf(course).flatMap(({file}) => read(file, parseLesson));
  const packs = course.facts.flatMap(({file}) => read(file, parseFactPack));
  const {selfAssessment: asked} = course;
  const [selfAssessment] = asked ? read(asked.file, parseSelfAssessment) : [];
  const facts = new Map(packs.map((pack) => [pack.scope, pack.facts]));
  if (flaws.length > 0) return {flaws};
  const given = places ?? slotsOf(course);
  return {
    edition: {course, lessons, places: given, facts, ...(selfAssessment && {selfAssessment})},
  };
}

/** Reads a course folder, a build's folder, or a build's `course.json`. */
export function openEdition(path: string): OpenedEdition {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  if (isFolder && (existsSync(join(path, courseFile)) || !existsSync(join(path, manifest)))) {
    const {flaws, output} = compile(path);
    if (!output) return {flaws: flaws.filter(({severity}) => severity === 'error')};
    return editionOf((file) => output.files.get(file), path, output.formerSlots);
  }
  const folder = isFolder ? path : dirname(path);
  const name = isFolder ? manifest : basename(path);
  return editionOf((file) => builtText(join(folder, file === manifest ? name : file)), path);
}
