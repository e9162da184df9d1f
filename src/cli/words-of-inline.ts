import type {Inline} from '../curriculum/inline.js';

/** What somebody reads, with the fallback where a fact stands. */
export const wordsOfInline = (inline: Inline): string =>
  typeof inline === 'string'
    ? inline
    : inline
        .map((span) =>
          typeof span === 'string' ? span : 'text' in span ? span.text : span.fallback,
        )
        .join('');
