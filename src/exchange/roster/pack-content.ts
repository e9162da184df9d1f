import {crc32} from '../crc32.js';
import {inflate, inflatedParts} from '../deflate.js';

/** Of a pack's text without the progress in it, in bytes: ten thousands of people. What is no larger as a whole is read at once. */
export const mostOfRoster = 8_000_000;
/** Packed records and codes in letters hardly become smaller: a file that says they do says something else. */
const mostUnfolded = 4;
/** How the last part begins. */
const progressMark = ',"progress":"';
/** What no file of progress has as JSON writes it: other letters, and anything escaped but ends of lines. */
const foreign = /[^\w.+/=\\-]|\\(?!n)/;

interface Claimed {
  /** Of the text, in bytes. */
  readonly size: number;
  readonly sum: number;
}

/**
 * The JSON in a pack; `damaged` where there is none, and `too-big` where it is more than a roster and progress in proportion to
 * the file, told before it is there. Never throws.
 */
export function packContent(deflated: Uint8Array, {size, sum}: Claimed): unknown {
  if (size > mostOfRoster + mostUnfolded * deflated.length) return 'too-big';
  try {
    if (size > mostOfRoster) return inParts(deflated, {size, sum});
    const text = inflate(deflated, size);
    if (!text || crc32(text) !== sum) return 'damaged';
    return JSON.parse(new TextDecoder().decode(text)) as unknown;
  } catch {
    return 'damaged';
  }
}

/** The roster is read as JSON, and nothing but letters after it: no part is larger than its bound while it comes. */
function inParts(deflated: Uint8Array, {size, sum}: Claimed): unknown {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  const progress: string[] = [];
  let roster = '';
  let isProgress = false;
  let carried = '';
  let [length, found] = [0, 0];
  for (const part of inflatedParts(deflated)) {
    length += part.length;
    if (length > size) return 'damaged';
    found = crc32(part, found);
    let text = decoder.decode(part, {stream: true});
    if (!isProgress) {
      const from = Math.max(0, roster.length - progressMark.length);
      roster += text;
      const at = roster.indexOf(progressMark, from);
      if (at < 0 && roster.length > mostOfRoster) return 'too-big';
      if (at < 0) continue;
      text = roster.slice(at + progressMark.length);
      roster = roster.slice(0, at);
      isProgress = true;
    }
    // The end of the whole, or half of an end of a line, is known with what follows.
    text = carried + text;
    const kept = Math.max(0, text.length - 2);
    const end = text[kept - 1] === '\\' ? kept - 1 : kept;
    carried = text.slice(end);
    if (foreign.test(text.slice(0, end))) return 'damaged';
    progress.push(text.slice(0, end));
  }
  if (length !== size || found !== sum || carried !== '"}') return 'damaged';
  const content = JSON.parse(`${roster}}`) as object;
  return {...content, progress: progress.join('').split('\\n').join('\n')};
}
