import type {LearnerKey} from '../store/reckoning/record.js';
import {BitWriter} from './bits.js';
import type {Unreadable} from './digest.js';
import {
  damaged,
  isWrittenSo,
  plainBody,
  plainFrame,
  putLearner,
  takeLearner,
} from './plain-frame.js';
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
  putLearner(body, learner);
  putLearner(body, invited);
  return plainFrame(body);
}

/** Reads a claim somebody sent; never throws. Reasons: `code-damaged`, `newer-format`. */
export function decodeClaim(bytes: Uint8Array): Claim | Unreadable {
  const bits = plainBody(bytes);
  if ('reason' in bits) return bits;
  const read = {learner: takeLearner(bits), invited: takeLearner(bits)};
  return isWrittenSo(bytes, encodeClaim(read)) ? read : damaged;
}
