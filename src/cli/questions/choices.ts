import {readOptions} from './options.js';
import type {QuestionReader} from './question-source.js';

export const readChoices: QuestionReader = (question) => {
  const options = readOptions(question);
  return options && {...question.asked, type: 'choices', options};
};
