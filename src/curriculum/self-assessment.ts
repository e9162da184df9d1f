import * as z from 'zod/mini';
import {count, matching, someText, whole} from './checks.js';
import type {Parsed} from '../errors.js';
import {Id, distinct} from './ids.js';
import {issuesOf} from './issues.js';

/** One skill, said as something a person does. */
const statementShape = {
  id: Id,
  /** KN1–KN5, as lessons name it. */
  skill: matching(/^KN[1-5]$/),
  title: someText(),
  text: someText(),
};

/** How far somebody sees themselves, in words; the order of the four is their rank. */
const stepShape = {id: Id, text: someText()};

/**
 * What the learner is asked of themselves before the course and after it. Nothing of it is right or wrong.
 * `id` stands in the place of a lesson's in question keys, so no lesson may bear it.
 */
export type SelfAssessment = z.infer<typeof SelfAssessment>;
export const SelfAssessment = z.object({
  /** Raised only when an older reader would misread the file. */
  format: z.literal(1),
  id: Id,
  statements: z
    .array(z.object({...statementShape, rev: whole(1, 255)}))
    .check(count(1, 10), z.refine(distinct, {path: ['id']})),
  steps: z.array(z.object(stepShape)).check(count(4, 4), z.refine(distinct, {path: ['id']})),
});

/** The file authors write, `self-assessment.yaml`; strict, because a misspelt field is a mistake here. */
export type SelfAssessmentSource = z.infer<typeof SelfAssessmentSource>;
export const SelfAssessmentSource = z.strictObject({
  id: Id,
  statements: z
    .array(z.strictObject({...statementShape, rev: z.optional(whole(1, 255))}))
    .check(count(1, 10)),
  steps: z.array(z.strictObject(stepShape)).check(count(4, 4)),
});

/** Reads a self-assessment somebody else wrote; never throws. */
export function parseSelfAssessment(input: unknown): Parsed<SelfAssessment> {
  const result = SelfAssessment.safeParse(input);
  return result.success
    ? {ok: true, value: result.data}
    : {ok: false, issues: issuesOf(result.error)};
}
