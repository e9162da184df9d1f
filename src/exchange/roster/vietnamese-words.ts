const marks = /[\u0300\u0301\u0303\u0309\u0323]/u;
const syllable =
  /^(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?[aăâeêioôơuưy]{1,3}(?:ch|c|m|ng|nh|n|p|t)?$/u;

/** How many of the words with letters beyond ASCII a Vietnamese could say, less those nobody could. */
export function wordsWith(text: string): number {
  let sum = 0;
  const sample = text.slice(0, 200_000);
  for (const [word] of sample.matchAll(/[\p{L}\p{M}\u00a0-\u00bf×÷]+/gu)) {
    if (!/[^\u0000-\u007f]/u.test(word)) continue;
    const apart = word.toLowerCase().normalize('NFD');
    const tones = apart.match(new RegExp(marks.source, 'gu'))?.length ?? 0;
    const bare = apart.replace(new RegExp(marks.source, 'gu'), '').normalize('NFC');
    sum += tones <= 1 && syllable.test(bare) ? 1 : -1;
  }
  return sum;
}
