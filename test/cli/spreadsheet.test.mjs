import assert from 'node:assert/strict';
import {cpSync, existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {zipSync, strToU8} from 'fflate';
import {courseFolder, emptyFolder, kynangso} from './fixture.mjs';
import {
  cellsOf,
  dayCell,
  errorCell,
  formulaCell,
  numberCell,
  putRows,
  rewrite,
  textsOf,
} from './xlsx.mjs';

const handbook = fileURLToPath(
  new URL('../../src/curriculum/courses/so-tay-ky-nang-so', import.meta.url),
);

const danang = `# Facts of Đà Nẵng.

# "Gặp tin lừa, ta {{duong_day_nong}}." · "Nhớ {{duong_day_nong}}."
- id: duong_day_nong   # the one that matters
  value: gọi 1022
  fallback: 'hỏi UBND xã/phường'
  scope: VN-48
  validFrom: 2025-07-01
  reviewBy: 2027-02-20   # ninety days
  confidence: press
  status: needs-review
  sources:
    - title: "Báo A: đường dây nóng"
      url: https://vi.du/a
      retrieved: 2026-11-01
    - title: Báo B
      url: https://vi.du/b
      retrieved: 2026-11-02

# Nobody knows yet.
- id: ung_dung
  value: ""
  fallback: ứng dụng công dân số
  scope: VN-48
  reviewBy: 2027-02-20
  confidence: unverified
  status: needs-review
  sources: []

- {id: ky_bao_cao, value: mỗi quý, fallback: đúng kỳ xã hẹn, scope: VN-48, validTo: 2026-12-31, reviewBy: 2027-02-20, confidence: press, status: current, sources: [{title: Báo C, url: "https://vi.du/c", retrieved: 2026-11-03}]}
- id: ky_bao_cao
  value: >-
    mỗi tháng một lần,
    vào ngày cuối
  fallback: đúng kỳ xã hẹn
  scope: VN-48
  validFrom: 2027-01-01
  reviewBy: 2027-02-20
  confidence: press
  status: current
  sources:
  - title: Báo D
    url: https://vi.du/d
    retrieved: 2026-11-03
`;

const file = 'facts/vn-48.yaml';

/** A course with facts of Đà Nẵng, taken out into a sheet. */
function takenOut(text = danang) {
  const folder = courseFolder([
    ['course.yaml', 'modules:', 'provinces:\n  - {id: VN-48, name: Đà Nẵng}\n\nmodules:'],
  ]);
  for (const id of ['ung_dung', 'ky_bao_cao']) {
    const national = readFileSync(join(folder, 'facts/vn.yaml'), 'utf8');
    const sentence = `\n# "Cả nước: {{${id}}}."\n`;
    const fact = `- {id: ${id}, value: "", fallback: hỏi xã, scope: VN, reviewBy: 2027-05-22, confidence: unverified, status: current, sources: []}\n`;
    writeFileSync(join(folder, 'facts/vn.yaml'), `${national.trimEnd()}\n${sentence}${fact}`);
  }
  writeFileSync(join(folder, file), text);
  const sheet = join(emptyFolder(), 'da-nang.xlsx');
  const {status, stdout} = kynangso('spreadsheet', folder, '--province', 'VN-48', '--out', sheet);
  assert.equal(status, 0, stdout);
  const rows = cellsOf(sheet);
  const column = (header) => rows[0].indexOf(header);
  return {
    folder,
    sheet,
    rows,
    yaml: () => readFileSync(join(folder, file), 'utf8'),
    /** Puts a word, or another cell, under a header in the n-th row as people count them. */
    put(row, header, cell) {
      assert.notEqual(column(header), -1, header);
      rows[row - 1][column(header)] = cell;
      putRows(sheet, rows);
    },
    bringIn: (...more) =>
      kynangso('spreadsheet', folder, '--province', 'VN-48', '--in', sheet, ...more),
    /** `code row:column` of everything that was named, by a command that failed for it. */
    flaws() {
      const {stdout, status} = this.bringIn('--json');
      assert.equal(status, 1);
      return JSON.parse(stdout).flaws.map(({code, line, column: at}) => `${code} ${line}:${at}`);
    },
    address: (row, header) => `${row}:${column(header) + 1}`,
  };
}

/** Holds that an edit changes these lines of the file and no other: `[former, now]`, in order. */
function changes({yaml}, former, expected) {
  const [before, after] = [former.split('\n'), yaml().split('\n')];
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  assert.deepEqual({gone, come}, expected);
}

describe('the facts of a province as a sheet', () => {
  it('have Vietnamese headers, the sentence, days and words as people write them, and every cell as text', () => {
    const {rows, sheet} = takenOut();
    assert.deepEqual(rows[0].slice(0, 14), [
      'Mã (không sửa)',
      'Phạm vi (không sửa)',
      'Câu trong bài (chỉ để đọc)',
      'Giá trị',
      'Câu dự phòng',
      'Kiểm chứng ngày',
      'Phải xem lại trước ngày',
      'Có hiệu lực từ ngày',
      'Có hiệu lực đến ngày',
      'Độ tin cậy',
      'Trạng thái',
      'Nguồn 1: tên',
      'Nguồn 1: địa chỉ',
      'Nguồn 1: ngày xem',
    ]);
    assert.deepEqual(rows[1].slice(0, 12), [
      'duong_day_nong',
      'VN-48',
      'Gặp tin lừa, ta […]. · Nhớ […].',
      'gọi 1022',
      'hỏi UBND xã/phường',
      '',
      '20/02/2027',
      '01/07/2025',
      '',
      'báo chí',
      'cần xem lại',
      'Báo A: đường dây nóng',
    ]);
    // A province that says nothing of its own is read in the country's sentence.
    assert.equal(rows[2][2], 'Cả nước: […].');
    assert.deepEqual(
      rows.slice(3).map(([key]) => key),
      ['ky_bao_cao@', 'ky_bao_cao@2027-01-01'],
    );
    const xml = textsOf(sheet)['xl/worksheets/sheet1.xml'];
    assert.doesNotMatch(xml, /<f[\s>]/);
    for (const [, tag] of xml.matchAll(/<c ([^>]*)>/g)) assert.match(tag, /t="s"|\/$/, tag);
  });

  it('keep what begins like a formula as the words it is', () => {
    const text = danang.replace('value: gọi 1022', 'value: "=HYPERLINK(1)+_x0041_ & @<b>"');
    const {rows, bringIn, yaml} = takenOut(text);
    assert.match(rows[1][3], /^=HYPERLINK/);
    assert.match(bringIn().stdout, /không có gì khác/);
    assert.equal(yaml(), text);
  });

  it('come back without a change byte for byte, whatever the line ends and the forms of the letters', () => {
    for (const text of [
      danang,
      danang.replaceAll('\n', '\r\n'),
      danang.normalize('NFD'),
      `\uFEFF${danang}`,
      danang.trimEnd(),
    ]) {
      const course = takenOut(text);
      const {status, stdout} = course.bringIn();
      assert.equal(status, 0, stdout);
      assert.equal(course.yaml(), text);
      // As a program leaves it that keeps each text beside its cell.
      putRows(course.sheet, course.rows);
      assert.equal(course.bringIn().status, 0);
      assert.equal(course.yaml(), text);
    }
  });

  it('come back without a change from the handbook itself, the country and every province', () => {
    const folder = join(emptyFolder(), 'course');
    cpSync(handbook, folder, {recursive: true});
    const read = () =>
      readdirSync(join(folder, 'facts')).map((name) => readFileSync(join(folder, 'facts', name)));
    const former = read();
    for (const scope of [
      ['--country'],
      ['--province', 'VN-48', '--country'],
      ['--province', 'vn-79'],
    ]) {
      const sheet = join(emptyFolder(), 'x.xlsx');
      const out = kynangso('spreadsheet', folder, ...scope, '--out', sheet);
      assert.equal(out.status, 0, out.stdout);
      const back = kynangso('spreadsheet', folder, ...scope, '--in', sheet);
      assert.equal(back.stdout, 'Bảng không có gì khác với tệp facts. Không sửa gì.\n');
      assert.deepEqual(read(), former);
    }
  });

  it('take a changed cell into exactly its line, with its quotes and its comment', () => {
    const course = takenOut();
    course.put(2, 'Giá trị', 'gọi 1022: bấm phím 2');
    course.put(2, 'Câu dự phòng', "hỏi cán bộ 'một cửa'");
    course.put(2, 'Phải xem lại trước ngày', '5/3/2027');
    course.put(2, 'Trạng thái', 'Đang dùng');
    course.put(2, 'Nguồn 2: địa chỉ', 'https://vi.du/b?x=1#y');
    const {status, stdout} = course.bringIn();
    assert.equal(status, 0, stdout);
    assert.match(stdout, /Đã sửa facts\/vn-48\.yaml: duong_day_nong, Giá trị \(ô D2\)\./);
    changes(course, danang, {
      gone: [
        '  value: gọi 1022',
        "  fallback: 'hỏi UBND xã/phường'",
        '  reviewBy: 2027-02-20   # ninety days',
        '      url: https://vi.du/b',
      ],
      come: [
        '  value: "gọi 1022: bấm phím 2"',
        "  fallback: 'hỏi cán bộ ''một cửa'''",
        '  reviewBy: 2027-03-05   # ninety days',
        '      url: https://vi.du/b?x=1#y',
      ],
    });
    const fresh = course.yaml();
    assert.match(course.bringIn().stdout, /không có gì khác/);
    assert.equal(course.yaml(), fresh);
    assert.match(fresh, /confidence: press\n  status: current\n  sources:\n    - title: "Báo A/);
  });

  it('take in a verified day, an end, a first source and a further one, where authors write them', () => {
    const course = takenOut();
    course.put(3, 'Giá trị', 'Đà Nẵng Smart City');
    course.put(3, 'Kiểm chứng ngày', '21/11/2026');
    course.put(3, 'Nguồn 1: tên', 'Cổng Đà Nẵng');
    course.put(3, 'Nguồn 1: địa chỉ', 'https://danang.vi.du');
    course.put(3, 'Nguồn 1: ngày xem', '2026-11-21');
    course.put(2, 'Có hiệu lực đến ngày', '31/12/2026');
    course.put(2, 'Nguồn 3: tên', 'Báo Đ');
    course.put(2, 'Nguồn 3: địa chỉ', 'https://vi.du/dd');
    course.put(2, 'Nguồn 3: ngày xem', '20/11/2026');
    course.put(4, 'Kiểm chứng ngày', '20/11/2026');
    course.put(4, 'Nguồn 2: tên', 'Báo, E');
    course.put(4, 'Nguồn 2: địa chỉ', 'https://vi.du/e');
    course.put(4, 'Nguồn 2: ngày xem', '20/11/2026');
    const {status, stdout} = course.bringIn();
    assert.equal(status, 0, stdout);
    assert.equal(
      course.yaml(),
      danang
        .replace('  validFrom: 2025-07-01\n', '  validFrom: 2025-07-01\n  validTo: 2026-12-31\n')
        .replace(
          '      retrieved: 2026-11-02\n',
          '      retrieved: 2026-11-02\n    - title: Báo Đ\n      url: https://vi.du/dd\n      retrieved: 2026-11-20\n',
        )
        .replace('value: ""', 'value: "Đà Nẵng Smart City"')
        .replace(
          'số\n  scope: VN-48\n  reviewBy',
          'số\n  scope: VN-48\n  verifiedOn: 2026-11-21\n  reviewBy',
        )
        .replace(
          '  sources: []\n',
          '  sources:\n    - title: Cổng Đà Nẵng\n      url: https://danang.vi.du\n      retrieved: 2026-11-21\n',
        )
        .replace(
          'validTo: 2026-12-31, reviewBy',
          'validTo: 2026-12-31, verifiedOn: 2026-11-20, reviewBy',
        )
        .replace(
          'retrieved: 2026-11-03}]}',
          'retrieved: 2026-11-03}, {title: "Báo, E", url: https://vi.du/e, retrieved: 2026-11-20}]}',
        ),
    );
  });

  it('take away a day and a source that were emptied, and one line for a value of several', () => {
    const course = takenOut();
    course.put(2, 'Có hiệu lực từ ngày', '');
    course.put(2, 'Kiểm chứng ngày', '01/11/2026');
    for (const part of ['tên', 'địa chỉ', 'ngày xem']) course.put(2, `Nguồn 1: ${part}`, '');
    course.put(4, 'Có hiệu lực đến ngày', '');
    course.put(5, 'Giá trị', 'mỗi tháng');
    const {status, stdout} = course.bringIn();
    assert.equal(status, 0, stdout);
    assert.equal(
      course.yaml(),
      danang
        .replace('  validFrom: 2025-07-01\n', '  verifiedOn: 2026-11-01\n')
        .replace(/ {4}- title: "Báo A.*\n.*\n.*\n/, '')
        .replace('validTo: 2026-12-31, ', '')
        .replace(/value: >-\n.*\n.*\n/, 'value: mỗi tháng\n'),
    );
  });

  it('are read as well where words were replaced in the whole file and some letters set in bold', () => {
    const course = takenOut();
    rewrite(course.sheet, (texts) => {
      const name = 'xl/sharedStrings.xml';
      const words = '<si><t>gọi 1022</t></si>';
      assert.ok(texts[name].includes(words));
      texts[name] = texts[name].replace(
        words,
        '<si><r><t xml:space="preserve">gọi </t></r><r><rPr><b/></rPr><t>1022 nhánh 3</t></r></si>',
      );
    });
    const {status, stdout} = course.bringIn();
    assert.equal(status, 0, stdout);
    assert.equal(course.yaml(), danang.replace('gọi 1022', 'gọi 1022 nhánh 3'));
  });

  it('may have their rows and columns in another order, some rows gone, and notes beside them', () => {
    const course = takenOut();
    course.put(3, 'Câu dự phòng', 'ứng dụng của thành phố');
    const turned = course.rows
      .map((row, at) => [...row].reverse().concat(at === 0 ? 'Ghi chú' : 'hỏi lại anh Ba'))
      .filter((_, at) => at !== 1);
    putRows(course.sheet, [turned[0], ...turned.slice(1).reverse()]);
    const {status, stdout} = course.bringIn();
    assert.equal(status, 0, stdout);
    assert.match(stdout, /1:\d+ lưu ý \[sheet-column-unknown\].*“Ghi chú”/);
    changes(course, danang, {
      gone: ['  fallback: ứng dụng công dân số'],
      come: ['  fallback: ứng dụng của thành phố'],
    });
  });

  it('follow the cells somebody changed and leave what others changed in the file meanwhile', () => {
    const course = takenOut();
    course.put(2, 'Giá trị', 'gọi 1022 nhánh 2');
    const meanwhile = danang.replace('ứng dụng công dân số', 'ứng dụng của tỉnh');
    writeFileSync(join(course.folder, file), meanwhile);
    assert.equal(course.bringIn().status, 0);
    assert.equal(course.yaml(), meanwhile.replace('gọi 1022', 'gọi 1022 nhánh 2'));
    // The same sheet again, one cell further.
    course.put(2, 'Câu dự phòng', 'hỏi UBND xã');
    assert.equal(course.bringIn().status, 0);
    course.put(3, 'Câu dự phòng', 'ứng dụng khác');
    assert.deepEqual(course.flaws(), [`sheet-conflict ${course.address(3, 'Câu dự phòng')}`]);
  });

  it('never take the place of a sheet that somebody may have filled in', () => {
    const {folder, sheet} = takenOut();
    const former = readFileSync(sheet);
    const {status, stdout} = kynangso('spreadsheet', folder, '--country', '--out', sheet);
    assert.equal(status, 1);
    assert.match(stdout, /\[sheet-exists\]/);
    assert.deepEqual(readFileSync(sheet), former);
  });
});

describe('a sheet that cannot be taken in', () => {
  /** One cell, and the flaw at it. Beside it stands a good change, which must not be written either. */
  const cells = [
    [
      'a number, which may have lost its zero',
      'Giá trị',
      () => numberCell('2363831022'),
      'sheet-cell-not-text',
    ],
    [
      'a day that Excel made',
      'Có hiệu lực từ ngày',
      (s) => dayCell(s, 45839),
      'sheet-cell-not-text',
    ],
    ['a formula', 'Giá trị', () => formulaCell('A1&amp;B1', 'gọi 1022'), 'sheet-cell-not-text'],
    ['a formula that failed', 'Giá trị', () => errorCell('NA()'), 'sheet-cell-not-text'],
    ['no fallback', 'Câu dự phòng', () => ' ', 'sheet-cell-empty'],
    [
      'a day that no calendar has',
      'Phải xem lại trước ngày',
      () => '31/02/2027',
      'sheet-cell-invalid',
    ],
    ['a state that there is not', 'Trạng thái', () => 'tạm được', 'sheet-cell-invalid'],
    ['a zero width', 'Giá trị', () => 'gọi\u200b 1022', 'sheet-hidden-character'],
    ['two lines', 'Giá trị', () => 'gọi\n1022', 'sheet-hidden-character'],
    ['a changed id', 'Mã (không sửa)', () => 'duong_day_nong_moi', 'sheet-fact-unknown'],
    ['another province', 'Phạm vi (không sửa)', () => 'VN-79', 'sheet-fact-unknown'],
    ['a changed sentence', 'Câu trong bài (chỉ để đọc)', () => 'Câu khác.', 'sheet-read-only'],
    ['half a source', 'Nguồn 2: tên', () => '', 'sheet-source-incomplete'],
    [
      'digits in the fallback, as check calls them',
      'Câu dự phòng',
      () => 'gọi số 0236 999 888',
      'fallback-digits',
    ],
  ];
  for (const [what, header, cell, code] of cells) {
    it(`is named by row and column where it holds ${what}, and nothing is written`, () => {
      const course = takenOut();
      course.put(3, 'Giá trị', 'một thay đổi đúng');
      course.put(2, header, cell(course.sheet));
      const row = code === 'sheet-fact-unknown' ? course.address(2, 'Mã (không sửa)') : undefined;
      assert.deepEqual(course.flaws(), [`${code} ${row ?? course.address(2, header)}`]);
      assert.equal(course.yaml(), danang);
      assert.deepEqual(
        readdirSync(join(course.folder, 'facts')).filter((name) => !name.endsWith('.yaml')),
        [],
      );
    });
  }

  it('names the second row of a fact whose id was put over another one', () => {
    const course = takenOut();
    course.put(2, 'Mã (không sửa)', 'ung_dung');
    assert.deepEqual(course.flaws(), [
      `sheet-read-only ${course.address(2, 'Câu trong bài (chỉ để đọc)')}`,
      `sheet-fact-doubled ${course.address(3, 'Mã (không sửa)')}`,
    ]);
    assert.equal(course.yaml(), danang);
  });

  it('names every cell at once', () => {
    const course = takenOut();
    course.put(2, 'Phải xem lại trước ngày', 'mai');
    course.put(3, 'Độ tin cậy', 'chắc');
    course.put(5, 'Câu dự phòng', '');
    assert.deepEqual(course.flaws(), [
      `sheet-cell-invalid ${course.address(2, 'Phải xem lại trước ngày')}`,
      `sheet-cell-invalid ${course.address(3, 'Độ tin cậy')}`,
      `sheet-cell-empty ${course.address(5, 'Câu dự phòng')}`,
    ]);
  });

  it('names tones that stand apart, and takes them in joined', () => {
    const course = takenOut();
    course.put(3, 'Giá trị', 'Ứng dụng'.normalize('NFD'));
    const {status, stdout} = course.bringIn();
    assert.equal(status, 0, stdout);
    assert.match(stdout, /:3:4 lưu ý \[sheet-tones-apart\]/);
    assert.match(course.yaml(), /value: "Ứng dụng"\n/);
  });

  it('names a column that is gone, and one that stands twice', () => {
    const course = takenOut();
    course.put(1, 'Độ tin cậy', 'Trạng thái');
    const {stdout, status} = course.bringIn();
    assert.equal(status, 1);
    assert.match(stdout, /da-nang\.xlsx:1:1 lỗi \[sheet-column-missing\] Thiếu cột “Độ tin cậy”/);
    assert.match(stdout, /da-nang\.xlsx:1:11 lỗi \[sheet-column-doubled\]/);
    assert.equal(course.yaml(), danang);
  });

  it('is named when it is no spreadsheet, broken off, or unfolds into gigabytes', () => {
    const course = takenOut();
    const good = readFileSync(course.sheet);
    const bomb = zipSync({'xl/workbook.xml': new Uint8Array(60_000_000)});
    for (const [bytes, code] of [
      [strToU8('Mã;Giá trị'), 'sheet-not-xlsx'],
      [zipSync({'a.txt': strToU8('a')}), 'sheet-not-xlsx'],
      [good.subarray(0, good.length / 2), 'sheet-damaged'],
      [bomb, 'sheet-too-large'],
      [new Uint8Array(6_000_000), 'sheet-too-large'],
    ]) {
      writeFileSync(course.sheet, bytes);
      assert.deepEqual(course.flaws(), [`${code} 1:1`]);
    }
    rewrite(
      (writeFileSync(course.sheet, good), course.sheet),
      (texts) =>
        (texts['xl/worksheets/sheet1.xml'] = '<worksheet><sheetData><row r="1"><c r="A1" t="s">'),
    );
    assert.equal(course.bringIn().status, 1);
    assert.equal(course.yaml(), danang);
  });

  it('is not even looked for without the facts it is about', () => {
    const course = takenOut();
    const missing = kynangso(
      'spreadsheet',
      course.folder,
      '--province',
      'VN-99',
      '--in',
      course.sheet,
    );
    assert.equal(missing.status, 1);
    assert.match(missing.stdout, /facts\/vn-99\.yaml:1:1 lỗi \[file-missing\]/);
    const nobody = kynangso('spreadsheet', course.folder, '--in', course.sheet);
    assert.equal(nobody.status, 2);
    const broken = courseFolder([['facts/vn.yaml', 'fallback: hỏi Công an xã', 'fallback:']]);
    const out = join(emptyFolder(), 'x.xlsx');
    const refused = kynangso('spreadsheet', broken, '--country', '--out', out);
    assert.equal(refused.status, 1);
    assert.match(refused.stdout, /\[field-missing\]/);
    assert.equal(existsSync(out), false);
  });
});
