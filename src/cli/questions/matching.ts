import type {Inline} from '../../curriculum/inline.js';
import {inlineOf, partedAt} from '../inline.js';
import {hasId, readItem} from './item.js';
import {type QuestionReader, listOf, reportQuestion, whyOf} from './question-source.js';

/** `- left => right {#id}`; a line without a left side is a decoy. */
export const readMatching: QuestionReader = (question) => {
  const {reading} = question;
  const list = listOf(question);
  const why = whyOf(question);
  if (!list) return undefined;
  const pairs: {id: string; left: Inline; right: Inline}[] = [];
  const decoys: {id: string; right: Inline}[] = [];
  for (const child of list.children) {
    const item = readItem(child, question);
    const [before = [], after = []] = partedAt(item.spans, '=>') ?? [];
    const left = inlineOf(before, item.offset, reading);
    const right = inlineOf(after, item.offset, reading);
    if (right === undefined) reading.report('question-part-missing', item.place, {part: 'pair'});
    if (!hasId(item, question) || right === undefined) continue;
    if (left === undefined) decoys.push({id: item.id, right});
    else pairs.push({id: item.id, left, right});
  }
  if (list.children.length < 2) reportQuestion(question, 'options-too-few');
  if (why === undefined) return undefined;
  return {...question.asked, type: 'matching', pairs, ...(decoys.length > 0 && {decoys}), why};
};
