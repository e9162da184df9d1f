/** What people put around an answer without meaning it: spaces, quotes, a full stop. */
const around = /^[\s"'“”‘’«».,;:!?…]+|[\s"'“”‘’«».,;:!?…]+$/gu;
const tone = /[\u0300\u0301\u0303\u0309\u0323]/u;

/**
 * One spelling for all spellings of the same Vietnamese words: case, normal form, spaces, surrounding
 * punctuation and where the tone stands in its syllable (hoà, hòa) make no difference. Which tone it is does.
 */
export function spellingOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+/gu, (syllable) => {
      const mark = tone.exec(syllable)?.[0] ?? '';
      return (syllable.replace(mark, '') + mark).normalize('NFD');
    })
    .replace(around, '')
    .replace(/\s+/gu, ' ');
}

const shape = /^([+\-\u2212\u2013]?)\s*(\d[\d.,\s]*?)\s*([^\d.,\s].*|[.,]?)$/su;

const multiples: readonly (readonly [name: string, factor: number])[] = [
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['triệu', 1e6],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
];

const sameUnits: readonly (readonly string[])[] = [
  ['đồng', 'đ', '₫', 'vnđ', 'vnd'],
  ['%', 'phần trăm'],
];

/** Digits with either decimal sign. The Vietnamese reading comes first: `1.234` is 1234 and `1,234` is 1.234. */
function valueOf(digits: string): number {
  const grouped = digits.replace(/(?<=\d)\s+(?=\d{3}(?!\d))/gu, '');
  if (/^(?!0\.)\d{1,3}(\.\d{3})+(,\d+)?$/.test(grouped)) {
    return Number(grouped.replaceAll('.', '').replace(',', '.'));
  }
  if (/^\d{1,3}(,\d{3})+\.\d+$|^\d{1,3}(,\d{3}){2,}$/.test(grouped)) {
    return Number(grouped.replaceAll(',', ''));
  }
  return /^\d+([.,]\d+)?$/.test(grouped) ? Number(grouped.replace(',', '.')) : Number.NaN;
}

/** The factor that the words after a number multiply it by; NaN when they name another unit. */
function factorOf(words: string, unit: string): number {
  if (words === '') return 1;
  if (/\d/.test(words)) return Number.NaN;
  const names = (sameUnits.find((same) => same.includes(unit)) ?? [unit]).map(spellingOf);
  const isUnit = (text: string) =>
    unit === '' ||
    text === '' ||
    names.some(
      (name) => text === name || text.startsWith(`${name} `) || name.startsWith(`${text} `),
    );
  if (isUnit(words) && unit !== '') return 1;

  for (const [name, factor] of multiples) {
    const multiple = spellingOf(name);
    if (words !== multiple && !words.startsWith(`${multiple} `)) continue;
    return isUnit(words.slice(multiple.length).trim()) ? factor : Number.NaN;
  }
  return isUnit(words) ? 1 : Number.NaN;
}

/**
 * The number somebody typed, NaN when it is none: `1.234`, `1234,5`, `1 234`, `10 triệu đồng`, `12 phút`.
 * `unit` is what the question counts in; another unit behind the number makes it no answer.
 */
export function numberIn(text: string, unit = ''): number {
  const match = shape.exec(text.normalize('NFC').trim());
  if (!match) return Number.NaN;
  const [, sign = '', digits = '', words = ''] = match;
  const value = valueOf(digits) * factorOf(spellingOf(words), unit.normalize('NFC').toLowerCase());
  return sign === '' || sign === '+' ? value : -value;
}
