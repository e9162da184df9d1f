import * as z from 'zod/mini';
import {count, matching, whole} from './checks.js';
import type {Parsed} from '../errors.js';
import {Fact} from './facts.js';
import {Day, Id, Sha256, Version, distinct} from './ids.js';
import {issuesOf} from './issues.js';
import {Lesson} from './lesson.js';

/** Where a file lies, relative to course.json, and what the hash of its bytes must begin with. */
const file = {
  file: matching(/^[a-z0-9][a-z0-9.-]*\.json$/),
  sha256: Sha256,
};

/** What the outline, the judge and the reports need to know of a lesson before its file is loaded. */
export type LessonEntry = z.infer<typeof LessonEntry>;
export const LessonEntry = z.object({
  id: Id,
  version: Version,
  title: z.string(),
  minutes: whole(0),
  core: z.literal([true, false]),
  codes: z.array(z.string()),
  draft: z.optional(z.literal(true)),
  questions: z
    .array(
      z.object({
        id: Id,
        rev: whole(1, 255),
        safety: z.optional(z.literal(true)),
      }),
    )
    .check(z.refine(distinct, {path: ['id']})),
  ...file,
  /** The same lesson in other languages, question for question. */
  langs: z.optional(z.array(z.object({lang: z.string(), ...file}))),
});

export type Module = z.infer<typeof Module>;
export const Module = z.object({id: Id, title: z.string(), lessons: z.array(LessonEntry)});

/**
 * Something completed by completing lessons: the core, a module, a role's path, the course.
 * Its name is a lesson slot of its own (`core@1`), so that adding a lesson later takes nothing away.
 */
export type Milestone = z.infer<typeof Milestone>;
export const Milestone = z.object({
  id: Id,
  version: whole(1),
  title: z.string(),
  lessons: z.array(Id).check(count(1)),
});

/**
 * Which bit of a digest belongs to which lesson, question and milestone: append only, for ever. In course.json a
 * lesson's id among the questions stands for all of them, as its entry lists them: read it with `slotsOf`.
 */
export type Slots = z.infer<typeof Slots>;
export const Slots = z.object({lessons: z.array(z.string()), questions: z.array(z.string())});

const unique = (names: readonly string[]) => new Set(names).size === names.length;

/** The manifest `course.json`, with the first lesson whole so that it can be answered after two round trips. */
export type Course = z.infer<typeof Course>;
export const Course = z.object({
  format: z.literal(1),
  id: Id,
  /** First 4 bytes of SHA-256("kynangso/course/1\n" + id), lower-case hex: how a digest names the course. */
  key: matching(/^[0-9a-f]{8}$/),
  version: Version,
  title: z.string(),
  lang: z.string(),
  /** A packet that says it was made before this day has no usable date. */
  builtOn: Day,
  licence: z.string(),
  modules: z.array(Module).check(
    count(1),
    z.refine((modules) => distinct(modules.flatMap(({lessons}) => lessons)), {path: ['id']}),
  ),
  milestones: z.array(Milestone),
  slots: Slots.check(
    // A doubled name would give one lesson two bits of a digest, which then disagree.
    z.refine(({lessons, questions}) => unique(lessons) && unique(questions), {path: ['lessons']}),
  ),
  /** One pack per scope. A province's names itself, with the names it or its parts bore until a day. */
  facts: z.array(
    z.object({
      scope: z.string(),
      name: z.optional(z.string()),
      aliases: z.optional(z.array(z.object({name: z.string(), until: Day}))),
      ...file,
    }),
  ),
  /** What the learner is asked of themselves; `id` is where the answers are filed. */
  selfAssessment: z.optional(z.object({id: Id, ...file})),
  /** What a search looks through, see search-index.ts. Fetched when somebody searches. */
  search: z.optional(z.object(file)),
  /** The first lesson with the facts it shows, so that no text changes under the reader. */
  first: z.object({lesson: Lesson, facts: z.array(Fact)}),
});

/** Reads a course somebody else wrote; never throws. A newer `format` is its own issue, `newer-format`. */
export function parseCourse(input: unknown): Parsed<Course> {
  const format = (input as {format?: unknown} | null | undefined)?.format;
  if (typeof format === 'number' && format > 1) {
    return {ok: false, issues: [{path: ['format'], code: 'newer-format', facts: {format}}]};
  }
  const result = Course.safeParse(input);
  return result.success
    ? {ok: true, value: result.data}
    : {ok: false, issues: issuesOf(result.error)};
}

/** Every lesson entry of a course, in the order it is taught. */
export const lessonsOf = (course: Course): LessonEntry[] =>
  course.modules.flatMap(({lessons}) => lessons);

export const lessonOf = (course: Course, id: string): LessonEntry | undefined =>
  lessonsOf(course).find((lesson) => lesson.id === id);
