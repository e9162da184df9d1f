import * as z from 'zod/mini';
import {count, number, someText, whole} from './checks.js';
import {Id, distinct} from './ids.js';
import {Inline} from './inline.js';

const asked = {
  id: Id,
  /** Major version of the lesson in which the question's meaning last changed. */
  rev: whole(1, 255),
  stem: Inline,
  /** Must be right once before the module counts as passed. */
  safety: z.optional(z.literal(true)),
  /** One more nudge, shown when the learner asks for it. */
  hint: z.optional(Inline),
};

const why = {why: Inline};

/** Something to tick, with the reason it is right or wrong. */
export type Option = z.infer<typeof Option>;
export const Option = z.object({
  id: Id,
  text: Inline,
  correct: z.optional(z.literal(true)),
  ...why,
});

const options = z.array(Option).check(count(2, 8), z.refine(distinct, {path: ['id']}));
const rights = (list: readonly Option[]) => list.filter(({correct}) => correct).length;

export type ChoiceQuestion = z.infer<typeof ChoiceQuestion>;
export const ChoiceQuestion = z.object({
  ...asked,
  type: z.literal('choice'),
  options: options.check(z.refine((list) => rights(list) === 1, {path: ['correct']})),
});

export type ChoicesQuestion = z.infer<typeof ChoicesQuestion>;
export const ChoicesQuestion = z.object({
  ...asked,
  type: z.literal('choices'),
  options: options.check(z.refine((list) => rights(list) >= 1, {path: ['correct']})),
});

/** A statement that is true or false; each side explains itself. */
export type TrueFalseQuestion = z.infer<typeof TrueFalseQuestion>;
export const TrueFalseQuestion = z.object({
  ...asked,
  type: z.literal('true-false'),
  answer: z.literal([true, false]),
  whyTrue: Inline,
  whyFalse: Inline,
});

/** Items in their right order; the page shuffles them. */
export type OrderingQuestion = z.infer<typeof OrderingQuestion>;
export const OrderingQuestion = z.object({
  ...asked,
  ...why,
  type: z.literal('ordering'),
  items: z
    .array(z.object({id: Id, text: Inline}))
    .check(count(3, 8), z.refine(distinct, {path: ['id']})),
});

/** Each left side has one right side; `decoys` are right sides that belong to nobody. */
export type MatchingQuestion = z.infer<typeof MatchingQuestion>;
export const MatchingQuestion = z.object({
  ...asked,
  ...why,
  type: z.literal('matching'),
  pairs: z
    .array(z.object({id: Id, left: Inline, right: Inline}))
    .check(count(2, 6), z.refine(distinct, {path: ['id']})),
  decoys: z.optional(z.array(z.object({id: Id, right: Inline})).check(count(0, 3))),
});

/** A number, typed with either decimal sign; right within `tolerance`. */
export type NumericQuestion = z.infer<typeof NumericQuestion>;
export const NumericQuestion = z.object({
  ...asked,
  ...why,
  type: z.literal('numeric'),
  answer: number(),
  tolerance: z.optional(number(0)),
  unit: z.optional(z.string()),
});

/** A word or two, compared without case, tones' position, or normal form. */
export type FillInQuestion = z.infer<typeof FillInQuestion>;
export const FillInQuestion = z.object({
  ...asked,
  ...why,
  type: z.literal('fill-in'),
  answers: z.array(someText()).check(count(1)),
});

/** A message of which the learner marks the suspicious ranges. Parts without an id are plain text. */
export type SpotQuestion = z.infer<typeof SpotQuestion>;
export const SpotQuestion = z.object({
  ...asked,
  type: z.literal('spot'),
  /** Who the message claims to be from, as the phone would show it. */
  from: z.string(),
  parts: z
    .array(
      z.union([
        z.string(),
        z.object({id: Id, text: z.string(), suspicious: z.optional(z.literal(true)), ...why}),
      ]),
    )
    .check(
      z.refine((parts) => parts.some((part) => typeof part !== 'string' && part.suspicious), {
        path: ['suspicious'],
      }),
      z.refine((parts) => distinct(parts.filter((part) => typeof part !== 'string')), {
        path: ['id'],
      }),
    ),
});

/** A conversation: someone says something, the learner picks a reply, which leads on, back, or to an end. */
export type ScenarioQuestion = z.infer<typeof ScenarioQuestion>;
export const ScenarioQuestion = z
  .object({
    ...asked,
    type: z.literal('scenario'),
    from: z.string(),
    turns: z
      .array(
        z.object({
          id: Id,
          says: Inline,
          /** No replies: the conversation ends here, `good` or not. */
          replies: z
            .array(z.object({id: Id, text: Inline, to: Id, ...why}))
            .check(z.refine(distinct, {path: ['id']})),
          good: z.optional(z.literal(true)),
        }),
      )
      .check(count(3), z.refine(distinct, {path: ['id']})),
  })
  .check(
    z.refine(
      ({turns}) =>
        turns.every(({replies}) => replies.every(({to}) => turns.some(({id}) => id === to))),
      {path: ['turns', 'to']},
    ),
    z.refine(({turns}) => turns.some(({replies, good}) => replies.length === 0 && good), {
      path: ['turns', 'good'],
    }),
  );

/** The nine ways to ask, told apart by `type`. */
export type Question = z.infer<typeof Question>;
export const Question = z.discriminatedUnion('type', [
  ChoiceQuestion,
  ChoicesQuestion,
  TrueFalseQuestion,
  OrderingQuestion,
  MatchingQuestion,
  NumericQuestion,
  FillInQuestion,
  SpotQuestion,
  ScenarioQuestion,
]);

export type QuestionType = Question['type'];

/**
 * What a learner answered, as kept in the record.
 * choice: option id · choices, spot: ids · true-false: boolean · ordering: ids in order ·
 * matching: left id → right id · numeric, fill-in: the text as typed · scenario: reply ids in the order taken.
 */
export type Response = string | boolean | readonly string[] | Readonly<Record<string, string>>;
