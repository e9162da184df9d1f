import type {Option} from '../../curriculum/question.js';
import {hasId, readItem, reasonOf, textOf} from './item.js';
import {type QuestionSource, listOf, reportQuestion} from './question-source.js';

/** The options of a choice, as far as they are whole; nothing when none is right. */
export function readOptions(question: QuestionSource): Option[] | undefined {
  const list = listOf(question);
  if (!list) return undefined;
  const items = list.children.map((child) => readItem(child, question));
  if (items.length < 2) reportQuestion(question, 'options-too-few');
  if (!items.some(({ticked}) => ticked)) reportQuestion(question, 'right-option-missing');

  return items.flatMap((item): Option[] => {
    const text = textOf(item, question);
    const why = reasonOf(item, question);
    if (!hasId(item, question) || text === undefined || why === undefined) return [];
    return [{id: item.id, text, ...(item.ticked && {correct: true as const}), why}];
  });
}
