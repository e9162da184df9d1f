import {toBase32} from './reckoning/base32.js';
import type {LearnerKey, RecordId} from './reckoning/record.js';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A UUIDv7: the time in front, 74 random bits behind. Works on plain http, where
 * `crypto.randomUUID` is missing.
 */
export function newRecordId(now: number): RecordId {
  const bytes = random(16);
  let rest = Math.max(0, Math.floor(now));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const text = hex(bytes);
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-');
}

/** 10 random bytes as base32: a learner or a device made here. */
export const newKey = (): LearnerKey => toBase32(random(10));

/** Names one life of the database; another one means that the former was emptied. */
export const newIncarnation = (): string => toBase32(random(10));
