import {alphabet, base32Value} from './base32.js';
import type {MemberCode} from './member.js';

/** Characters before the check character. */
const length = 6;

/** A value of GF(32), whose polynomial is x⁵ + x² + 1, times x. */
const timesX = (value: number) => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * Sum of all characters times x⁶ … x⁰ in GF(32). Each place weighs something else, and none nothing: so no single wrong
 * character, and no two that changed places, leave it as it was.
 */
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => timesX(sum) ^ value, 0);

/** The six characters with their check character. */
export const withCheck = (six: string): MemberCode =>
  six + alphabet.charAt(sumOf([...[...six].map(base32Value), 0]));

/**
 * The code in a text as people write it: lower case, spaces and hyphens between, O for 0, I and L for 1. Nothing where
 * it is none, or was copied wrongly.
 */
export function readMemberCode(text: string): MemberCode | undefined {
  const values = [...text.replace(/[\s.\-‐‑–]/gu, '')].map(base32Value);
  if (values.length !== length + 1 || values.includes(-1) || sumOf(values) !== 0) return undefined;
  return values.map((value) => alphabet.charAt(value)).join('');
}

/** Letters first, so that no spreadsheet takes a code for a number, and no month before digits, which would be a day. */
const isPlain = (six: string) => /^[A-Z](?![A-Z]{2,4}\d)/.test(six);

/** Makes a code out of random bytes, asked for 6 at a time until they spell one that is not `taken`. */
export function newMemberCode(
  random: (length: number) => Uint8Array,
  taken: (code: MemberCode) => boolean,
): MemberCode {
  for (;;) {
    const six = Array.from(random(length), (byte) => alphabet.charAt(byte & 31)).join('');
    const code = withCheck(six);
    if (isPlain(six) && !taken(code)) return code;
  }
}
