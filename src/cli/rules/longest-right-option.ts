import type {LessonRule} from './rule.js';
import {wordsOfInline} from '../words-of-inline.js';

const most = 0.4;

/** People learn fast that the longest line is the right one. */
export const longestRightOption: LessonRule = ({questions, source, report}) => {
  const choices = questions.flatMap(({question, offset}) =>
    question.type === 'choice' || question.type === 'choices'
      ? [{options: question.options, offset}]
      : [],
  );
  const telling = choices.filter(({options}) => {
    const lengths = options.map(({text, correct}) => ({
      length: wordsOfInline(text).length,
      right: correct === true,
    }));
    const longest = Math.max(...lengths.map(({length}) => length));
    return lengths.every(({length, right}) => right || length < longest);
  });
  const [first] = telling;
  if (!first || telling.length / choices.length <= most) return;
  report('right-option-longest', source.placeAt(first.offset), {
    count: telling.length,
    total: choices.length,
  });
};
