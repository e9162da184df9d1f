import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {courseFolder, emptyFolder, flawsOf, kynangso, read} from './fixture.mjs';

const facts = 'facts/vn.yaml';
const course = 'course.yaml';
const former = (names) => [
  facts,
  '  status: current\n',
  `  status: current\n  formerly:\n${names.map((name) => `    - ${name}\n`).join('')}`,
];
const named = (entry) => [course, 'milestones:', `names:\n${entry}\nmilestones:`];

function indexOf(edits) {
  const out = join(emptyFolder(), 'out');
  const {status, stdout} = kynangso('build', courseFolder(edits), '--out', out);
  assert.equal(status, 0, stdout);
  const manifest = JSON.parse(read(join(out, 'course.json')));
  return {
    index: JSON.parse(read(join(out, manifest.search.file))),
    others: readdirSync(out)
      .filter((name) => name !== manifest.search.file)
      .map((name) => read(join(out, name)))
      .join(),
  };
}

describe('what a search looks through', () => {
  it('holds points, memory cards and questions, with facts as tokens and no word of a swindler', () => {
    const {index} = indexOf();
    const [first] = index.lessons;
    assert.deepEqual(first.points, ['Dừng.', 'Kiểm tra.']);
    assert.deepEqual(first.memo.length > 0, true);
    assert.equal(first.questions[0], 'Có người gọi.\nAnh/chị nghĩ gì?');
    assert.deepEqual(first.facts, ['duong_day_nong']);
    assert.deepEqual(index.fallbacks, [{fact: 'duong_day_nong', text: 'hỏi Công an xã'}]);
    assert.ok(!JSON.stringify(index).includes('Cho xin mã'));
  });

  it('holds old names of facts, of provinces and of course.yaml, each with the lessons that lead there', () => {
    const {index, others} = indexOf([
      former(['{name: Đường dây cũ, until: 2025-06-30}']),
      [
        course,
        'milestones:',
        'provinces:\n  - id: VN-48\n    name: Đà Nẵng\n    aliases: [{name: Quảng Nam, until: 2025-06-30}]\nmilestones:',
      ],
      named('  - {now: xã, formerly: [{name: huyện}], lessons: [m01-b02]}'),
    ]);
    assert.deepEqual(index.names, [
      {
        name: 'Đường dây cũ',
        until: '2025-06-30',
        now: 'hỏi Công an xã',
        fact: 'duong_day_nong',
        lessons: ['m01-b01'],
      },
      {name: 'huyện', now: 'xã', lessons: ['m01-b02']},
    ]);
    assert.ok(!others.includes('Đường dây cũ'), 'an old name lies in the packs as well');
  });
});

describe('an author who writes down an old name', () => {
  for (const [slip, edits, flaws] of [
    [
      'gives the present one',
      [former(['{name: Một số máy}'])],
      ['former-name-present facts/vn.yaml:10:5'],
    ],
    [
      'gives the present one in course.yaml',
      [named('  - {now: xã, formerly: [{name: XÃ}], lessons: [m01-b02]}')],
      ['former-name-present course.yaml:13:33'],
    ],
    [
      'leads to a lesson that is not there',
      [named('  - {now: xã, formerly: [{name: huyện}], lessons: [m01-b09]}')],
      ['name-lesson-unknown course.yaml:13:52'],
    ],
    [
      'misspells a field',
      [former(['{name: Cũ, til: 2025-06-30}'])],
      ['field-unknown facts/vn.yaml:10:18'],
    ],
    [
      'writes a day that is none',
      [former(['{name: Cũ, until: 30/06/2025}'])],
      ['field-invalid facts/vn.yaml:10:25'],
    ],
    ['leaves the name empty', [former(['{name: ""}'])], ['field-invalid facts/vn.yaml:10:14']],
    [
      'writes a person’s number into it',
      [former(['{name: Chị Lan 0912345678}'])],
      ['fact-person facts/vn.yaml:10:5'],
    ],
  ]) {
    it(`is told where, who ${slip}`, () => {
      assert.deepEqual(flawsOf(courseFolder(edits)).named, flaws);
    });
  }
});
