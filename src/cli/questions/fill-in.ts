import {answerLine} from './answer-line.js';
import {type QuestionReader, reportQuestion, whyOf} from './question-source.js';

/** `= answer | another answer`. */
export const readFillIn: QuestionReader = (question) => {
  const line = answerLine(question);
  const why = whyOf(question);
  if (line === undefined) return undefined;
  const answers = line
    .split('|')
    .map((answer) => answer.trim())
    .filter((answer) => answer !== '');
  if (answers.length === 0) {
    reportQuestion(question, 'question-part-missing', {part: 'answer'});
    return undefined;
  }
  return why === undefined ? undefined : {...question.asked, type: 'fill-in', answers, why};
};
