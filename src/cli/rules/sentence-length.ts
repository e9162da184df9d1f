import type {LessonRule} from './rule.js';

/** Syllables a sentence may have on average. */
const most = 20;

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…][”"’)]*)\s+|\n+/u).filter((sentence) => /[\p{L}\d]/u.test(sentence));

const syllablesIn = (sentence: string): number =>
  sentence.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word)).length;

/** Long sentences are read twice, or not at all. The flaw stands at the longest one. */
export const sentenceLength: LessonRule = ({prose, report}) => {
  const measured = prose.flatMap(({text, place}) =>
    sentencesOf(text).map((sentence) => ({syllables: syllablesIn(sentence), place})),
  );
  const total = measured.reduce((sum, {syllables}) => sum + syllables, 0);
  const average = total / measured.length;
  const longest = measured.reduce<(typeof measured)[number] | undefined>(
    (most, one) => (most && most.syllables >= one.syllables ? most : one),
    undefined,
  );
  if (!longest || average <= most) return;
  report('sentences-long', longest.place, {
    average: Math.round(average),
    most,
    longest: longest.syllables,
  });
};
