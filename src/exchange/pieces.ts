import type {ErrorCode, Facts} from '../errors.js';
import {findFiles, isSection} from './found-files.js';
import {type CodeKind, findTextCodes, type FoundCode} from './text-code.js';

/** One thing of ours within something that was sent: bytes to be read, or why there are none. */
export type Piece = {
  /** Its beginning as it stood there. */
  readonly found: string;
  /** The name of the file it came in. */
  readonly file?: string;
} & (
  | {readonly kind: Exclude<CodeKind, 'frame'> | 'section'; readonly bytes: Uint8Array}
  | {readonly reason: ErrorCode; readonly facts: Facts}
);

/** What can be sent. */
export type Sent = string | Uint8Array | Blob;

/** A file of 5,000 learners has about 30 MB; one of a commune 0.5 MB. */
export const mostInFile = 20_000_000;
/** Enough to tell a picture from a text. */
const beginning = 4096;
const shown = 24;

const refusal = (reason: ErrorCode, facts: Facts = {}, found = ''): Piece => ({
  found,
  reason,
  facts,
});

/** What kind of file begins like this, when it is none of ours; `name` tells spreadsheets from other archives. */
function kindOf(bytes: Uint8Array, name: string): string | undefined {
  const begins = (...magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (begins(0x50, 0x4b, 3, 4)) return /\.(xlsx|xlsm|ods)$/i.test(name) ? 'spreadsheet' : 'zip';
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return /\.xls$/i.test(name) ? 'spreadsheet' : 'document';
  if (begins(0xff, 0xd8, 0xff) || begins(0x89, 0x50, 0x4e, 0x47)) return 'picture';
  if (ascii(0, 4) === 'GIF8' || ascii(8, 12) === 'WEBP') return 'picture';
  if (/^ftyp(hei|hev|mif|avi)/.test(ascii(4, 11))) return 'picture';
  if (ascii(0, 4) === '%PDF') return 'document';
  return undefined;
}

/** The text of a file; nothing when it is none. Older Windows saves two bytes a letter, with a mark in front. */
function textOf(bytes: Uint8Array): string | undefined {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, {fatal: true}).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const pieceOf = (code: FoundCode): Piece => {
  const {kind, found} = code;
  if ('reason' in code) return {found, reason: code.reason, facts: code.facts};
  // One picture of a row: the others are missing.
  if (kind === 'frame') return refusal('code-cut', {}, found);
  return {found, kind, bytes: code.bytes};
};

function piecesInText(text: string): Piece[] {
  const pieces: Piece[] = [];
  let around = '';
  let at = 0;
  for (const {from, to, whole, lines} of findFiles(text)) {
    around += `${text.slice(at, from)}\n`;
    at = to;
    if (!whole)
      pieces.push(refusal('file-damaged', {lines: lines.length}, text.slice(from, from + shown)));
    for (const line of lines) {
      if (typeof line === 'string') {
        const codes = findTextCodes(line);
        pieces.push(...codes.map(pieceOf));
        // What a later version may write; in a damaged file it is the damage, which was named already.
        if (codes.length === 0 && whole) {
          pieces.push(refusal('newer-format', {}, line.slice(0, shown)));
        }
      } else if (isSection(line)) {
        pieces.push({found: 'KNSF1', kind: 'section', bytes: line});
      } else if (whole) pieces.push(refusal('newer-format', {}, 'KNSF1'));
    }
  }
  around += text.slice(at);
  pieces.push(...findTextCodes(around).map(pieceOf));
  return pieces;
}

function piecesInBytes(bytes: Uint8Array, name: string): Piece[] {
  // A part of a larger buffer would be kept with all of it.
  if (isSection(bytes)) return [{found: '', kind: 'section', bytes: bytes.slice()}];
  const text = textOf(bytes);
  if (text !== undefined) return piecesInText(text);
  return [refusal('file-unreadable', {what: kindOf(bytes, name) ?? 'binary'})];
}

async function piecesInFile(file: Blob, name: string): Promise<Piece[]> {
  if (file.size > mostInFile) return [refusal('too-big', {size: file.size, most: mostInFile})];
  try {
    const first = new Uint8Array(await file.slice(0, beginning).arrayBuffer());
    const what = kindOf(first, name);
    if (what !== undefined) return [refusal('file-unreadable', {what})];
    const isShort = file.size <= beginning;
    return piecesInBytes(isShort ? first : new Uint8Array(await file.arrayBuffer()), name);
  } catch {
    // Moved or deleted since it was chosen, or on a memory card that was pulled out.
    return [refusal('file-unreadable', {what: 'gone'})];
  }
}

/**
 * Everything of ours in one thing that was sent: codes and files anywhere in a text, in a file by its content,
 * whatever its name. A picture or an archive is told by its first bytes, and what is too large by its size, without reading on.
 * Never rejects; `nothing-found` when there is nothing.
 */
export async function piecesIn(sent: Sent): Promise<readonly Piece[]> {
  const name = typeof sent === 'object' && 'name' in sent ? String(sent.name) : '';
  let pieces: Piece[];
  if (typeof sent === 'string') {
    const {length} = sent;
    pieces =
      length > mostInFile
        ? [refusal('too-big', {size: length, most: mostInFile})]
        : piecesInText(sent);
  } else if (sent instanceof Uint8Array) {
    pieces =
      sent.length > mostInFile
        ? [refusal('too-big', {size: sent.length, most: mostInFile})]
        : piecesInBytes(sent, name);
  } else pieces = await piecesInFile(sent, name);
  if (pieces.length === 0) pieces.push(refusal('nothing-found'));
  return name === '' ? pieces : pieces.map((piece) => ({...piece, file: name}));
}
