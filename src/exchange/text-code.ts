import type {ErrorCode, Facts} from '../errors.js';
import {base32Value, fromBase32, toBase32} from '../store/reckoning/base32.js';
import {headOf, intact} from './digest-layout.js';

/**
 * What a code carries: `progress`, a digest · `receipt`, what a trainer says they hold · `invitation`, to study as a
 * member of a team · `claim`, who was invited · `frame`, one part of a row of QR codes, whose bytes say nothing alone
 * and are not checked here.
 */
export type CodeKind = 'progress' | 'receipt' | 'invitation' | 'claim' | 'frame';

/** A code found in a text: whole bytes, or why there are none. */
export type FoundCode = {
  readonly kind: CodeKind;
  /** Its beginning as it stood in the text. */
  readonly found: string;
  /** Where it begins, in UTF-16 units. */
  readonly at: number;
} & ({readonly bytes: Uint8Array} | {readonly reason: ErrorCode; readonly facts: Facts});

const prefixOf: Readonly<Record<CodeKind, string>> = {
  progress: 'KNS1.',
  receipt: 'KNSR1.',
  invitation: 'KNSI1.',
  claim: 'KNSA1.',
  frame: 'KNSQ1.',
};

/** The text that carries a digest, a receipt or a frame, upper case so that a QR code stays small. */
export const textCodeOf = (bytes: Uint8Array, kind: CodeKind = 'progress'): string =>
  prefixOf[kind] + toBase32(bytes);

// Chat programs break lines, add marks nobody sees, and keyboards write a small L for a one.
const prefix =
  /k[\s\p{Cf}]{0,4}n[\s\p{Cf}]{0,4}s[\s\p{Cf}]{0,4}(?:([rqia])[\s\p{Cf}]{0,4})?[1il][\s\p{Cf}]{0,4}\./giu;

/** What may stand between two characters of a code: space, the unseen, quotes, list and quotation marks, emoji. */
const skippable = /[\s\p{Cf}\p{So}\p{Sk}\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f"'“”„‘’«»`´>|*_~\-–—]/u;
const combining = /\p{M}/u;
const lead = 4;
const shown = 24;
/** No QR code holds more letters, so no frame has them. */
const longestFrame = 4296;

/**
 * Every code in a text, in order: a single one, or a whole chat export.
 * The length stands in the first four characters, so that words right behind a code do no harm. Only a frame ends
 * at the first character that is none of its letters: it comes from a scanner, not from somebody's hands.
 */
export function findTextCodes(text: string): FoundCode[] {
  const prefixes = [...text.matchAll(prefix)];
  return prefixes.map((match, index) => {
    const at = match.index;
    const [whole, mark] = match;
    const start = at + whole.length;
    const end = prefixes[index + 1]?.index ?? text.length;
    const kind = kindOf(mark);
    const result = kind === 'frame' ? readFrame(text, start, end) : readCode(text, start, end);
    return {kind, found: text.slice(at, Math.min(at + shown, end)), at, ...result};
  });
}

function kindOf(mark: string | undefined): CodeKind {
  const letter = mark?.toUpperCase();
  if (letter === 'Q') return 'frame';
  if (letter === 'R') return 'receipt';
  if (letter === 'I') return 'invitation';
  return letter === 'A' ? 'claim' : 'progress';
}

/** Reads on from `start`, never past `end`, where the next code begins. */
function readCode(
  text: string,
  start: number,
  end: number,
): {bytes: Uint8Array} | {reason: ErrorCode; facts: Facts} {
  let letters = '';
  let need = lead;
  for (let at = start; at < end && letters.length < need;) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += letter.length;
    if (skippable.test(letter)) continue;
    // A letter under a mark is the beginning of a Vietnamese word, not of more code.
    const next = text.codePointAt(at);
    const marked =
      next !== undefined && combining.test(String.fromCodePoint(next)) && next !== 0xfe0f;
    if (marked || base32Value(letter) < 0) break;
    letters += letter;
    if (letters.length === lead) need = charactersOf(letters);
  }
  if (letters.length < need) {
    return {reason: 'code-cut', facts: {have: letters.length, need}};
  }
  const bytes = fromBase32(letters);
  return bytes && intact(bytes) ? {bytes} : {reason: 'code-damaged', facts: {}};
}

function readFrame(
  text: string,
  start: number,
  end: number,
): {bytes: Uint8Array} | {reason: ErrorCode; facts: Facts} {
  let at = start;
  while (at < Math.min(end, start + longestFrame) && base32Value(text.charAt(at)) >= 0) at++;
  const bytes = fromBase32(text.slice(start, at));
  return bytes?.length ? {bytes} : {reason: 'code-damaged', facts: {}};
}

/** The length of a code in characters, from its first four. */
function charactersOf(letters: string): number {
  const bits = [...letters].reduce((held, letter) => held * 32 + base32Value(letter), 0) * 16;
  const head = Uint8Array.of(bits >> 16, (bits >> 8) & 0xff, bits & 0xff);
  return Math.max(lead, Math.ceil((headOf(head).total * 8) / 5));
}
