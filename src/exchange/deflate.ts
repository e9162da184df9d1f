import {deflateSync, Inflate, inflateSync} from 'fflate';

/** How much is unpacked at once: what a few kilobytes can become still fits a cheap phone. */
const portion = 8192;

/** Raw deflate, the same bytes for the same bytes. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, {level: 9});

/**
 * What was deflated, when it is exactly `size` bytes long; else nothing. Whatever the bytes unfold to,
 * unpacking stops soon after `size`, so the caller's bound on `size` is a bound on work and memory. Never throws.
 */
export function inflate(deflated: Uint8Array, size: number): Uint8Array | undefined {
  if (deflated.length <= portion) return inflateAtOnce(deflated, size);
  const bytes = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((part) => {
    if (length + part.length <= size) bytes.set(part, length);
    length += part.length;
  });
  try {
    let at = 0;
    do {
      const end = at + portion;
      stream.push(deflated.subarray(at, end), end >= deflated.length);
      at = end;
    } while (at < deflated.length && length <= size);
  } catch {
    return undefined;
  }
  return length === size ? bytes : undefined;
}

/** Twice as quick; what is written past the end of `out` is lost, so that one byte of room tells too much from enough. */
function inflateAtOnce(deflated: Uint8Array, size: number): Uint8Array | undefined {
  try {
    const bytes = inflateSync(deflated, {out: new Uint8Array(size + 1)});
    return bytes.length === size ? bytes : undefined;
  } catch {
    return undefined;
  }
}
