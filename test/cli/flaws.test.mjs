import assert from 'node:assert/strict';
import {symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {courseFolder, edit, emptyFolder, flawsOf, kynangso, read} from './fixture.mjs';

const one = 'm01/b01.md';
const two = 'm01/b02.md';
const drawing = 'pictures/vong.svg';
const facts = 'facts/vn.yaml';

/** What an author did, in which file the words stood, what they became, and every flaw that has to be named. */
const slips = [
  [
    'forgets a bracket in the front matter',
    one,
    'codes: [KN1]',
    'codes: [KN1',
    ['yaml-invalid m01/b01.md:9:1'],
  ],
  ['writes the version as a number', two, '"1.0.0"', '1.0', ['version-not-string m01/b02.md:3:10']],
  ['forgets the title', two, 'title: Bài hai\n', '', ['field-missing m01/b02.md:2:1']],
  [
    'misspells a field',
    two,
    'minutes:',
    'minute:',
    ['field-missing m01/b02.md:2:1', 'field-unknown m01/b02.md:6:1'],
  ],
  [
    'writes a day that is none',
    two,
    'asOf: 2026-11-22',
    'asOf: 22/11/2026',
    ['field-invalid m01/b02.md:9:7'],
  ],
  ['forgets the front matter', two, '---\nid', 'id', ['front-matter-missing m01/b02.md:1:1']],
  [
    'gives the file another lesson’s id',
    two,
    'id: m01-b02',
    'id: m01-b03',
    ['lesson-misplaced m01/b02.md:2:5'],
  ],
  [
    'lists a lesson that is not there',
    'course.yaml',
    'b02]\nm',
    'b02, m01-b09]\nm',
    ['file-missing course.yaml:11:33'],
  ],
  [
    'lists a lesson twice',
    'course.yaml',
    'b02]\nm',
    'b02, m01-b01]\nm',
    ['lesson-duplicate course.yaml:11:33'],
  ],
  [
    'lists a lesson of another module',
    'course.yaml',
    'b02]\nm',
    'b02, m02-b01]\nm',
    ['lesson-misplaced course.yaml:11:33'],
  ],
  [
    'leaves a lesson out',
    'course.yaml',
    ', m01-b02]\nm',
    ']\nm',
    ['milestone-lesson-unknown course.yaml:13:72', 'lesson-unlisted m01/b02.md:1:1'],
  ],
  [
    'hides a bomb of aliases in the YAML',
    facts,
    'sources:\n',
    'sources: &a\n    - *a\n',
    ['yaml-alias facts/vn.yaml:10:7'],
  ],
  [
    'invents a block',
    one,
    ':::memo',
    ':::meno',
    ['section-missing m01/b01.md:1:1', 'directive-unknown m01/b01.md:48:1'],
  ],
  [
    'forgets to close a block',
    one,
    'Dừng lại.\n:::',
    'Dừng lại.',
    ['directive-nested m01/b01.md:51:1'],
  ],
  [
    'writes a block with two colons',
    two,
    ':::demo',
    '::demo',
    ['section-missing m01/b02.md:1:1', 'directive-malformed m01/b02.md:22:1'],
  ],
  [
    'leaves out the memory card',
    two,
    ':::memo\nNhớ nhé.\n:::',
    '',
    ['section-missing m01/b02.md:1:1'],
  ],
  [
    'writes a section twice',
    two,
    ':::memo\nNhớ nhé.',
    ':::demo\nNhớ nhé.',
    ['section-missing m01/b02.md:1:1', 'section-doubled m01/b02.md:30:1'],
  ],
  [
    'opens a third heading',
    one,
    ':::chat',
    '## Thêm nữa\n\nChữ.\n\n:::chat',
    ['section-stray m01/b01.md:30:1'],
  ],
  ['writes a table of code', two, 'Vì thế.', '```\nx\n```', ['unsupported m01/b02.md:16:1']],
  [
    'writes HTML',
    two,
    'Vì thế.',
    'Vì <b>thế</b>.',
    ['unsupported m01/b02.md:16:4', 'unsupported m01/b02.md:16:10'],
  ],
  [
    'links to a domain nobody allowed',
    one,
    'https://www.vi.du/a',
    'https://vi.du.evil.example',
    ['link-forbidden m01/b01.md:16:75'],
  ],
  [
    'links without https',
    one,
    'https://www.vi.du/a',
    'http://www.vi.du/a',
    ['link-forbidden m01/b01.md:16:75'],
  ],
  [
    'uses a fact that is not there',
    one,
    '{{duong_day_nong}}',
    '{{duong_day}}',
    ['token-unknown m01/b01.md:16:44'],
  ],
  [
    'puts a fact into a link',
    one,
    '[trang này]',
    '[{{duong_day_nong}}]',
    ['token-in-link m01/b01.md:16:76'],
  ],
  [
    'invents a type of question',
    one,
    'type=choices',
    'type=essay',
    ['question-type-unknown m01/b01.md:65:1'],
  ],
  [
    'invents an attribute',
    one,
    'type=choices',
    'type=choices points=3',
    ['attribute-unknown m01/b01.md:65:35'],
  ],
  ['gives a question no id', one, '{#dieu-la type', '{type', ['option-without-id m01/b01.md:65:1']],
  ['gives two questions one id', one, '#dieu-la', '#goi-la', ['id-duplicate m01/b01.md:65:13']],
  ['gives two options one id', one, '{#doa}', '{#giuc}', ['id-duplicate m01/b01.md:70:11']],
  ['writes an id with tones', one, '{#doa}', '{#dọa}', ['id-invalid m01/b01.md:70:11']],
  ['gives an option no id', one, ' {#doa}', '', ['option-without-id m01/b01.md:70:1']],
  [
    'gives an option no reason',
    one,
    '\n  > Dọa là lạ.',
    '',
    ['option-without-why m01/b01.md:70:1'],
  ],
  ['marks no option as right', one, '[x] “Để', '[ ] “Để', ['right-option-missing m01/b01.md:52:1']],
  [
    'marks two options of a choice as right',
    one,
    '[ ] “Giọng',
    '[x] “Giọng',
    ['right-option-doubled m01/b01.md:52:1', 'right-option-longest m01/b01.md:52:1'],
  ],
  [
    'gives a revision the lesson has not reached',
    one,
    'rev=2',
    'rev=3',
    ['rev-invalid m01/b01.md:52:1'],
  ],
  [
    'writes a question without options',
    one,
    '- [ ] Đúng\n  > Không được.\n- [x] Sai\n  > Đúng vậy.',
    'Chỉ có chữ.',
    ['question-part-missing m01/b01.md:76:1'],
  ],
  [
    'lets a wrong option of a safety question give a command',
    one,
    '“Giọng quen lắm',
    '“Cứ đọc mã cho họ',
    ['wrong-option-commands m01/b01.md:61:11'],
  ],
  ['gives a number no reason', two, '\n> Chừng ấy.\n', '', ['option-without-why m01/b02.md:67:1']],
  [
    'writes a hotline into the text',
    one,
    'Dừng.',
    'Gọi 113 ngay.',
    ['digits-outside-token m01/b01.md:26:8'],
  ],
  [
    'writes a mobile number into a message',
    two,
    'vào ngay',
    'gọi 0912345678',
    ['digits-outside-token m01/b02.md:40:33'],
  ],
  [
    'speaks of districts',
    two,
    'Thực hành.',
    'Ra Ủy ban huyện.',
    ['wording-forbidden m01/b02.md:27:11'],
  ],
  [
    'speaks of levels that are gone',
    two,
    'Thực hành.',
    'Dịch vụ mức độ 4.',
    ['wording-forbidden m01/b02.md:27:9'],
  ],
  [
    'pastes an invisible character',
    two,
    'Thực hành.',
    'Thực\u200B hành.',
    ['hidden-character m01/b02.md:27:5'],
  ],
  [
    'pastes a change of direction',
    two,
    'Thực hành.',
    'Thực \u202Ehành.',
    ['hidden-character m01/b02.md:27:6'],
  ],
  [
    'forgets to describe a picture',
    one,
    '![Một vòng tròn]',
    '![]',
    ['picture-alt-missing m01/b01.md:23:1'],
  ],
  [
    'misspells a picture',
    one,
    'pictures/vong.svg',
    'pictures/vongg.svg',
    ['file-missing m01/b01.md:23:1'],
  ],
  [
    'fetches a picture from outside the course',
    one,
    'pictures/vong.svg',
    '../../outside.svg',
    ['file-missing m01/b01.md:23:1'],
  ],
  [
    'draws with a script',
    drawing,
    '<circle',
    '<script/><circle',
    ['picture-element pictures/vong.svg:4:5'],
  ],
  [
    'draws with a colour',
    drawing,
    'fill="none"',
    'fill="#f00"',
    ['picture-attribute pictures/vong.svg:5:24'],
  ],
  [
    'draws with an unknown role',
    drawing,
    'tint ink',
    'tint inky',
    ['picture-attribute pictures/vong.svg:4:13'],
  ],
  [
    'writes into a drawing',
    drawing,
    '</g>',
    'xin chào</g>',
    ['picture-text pictures/vong.svg:6:14'],
  ],
  ['breaks a drawing', drawing, '</g>', '', ['picture-invalid pictures/vong.svg:8:1']],
  [
    'draws too much',
    drawing,
    '<circle',
    '<path d="M0 0"/>'.repeat(700) + '<circle',
    ['picture-too-large pictures/vong.svg:1:1'],
  ],
  [
    'forgets to close a question',
    one,
    'Chào là thường.\n:::',
    'Chào là thường.',
    ['directive-nested m01/b01.md:75:1'],
  ],
  [
    'writes words after the options',
    one,
    'Chào là thường.\n',
    'Chào là thường.\n\nHết câu.\n',
    ['question-stray m01/b01.md:75:1'],
  ],
  [
    'mixes the marks of a list',
    one,
    '- [ ] Chào hỏi',
    '* [ ] Chào hỏi',
    ['right-option-longest m01/b01.md:65:1', 'question-stray m01/b01.md:72:1'],
  ],
  [
    'forgets to mark anything suspicious',
    two,
    '{#doa +}, [[vào ngay]]{#giuc +}',
    '{#doa}, [[vào ngay]]{#giuc}',
    ['right-option-missing m01/b02.md:34:1'],
  ],
  [
    'leaves a mark open',
    two,
    '[[vào ngay]]{#giuc +}',
    '[[vào ngay {#giuc +}',
    ['spot-mark-invalid m01/b02.md:40:27', 'spot-reason-stray m01/b02.md:44:1'],
  ],
  [
    'explains a mark that is not there',
    two,
    '- {#giuc} Giục',
    '- {#giucc} Giục',
    ['option-without-why m01/b02.md:40:39', 'spot-reason-stray m01/b02.md:44:1'],
  ],
  [
    'leads a conversation nowhere',
    two,
    '-> mo {#khoan}',
    '-> mom {#khoan}',
    ['scenario-stuck m01/b02.md:96:1', 'scenario-lost m01/b02.md:99:13'],
  ],
  [
    'leaves a conversation no way back',
    two,
    '-> mo {#khoan}',
    '-> bay {#khoan}',
    ['scenario-stuck m01/b02.md:96:1'],
  ],
  [
    'writes a turn nobody reaches',
    two,
    '-> bay {#vang}',
    '-> tot {#vang}',
    ['scenario-unreached m01/b02.md:96:1'],
  ],
  [
    'forgets the number',
    two,
    '= 12,5 phút',
    '= mấy phút',
    ['question-part-missing m01/b02.md:67:1'],
  ],
  [
    'forgets the answer line',
    two,
    '= Hòa Bình | phường\n',
    '',
    ['question-part-missing m01/b02.md:75:1'],
  ],
  [
    'forgets the arrow of a pair',
    two,
    '- QR => ô',
    '- QR ô',
    ['question-part-missing m01/b02.md:61:1'],
  ],
  [
    'puts a fact into the wrong file',
    facts,
    'scope: VN',
    'scope: tuyen-quang',
    ['fact-scope facts/vn.yaml:4:10', 'scope-unknown facts/vn.yaml:4:10'],
  ],
  [
    'forgets a fact’s fallback',
    facts,
    '  fallback: hỏi Công an xã\n',
    '',
    ['field-missing facts/vn.yaml:1:3'],
  ],
  [
    'asks in a milestone for a lesson that is not there',
    'course.yaml',
    'm01-b02]}',
    'm01-b07]}',
    ['milestone-lesson-unknown course.yaml:13:72'],
  ],
];

describe('checking a course', () => {
  for (const [what, file, from, to, expected] of slips) {
    it(`names the place when an author ${what}`, () => {
      const {named, sound} = flawsOf(courseFolder([[file, from, to]]));
      assert.deepEqual(named, expected);
      assert.equal(
        sound,
        named.every((flaw) => flaw.startsWith('lesson-unlisted')),
      );
    });
  }

  it('names every flaw of every file at once, in reading order, with advice in both languages', () => {
    const folder = courseFolder([
      [two, 'title: Bài hai', 'titel: Bài hai'],
      [two, 'Vì thế.', 'Gọi 113.'],
      [one, '{{duong_day_nong}}', '{{khong_co}}'],
      [drawing, '</g>', ''],
      [facts, 'reviewBy: 2027-05-22', 'reviewBy: 2026-05-22'],
    ]);
    assert.deepEqual(
      flawsOf(folder).named.map((flaw) => flaw.split(' ')[0]),
      ['fact-expired', 'token-unknown', 'field-missing', 'field-unknown', 'picture-invalid'],
    );
    for (const lang of ['vi', 'en']) {
      const {status, stdout} = kynangso('check', folder, '--json', '--lang', lang);
      assert.equal(status, 1);
      const {errors, warnings, flaws} = JSON.parse(stdout);
      assert.deepEqual([errors, warnings], [4, 1]);
      for (const {message} of flaws) assert.match(message, /\. .+\.$/s);
    }
  });

  it('compares the sentences of two lessons, whatever marks stand between their words', () => {
    const sentence = 'Cô (Mười) cất-mã vào ngăn+kéo, tối nào cũng xem lại [A-Z]?';
    const marked = 'Hỏi đã. Cô (Mười) cất-mã **vào** ngăn+kéo – tối nào cũng xem lại [A-Z]!';
    const folder = courseFolder([
      [one, 'Làm thử nhé.', sentence],
      [two, 'Thực hành.', marked],
      [two, 'Nhớ nhé.', 'Cô Mười cất mã vào ngăn kéo rồi.'],
    ]);
    assert.deepEqual(flawsOf(folder).named, ['sentence-shared m01/b02.md:27:9']);
    const {stdout} = kynangso('check', folder);
    assert.match(stdout, /Câu này đã có ở m01\/b01\.md dòng 43\./);
  });

  it('asks an author of long sentences to split the longest one', () => {
    const long = `Câu ${'rất dài '.repeat(600)}đây.`;
    const {named, sound} = flawsOf(courseFolder([[two, 'Thực hành.', `Thử đi. ${long}`]]));
    assert.deepEqual(named, ['sentence-long m01/b02.md:27:9', 'sentences-long m01/b02.md:27:9']);
    assert.ok(sound);
    const breath = `Câu **này** ${'còn dài '.repeat(18)}nữa.`;
    assert.deepEqual(flawsOf(courseFolder([[two, 'Thực hành.', breath]])).named, [
      'sentence-long m01/b02.md:27:1',
    ]);
  });

  it('does not take dates, times, years, money or counts for hotlines', () => {
    const text =
      'Lúc 10:29 ngày 11/1124, năm 1975, còn 150.000 đồng, 1.150 hộ, 120 phút, 100 %, 3,115.';
    assert.deepEqual(flawsOf(courseFolder([[two, 'Thực hành.', text]])).named, []);
  });

  for (const text of ['113', '1022', '18001234', '1900 1234', '024 3555 1234', '0912345678']) {
    it(`takes “${text}” for a hotline`, () => {
      const {named} = flawsOf(courseFolder([[two, 'Thực hành.', `Gọi ${text} nhé.`]]));
      assert.deepEqual(named, ['digits-outside-token m01/b02.md:27:5']);
    });
  }

  it('reads nothing outside the course folder, whatever leads there', () => {
    const folder = courseFolder();
    writeFileSync(join(folder, '../outside.svg'), '<svg viewBox="0 0 1 1"/>');
    edit(folder, one, 'pictures/vong.svg', '../outside.svg');
    assert.deepEqual(flawsOf(folder).named, ['file-outside m01/b01.md:23:1']);

    const linked = courseFolder();
    const secret = join(emptyFolder(), 'secret.yaml');
    writeFileSync(secret, '- id: secret');
    symlinkSync(secret, join(linked, 'facts/ha-noi.yaml'));
    symlinkSync(emptyFolder(), join(linked, 'm02'));
    edit(
      linked,
      'course.yaml',
      'milestones:',
      '  - {id: m02, title: Hai, lessons: [m02-b01]}\nmilestones:',
    );
    assert.deepEqual(flawsOf(linked).named, [
      'file-missing course.yaml:12:37',
      'file-outside facts/ha-noi.yaml:1:1',
      'file-outside m02:1:1',
    ]);
  });

  it('refuses files that are too large, not text, or nested beyond reading', () => {
    const folder = courseFolder();
    writeFileSync(join(folder, two), 'x'.repeat(1_000_001));
    writeFileSync(join(folder, facts), Buffer.from([0x2d, 0x20, 0xff, 0xfe]));
    writeFileSync(join(folder, 'facts/ha-noi.yaml'), '['.repeat(100_000));
    const {named} = flawsOf(folder);
    assert.ok(named.includes('file-too-large m01/b02.md:1:1'));
    assert.ok(named.includes('file-not-text facts/vn.yaml:1:1'));
    assert.ok(named.some((flaw) => flaw.startsWith('yaml-invalid facts/ha-noi.yaml:1:')));
  });

  it('survives any slip of the hand in a lesson, and points into the file', () => {
    const folder = courseFolder();
    const texts = new Map([one, two].map((file) => [file, read(join(folder, file))]));
    const slip = fc.record({
      file: fc.constantFrom(one, two),
      at: fc.nat(),
      length: fc.nat({max: 40}),
      words: fc.oneof(
        fc.constantFrom(
          ':::',
          '::::question{',
          '- [x] ',
          '> ',
          '{{',
          '}}',
          '{#',
          ' +}',
          '[[',
          ']]',
          '\n',
          '---',
          '->',
          '=>',
          '```',
          '## ',
          '![](',
          '<b>',
          '\t',
        ),
        fc.string({unit: 'grapheme', maxLength: 8}),
      ),
    });
    fc.assert(
      fc.property(fc.array(slip, {minLength: 1, maxLength: 4}), (slips) => {
        const changed = new Map(texts);
        for (const {file, at, length, words} of slips) {
          const text = changed.get(file);
          const start = at % text.length;
          changed.set(file, text.slice(0, start) + words + text.slice(start + length));
        }
        for (const [file, text] of changed) edit(folder, file, undefined, text);
        for (const {file, line, column} of flawsOf(folder).flaws) {
          assert.ok(line >= 1 && column >= 1);
          const text = changed.get(file);
          if (text !== undefined)
            assert.ok(line <= text.split(/\r\n?|\n/).length, `${file}:${line}`);
        }
      }),
      {numRuns: 200},
    );
  });
});
