import {matching} from './checks.js';

/** Ids end up in addresses, file names, database keys and slot names, so they stay plain and short. */
export const Id = matching(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/);

/** `major.minor.patch`. Patch keeps everything; minor keeps completion; major asks the changed questions again. */
export const Version = matching(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/);

/** A civil day in Vietnam, as `2026-11-22`. */
export const Day = matching(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);

/** SHA-256 in lower-case hex, from its first half on: 128 bits nobody makes another file for. */
export const Sha256 = matching(/^[0-9a-f]{32,64}$/);

/** `m05-b02@1`: a lesson at the major version in which it was learned. */
export type LessonKey = string;

/** `m05-b02#ten-nguoi-nhan@1`: a question at the major in which its meaning last changed. */
export type QuestionKey = string;

/** The whole number before the first dot. */
export const majorOf = (version: string): number => Number.parseInt(version, 10);

export const lessonKey = (lesson: string, version: string | number): LessonKey =>
  `${lesson}@${typeof version === 'number' ? version : majorOf(version)}`;

export const questionKey = (lesson: string, question: string, rev: number): QuestionKey =>
  `${lesson}#${question}@${rev}`;

/** True when no id stands twice. */
export const distinct = (items: readonly {readonly id: string}[]): boolean =>
  new Set(items.map(({id}) => id)).size === items.length;
