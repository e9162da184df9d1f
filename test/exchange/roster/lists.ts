import {strToU8, zipSync} from 'fflate';
import {fileRows} from '../../../src/exchange/roster/file-rows.js';
import {rosterIn, type RosterSheet} from '../../../src/exchange/roster/roster-sheet.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function utf16(text: string, {big = false, marked = true} = {}): Uint8Array {
  const whole = (marked ? '\ufeff' : '') + text;
  const view = new DataView(new ArrayBuffer(whole.length * 2));
  for (let at = 0; at < whole.length; at += 1) view.setUint16(at * 2, whole.charCodeAt(at), !big);
  return new Uint8Array(view.buffer);
}

/** Bytes of a text in an encoding of a byte a letter, tones as marks of their own where it has no letter for them. */
export function oneByte(text: string, encoding: 'windows-1258' | 'windows-1252'): Uint8Array {
  const letters = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    letters.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  }
  const bytes = [...text.normalize('NFC')].flatMap((letter) => {
    const direct = letters.get(letter);
    if (direct !== undefined) return [direct];
    const parts = [...letter.normalize('NFD')];
    const tone = parts.findIndex((part) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(part));
    const [mark] = parts.splice(tone, 1);
    return [parts.join('').normalize('NFC'), mark!].map((part) => letters.get(part)!);
  });
  return Uint8Array.from(bytes);
}

const tcvn3From = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦';
const tcvn3To = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';

/** The letters of a text as a font of .VnTime keeps them. */
export const tcvn3 = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => [...tcvn3From][[...tcvn3To].indexOf(letter)] ?? letter)
    .join('');

/** A workbook of one sheet as another program writes it: shared strings, numbers, days, merged cells. */
export function workbook(
  rows: readonly string[],
  {strings = [] as readonly string[], merges = [] as readonly string[]} = {},
): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const files: Record<string, string> = {
    'xl/workbook.xml': `${head}<workbook><sheets><sheet name="ẩn" sheetId="2" state="hidden" r:id="rId9"/><sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** What a list says, whatever file it comes in. */
export async function listIn(file: Uint8Array | string): Promise<RosterSheet> {
  const read = await fileRows(typeof file === 'string' ? utf8(file) : file);
  if (!read.ok) throw new Error(read.flaw);
  const sheet = rosterIn(read.sheets, 2026);
  if (!sheet) throw new Error('no list');
  return sheet;
}
