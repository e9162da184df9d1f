/** A word, in the forms by which it is looked for. */
export interface Word {
  /** As it is spelled, in small letters and NFC. */
  readonly text: string;
  /** Without tones, marks and case; đ is d: what people type who type no tones. */
  readonly plain: string;
  /** One spelling for hoà and hòa: tells tones apart, not where they stand. */
  readonly toned: string;
}

/** A word where it stands in a text. */
export interface PlacedWord {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

const plainOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    // The one letter of Vietnamese that does not come apart.
    .replace(/đ/gu, 'd');

// Not spellingOf of typed-answer.ts: grading would then need one more file for the first answer.
const tonedOf = (text: string): string => {
  const marks = text.normalize('NFD').match(/[\p{M}đ]/gu) ?? [];
  return plainOf(text) + marks.sort().join('');
};

const wordOf = (text: string): Word => ({text, plain: plainOf(text), toned: tonedOf(text)});

/**
 * The words of a text in their order. Offsets are those of the text as it came, whatever its normal form.
 * The same word is the same object throughout one `known`.
 */
export const wordsIn = (text: string, known = new Map<string, Word>()): PlacedWord[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({0: raw, index}) => {
    const spelled = raw.normalize('NFC').toLowerCase();
    let word = known.get(spelled);
    if (!word) known.set(spelled, (word = wordOf(spelled)));
    return {word, start: index, end: index + raw.length};
  });
