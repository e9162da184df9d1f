import type {Question} from '../curriculum/question.js';
import {type NamedWords, named, partsOf} from './question-parts.js';

const sorted = (names: readonly string[]): string[] => [...names].sort();

/** What an answer is graded by. Order counts only where it is the answer: a page shuffles the rest. */
export function answerKeyOf(question: Question): unknown {
  switch (question.type) {
    case 'choice':
    case 'choices':
      return sorted(question.options.map(({id, correct}) => `${id}${correct ? '+' : ''}`));
    case 'true-false':
      return question.answer;
    case 'ordering':
      return question.items.map(({id}) => id);
    case 'matching':
      return [
        sorted(question.pairs.map(({id}) => id)),
        sorted((question.decoys ?? []).map(({id}) => id)),
      ];
    case 'numeric':
      return [question.answer, question.tolerance ?? 0, question.unit ?? ''];
    case 'fill-in':
      return undefined;
    case 'spot':
      return sorted(
        question.parts.flatMap((part) =>
          typeof part === 'string' ? [] : [`${part.id}${part.suspicious ? '+' : ''}`],
        ),
      );
    case 'scenario':
      return sorted(
        question.turns.map(({id, good, replies}) => {
          const ways = sorted(replies.map((reply) => `${reply.id}>${reply.to}`));
          return `${id}${good ? '+' : ''} ${ways.join(' ')}`;
        }),
      );
  }
}

/** Both sides of a pair by themselves, so that right sides that changed places are seen. */
const wordsOf = (question: Question): NamedWords[] =>
  question.type === 'matching'
    ? question.pairs.flatMap(({id, left, right}) => [
        named(`${id} <`, left),
        named(`${id} >`, right),
      ])
    : partsOf(question);

/** True when words that stand under one id stood under another before, which is still there. */
const wordsMoved = (before: readonly NamedWords[], now: readonly NamedWords[]): boolean =>
  now.some(({id, words}) => {
    const former = before.filter((one) => one.words === words);
    return former.length > 0 && !former.some((one) => one.id === id);
  });

/** True when an answer given to the former question could be graded otherwise now, or names what is not there. */
export function changesMeaning(former: Question, now: Question): boolean {
  if (former.type !== now.type) return true;
  if (former.type === 'fill-in' && now.type === 'fill-in') {
    // One more accepted spelling makes no right answer wrong.
    return former.answers.some((answer) => !now.answers.includes(answer));
  }
  return (
    JSON.stringify(answerKeyOf(former)) !== JSON.stringify(answerKeyOf(now)) ||
    wordsMoved(wordsOf(former), wordsOf(now))
  );
}
