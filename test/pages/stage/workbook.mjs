import {strToU8, zipSync} from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8"?>';

const row = (cells) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

/** A workbook of sheets of plain text, by their names, as a file to be chosen. */
export function workbookFile(name, sheets) {
  const named = Object.keys(sheets);
  const files = {
    'xl/workbook.xml': `${head}<workbook><sheets>${named
      .map((one, at) => `<sheet name="${one}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${named
      .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/s${at + 1}.xml"/>`)
      .join('')}</Relationships>`,
  };
  for (const [at, rows] of Object.values(sheets).entries()) {
    files[`xl/worksheets/s${at + 1}.xml`] =
      `${head}<worksheet><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`;
  }
  const packed = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, strToU8(text)]),
  );
  return {name, mimeType: 'application/octet-stream', buffer: Buffer.from(zipSync(packed))};
}
