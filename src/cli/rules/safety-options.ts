import type {LessonRule} from './rule.js';
import {wordsOfInline} from '../words-of-inline.js';

const verbs = [
  'đọc',
  'gửi',
  'chuyển',
  'bấm',
  'nhấn',
  'ấn',
  'chạm',
  'quét',
  'cài',
  'nhập',
  'điền',
  'đưa',
  'cho(?! rằng| là| nên)',
  'mở',
  'tải',
  'chụp',
  'trả',
  'nộp',
  'rút',
  'cung cấp',
  'chia sẻ',
  'đăng nhập',
  'làm theo',
  'nghe theo',
  'gọi',
  'kết bạn',
  'xác nhận',
  'bật',
  'tắt',
  'gỡ',
];
const command = new RegExp(
  `^[\\s"'“‘(]*(?:(?:cứ|hãy|thử|nên|mau|liền)\\s+)*(${verbs.join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
);

/** Wrong options of safety questions never read as an instruction: somebody may remember only that line. */
export const safetyOptions: LessonRule = ({questions, source, report}) => {
  for (const {question, offset} of questions) {
    if (!question.safety || (question.type !== 'choice' && question.type !== 'choices')) continue;
    for (const {id, text, correct} of question.options) {
      const verb = correct ? undefined : command.exec(wordsOfInline(text))?.[1];
      if (verb === undefined) continue;
      // The id stands at the end of the option's own line.
      const {line} = source.placeOf(`{#${id}}`, offset);
      const start = source.text.lastIndexOf('\n', source.text.indexOf(`{#${id}}`, offset)) + 1;
      const {column} = source.placeOf(verb, start);
      report('wrong-option-commands', {file: source.path, line, column}, {option: id, verb});
    }
  }
};
