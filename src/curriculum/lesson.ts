import * as z from 'zod/mini';
import {someText, whole} from './checks.js';
import type {Parsed} from '../errors.js';
import {Section} from './block.js';
import {Day, Id, Version, distinct} from './ids.js';
import {issuesOf} from './issues.js';
import {Question} from './question.js';

/** What a lesson says of itself; the front matter of its source. */
export const lessonHead = {
  id: Id,
  version: Version,
  title: someText(),
  /** Completes "Sau bài này anh/chị sẽ …". */
  outcome: someText(),
  minutes: whole(1, 90),
  core: z.literal([true, false]),
  /** Competence codes: KN1–KN5, DL x.y, NV1–NV4. */
  codes: z.array(z.string()),
  asOf: Day,
  reviewBy: Day,
  /** Empty: shown as "bản nháp, chưa thẩm định". */
  reviewedBy: z.array(z.string()),
};

/** One lesson as the build made it from its Markdown file. */
export type Lesson = z.infer<typeof Lesson>;
export const Lesson = z.object({
  /** Raised only when an older reader would misread the file. */
  format: z.literal(1),
  ...lessonHead,
  /** Only of a translation: the language it is in, where that is not the course's. */
  lang: z.optional(z.string()),
  /** What can be heard of it; read by `recordingsOf` once that is asked for, since few lessons have any. */
  audio: z.optional(z.custom()),
  sections: z.array(Section),
  questions: z.array(Question).check(z.refine(distinct, {path: ['id']})),
});

/** Reads a lesson somebody else wrote; never throws. */
export function parseLesson(input: unknown): Parsed<Lesson> {
  const result = Lesson.safeParse(input);
  return result.success
    ? {ok: true, value: result.data}
    : {ok: false, issues: issuesOf(result.error)};
}
