import {wordsOfInline} from '../words-of-inline.js';
import {readItem, reasonOf} from './item.js';
import {type QuestionReader, listOf, reportQuestion} from './question-source.js';

/** Two items, `Đúng` and `Sai`, one of them ticked. */
export const readTrueFalse: QuestionReader = (question) => {
  const items = listOf(question)?.children.map((child) => readItem(child, question));
  if (!items) return undefined;
  const side = (word: string) => items.find(({spans}) => wordsOfInline([...spans]).trim() === word);
  const yes = side('Đúng');
  const no = side('Sai');
  if (!yes || !no || items.length !== 2) {
    reportQuestion(question, 'question-part-missing', {part: 'true-false'});
    return undefined;
  }
  const whyTrue = reasonOf(yes, question);
  const whyFalse = reasonOf(no, question);
  if (!yes.ticked && !no.ticked) reportQuestion(question, 'right-option-missing');
  if (yes.ticked && no.ticked) reportQuestion(question, 'right-option-doubled');
  if (whyTrue === undefined || whyFalse === undefined) return undefined;
  return {...question.asked, type: 'true-false', answer: yes.ticked === true, whyTrue, whyFalse};
};
