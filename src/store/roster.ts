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
