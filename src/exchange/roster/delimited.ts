import {breathe, type Cells} from './file-sheet.js';

const separators = [';', '\t', ',', '|'] as const;

/** The separator that cuts the first lines into the most, and most equal, columns. */
function separatorOf(text: string): string {
  const named = /^sep=(.)\r?\n/iu.exec(text)?.[1];
  if (named) return named;
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .slice(0, 40);
  let best: string = ',';
  let most = 0;
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((n) => n > 0);
    const usual = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    const score = counts.filter((n) => n === usual).length * Math.min(usual, 12);
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

/** Rows of a text whose cells a separator parts, quoted where they hold one. Nothing where there are more than `most`. */
export async function delimitedRows(text: string, most: number): Promise<Cells[] | undefined> {
  const separator = separatorOf(text);
  const body = text.replace(/^sep=.\r?\n/iu, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < body.length) {
    let cell: string;
    const end = body[at] === '"' ? closing(body, at + 1, separator) : undefined;
    if (end !== undefined) {
      cell = body.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      // Something behind the closing quote: it belongs to the cell.
      const rest = untilSeparator(body, at, separator);
      cell += body.slice(at, rest);
      at = rest;
    } else {
      const rest = untilSeparator(body, at, separator);
      cell = body.slice(at, rest);
      at = rest;
    }
    row.push(cell);
    if (body[at] === separator) {
      at += 1;
      if (at === body.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at += body.startsWith('\r\n', at) ? 2 : 1;
    if (rows.length > most) return undefined;
    if (rows.length % 2000 === 0) await breathe();
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/**
 * Where a quoted cell ends. Nothing where its mark is one that somebody typed: it has no other, or the other stands lines
 * further down in the middle of a cell, and all the rows between would be one.
 */
function closing(text: string, from: number, separator: string): number | undefined {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at < 0) return undefined;
  const next = text[at + 1];
  const isEnd = next === undefined || next === separator || next === '\n' || next === '\r';
  return isEnd || !text.slice(from, at).includes('\n') ? at : undefined;
}

function untilSeparator(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length) {
    const letter = text[at];
    if (letter === separator || letter === '\n' || letter === '\r') break;
    at += 1;
  }
  return at;
}
