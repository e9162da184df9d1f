import type {Inline} from '../../../curriculum/inline.js';
import type {Question, Response} from '../../../curriculum/question.js';

/** An inline text without its marks; a dated fact reads as the sentence that stays true. */
export const plainText = (inline: Inline): string =>
  typeof inline === 'string'
    ? inline
    : inline
        .map((span) =>
          typeof span === 'string' ? span : 'fact' in span ? span.fallback : span.text,
        )
        .join('');

interface Named {
  readonly id: string;
}

/** What somebody answered, in the words they read then; what the question no longer has stands as its id. */
export function answerWords(
  question: Question,
  response: Response,
  {yes, no}: {readonly yes: string; readonly no: string},
): string {
  const among = <One extends Named>(all: readonly One[], words: (one: One) => string) => {
    const of = (id: unknown) => {
      const found = all.find((one) => one.id === id);
      return found ? words(found) : String(id);
    };
    return (Array.isArray(response) ? response : [response]).map(of).join(' · ');
  };
  switch (question.type) {
    case 'choice':
    case 'choices':
      return among(question.options, ({text}) => plainText(text));
    case 'ordering':
      return among(question.items, ({text}) => plainText(text));
    case 'spot':
      return among(
        question.parts.flatMap((part) => (typeof part === 'string' ? [] : [part])),
        ({text}) => `“${text}”`,
      );
    case 'scenario':
      return among(
        question.turns.flatMap(({replies}) => replies),
        ({text}) => plainText(text),
      );
    case 'true-false':
      return response === true ? yes : no;
    case 'matching': {
      const {pairs, decoys = []} = question;
      const left = new Map(pairs.map((pair) => [pair.id, plainText(pair.left)]));
      const right = new Map([...pairs, ...decoys].map((one) => [one.id, plainText(one.right)]));
      return Object.entries(response as Readonly<Record<string, string>>)
        .map(([from, to]) => `${left.get(from) ?? from} → ${right.get(to) ?? to}`)
        .join(' · ');
    }
    case 'numeric':
    case 'fill-in':
      return typeof response === 'string' ? response : '';
  }
}
