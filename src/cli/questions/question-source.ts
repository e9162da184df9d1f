import type {BlockContent, DefinitionContent, Nodes} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import type {Inline} from '../../curriculum/inline.js';
import type {Question} from '../../curriculum/question.js';
import type {FlawCode, Place} from '../flaw.js';
import type {Facts} from '../../errors.js';
import {paragraphs} from '../inline.js';
import type {LessonReading} from '../lesson-reading.js';
import {offsetOf} from '../markdown.js';

export type Body = readonly (BlockContent | DefinitionContent)[];

/** What all nine types have in common, read once. */
export interface Asked {
  readonly id: string;
  readonly rev: number;
  readonly stem: Inline;
  readonly safety?: true;
  readonly hint?: Inline;
}

/** A `:::question` with its stem and hint taken off. */
export interface QuestionSource {
  readonly node: ContainerDirective;
  readonly asked: Asked;
  /** What follows the stem. */
  readonly body: Body;
  readonly reading: LessonReading;
}

/** Reads the body of one type. Nothing when a part is missing, which it has reported. */
export type QuestionReader = (question: QuestionSource) => Question | undefined;

export const placeIn = ({source}: LessonReading, node: Nodes): Place =>
  source.placeAt(offsetOf(node));

/** Notes a flaw of the question as a whole, at its first line. */
export function reportQuestion(
  {node, asked, reading}: QuestionSource,
  code: FlawCode,
  facts: Facts = {},
): void {
  reading.report(code, placeIn(reading, node), {question: asked.id, ...facts});
}

/** The list of the question; reported when there is none. */
export function listOf(question: QuestionSource) {
  const list = question.body.find((node) => node.type === 'list');
  if (!list) reportQuestion(question, 'question-part-missing', {part: 'list'});
  return list;
}

/** The reason in a `>` quote after the list or the answer; reported when there is none. */
export function whyOf(question: QuestionSource): Inline | undefined {
  const quote = question.body.findLast((node) => node.type === 'blockquote');
  const why = quote && paragraphs(quote.children, question.reading);
  if (why === undefined)
    reportQuestion(question, 'option-without-why', {option: question.asked.id});
  return why;
}
