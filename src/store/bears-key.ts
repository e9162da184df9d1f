import {fromBase32} from './reckoning/base32.js';
import type {LearnerKey} from './reckoning/record.js';

/**
 * Whether something that was found bears a learner's key, at whatever bit: in a code and in a section of a layout that nobody
 * here can read it still stands whole.
 */
export function bearsKey(found: string | Uint8Array, learner: LearnerKey): boolean {
  if (typeof found !== 'string') return has(found, learner);
  const letters = found.slice(found.indexOf('.') + 1);
  return found.includes(learner) || has(fromBase32(letters) ?? new Uint8Array(0), learner);
}

function has(bytes: Uint8Array, learner: LearnerKey): boolean {
  const key = fromBase32(learner) ?? new Uint8Array(0);
  for (let bit = 0; bit + 8 * key.length <= 8 * bytes.length; bit += 1) {
    let at = 0;
    while (at < key.length && byteAt(bytes, bit + 8 * at) === key[at]) at += 1;
    if (at === key.length && at > 0) return true;
  }
  return false;
}

/** Eight bits from any bit on. */
function byteAt(bytes: Uint8Array, bit: number): number {
  const at = bit >> 3;
  const two = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return (two >> (8 - (bit & 7))) & 0xff;
}
