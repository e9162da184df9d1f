import type {LessonRule} from './rule.js';
import {placeOfSentence, sentencesOf, syllablesOf} from './sentences.js';

/** Syllables a sentence may have on average. */
const most = 20;
/** Beyond this nobody reads one sentence aloud in one breath. */
const longest = 35;

/** Long sentences are read twice, or not at all. */
export const sentenceLength: LessonRule = (lesson) => {
  const measured = lesson.prose.flatMap((prose) =>
    sentencesOf(prose.text).map((sentence) => ({
      syllables: syllablesOf(sentence).length,
      place: () => placeOfSentence(lesson, prose, sentence),
    })),
  );
  for (const {syllables, place} of measured) {
    if (syllables > longest) lesson.report('sentence-long', place(), {syllables, most: longest});
  }
  const total = measured.reduce((sum, {syllables}) => sum + syllables, 0);
  const [first, ...others] = measured;
  if (!first || total / measured.length <= most) return;
  const worst = others.reduce((top, one) => (one.syllables > top.syllables ? one : top), first);
  lesson.report('sentences-long', worst.place(), {
    average: Math.round(total / measured.length),
    most,
    longest: worst.syllables,
  });
};
