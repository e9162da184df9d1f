import {fromBase64} from './base64.js';
import {crc32Of} from './crc32.js';

/** A file found in a text: its lines, and whether they are those it was written with. */
export interface FoundFile {
  /** Where it begins and ends in the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
  /** Sections as bytes, codes as text, and what is neither as it stands. */
  readonly lines: readonly (Uint8Array | string)[];
}

const firstLine = /KNSF1\.(\d{1,6})\.([0-9a-f]{8})\r?\n/g;
/** Whether a text holds anything that begins as a file does. */
export const holdsFile = (text: string): boolean => new RegExp(firstLine.source).test(text);

const code = /^KNS1\.[0-9A-Z]+$/;

/** How every section begins, of whatever layout. */
export const sectionMark = [0x4b, 0x53] as const;

/** Whether bytes claim to be a section. */
export const isSection = (bytes: Uint8Array): boolean =>
  sectionMark.every((byte, at) => bytes[at] === byte) && bytes.length > 39;

/**
 * Every file in a text: one alone, or one that was pasted whole. In a file that is not whole a line may still
 * be taken in, since each section and each code carries a check sum or a signature of its own; so a changed byte is
 * never believed, and a file cut short by a chat program costs only what was cut.
 */
export function findFiles(text: string): FoundFile[] {
  const files: FoundFile[] = [];
  for (const match of text.matchAll(firstLine)) {
    const from = match.index;
    // Within the file before.
    if (from < (files.at(-1)?.to ?? 0)) continue;
    const [head, count, sum] = match;
    const lines: string[] = [];
    let to = from + head.length;
    while (lines.length < Number(count) && to < text.length) {
      const end = text.indexOf('\n', to);
      const line = text.slice(to, end < 0 ? text.length : end);
      lines.push(line.endsWith('\r') && end >= 0 ? line.slice(0, -1) : line);
      to = end < 0 ? text.length : end + 1;
    }
    const found = crc32Of(lines.join('\n')).toString(16).padStart(8, '0');
    files.push({
      from,
      to,
      whole: lines.length === Number(count) && found === sum,
      lines: lines.map((line) => (code.test(line) ? line : (fromBase64(line) ?? line))),
    });
  }
  return files;
}
