import {readableSource} from './readable-source.js';
import type {LessonRule} from './rule.js';

/** Words for things that no longer exist, and what to say instead. */
const forbidden: readonly (readonly [words: RegExp, instead: string])[] = [
  [/mức độ [34]/giu, 'toàn trình / một phần'],
  [/(?<![\p{L}])(?:cấp |phòng |công an )?huyện(?![\p{L}])/giu, 'xã/phường, tỉnh/thành phố'],
  [/(?<![\p{L}])quận(?![\p{L}])/giu, 'phường, thành phố'],
  [/(?<![\p{L}])thị trấn(?![\p{L}])/giu, 'xã'],
  [
    /(?<![\p{L}])(?:Bộ|Sở) (?:TT\s?&\s?TT|TTTT|Thông tin và Truyền thông)(?![\p{L}])/gu,
    'Bộ/Sở Khoa học và Công nghệ',
  ],
];

/** The words of a text that are on the list, with where they begin. */
export const forbiddenWords = (text: string): {words: string; instead: string; index: number}[] =>
  forbidden.flatMap(([pattern, instead]) =>
    [...text.matchAll(pattern)].map(({0: words, index}) => ({words, instead, index})),
  );

/** Nobody is sent to an office or a service that is gone. */
export const forbiddenWording: LessonRule = (lesson) => {
  for (const {words, instead, index} of forbiddenWords(readableSource(lesson))) {
    lesson.report('wording-forbidden', lesson.source.placeAt(index), {words, instead});
  }
};
