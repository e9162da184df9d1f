import type {Inline} from '../../curriculum/inline.js';
import type {SpotQuestion} from '../../curriculum/question.js';
import {cut, inlineOf} from '../inline.js';
import {offsetOf} from '../markdown.js';
import {readItem} from './item.js';
import {readMessage} from './message.js';
import {type QuestionReader, listOf, reportQuestion} from './question-source.js';

const mark = /\[\[([^[\]]+)\]\]\{#([^{}\s]*)\s*(\+)?\s*\}/g;

/** A message with `[[marked words]]{#id +}` and a list that says of each mark what is up with it. */
export const readSpot: QuestionReader = (question) => {
  const {asked, reading} = question;
  const {source, report, ids, prose} = reading;
  const message = readMessage(question);
  const list = listOf(question);
  if (!message || !list) return undefined;

  const reasons = new Map<string, {why: Inline; offset: number}>();
  for (const child of list.children) {
    const offset = offsetOf(child);
    const known = ids.length;
    const {match, rest} = cut(readItem(child, question).spans, /^\{#([^{}\s]*)\}\s*/, 'first');
    // A reason only quotes its mark's id.
    ids.length = known;
    const why = inlineOf(rest, offset, reading);
    if (match?.[1] && why !== undefined) reasons.set(match[1], {why, offset});
    else report('spot-reason-stray', source.placeAt(offset), {id: match?.[1] ?? ''});
  }

  const quoteOffset = offsetOf(message.quote);
  /** Where in the source the marks read so far end. */
  let from = quoteOffset;
  prose.push({
    text: message.text.replace(mark, '$1'),
    place: source.placeAt(quoteOffset),
    offset: quoteOffset,
  });
  const parts: SpotQuestion['parts'] = [];
  let end = 0;
  const plain = (text: string) => {
    if (/\[\[|\]\]|\{#/.test(text)) {
      const found = /\[\[|\]\]|\{#/.exec(text)?.[0] ?? '';
      report('spot-mark-invalid', source.placeOf(found, from));
    }
    if (text !== '') parts.push(text);
  };
  for (const {0: whole, 1: text = '', 2: id = '', 3: plus, index} of message.text.matchAll(mark)) {
    plain(message.text.slice(end, index));
    end = index + whole.length;
    const place = source.placeOf(`{#${id}`, from);
    from = Math.max(from, source.text.indexOf(`{#${id}`, from) + 2);
    ids.push({id, within: asked.id, place});
    const reason = reasons.get(id);
    reasons.delete(id);
    if (!reason) report('option-without-why', place, {option: id});
    else parts.push({id, text, ...(plus && {suspicious: true as const}), why: reason.why});
  }
  plain(message.text.slice(end));

  for (const [id, {offset}] of reasons) report('spot-reason-stray', source.placeAt(offset), {id});
  if (!/\+\s*\}/.test(message.text)) reportQuestion(question, 'right-option-missing');
  return {...asked, type: 'spot', from: message.from, parts};
};
