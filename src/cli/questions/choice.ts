import {readOptions} from './options.js';
import {type QuestionReader, reportQuestion} from './question-source.js';

export const readChoice: QuestionReader = (question) => {
  const options = readOptions(question);
  if (!options) return undefined;
  if (options.filter(({correct}) => correct).length > 1) {
    reportQuestion(question, 'right-option-doubled');
  }
  return {...question.asked, type: 'choice', options};
};
