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

/** Where a PIN is kept. `change` shows it and keeps what it is given back, unless that is the same; resolves to `R`. */
export interface PinPlace {
  change<R>(
    step: (pin: Pin | undefined) => readonly [next: Pin | undefined, result: R],
  ): Promise<R>;
}

const learnerPlace = (database: Database, key: LearnerKey): PinPlace => ({
  change: (step) =>
    database.write(['learners'], async (tx) => {
      const row = await tx.get('learners', key);
      const [pin, result] = step(row?.pin);
      if (row && pin && pin !== row.pin) tx.put('learners', key, {...row, pin});
      return result;
    }),
});

/**
 * Resolves when `digits` are the learner's PIN, or there is none; a wrong one is counted where
 * every tab and the next visit see it. Rejects with `pin-needed` (facts: tries, wait) without
 * digits or during a pause, and with `pin-wrong` (the same facts).
 */
export const enterPin = (
  database: Database,
  key: LearnerKey,
  digits: string | undefined,
  now: () => number,
): Promise<void> => enterPinAt(learnerPlace(database, key), digits, now);

/** The same of a PIN that is kept anywhere. */
export async function enterPinAt(
  place: PinPlace,
  digits: string | undefined,
  now: () => number,
): Promise<void> {
  const pin = await place.change((there) => {
    const next = there && anchored(there, now());
    return [next, next];
  });
  if (!pin) return;
  if (digits === undefined || pauseLeft(pin, now()) > 0) throw needed(pin, now());
  const salt = fromBase32(pin.salt) ?? new Uint8Array(0);
  const {bytes} = await stretch(digits, salt, pin.rounds);
  const isRight = toBase32(bytes) === pin.hash;
  const failure = await place.change<KnsError | undefined>((there) => {
    if (!there) return [there, undefined];
    // Another tab may have tried meanwhile, and be in its pause now.
    if (pauseLeft(there, now()) > 0) return [there, needed(there, now())];
    // Nothing to write down: on a full phone that would fail.
    if (isRight && there.failed === 0) return [there, undefined];
    const failed = isRight ? 0 : there.failed + 1;
    const next = {...there, failed, failedAt: isRight ? 0 : now()};
    if (isRight) return [next, undefined];
    return [next, new KnsError('pin-wrong', 'Another PIN.', {facts: factsOf(next, now())})];
  });
  if (failure) throw failure;
}
