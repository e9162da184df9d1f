import type {LessonRule} from './rule.js';

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/g;

/** Every character is written as itself: `&#8203;` would bring in what nobody sees. */
export const plainCharacters: LessonRule = ({source, bodyAt, report}) => {
  for (const {0: words, index} of source.text.slice(bodyAt).matchAll(reference)) {
    report('character-reference', source.placeAt(bodyAt + index), {words});
  }
};
