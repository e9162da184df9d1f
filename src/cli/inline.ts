import type {Nodes, PhrasingContent} from 'mdast';
import type {Inline, Span} from '../curriculum/inline.js';
import type {LessonReading} from './lesson-reading.js';
import {offsetOf} from './markdown.js';
import {wordsOfInline} from './words-of-inline.js';

interface Marks {
  readonly strong?: true;
  readonly em?: true;
  readonly href?: string;
}

const token = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Text with its tokens taken out. `offset` is where to look for them in the source. */
export function textSpans(
  text: string,
  offset: number,
  reading: LessonReading,
  {href, ...marks}: Marks = {},
): Span[] {
  const spans: Span[] = [];
  const add = (piece: string) => {
    if (piece === '') return;
    const marked = marks.strong ?? marks.em ?? href;
    spans.push(marked === undefined ? piece : {text: piece, ...marks, ...(href && {href})});
  };
  let end = 0;
  let from = offset;
  for (const {0: whole, 1: name = '', index} of text.matchAll(token)) {
    add(text.slice(end, index));
    end = index + whole.length;
    const place = reading.source.placeOf('{{', from);
    from = Math.max(from, reading.source.text.indexOf('{{', from) + 2);
    reading.tokens.push({token: name, place});
    const fallback = reading.fallbackOf(name);
    if (fallback === undefined) reading.report('token-unknown', place, {token: name});
    if (href !== undefined) reading.report('token-in-link', place, {token: name});
    spans.push({fact: name, fallback: fallback ?? '…', ...marks});
  }
  add(text.slice(end));
  return spans;
}

function spansOf(node: PhrasingContent, reading: LessonReading, marks: Marks): Span[] {
  const inside = (children: PhrasingContent[], more: Marks) =>
    children.flatMap((child) => spansOf(child, reading, {...marks, ...more}));
  switch (node.type) {
    case 'text':
      return textSpans(node.value.replace(/\s*\n\s*/g, ' '), offsetOf(node), reading, marks);
    case 'break':
      return [' '];
    case 'strong':
      return inside(node.children, {strong: true});
    case 'emphasis':
      return inside(node.children, {em: true});
    case 'link':
      reading.links.push({href: node.url, place: reading.source.placeAt(offsetOf(node))});
      return inside(node.children, {href: node.url});
    default:
      unsupported(node, reading);
      return [];
  }
}

/** Reports something a lesson cannot be made of. */
export function unsupported(node: Nodes, {report, source}: LessonReading): void {
  report('unsupported', source.placeAt(offsetOf(node)), {what: node.type});
}

/** Plain neighbours grown together, outer spaces gone. */
function tidied(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (typeof span === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + span;
    else joined.push(span);
  }
  if (typeof joined[0] === 'string') joined[0] = joined[0].trimStart();
  const last = joined.at(-1);
  if (typeof last === 'string') joined[joined.length - 1] = last.trimEnd();
  return joined.filter((span) => span !== '');
}

/** The spans of a paragraph, for those who still have to cut a mark or an id off them. */
export const phrasing = (children: readonly PhrasingContent[], reading: LessonReading): Span[] =>
  tidied(children.flatMap((child) => spansOf(child, reading, {})));

/** One string where nothing is marked. Nothing when there are no words. Notes the words for the rules about wording. */
export function inlineOf(
  spans: readonly Span[],
  offset: number,
  reading: LessonReading,
): Inline | undefined {
  const tidy = tidied(spans);
  const [only] = tidy;
  if (only === undefined) return undefined;
  const text = wordsOfInline(tidy);
  reading.prose.push({text, place: reading.source.placeAt(offset), offset});
  return tidy.length === 1 && typeof only === 'string' ? only : tidy;
}

/** Several paragraphs as one; a line break parts them. Other blocks are reported. */
export function paragraphs(nodes: readonly Nodes[], reading: LessonReading): Inline | undefined {
  const [first] = nodes;
  if (!first) return undefined;
  const spans: Span[] = [];
  for (const node of nodes) {
    if (node.type !== 'paragraph') {
      unsupported(node, reading);
      continue;
    }
    if (spans.length > 0) spans.push('\n');
    spans.push(...phrasing(node.children, reading));
  }
  return inlineOf(spans, offsetOf(first), reading);
}

/** Cuts a pattern off the first or last words, as `{#id}` at the end of an option. */
export function cut(
  spans: readonly Span[],
  pattern: RegExp,
  end: 'first' | 'last',
): {match?: RegExpExecArray; rest: Span[]} {
  const rest = [...spans];
  const at = end === 'first' ? 0 : rest.length - 1;
  const span = rest[at];
  const match = typeof span === 'string' ? pattern.exec(span) : null;
  if (typeof span !== 'string' || !match) return {rest};
  rest[at] = span.replace(pattern, '');
  return {match, rest: tidied(rest)};
}

/** Parts spans at the last `mark` that stands in plain words. */
export function partedAt(
  spans: readonly Span[],
  mark: string,
): [before: Span[], after: Span[]] | undefined {
  for (let at = spans.length - 1; at >= 0; at--) {
    const span = spans[at];
    if (typeof span !== 'string') continue;
    const found = span.lastIndexOf(mark);
    if (found === -1) continue;
    return [
      tidied([...spans.slice(0, at), span.slice(0, found)]),
      tidied([span.slice(found + mark.length), ...spans.slice(at + 1)]),
    ];
  }
  return undefined;
}
