import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {courseFolder, edit, flawsOf, read} from './fixture.mjs';

const facts = 'facts/vn.yaml';

describe('checking the facts of a course', () => {
  it('names facts nobody verified, without refusing the course', () => {
    const unverified = courseFolder([[facts, '  verifiedOn: 2026-11-01\n', '']]);
    assert.deepEqual(flawsOf(unverified), {...flawsOf(unverified), sound: true});
    assert.deepEqual(flawsOf(unverified).named, ['fact-unverified facts/vn.yaml:1:3']);
    const empty = courseFolder([[facts, 'value: một số máy', 'value: ""']]);
    assert.deepEqual(flawsOf(empty).named, ['fact-without-value facts/vn.yaml:1:3']);
  });

  it('does not ask for what nobody could get wrong: a value that is its own fallback', () => {
    const same = courseFolder([
      [facts, '  verifiedOn: 2026-11-01\n', ''],
      [facts, 'value: một số máy', 'value: hỏi Công an xã'],
    ]);
    assert.deepEqual(flawsOf(same).named, []);
  });

  it('names a fact that no lesson shows', () => {
    const other = `${read(join(courseFolder(), facts)).replace('duong_day_nong', 'luat_moi')}`;
    const folder = courseFolder();
    edit(folder, facts, undefined, `${read(join(folder, facts))}\n${other}`);
    const {named, sound} = flawsOf(folder);
    assert.deepEqual(named, ['fact-unused facts/vn.yaml:12:3']);
    assert.ok(sound);
  });

  /** The facts of a province, as its people write them. */
  const provincePack = (words = {}) =>
    Object.entries({
      '- id': 'duong_day_nong',
      '  value': 'gọi số của tỉnh',
      '  fallback': 'hỏi UBND xã',
      '  scope': 'VN-48',
      '  verifiedOn': '2026-11-01',
      '  reviewBy': '2027-05-22',
      '  confidence': 'official',
      '  status': 'current',
      '  sources': '[]',
      ...words,
    })
      .map(([key, value]) => `${key}: ${value}\n`)
      .join('');
  const daNang = 'provinces:\n  - {id: VN-48, name: Đà Nẵng}\nmilestones:';

  const packs = [
    ['is sound', {}, []],
    [
      'belongs to a province nobody named',
      {'  scope': 'VN-49'},
      ['fact-scope facts/vn-48.yaml:4:10', 'scope-unknown facts/vn-48.yaml:4:10'],
    ],
    [
      'is not known to the rest of the country',
      {'- id': 'app_tinh'},
      ['fact-not-national facts/vn-48.yaml:1:3', 'fact-unused facts/vn-48.yaml:1:3'],
    ],
    [
      'gives away somebody’s own number',
      {
        '  value': 'gọi anh Ba 0912 345 678',
        '  sources': '[{title: Báo, url: "https://vi.du", retrieved: 2026-11-01}]',
      },
      ['fact-person facts/vn-48.yaml:2:10'],
    ],
    [
      'leads to a shortened link',
      {'  value': 'vào bit.ly/abc'},
      ['fact-link facts/vn-48.yaml:2:10'],
    ],
    [
      'leads to a site nobody allowed',
      {'  value': 'vào trang gopy.vi.du.vn hay www.vi.du'},
      ['fact-site facts/vn-48.yaml:2:10'],
    ],
    [
      'names a number without a source',
      {'  value': 'gọi 1022'},
      ['fact-without-source facts/vn-48.yaml:2:10'],
    ],
    [
      'falls back on a number',
      {'  fallback': 'gọi 1022'},
      ['fallback-digits facts/vn-48.yaml:3:13'],
    ],
    [
      'sends people to an office that is gone',
      {'  fallback': 'hỏi Sở TT&TT'},
      ['wording-forbidden facts/vn-48.yaml:3:13'],
    ],
  ];
  for (const [what, words, expected] of packs) {
    it(`reads the facts of a province, where one ${what}`, () => {
      const folder = courseFolder([['course.yaml', 'milestones:', daNang]]);
      edit(folder, 'facts/vn-48.yaml', undefined, provincePack(words));
      assert.deepEqual(flawsOf(folder).named, expected);
    });
  }

  it('names a province that is listed twice', () => {
    const twice = daNang.replace('\nmile', '\n  - {id: VN-48, name: Quảng Nam}\nmile');
    const folder = courseFolder([['course.yaml', 'milestones:', twice]]);
    assert.deepEqual(flawsOf(folder).named, ['id-duplicate course.yaml:14:10']);
  });
});
