import {numberIn} from '../../curriculum/typed-answer.js';
import {answerLine} from './answer-line.js';
import {type QuestionReader, reportQuestion, whyOf} from './question-source.js';

/** `= 12 đồng ± 0`: the number, its unit, how far off still counts. */
export const readNumeric: QuestionReader = (question) => {
  const line = answerLine(question);
  const why = whyOf(question);
  if (line === undefined) return undefined;
  const [amount = '', slack] = line.split('±');
  const unit = /^[-+−]?[\d.,\s]*(.*)$/su.exec(amount.trim())?.[1]?.trim() ?? '';
  const answer = numberIn(amount, unit);
  const tolerance = slack === undefined ? 0 : numberIn(slack);
  if (Number.isNaN(answer) || !(tolerance >= 0)) {
    reportQuestion(question, 'question-part-missing', {part: 'number'});
    return undefined;
  }
  if (why === undefined) return undefined;
  return {
    ...question.asked,
    type: 'numeric',
    answer,
    ...(tolerance > 0 && {tolerance}),
    ...(unit !== '' && {unit}),
    why,
  };
};
