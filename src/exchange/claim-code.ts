import {fromBase32, toBase32} from '../store/reckoning/base32.js';
import type {LearnerKey} from '../store/reckoning/record.js';
import {BitReader, BitWriter} from './bits.js';
import type {Unreadable} from './digest.js';
import {framed, headBits, headOf, intact} from './digest-layout.js';
import {textCodeOf} from './text-code.js';

/**
 * "I am the one you invited": somebody who had learned before the invitation came goes on as who they were, and says
 * so beside their progress. Only who was handed the invitation knows its key.
 */
export interface Claim {
  /** Who they are on their device. */
  readonly learner: LearnerKey;
  /** The key that the invitation carries. */
  readonly invited: LearnerKey;
}

/** `KNSA1.` and the claim in base32, found by `findTextCodes` like a progress code. */
export const claimCodeOf = (claim: Claim): string => textCodeOf(encodeClaim(claim), 'claim');

/** A claim as bytes, in the one way to write it; see docs/format.md. */
export function encodeClaim({learner, invited}: Claim): Uint8Array {
  const body = new BitWriter();
  for (const key of [learner, invited]) {
    for (const byte of fromBase32(key) ?? new Uint8Array(10)) body.put(byte, 8);
  }
  return framed([false, false, false, false], body);
}

/** Reads a claim somebody sent; never throws. Reasons: `code-damaged`, `newer-format`. */
export function decodeClaim(bytes: Uint8Array): Claim | Unreadable {
  if (!intact(bytes)) return {reason: 'code-damaged', facts: {}};
  const {layout, core, total} = headOf(bytes);
  const bits = new BitReader(bytes.subarray(0, core - 4));
  const flags = bits.take(8) & 0xf;
  if (layout !== 1 || core !== total || flags !== 0)
    return {reason: 'newer-format', facts: {layout}};
  bits.take(headBits - 8);
  const take = () => toBase32(Uint8Array.from({length: 10}, () => bits.take(8)));
  const read = {learner: take(), invited: take()};
  const again = encodeClaim(read);
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at])
    ? read
    : {reason: 'code-damaged', facts: {}};
}
