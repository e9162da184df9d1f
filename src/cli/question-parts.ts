import type {Inline} from '../curriculum/inline.js';
import type {Question} from '../curriculum/question.js';
import {wordsOfInline} from './words-of-inline.js';

/** Something with an id and words: when only the id differs from one build to the next, it was changed. */
export interface NamedWords {
  readonly id: string;
  readonly words: string;
}

export const named = (id: string, ...words: readonly Inline[]): NamedWords => ({
  id,
  words: words.map(wordsOfInline).join('\n'),
});

/** The parts of a question that answers name. */
export function partsOf(question: Question): NamedWords[] {
  switch (question.type) {
    case 'choice':
    case 'choices':
      return question.options.map(({id, text}) => named(id, text));
    case 'ordering':
      return question.items.map(({id, text}) => named(id, text));
    case 'matching':
      return [
        ...question.pairs.map(({id, left, right}) => named(id, left, right)),
        ...(question.decoys ?? []).map(({id, right}) => named(id, right)),
      ];
    case 'spot':
      return question.parts.flatMap((part) =>
        typeof part === 'string' ? [] : [named(part.id, part.text)],
      );
    case 'scenario':
      return question.turns.flatMap(({replies}) => replies.map(({id, text}) => named(id, text)));
    default:
      return [];
  }
}
