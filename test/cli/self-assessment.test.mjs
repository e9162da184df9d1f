import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {courseFolder, edit, emptyFolder, flawsOf, kynangso, read} from './fixture.mjs';

const file = 'self-assessment.yaml';

const sound = `id: tu-danh-gia
statements:
  - id: kn1
    skill: KN1
    title: Dịch vụ công
    text: Nộp hồ sơ trên mạng.
  - id: kn4
    skill: KN4
    rev: 2
    title: Tự bảo vệ
    text: Nhận ra tin lừa đảo.
steps:
  - {id: chua, text: Chưa làm được}
  - {id: kem, text: Làm được khi có người kèm}
  - {id: tu-lam, text: Tự làm được}
  - {id: chi, text: Chỉ được cho người khác}
`;

function courseWith(...changes) {
  const folder = courseFolder();
  edit(folder, file, undefined, sound);
  for (const [from, to] of changes) edit(folder, file, from, to);
  return folder;
}

describe('the self-assessment of a course', () => {
  it('is built to a file of its own, which course.json names by its hash', () => {
    const folder = courseWith();
    const out = join(emptyFolder(), 'out');
    assert.equal(kynangso('build', folder, '--out', out).status, 0);
    const {selfAssessment, slots} = JSON.parse(read(join(out, 'course.json')));
    const text = read(join(out, selfAssessment.file));
    const hash = createHash('sha256').update(text).digest('hex');
    assert.equal(hash.slice(0, 32), selfAssessment.sha256);
    assert.equal(selfAssessment.id, 'tu-danh-gia');
    const {statements, steps} = JSON.parse(text);
    assert.deepEqual(
      statements.map(({id, rev}) => `${id}@${rev}`),
      ['kn1@1', 'kn4@2'],
    );
    assert.equal(steps.length, 4);
    assert.ok(!JSON.stringify(slots).includes('tu-danh-gia'), 'no bit of a code is spent on it');
  });

  it('is no part of a course that has none', () => {
    const out = join(emptyFolder(), 'out');
    kynangso('build', courseFolder(), '--out', out);
    assert.ok(!('selfAssessment' in JSON.parse(read(join(out, 'course.json')))));
  });

  const slips = [
    [
      'leaves out a step',
      ['  - {id: kem, text: Làm được khi có người kèm}\n', ''],
      'field-invalid 13:3',
    ],
    ['names a skill that is none', ['skill: KN4', 'skill: KN6'], 'field-invalid 8:12'],
    ['misspells a field', ['skill: KN4', 'kynang: KN4'], 'field-missing 7:5, field-unknown 8:5'],
    ['gives two statements one id', ['id: kn4', 'id: kn1'], 'id-duplicate 7:9'],
    ['gives two steps one id', ['id: kem', 'id: chua'], 'id-duplicate 14:10'],
    ['takes the id of a lesson', ['id: tu-danh-gia', 'id: m01-b01'], 'lesson-duplicate 1:5'],
    ['writes a number to dial', ['trên mạng', 'qua 1900 1234'], 'digits-outside-token 6:25'],
    ['sends people to an office that is gone', ['trên mạng', 'ở huyện'], 'wording-forbidden 6:23'],
    ['leaves a bracket open', ['{id: chi, text', '{id: chi, text: ['], 'yaml-invalid'],
  ];
  for (const [what, change, expected] of slips) {
    it(`is not published when its author ${what}`, () => {
      const {named, sound: isSound} = flawsOf(courseWith(change));
      const flaws = named
        .filter((flaw) => flaw.includes(file))
        .map((flaw) => flaw.replace(`${file}:`, ''))
        .join(', ');
      assert.ok(flaws.startsWith(expected), flaws);
      assert.equal(isSound, false);
    });
  }
});
