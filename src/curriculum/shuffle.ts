/** FNV-1a over UTF-16 units: spreads seeds that differ in one letter. */
function hashOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32: each call gives the next number in [0, 1). */
function randomFrom(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * The items in an order that depends only on `seed` (learner and question), so that a
 * question looks the same after a reload and different to one's neighbour. Leaves `items` as they are.
 */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const random = randomFrom(hashOf(seed));
  const rest = [...items];
  const order: T[] = [];
  while (rest.length > 0) order.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return order;
}
