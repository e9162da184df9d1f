import {expect} from '@open-wc/testing';
import {csvOf} from '../../src/exchange/csv.js';
import {readSpreadsheet} from '../../src/exchange/spreadsheet.js';
import {type Table, textTableOf, workbookOf} from '../../src/exchange/table.js';

/** What a spreadsheet program would compute, run or fetch, was it not text. */
const formulas = [
  '=1+1',
  '+84 912 345 678',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '=HYPERLINK("http://x.example";"Bấm")',
  "=cmd|'/C calc'!A0",
];

const table: Table = {
  title: 'Việc: [đã] giao? *',
  head: ['Người', 'Số', 'Chậm nhất', 'Tỷ lệ'],
  rows: [
    ...formulas.map((text) => [text, -3, {on: 2517}, 0.25]),
    ['1/7', 1_234_567, {on: 0}, 0],
    ['0236', 1.5, {on: 2517}, 1],
    ['Nguyễn Thị “Lan”; "Hoa"', 2, '—', '—'],
  ],
};

describe('a table as a file', () => {
  it('has numbers as numbers, days as days and everything else as text in a workbook', async () => {
    const read = await readSpreadsheet(await workbookOf([table, table]));
    if (!read.ok) throw new Error(read.reason);
    expect(read.sheets.map(({name}) => name)).to.deep.equal([
      '1 Việc   đã  giao',
      '2 Việc   đã  giao',
    ]);
    const [head, ...rows] = read.sheets[0]!.rows;
    expect(head).to.deep.equal(table.head);
    expect(rows.map(([name]) => name)).to.deep.equal(
      // A return is a new line to whoever reads it.
      table.rows.map(([name]) => (name as string).replace('\r', '\n')),
    );
    expect(rows[0]).to.deep.equal([
      '=1+1',
      {kind: 'number', text: '-3'},
      {kind: 'day', text: '2026-11-22'},
      {kind: 'number', text: '0.25'},
    ]);
    expect(rows.at(-3)!.slice(1)).to.deep.equal([
      {kind: 'number', text: '1234567'},
      {kind: 'day', text: '2020-01-01'},
      {kind: 'number', text: '0'},
    ]);
    expect(rows.at(-1)!.slice(1)).to.deep.equal([{kind: 'number', text: '2'}, '—', '—']);
  });

  it('begins no formula in a text that Excel opens, and writes numbers and days as Vietnam does', async () => {
    const bytes = await textTableOf(table);
    expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    const cells = [...text.matchAll(/(?:^|;|\n)("(?:[^"]|"")*"|[^;\r\n]*)/g)].map(
      ([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1) : cell),
    );
    for (const cell of cells) expect(cell).to.match(/^(?![=+@\t\r\n]|-\D)/);
    expect(text).to.contain(`\r\n'=1+1;-3;22/11/2026;"0,25"\r\n`);
    expect(text).to.contain("\r\n'+84 912 345 678;");
    expect(text).to.contain('\r\n1/7;1234567;01/01/2020;0\r\n');
    expect(text).to.contain('"Nguyễn Thị “Lan”; ""Hoa""";2;—;—');
  });

  it('begins none with the wide signs of an Asian keyboard either', () => {
    const text = new TextDecoder().decode(csvOf([['＝1+1', '＋84', '－1', '＠tên', 'Tổ ＝ 1']]));
    expect(text).to.equal("'＝1+1;'＋84;'－1;'＠tên;Tổ ＝ 1\r\n");
  });
});
