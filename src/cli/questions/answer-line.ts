import {wordsOf} from '../markdown.js';
import {type QuestionSource, reportQuestion} from './question-source.js';

export const isAnswerLine = (words: string): boolean => /^=\s/.test(words);

/** The words of the line that begins with `= `; reported when there is none. */
export function answerLine(question: QuestionSource): string | undefined {
  const line = question.body
    .filter((node) => node.type === 'paragraph')
    .map(wordsOf)
    .find(isAnswerLine);
  if (line === undefined) reportQuestion(question, 'question-part-missing', {part: 'answer'});
  return line?.slice(1).trim();
}
