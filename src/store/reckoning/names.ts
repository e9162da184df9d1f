const collator = new Intl.Collator('vi');

/** Family name, middle names and given name: Vietnamese lists go by the last of them first. */
function parts(name: string): readonly [given: string, family: string, middle: string] {
  const words = name.trim().split(/\s+/u);
  const given = words.at(-1) ?? '';
  return words.length > 1 ? [given, words[0] ?? '', words.slice(1, -1).join(' ')] : [given, '', ''];
}

/** Order of a Vietnamese class list: given name, then family name, then middle names. */
export function compareNames(left: string, right: string): number {
  const [a, b] = [parts(left), parts(right)];
  return (
    collator.compare(a[0], b[0]) || collator.compare(a[1], b[1]) || collator.compare(a[2], b[2])
  );
}

/** A text as people type it into a search box: without tone marks, đ as d, lower case, single spaces. */
export const foldName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .trim()
    .replace(/\s+/gu, ' ');

/** Words by their place in the order of the language; words that compare as equal share a place. */
function placesOf(words: Iterable<string>): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let place = -1;
  let former: string | undefined;
  for (const word of [...new Set(words)].sort(collator.compare)) {
    if (former === undefined || collator.compare(former, word) !== 0) place++;
    places.set(word, place);
    former = word;
  }
  return places;
}

/**
 * Indices of `names` in the order of `compareNames`; equal names keep their order. In steps, so that a page can draw in
 * between. A province's names are made of some hundred words: each is compared once, and the people by numbers.
 */
export function* orderOfNames(names: readonly string[]): Generator<void, Uint32Array> {
  const split = names.map(parts);
  yield;
  const given = placesOf(split.map(([first]) => first));
  yield;
  const family = placesOf(split.map(([, second]) => second));
  const middle = placesOf(split.map(([, , third]) => third));
  yield;
  // Three places in one number: exact up to 2^53, which is 2^17 different words in each part.
  const keys = Float64Array.from(
    split,
    ([first, second, third]) =>
      (given.get(first)! * 0x20000 + family.get(second)!) * 0x40000 + middle.get(third)!,
  );
  yield;
  return Uint32Array.from(names.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
}
