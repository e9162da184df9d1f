import {wordsWith} from './vietnamese-words.js';

/** Letters of a font from before Unicode, as they look to a program that takes them for Western European ones. */
export interface OldLetters {
  readonly font: 'tcvn3' | 'vni';
  readonly put: (text: string) => string;
}

// Fonts named .Vn…: a byte a letter.
const tcvn3From = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦';
const tcvn3To = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';
const tcvn3 = new Map([...tcvn3From].map((from, at) => [from, [...tcvn3To][at]!]));

// Fonts named VNI-…: a letter and behind it its marks as one more letter.
const vniMarks: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const vniLetters: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  í: 'í',
  ì: 'ì',
};

const cased = (text: string, like: string) =>
  like === like.toUpperCase() && like !== like.toLowerCase() ? text.toUpperCase() : text;

const fromTcvn3 = (text: string) =>
  [...text.normalize('NFC')].map((letter) => tcvn3.get(letter) ?? letter).join('');

const fromVni = (text: string) =>
  text
    .normalize('NFC')
    .replace(/([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñæóòîíì]/giu, (all, base?: string, mark = '') => {
      if (base === undefined) return cased(vniLetters[all.toLowerCase()] ?? all, all);
      const letter = cased(vniLetters[base.toLowerCase()] ?? base, base);
      return (letter + (vniMarks[(mark as string).toLowerCase()] ?? '')).normalize('NFC');
    });

/** What puts these cells right, where they make far more Vietnamese in letters of an old font than as they stand. */
export function unlegacy(cells: readonly string[]): OldLetters | undefined {
  const text = cells.join(' ');
  const asIs = wordsWith(text);
  const candidates: readonly OldLetters[] = [
    {font: 'tcvn3', put: fromTcvn3},
    {font: 'vni', put: fromVni},
  ];
  let best: OldLetters | undefined;
  let most = Math.max(asIs, 0);
  for (const each of candidates) {
    const score = wordsWith(each.put(text));
    if (score > most) [best, most] = [each, score];
  }
  return best;
}
