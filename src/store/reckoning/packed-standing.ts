import type {Draft, LessonStanding, QuestionStanding, Reach, Standing} from './standing.js';
import {unknownDay} from './standing.js';

/** Raised when older readers would misread the bytes; they then count as unreadable and are made again. */
const layout = 1;

/** Names and numbers in turn: JSON in one native call, no object per entry. */
interface Packed {
  v: number;
  e: number;
  n: 0 | 1;
  /** key, reach + 8 × practised, day (-1 unknown), run */
  l: (string | number)[];
  /** key, firstRight + 2 × firstWrong + 4 × right + 8 × tries */
  q: (string | number)[];
  t: Standing['totals'];
  c: Standing['covered'];
  a: Standing['attested'];
  r: Standing['retired'];
}

/** A standing as ASCII bytes for a row. `unpackStanding` gives the same standing back. */
export function packStanding(standing: Standing): Uint8Array {
  const l: Packed['l'] = [];
  for (const key in standing.lessons) {
    const {reach, day, run, practised} = standing.lessons[key]!;
    l.push(key, reach + (practised ? 8 : 0), day === unknownDay ? -1e9 : day, run);
  }
  const q: Packed['q'] = [];
  for (const key in standing.questions) {
    const {firstRight, firstWrong, right, tries} = standing.questions[key]!;
    q.push(key, (firstRight ? 1 : 0) + (firstWrong ? 2 : 0) + (right ? 4 : 0) + 8 * tries);
  }
  const {epoch, newer, totals, covered, attested, retired} = standing;
  const packed: Packed = {
    v: layout,
    e: epoch,
    n: newer ? 1 : 0,
    l,
    q,
    t: totals,
    c: covered,
    a: attested,
    r: retired,
  };
  const text = JSON.stringify(packed);
  return asciiOf(text) ?? asciiOf(text.replace(/[^\0-\x7f]/g, escaped)) ?? new Uint8Array();
}

const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One byte per letter; nothing when a letter is foreign, which names never are. */
function asciiOf(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return undefined;
    bytes[index] = code;
  }
  return bytes;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A standing of the caller's own, free to be folded into; nothing when the bytes are not one. */
export function unpackStanding(bytes: Uint8Array): Draft | undefined {
  let text = '';
  // Longer argument lists overflow the stack of small engines.
  for (let start = 0; start < bytes.length; start += 4096) {
    text += String.fromCharCode.apply(undefined, bytes.subarray(start, start + 4096) as never);
  }
  let packed: Packed;
  try {
    packed = JSON.parse(text) as Packed;
  } catch {
    return undefined;
  }
  if (!isObject(packed) || packed.v !== layout) return undefined;
  const {e, n, l, q, t, c, a, r} = packed;
  if (!Array.isArray(l) || !Array.isArray(q) || ![t, c, a, r].every(isObject)) return undefined;
  const lessons: Record<string, LessonStanding> = {};
  for (let index = 0; index < l.length; index += 4) {
    const code = l[index + 1] as number;
    const day = l[index + 2] as number;
    lessons[l[index] as string] = {
      reach: (code & 7) as Reach,
      day: day === -1e9 ? unknownDay : day,
      run: l[index + 3] as number,
      practised: code > 7,
    };
  }
  const questions: Record<string, QuestionStanding> = {};
  for (let index = 0; index < q.length; index += 2) {
    const code = q[index + 1] as number;
    questions[q[index] as string] = {
      firstRight: (code & 1) > 0,
      firstWrong: (code & 2) > 0,
      right: (code & 4) > 0,
      tries: code >> 3,
    };
  }
  return {
    lessons,
    questions,
    epoch: e,
    totals: t,
    covered: c,
    attested: a,
    retired: r,
    newer: n === 1,
  };
}
