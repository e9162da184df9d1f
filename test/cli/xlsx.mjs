import {readFileSync, writeFileSync} from 'node:fs';
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const unescaped = (text) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const lettersOf = (column) =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26));

/** The XML inside an .xlsx file, changed by `change` as another program would leave it. */
export function rewrite(file, change) {
  const files = unzipSync(readFileSync(file));
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  change(texts);
  writeFileSync(
    file,
    zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]))),
  );
}

export const textsOf = (file) =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

/** The texts of the n-th sheet by row and column, read without the library under test. */
export function cellsOf(file, sheet = 1) {
  const texts = textsOf(file);
  const shared = [...texts['xl/sharedStrings.xml'].matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, inside]) =>
      [...inside.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => unescaped(text)).join(''),
  );
  const xml = texts[`xl/worksheets/sheet${sheet}.xml`];
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, , inside = '']) => {
      const index = /<v>(\d+)<\/v>/.exec(inside)?.[1];
      return index === undefined ? '' : shared[Number(index)];
    }),
  );
}

const cellXml = (address, cell) => {
  if (typeof cell === 'object') return cell.xml(address);
  return cell === ''
    ? `<c r="${address}"/>`
    : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
};

/** Writes rows into the n-th sheet with the text beside the cell, as some programs do. */
export function putRows(file, rows, sheet = 1) {
  rewrite(file, (texts) => {
    const data = rows
      .map((row, at) => {
        const cells = row.map((cell, column) => cellXml(`${lettersOf(column)}${at + 1}`, cell));
        return `<row r="${at + 1}">${cells.join('')}</row>`;
      })
      .join('');
    const name = `xl/worksheets/sheet${sheet}.xml`;
    texts[name] = texts[name].replace(
      /<sheetData>.*<\/sheetData>/s,
      () => `<sheetData>${data}</sheetData>`,
    );
  });
}

/** Cells that are no text: what a program makes of something that was typed. */
export const numberCell = (text) => ({xml: (r) => `<c r="${r}"><v>${text}</v></c>`});
export const formulaCell = (formula, text) => ({
  xml: (r) => `<c r="${r}" t="str"><f>${formula}</f><v>${text}</v></c>`,
});
export const errorCell = (formula) => ({
  xml: (r) => `<c r="${r}" t="e"><f>${formula}</f><v>#N/A</v></c>`,
});
/** A style of its own is put behind the others: `numFmtId` 14 is the day of the machine's country. */
export function dayCell(file, serial) {
  let style;
  rewrite(file, (texts) => {
    const name = 'xl/styles.xml';
    const [, count] = /<cellXfs count="(\d+)"/.exec(texts[name]);
    style = count;
    texts[name] = texts[name]
      .replace(/<cellXfs count="\d+"/, `<cellXfs count="${Number(count) + 1}"`)
      .replace('</cellXfs>', '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs>');
  });
  return {xml: (r) => `<c r="${r}" s="${style}"><v>${serial}</v></c>`};
}
