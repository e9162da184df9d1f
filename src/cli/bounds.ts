import type {Report} from './flaw.js';
import type {SourceFile} from './source-file.js';

/**
 * Beyond these a text is no lesson any more, and reading its Markdown takes minutes: some of what it is
 * written in costs the square of its length or depth.
 */
const bounds = {passage: 5_000, indent: 24, blocks: 40} as const;

/** What opens a list or a quote, with the spaces before and between. */
const markers = /^(?:[ \t>*+-]|\d{1,9}[.)](?=[ \t]))*/;

/** Reports the first passage that is too long, too deep, or in too many blocks at once; true when there is none. */
export function withinBounds(source: SourceFile, body: string, report: Report): boolean {
  let offset = 0;
  let passage = 0;
  let open = 0;
  for (const line of body.split('\n')) {
    const place = () => source.placeAt(offset);
    passage = line.trim() === '' ? 0 : passage + line.length + 1;
    if (passage > bounds.passage) {
      report('passage-too-long', place(), {most: bounds.passage});
      return false;
    }
    if (/^[ \t]*:::+[ \t]*$/.test(line)) open = Math.max(0, open - 1);
    else if (/^[ \t]*:::/.test(line)) open += 1;
    const depth = line.trim() === '' ? 0 : (markers.exec(line)?.[0].length ?? 0);
    if (depth > bounds.indent || open > bounds.blocks) {
      report('nested-too-deep', place());
      return false;
    }
    offset += line.length + 1;
  }
  return true;
}
