import {toWrite} from '../lesson-skeleton.js';
import type {CourseRule} from './rule.js';
import {placeOfSentence, sentencesOf, syllablesOf} from './sentences.js';

/** So short a sentence is common speech: “Hỏi lại một câu là rõ.” */
const short = 8;

/** The words alone, so that a comma or a capital does not make a sentence another one. */
const wordsAlone = (sentence: string) =>
  syllablesOf(sentence)
    .map((word) => word.replace(/[^\p{L}\p{M}\d]/gu, ''))
    .join(' ')
    .toLowerCase();

/** No lesson repeats a longer sentence of another: who meets it again takes the lesson for one they know. */
export const sharedSentences: CourseRule = ({lessons}, report) => {
  const said = new Map<string, {file: string; line: number}>();
  for (const lesson of lessons) {
    for (const prose of lesson.prose) {
      for (const sentence of sentencesOf(prose.text)) {
        if (syllablesOf(sentence).length <= short || sentence.includes(toWrite)) continue;
        const key = wordsAlone(sentence);
        const former = said.get(key);
        const place = placeOfSentence(lesson, prose, sentence);
        if (!former) said.set(key, place);
        else if (former.file !== place.file) {
          report('sentence-shared', place, {name: former.file, line: former.line});
        }
      }
    }
  }
};
