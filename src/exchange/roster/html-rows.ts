import {breathe, type Cells} from './file-sheet.js';
import {unescapedXml} from './xml-text.js';

const blank = (markup: string) =>
  unescapedXml(
    markup
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, '')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/\s+/gu, ' ')
    .trim();

const spanOf = (tag: string, name: string) =>
  Math.min(50, Number(new RegExp(`\\s${name}\\s*=\\s*["']?(\\d{1,2})`, 'i').exec(tag)?.[1] ?? 1));

/**
 * Rows of the tables in a page, as portals hand them out under the name of a workbook. Nothing of the page is drawn or
 * run: its tags are cut away. Nothing where there are more rows than `most`.
 */
export async function htmlRows(text: string, most: number): Promise<Cells[] | undefined> {
  const rows: string[][] = [];
  /** Cells that reach down into the next rows: column → how far and what. */
  const reaching = new Map<number, {left: number; text: string}>();
  for (const [, inside = ''] of text.matchAll(
    /<tr\b[^>]*>([\s\S]*?)(?=<\/tr>|<tr\b|<\/table>|$)/gi,
  )) {
    const row: string[] = [];
    const fill = () => {
      for (let over = reaching.get(row.length); over && over.left > 0;) {
        over.left -= 1;
        row.push(over.text);
        over = reaching.get(row.length);
      }
    };
    for (const [, tag = '', content = ''] of inside.matchAll(
      /<t[dh]\b([^>]*)>([\s\S]*?)(?=<\/t[dh]>|<t[dh]\b|$)/gi,
    )) {
      fill();
      const cell = blank(content);
      const down = spanOf(tag, 'rowspan');
      if (down > 1) reaching.set(row.length, {left: down - 1, text: cell});
      row.push(cell, ...Array.from({length: spanOf(tag, 'colspan') - 1}, () => ''));
    }
    fill();
    rows.push(row);
    if (rows.length > most) return undefined;
    if (rows.length % 500 === 0) await breathe();
  }
  return rows;
}
