import type {LessonDraft} from '../lesson.js';

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/**
 * The lesson's file with everything blanked out that nobody reads as words: tokens, ids, attributes,
 * addresses, comments, and the front matter but for title and outcome. Offsets stay true.
 */
export function readableSource({source, bodyAt}: LessonDraft): string {
  const head = source.text
    .slice(0, bodyAt)
    .split('\n')
    .map((line) => (/^(title|outcome):/.test(line) ? line : blank(line)))
    .join('\n');
  const body = source.text
    .slice(bodyAt)
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, blank)
    .replace(/\{\{[^{}]*\}\}/g, blank)
    .replace(/^:::.*$/gm, blank)
    .replace(/\{#[^{}]*\}/g, blank)
    .replace(/\]\([^)\s]*/g, blank);
  return head + body;
}
