import * as z from 'zod/mini';

// Each ready-made check is a class of its own in every portal's script; these few say the same through one.

/** A whole number from `from` to `to`, both included. */
export const whole = (from: number, to = Number.MAX_SAFE_INTEGER) =>
  z.number().check(z.refine((value) => Number.isInteger(value) && value >= from && value <= to));

/** A text that is not empty. */
export const someText = () => z.string().check(z.regex(/[^]/));

/** For lists: from `from` to `to` items. */
export const count = (from: number, to = Number.MAX_SAFE_INTEGER) =>
  z.refine<readonly unknown[]>(({length}) => length >= from && length <= to);
