import type {LessonDraft} from '../lesson.js';
import type {Prose} from '../lesson-reading.js';
import type {Place} from '../flaw.js';

const isWord = (text: string) => /[\p{L}\d]/u.test(text);

/** A text cut after full stops, question marks, exclamation marks, ellipses and line ends. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…][”"’)]*)\s+|\n+/u).filter(isWord);

/** The syllables of a sentence, which Vietnamese parts by spaces. */
export const syllablesOf = (sentence: string): string[] => sentence.split(/\s+/u).filter(isWord);

/** What may stand between two words that are read one after the other: spaces, marks, ids. */
const between = '(?:[\\s*_>\\[\\]]|\\{#[^{}]*\\})+';
const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Where a sentence stands: its first words as they are written, fewer where a fact comes between them. */
export function placeOfSentence(
  {source}: LessonDraft,
  {offset, place}: Prose,
  sentence: string,
): Place {
  const words = sentence.trim().split(/\s+/u).map(escaped);
  for (let count = Math.min(4, words.length); count > 0; count--) {
    const first = new RegExp(words.slice(0, count).join(between), 'gu');
    first.lastIndex = offset;
    const found = first.exec(source.text);
    if (found) return source.placeAt(found.index);
  }
  return place;
}
