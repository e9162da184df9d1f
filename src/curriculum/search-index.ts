import * as z from 'zod/mini';
import {someText} from './checks.js';
import type {Parsed} from '../errors.js';
import {Day, Id} from './ids.js';
import {issuesOf} from './issues.js';

/** Sentences of one lesson. A dated fact stands in them as `{{token}}`. */
export type SearchedLesson = z.infer<typeof SearchedLesson>;
export const SearchedLesson = z.object({
  id: Id,
  /** Completes “Sau bài này anh/chị sẽ …”. */
  outcome: z.string(),
  points: z.array(z.string()),
  memo: z.array(z.string()),
  questions: z.array(z.string()),
  /** Tokens the lesson shows elsewhere than in these sentences. */
  facts: z.array(z.string()),
});

/** A name people still say, what it is now, and the lessons that lead there. */
export type FormerName = z.infer<typeof FormerName>;
export const FormerName = z.object({
  name: someText(),
  /** The last day it was in use. */
  until: z.optional(Day),
  /** What to say when no fact can be relied on. */
  now: someText(),
  /** The token whose value is the present name. */
  fact: z.optional(z.string()),
  /** The province whose name it was, by its stable id. */
  scope: z.optional(z.string()),
  lessons: z.array(Id),
});

/** What a search looks through besides titles, as in `search.<hash8>.json`. */
export type SearchIndex = z.infer<typeof SearchIndex>;
export const SearchIndex = z.object({
  format: z.literal(1),
  lessons: z.array(SearchedLesson),
  names: z.array(FormerName),
  /** What a token reads while no fact can be relied on. A list: z.record would ride in the first script. */
  fallbacks: z.array(z.object({fact: z.string(), text: someText()})),
});

/** Reads an index somebody else wrote; never throws. */
export function parseSearchIndex(input: unknown): Parsed<SearchIndex> {
  const result = SearchIndex.safeParse(input);
  return result.success
    ? {ok: true, value: result.data}
    : {ok: false, issues: issuesOf(result.error)};
}
