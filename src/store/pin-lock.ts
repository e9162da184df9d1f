import {KnsError} from '../errors.js';
import type {Database} from './database.js';
import {anchored, freeTries, pauseLeft, type Pin} from './pin.js';
import {fromBase32, toBase32} from './reckoning/base32.js';
import type {LearnerKey} from './reckoning/record.js';
import {stretch} from './stretched.js';

/** What a screen that asks for a PIN has to say: tries before the next pause, and what is left of this one in ms. */
const factsOf = (pin: Pin, now: number) => ({
  tries: Math.max(0, freeTries - pin.failed),
  wait: pauseLeft(pin, now),
});

const needed = (pin: Pin, now: number) =>
  new KnsError('pin-needed', 'A PIN stands before this learner.', {facts: factsOf(pin, now)});

/** The PIN as it is kept. Throws `pin-refused` for anything but four to six digits. */
export async function pinOf(digits: string): Promise<Pin> {
  if (!/^\d{4,6}$/.test(digits)) throw new KnsError('pin-refused', 'Four to six digits.');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const {rounds, bytes} = await stretch(digits, salt);
  return {salt: toBase32(salt), rounds, hash: toBase32(bytes), failed: 0, failedAt: 0};
}

/**
 * Resolves when `digits` are the learner's PIN, or there is none; a wrong one is counted where
 * every tab and the next visit see it. Rejects with `pin-needed` (facts: tries, wait) without
 * digits or during a pause, and with `pin-wrong` (the same facts).
 */
export async function enterPin(
  database: Database,
  key: LearnerKey,
  digits: string | undefined,
  now: () => number,
): Promise<void> {
  const anchor = () =>
    database.write(['learners'], async (tx) => {
      const row = await tx.get('learners', key);
      const pin = row?.pin && anchored(row.pin, now());
      if (pin && pin !== row.pin) tx.put('learners', key, {...row, pin});
      return pin;
    });
  const pin = await anchor();
  if (!pin) return;
  if (digits === undefined || pauseLeft(pin, now()) > 0) throw needed(pin, now());
  const salt = fromBase32(pin.salt) ?? new Uint8Array(0);
  const {bytes} = await stretch(digits, salt, pin.rounds);
  const isRight = toBase32(bytes) === pin.hash;
  const failure = await database.write(['learners'], async (tx) => {
    const row = await tx.get('learners', key);
    if (!row?.pin) return undefined;
    // Another tab may have tried meanwhile, and be in its pause now.
    if (pauseLeft(row.pin, now()) > 0) return needed(row.pin, now());
    // Nothing to write down: on a full phone that would fail.
    if (isRight && row.pin.failed === 0) return undefined;
    const failed = isRight ? 0 : row.pin.failed + 1;
    const next = {...row.pin, failed, failedAt: isRight ? 0 : now()};
    tx.put('learners', key, {...row, pin: next});
    if (isRight) return undefined;
    return new KnsError('pin-wrong', 'Another PIN.', {facts: factsOf(next, now())});
  });
  if (failure) throw failure;
}
