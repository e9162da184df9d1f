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
  try {
    for (const part of inflatedParts(deflated)) {
      length += part.length;
      if (length > size) return undefined;
      bytes.set(part, length - part.length);
    }
  } catch {
    return undefined;
  }
  return length === size ? bytes : undefined;
}

/** What was deflated, in parts of which no more than about 8 MB are there at a time. Throws where it cannot be unpacked. */
export function* inflatedParts(deflated: Uint8Array): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  const stream = new Inflate((part) => parts.push(part));
  let at = 0;
  do {
    const end = at + portion;
    stream.push(deflated.subarray(at, end), end >= deflated.length);
    yield* parts;
    parts = [];
    at = end;
  } while (at < deflated.length);
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
