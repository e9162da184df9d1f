import type {ListItem} from 'mdast';
import type {Inline, Span} from '../../curriculum/inline.js';
import type {Place} from '../flaw.js';
import {cut, inlineOf, paragraphs, phrasing, unsupported} from '../inline.js';
import {offsetOf} from '../markdown.js';
import type {QuestionSource} from './question-source.js';

/** A list item of a question: its words, the id in braces, the quote below it. */
export interface Item {
  readonly spans: readonly Span[];
  /** Empty when the author gave none. */
  readonly id: string;
  readonly why: Inline | undefined;
  /** Whether `[x]` or `[ ]` stood before it. */
  readonly ticked: boolean | undefined;
  readonly offset: number;
  readonly place: Place;
}

/** `- [x] words {#id}` with a `>` quote below. An id's shape and uniqueness are the business of a rule. */
export function readItem(item: ListItem, {asked, reading}: QuestionSource): Item {
  const {source, ids} = reading;
  const offset = offsetOf(item);
  const place = source.placeAt(offset);
  let spans: Span[] = [];
  let why: Inline | undefined;
  for (const child of item.children) {
    if (child.type === 'paragraph') spans = [...spans, ...phrasing(child.children, reading)];
    else if (child.type === 'blockquote') why = paragraphs(child.children, reading);
    else unsupported(child, reading);
  }
  const tick = cut(spans, /^\[([ xX])\]\s*/, 'first');
  const name = cut(tick.rest, /\s*\{#([^{}\s]*)\}\s*$/, 'last');
  const id = name.match?.[1] ?? '';
  if (id !== '') ids.push({id, within: asked.id, place: source.placeOf(`{#${id}}`, offset)});
  const box = tick.match?.[1];
  return {
    spans: name.rest,
    id,
    why,
    ticked: box === undefined ? undefined : box !== ' ',
    offset,
    place,
  };
}

/** The item's words; reported when there are none. */
export function textOf(
  {spans, offset, place}: Item,
  {reading}: QuestionSource,
): Inline | undefined {
  const text = inlineOf(spans, offset, reading);
  if (text === undefined) reading.report('question-part-missing', place, {part: 'text'});
  return text;
}

/** True when the item has an id; reported when not. */
export function hasId({id, place}: Item, {reading}: QuestionSource): boolean {
  if (id === '') reading.report('option-without-id', place);
  return id !== '';
}

/** The item's reason; reported when there is none. */
export function reasonOf({why, id, place}: Item, {reading}: QuestionSource): Inline | undefined {
  if (why === undefined) reading.report('option-without-why', place, {option: id});
  return why;
}
