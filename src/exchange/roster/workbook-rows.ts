import {strFromU8, unzipSync} from 'fflate';
import {breathe, type FileFlaw, type FileSheet, type MergedCells, mostRows} from './file-sheet.js';
import {unescapedXml} from './xml-text.js';

type WorkbookReading =
  | {readonly ok: true; readonly sheets: readonly FileSheet[]}
  | {readonly ok: false; readonly flaw: FileFlaw};

/** A few kilobytes can unfold into gigabytes. */
const mostUnpacked = 60_000_000;
const mostSheets = 40;
const mostColumns = 200;

const attribute = (tag: string, name: string) =>
  new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * The sheets of an .xlsx file as text, row by row, so that the page can draw in between and no worker is needed: our
 * policy allows none. A cell that computes shows what it last came to; what is merged stands where it begins, and is told where it reaches down.
 */
export async function workbookSheets(bytes: Uint8Array): Promise<WorkbookReading> {
  let unpacked = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter({name, originalSize}) {
        const isWanted =
          /^(?:\[|_rels|xl\/)[^]*\.(?:xml|rels)$/.test(name) &&
          !/\/(?:theme|drawings|media)\//.test(name);
        if (isWanted) unpacked += originalSize;
        return isWanted && unpacked <= mostUnpacked;
      },
    });
  } catch {
    return {ok: false, flaw: 'damaged'};
  }
  if (unpacked > mostUnpacked) return {ok: false, flaw: 'too-large'};
  // Word and OpenDocument files are packed in the same way.
  if (!files['xl/workbook.xml']) return {ok: false, flaw: 'not-a-table'};
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  await breathe();
  const strings = sharedStrings(text('xl/sharedStrings.xml'));
  await breathe();
  const workbook = text('xl/workbook.xml');
  const asDay = dayReader(text('xl/styles.xml'), /date1904="(?:1|true)"/.test(workbook));
  const sheets: FileSheet[] = [];
  for (const {name, target} of sheetsIn(workbook, text('xl/_rels/workbook.xml.rels'))) {
    if (sheets.length >= mostSheets) break;
    const read = await rowsIn(text(target), strings, asDay);
    if (!read) return {ok: false, flaw: 'too-many-rows'};
    sheets.push({name, ...read});
  }
  return {ok: true, sheets};
}

function sheetsIn(workbook: string, relations: string) {
  const targets = new Map(
    (relations.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  );
  return (workbook.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [])
    .filter((tag) => !/state="(?:hidden|veryHidden)"/.test(tag))
    .map((tag) => {
      const target = targets.get(/\s\w+:id="([^"]*)"/.exec(tag)?.[1]) ?? '';
      return {
        name: unescapedXml(attribute(tag, 'name') ?? ''),
        target: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      };
    });
}

/** Texts inside a string, without how it is pronounced. */
const textIn = (xml: string) =>
  [
    ...xml
      .replace(/<(?:\w+:)?rPh\b[^]*?<\/(?:\w+:)?rPh>/g, '')
      .matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g),
  ]
    .map(([, part = '']) => unescapedXml(part))
    .join('')
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );

const sharedStrings = (xml: string): string[] =>
  [...xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([^]*?)<\/(?:\w+:)?si>)/g)].map(
    ([, inside = '']) => textIn(inside),
  );

/** Numbers that a format shows as days. Ids below 164 are the program's own. */
function dayReader(
  styles: string,
  from1904: boolean,
): (style: number, value: number) => string | undefined {
  const own = new Map(
    (styles.match(/<(?:\w+:)?numFmt\s[^>]*>/g) ?? []).map((tag) => [
      Number(attribute(tag, 'numFmtId')),
      unescapedXml(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const formats = (/<(?:\w+:)?cellXfs[^]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '').match(
    /<(?:\w+:)?xf\s[^>]*>/g,
  );
  const areDays = (formats ?? []).map((tag) => {
    const id = Number(attribute(tag, 'numFmtId'));
    const code = (own.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || /[dy]/i.test(code);
  });
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (style, value) => {
    if (!areDays[style] || value < 1 || value > 100_000) return undefined;
    return new Date(epoch + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
  };
}

function columnOf(address: string): number {
  let column = 0;
  for (const letter of address) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

async function rowsIn(
  xml: string,
  strings: readonly string[],
  asDay: (style: number, value: number) => string | undefined,
): Promise<Omit<FileSheet, 'name'> | undefined> {
  const rows: string[][] = [];
  const hidden = new Set<number>();
  let seen = 0;
  for (const [, tag = '', inside = ''] of xml.matchAll(
    /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([^]*?)<\/(?:\w+:)?row>)/g,
  )) {
    const at = Number(attribute(tag, 'r') ?? rows.length + 1) - 1;
    const row = cellsIn(inside, strings, asDay);
    // Formatted down to the last row of the sheet, and empty.
    if (row.every((cell) => cell === '')) continue;
    if (at >= mostRows * 4 || seen >= mostRows) return undefined;
    while (rows.length < at) rows.push([]);
    rows[at] = row;
    if (/^(?:1|true)$/.test(attribute(tag, 'hidden') ?? '')) hidden.add(at + 1);
    seen += 1;
    if (seen % 1000 === 0) await breathe();
  }
  return {rows, hidden, merged: mergedIn(xml)};
}

function mergedIn(xml: string): MergedCells[] {
  const merged: MergedCells[] = [];
  for (const [, start = '', first, last] of xml.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g,
  )) {
    if (Number(last) <= Number(first)) continue;
    merged.push({column: columnOf(start), first: Number(first) - 1, last: Number(last) - 1});
    if (merged.length >= mostRows) break;
  }
  return merged;
}

function cellsIn(
  xml: string,
  strings: readonly string[],
  asDay: (style: number, value: number) => string | undefined,
): string[] {
  const cells: string[] = [];
  for (const [, tag = '', inside = ''] of xml.matchAll(
    /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([^]*?)<\/(?:\w+:)?c>)/g,
  )) {
    const address = attribute(tag, 'r');
    const at = address === undefined ? cells.length : columnOf(address);
    if (at < 0 || at >= mostColumns) continue;
    while (cells.length < at) cells.push('');
    cells[at] = cellOf(tag, inside, strings, asDay);
  }
  return cells;
}

function cellOf(
  tag: string,
  inside: string,
  strings: readonly string[],
  asDay: (style: number, value: number) => string | undefined,
): string {
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return textIn(inside);
  const value = unescapedXml(/<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(inside)?.[1] ?? '');
  if (type === 's') return strings[Number(value)] ?? '';
  // Its computing failed: there is nothing to read.
  if (type === 'e') return '';
  if (type === 'str' || type === 'd' || value === '') return value;
  const number = Number(value);
  // As people see it: 0912345678 typed as a number is 912345678, not 9.12345678E8.
  if (!Number.isFinite(number)) return value;
  const day = asDay(Number(attribute(tag, 's') ?? 0), number);
  return day ?? (Number.isInteger(number) ? number.toFixed(0) : String(number));
}
