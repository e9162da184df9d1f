import {toBase32} from './reckoning/base32.js';
import {hexOf} from './reckoning/heads.js';
import type {DeviceKey, LearnerKey, RecordId} from './reckoning/record.js';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const digits = (value: number, count: number) => value.toString(16).padStart(count, '0');

/**
 * Makes UUIDv7s in rising order: the time in front, which goes a millisecond ahead rather than repeat, the first 4
 * bytes of this device's key, and 16 bits that tell apart twins who bear the same key: drawn once per call of this
 * and mixed with the time. So an id hardly says more than the one before, and records fit a QR code. Works on plain
 * http, where `crypto.randomUUID` is missing.
 */
export function recordIds(now: () => number, device: () => DeviceKey): () => RecordId {
  const [high = 0, low = 0] = random(2);
  let time = 0;
  return () => {
    time = Math.max(Math.floor(now()), time + 1);
    const text = `${digits(time, 12)}70008000${hexOf(device())}${digits((high * 256 + low) ^ (time % 65536), 4)}`;
    return text.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
}

/** 10 random bytes as base32: a learner or a device made here. */
export const newKey = (): LearnerKey => toBase32(random(10));

/** Names one life of the database; another one means that the former was emptied. */
export const newIncarnation = (): string => toBase32(random(10));
