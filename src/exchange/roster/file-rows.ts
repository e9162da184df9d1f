import {decoded, type Encoding} from './encodings.js';
import {delimitedRows} from './delimited.js';
import {type FileFlaw, type FileSheet, mostRows} from './file-sheet.js';
import {htmlRows} from './html-rows.js';
import {unlegacy} from './old-letters.js';

/** The rows of a file, and what it really was; or why there are none. */
export type FileReading =
  | {
      readonly ok: true;
      readonly sheets: readonly FileSheet[];
      readonly kind: 'workbook' | 'page' | 'text';
      /** How its letters were written; absent in workbooks, which say so themselves. */
      readonly encoding?: Encoding;
      /** Letters of a font from before Unicode (.VnTime, VNI) that were put right. */
      readonly oldFont?: 'tcvn3' | 'vni';
    }
  | {readonly ok: false; readonly flaw: FileFlaw};

const mostBytes = 20_000_000;

const starts = (bytes: Uint8Array, ...wanted: readonly number[]) =>
  wanted.every((byte, at) => bytes[at] === byte);

/**
 * Reads a file that somebody calls a list, whatever its name says: a workbook, a page that was saved as one (as portals
 * export it), or text in any encoding and with any separator. Never throws.
 */
export async function fileRows(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length === 0) return {ok: false, flaw: 'not-a-table'};
  if (bytes.length > mostBytes) return {ok: false, flaw: 'too-large'};
  if (starts(bytes, 0x50, 0x4b)) {
    const {workbookSheets} = await import('./workbook-rows.js');
    const read = await workbookSheets(bytes);
    if (!read.ok) return read;
    return {ok: true, kind: 'workbook', ...putRight(read.sheets)};
  }
  // What Excel wrote before 2007, and what it writes with a password.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const isLocked = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
    return {ok: false, flaw: isLocked ? 'locked' : 'old-workbook'};
  }
  const {text, encoding} = decoded(bytes);
  // Control characters and no lines: a picture, a PDF, a program.
  if (/^%PDF-|[\u0000-\u0008\u000e-\u001a]/u.test(text.slice(0, 4000))) {
    return {ok: false, flaw: 'not-a-table'};
  }
  if (/^\s*<\?xml[\s\S]{0,400}<Workbook/i.test(text)) return {ok: false, flaw: 'old-workbook'};
  const isPage = /^\s*<(?:!doctype|html|meta|table|\?xml|head|body|style)/i.test(text);
  const rows = await (isPage ? htmlRows : delimitedRows)(text, mostRows);
  if (rows === undefined) return {ok: false, flaw: 'too-many-rows'};
  return {ok: true, kind: isPage ? 'page' : 'text', encoding, ...putRight([{name: '', rows}])};
}

/** Letters of old fonts, judged over the whole file: a single name may look like either. */
function putRight(sheets: readonly FileSheet[]) {
  const legacy = unlegacy(
    sheets
      .flatMap(({rows}) => rows.slice(0, 200).flat())
      .filter((cell) => /[^\u0000-\u007f]/u.test(cell))
      .slice(0, 1000),
  );
  if (!legacy) return {sheets};
  return {
    oldFont: legacy.font,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map(legacy.put)),
    })),
  };
}
