import * as z from 'zod/mini';

// Each ready-made check is a class of its own in every portal's script; these few say the same through one.

/** A whole number from `from` to `to`, both included. */
export const whole = (from: number, to = Number.MAX_SAFE_INTEGER) =>
  z.custom<number>((value) => {
    const number = value;
    return Number.isInteger(number) && number >= from && number <= to;
  });

/** Any number JSON can hold, not below `from`. */
export const number = (from = -Infinity) =>
  z.custom<number>((value) => typeof value === 'number' && value >= from);

/** A text that is not empty. */
export const someText = () => matching(/[^]/);

/** A text in which `pattern` is found. */
export const matching = (pattern: RegExp) =>
  z.custom<string>((value) => typeof value === 'string' && pattern.test(value));

/** For lists: from `from` to `to` items. */
export const count = (from: number, to = Number.MAX_SAFE_INTEGER) =>
  z.refine<readonly unknown[]>(({length}) => length >= from && length <= to);
