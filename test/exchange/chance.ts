/** Numbers from 0 to 1 that look like chance and are the same at every run. */
export function chanceOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many bytes of chance. */
export function bytesOf(length: number, seed: number): Uint8Array {
  const chance = chanceOf(seed);
  return Uint8Array.from({length}, () => Math.floor(256 * chance()));
}
