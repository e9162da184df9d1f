import {expect} from '@open-wc/testing';
import {strToU8, zipSync} from 'fflate';
import fc from 'fast-check';
import {csvOf} from '../../../src/exchange/csv.js';
import {fileRows} from '../../../src/exchange/roster/file-rows.js';
import {rosterIn} from '../../../src/exchange/roster/roster-sheet.js';
import {mostRows} from '../../../src/exchange/roster/file-sheet.js';
import {writeSpreadsheet} from '../../../src/exchange/spreadsheet.js';
import {mutations, runs} from '../../runs.js';
import {listIn, oneByte, tcvn3, utf16, utf8, workbook} from './lists.js';
import {waitingDuring} from './waiting-during.js';

const list =
  'Họ và tên;Chức vụ;Xã\nNguyễn Thị Hường;Tổ trưởng;Lũng Cú\nĐặng Văn Ứng;Tổ phó;Đồng Văn\n';
const cells = list
  .trim()
  .split('\n')
  .map((line) => line.split(';'));

const rowsOf = async (bytes: Uint8Array) => {
  const read = await fileRows(bytes);
  return read.ok ? read.sheets[0]!.rows : read.flaw;
};

describe('a list that a trainer brings', () => {
  it('is read in every encoding Windows ever wrote', async () => {
    const files: Record<string, Uint8Array> = {
      'UTF-8': utf8(list),
      'UTF-8 with its mark': utf8(`\ufeff${list}`),
      'letters taken apart': utf8(list.normalize('NFD')),
      'UTF-16': utf16(list),
      'UTF-16, big end first': utf16(list, {big: true}),
      'UTF-16 without a mark': utf16(list, {marked: false}),
      'windows-1258': oneByte(list, 'windows-1258'),
      // Its capitals with a tone are small letters of another font.
      TCVN3: oneByte(tcvn3(list.replace('Ứng', 'ứng')), 'windows-1252'),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const read = JSON.stringify(await rowsOf(bytes)).replace('ứng', 'Ứng');
      expect(read, name).to.equal(JSON.stringify(cells));
    }
  });

  it('is read in letters of VNI', async () => {
    // Written out by hand: nothing of the table under test.
    const vni =
      'Hoï vaø teân;Chöùc vuï;Xaõ\nNguyeãn Thò Höôøng;Toå tröôûng;Luõng Cuù\nÑaëng Vaên ÖÙng;Toå phoù;Ñoàng Vaên\n';
    expect(await rowsOf(oneByte(vni, 'windows-1252'))).to.deep.equal(cells);
  });

  it('is parted by whatever separator it has, and cells in quotes stay whole', async () => {
    for (const separator of [';', ',', '\t', '|']) {
      const text = cells
        .map((row) =>
          [...row, 'a"b; c, d\t|\ne']
            .map((cell) => `"${cell.replaceAll('"', '""')}"`)
            .join(separator),
        )
        .join('\r\n');
      expect(await rowsOf(utf8(text)), separator).to.deep.equal(
        cells.map((row) => [...row, 'a"b; c, d\t|\ne']),
      );
      const bare = cells.map((row) => row.join(separator)).join('\r\n');
      expect(await rowsOf(utf8(bare)), separator).to.deep.equal(cells);
    }
    expect(await rowsOf(utf8(`sep=;\n${list}`))).to.deep.equal(cells);
  });

  it('loses no row to a quotation mark that somebody typed, and no file to a broken letter', async () => {
    const typed = 'Họ và tên;Tổ\n"Một A;1\nHai "B";1\nBa C;"\nBốn D;1\n';
    expect(await rowsOf(utf8(typed))).to.deep.equal([
      ['Họ và tên', 'Tổ'],
      ['"Một A', '1'],
      ['Hai "B"', '1'],
      ['Ba C', '"'],
      ['Bốn D', '1'],
    ]);
    const broken = Uint8Array.from([...utf8(list), 0xc3, ...utf8('n;Tổ phó;Lũng Cú\n')]);
    expect(await rowsOf(broken)).to.deep.equal([...cells, ['\ufffdn', 'Tổ phó', 'Lũng Cú']]);
  });

  it('comes back from what we write, as text and as workbook', async () => {
    const cell = fc.string({unit: fc.constantFrom(...'ab"; ,\n=+-1Đứ')}).map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), {minLength: 1, maxLength: 5}),
        async (rows) => {
          const written = [['Họ và tên', 'Xã'], ...rows];
          const read = await rowsOf(csvOf(written));
          const plain = (value: string) => (/^[=+\-@]/.test(value) ? `'${value}` : value);
          expect(read).to.deep.equal(written.map((row) => row.map(plain)));
        },
      ),
      {numRuns: Math.ceil(runs / 10)},
    );
    const book = await writeSpreadsheet([
      {name: 'DS', rows: [...cells, ['=1+1', 12.5, {day: '2026-11-22'}]], widths: [20, 20, 20]},
    ]);
    expect(await rowsOf(book)).to.deep.equal([...cells, ['=1+1', '12.5', '2026-11-22']]);
  });

  it('is a workbook of another program: runs of text, computed cells, days, numbers, an empty tail', async () => {
    const book = workbook(
      [
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>',
        '<row r="4"><c r="A4"><f>A3+1</f><v>1</v></c><c r="B4" t="str"><f>UPPER(B9)</f><v>LÙ THỊ MỶ</v></c><c r="C4" s="1"><v>25234</v></c><c r="D4"><v>9.12345678E8</v></c><c r="E4" t="e"><v>#REF!</v></c><c r="F4" t="inlineStr"><is><t>a &amp; b</t></is></c></row>',
        '<row r="9000"><c r="A9000" s="1"/></row>',
      ],
      {
        strings: [
          '<r><t>Họ </t></r><r><t>tên</t></r><rPh><t>x</t></rPh>',
          '<t>Ngày_x0020_sinh</t>',
        ],
      },
    );
    expect(await rowsOf(book)).to.deep.equal([
      [],
      ['', 'Họ tên', 'Ngày sinh'],
      [],
      ['1', 'LÙ THỊ MỶ', '1969-01-31', '912345678', '', 'a & b'],
    ]);
  });

  it('is a workbook with a filter on: what is hidden is read, and named', async () => {
    const row = (number: number, name: string, rest = '') =>
      `<row r="${number}"${rest}><c r="A${number}" t="inlineStr"><is><t>${name}</t></is></c></row>`;
    const book = workbook([
      row(1, 'Danh sách', ' hidden="1"'),
      row(2, 'Họ và tên'),
      row(3, 'Vàng Mí Hùng', ' spans="1:1" hidden="1"'),
      row(4, 'Lù Thị Mỷ', ' hidden="0"'),
      '<row r="5" hidden="true"/>',
      row(6, 'Sùng A Páo', ' hidden="true"'),
    ]);
    const read = await fileRows(book);
    const sheet = read.ok ? rosterIn(read.sheets, 2026) : undefined;
    expect(sheet?.people.map(({name}) => name)).to.deep.equal([
      'Vàng Mí Hùng',
      'Lù Thị Mỷ',
      'Sùng A Páo',
    ]);
    expect(sheet?.hidden).to.deep.equal([3, 6]);

    const old = workbook([
      row(1, tcvn3('Họ và tên')),
      row(2, tcvn3('Nguyễn Thị Hường'), ' hidden="1"'),
      row(3, tcvn3('Đặng Văn ứng')),
    ]);
    const inOldLetters = await listIn(old);
    expect(inOldLetters.people.map(({name}) => name)).to.deep.equal([
      'Nguyễn Thị Hường',
      'Đặng Văn ứng',
    ]);
    expect(inOldLetters.hidden).to.deep.equal([2]);
  });

  it('is a page that a portal calls a workbook', async () => {
    const page =
      '<html><head><style>td{color:red}</style></head><table><tr><th>Họ và tên<th colspan="2">Đơn vị</tr>' +
      '<tr><td rowspan=2>Lù &amp; M&#7929;</td><td>Tổ&nbsp;1<br>A</td><td>x</td></tr><tr><td><b>Tổ 2</b></td><td>y</td></tr></table></html>';
    const read = await fileRows(utf8(page));
    expect(read).to.deep.include({ok: true, kind: 'page'});
    expect(await rowsOf(utf8(page))).to.deep.equal([
      ['Họ và tên', 'Đơn vị', ''],
      ['Lù & Mỹ', 'Tổ 1 A', 'x'],
      ['Lù & Mỹ', 'Tổ 2', 'y'],
    ]);
  });

  it('is named for what it is where it is no list', async () => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    const locked = new Uint8Array([...old, ...utf16('EncryptedPackage', {marked: false})]);
    const word = zipSync({'word/document.xml': strToU8('<w/>')});
    const book = workbook(['<row><c><v>1</v></c></row>']);
    const flaws = [
      [new Uint8Array(), 'not-a-table'],
      [utf8('%PDF-1.7 …'), 'not-a-table'],
      [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 1), 'not-a-table'],
      [word, 'not-a-table'],
      [old, 'old-workbook'],
      [locked, 'locked'],
      [book.subarray(0, 300), 'damaged'],
      [utf8('<?xml version="1.0"?><Workbook xmlns="urn">'), 'old-workbook'],
      [new Uint8Array(20_000_001).fill(65), 'too-large'],
      [zipSync({'xl/workbook.xml': new Uint8Array(60_000_001)}), 'too-large'],
    ] as const;
    for (const [bytes, flaw] of flaws) expect(await rowsOf(bytes)).to.equal(flaw);
  });

  it('of two hundred thousand rows is refused while the page goes on drawing', async () => {
    const bytes = utf8('Nguyễn Văn A;Tổ 1;0912\n'.repeat(200_000));
    const {result: read, longest} = await waitingDuring(() => rowsOf(bytes));
    expect(read).to.equal('too-many-rows');
    expect(mostRows).to.be.below(200_000);
    expect(longest).to.be.below(0.5);
  });

  it('never breaks the page, however it was damaged', async () => {
    const sound = [
      utf8(list),
      oneByte(list, 'windows-1258'),
      workbook(['<row><c r="A1" t="s"><v>0</v></c></row>'], {strings: ['<t>x</t>']}),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), {maxLength: 8}),
        async (which, changes) => {
          const bytes = sound[which]!.slice();
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const read = await fileRows(bytes);
          expect(typeof read.ok).to.equal('boolean');
        },
      ),
      {numRuns: Math.ceil(mutations / 4)},
    );
  });
});
