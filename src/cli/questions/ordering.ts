import {hasId, readItem, textOf} from './item.js';
import {type QuestionReader, listOf, reportQuestion, whyOf} from './question-source.js';

/** A numbered list in its right order, then the reason. */
export const readOrdering: QuestionReader = (question) => {
  const list = listOf(question);
  const why = whyOf(question);
  if (!list) return undefined;
  const items = list.children.flatMap((child) => {
    const item = readItem(child, question);
    const text = textOf(item, question);
    return hasId(item, question) && text !== undefined ? [{id: item.id, text}] : [];
  });
  if (list.children.length < 3) reportQuestion(question, 'options-too-few');
  return why === undefined ? undefined : {...question.asked, type: 'ordering', items, why};
};
