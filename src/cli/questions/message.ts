import type {Blockquote} from 'mdast';
import {unsupported} from '../inline.js';
import {wordsOf} from '../markdown.js';
import {type QuestionSource, placeIn, reportQuestion} from './question-source.js';

/** A message as a phone shows it. Paragraphs are parted by a line break. */
export interface Message {
  readonly quote: Blockquote;
  readonly from: string;
  readonly text: string;
}

/** `> **Từ:** NGAN HANG ABC`, then the text; reported when there is no sender. */
export function readMessage(question: QuestionSource): Message | undefined {
  const {body, reading} = question;
  const quote = body.find((node) => node.type === 'blockquote');
  if (!quote) {
    reportQuestion(question, 'question-part-missing', {part: 'message'});
    return undefined;
  }
  for (const child of quote.children) if (child.type !== 'paragraph') unsupported(child, reading);
  const [first = '', ...others] = quote.children.map(wordsOf);
  const [, from = '', rest = ''] = /^Từ:[ \t]*([^\n]*)\n?(.*)$/su.exec(first) ?? [];
  if (from.trim() === '') {
    reading.report('question-part-missing', placeIn(reading, quote), {part: 'sender'});
    return undefined;
  }
  const text = [rest, ...others]
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n');
  return {quote, from: from.trim(), text};
}
