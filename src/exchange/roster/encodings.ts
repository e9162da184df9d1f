import {unlegacy} from './old-letters.js';
import {wordsWith} from './vietnamese-words.js';

/** How the letters of a text were written. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1258' | 'windows-1252';

/** The text of bytes whose encoding nobody names: marks first, then whatever makes the most Vietnamese of them. */
export function decoded(bytes: Uint8Array): {readonly text: string; readonly encoding: Encoding} {
  const wide = wideEncoding(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    return {text: clean(text), encoding: 'utf-16'};
  }
  try {
    return {text: clean(new TextDecoder('utf-8', {fatal: true}).decode(bytes)), encoding: 'utf-8'};
  } catch {
    // What Windows wrote before it knew Unicode.
  }
  const marked = clean(new TextDecoder('windows-1258').decode(bytes));
  const plain = clean(new TextDecoder('windows-1252').decode(bytes));
  const inMarked = wordsWith(marked);
  const inPlain = wordsWith(unlegacy([plain])?.put(plain) ?? plain);
  // Cut off or damaged in places: what is lost there is seen, and the rest is read.
  const broken = clean(new TextDecoder('utf-8').decode(bytes));
  if (wordsWith(broken) > Math.max(inMarked, inPlain)) return {text: broken, encoding: 'utf-8'};
  return inMarked > inPlain
    ? {text: marked, encoding: 'windows-1258'}
    : {text: plain, encoding: 'windows-1252'};
}

const clean = (text: string) => text.replace(/^\ufeff/u, '').normalize('NFC');

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Without a mark: every other byte of plain letters is zero.
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  if (zeros[1]! > head.length / 6) return 'utf-16le';
  return zeros[0]! > head.length / 6 ? 'utf-16be' : undefined;
}
