import type {Place} from './flaw.js';

/** A text file of the course, in NFC and with `\n` line ends, so that every machine builds the same bytes. */
export interface SourceFile {
  /** Relative to the course folder, with `/`. */
  readonly path: string;
  readonly text: string;
  placeAt(offset: number): Place;
  /** Where `words` stand first at or after `from`; the place of `from` when they do not. */
  placeOf(words: string, from?: number): Place;
}

export function sourceFile(path: string, content: string): SourceFile {
  const text = content
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  const placeAt = (offset: number): Place => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {file: path, line: low + 1, column: offset - (starts[low] ?? 0) + 1};
  };
  return {
    path,
    text,
    placeAt,
    placeOf(words, from = 0) {
      const at = text.indexOf(words, from);
      return placeAt(at === -1 ? from : at);
    },
  };
}
