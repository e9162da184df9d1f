import assert from 'node:assert/strict';
import {cpSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {courseFolder, edit, emptyFolder, kynangso, read, snapshot} from './fixture.mjs';

const one = 'm01/b01.md';
const two = 'm01/b02.md';
const facts = 'facts/vn.yaml';

/** A release, its source, and that source's next edition after some edits. */
function editions(edits = []) {
  const released = courseFolder();
  const out = join(emptyFolder(), 'out');
  assert.equal(kynangso('build', released, '--out', out).status, 0);
  const next = join(emptyFolder(), 'next');
  cpSync(released, next, {recursive: true});
  for (const [file, from, to] of edits) edit(next, file, from, to);
  return {released, out, next};
}

function compared(old, next) {
  const {status, stdout} = kynangso('diff', old, next, '--json');
  const outcome = JSON.parse(stdout);
  const codes = (list) => list.map(({code, severity}) => (severity ? `${code}!` : code));
  return {
    status,
    outcome,
    course: codes(outcome.course ?? []),
    lessons: Object.fromEntries((outcome.lessons ?? []).map((lesson) => [lesson.lesson, lesson])),
    codesOf: (id) => codes(outcome.lessons.find(({lesson}) => lesson === id)?.differences ?? []),
  };
}

const raise = (file, version) => [file, file === one ? '"2.0.0"' : '"1.0.0"', `"${version}"`];
const courseVersion = ['course.yaml', 'version: "1.0.0"', 'version: "1.1.0"'];

/** What an author changed, what is told of the lesson, what its version needs, and whether it is refused. */
const changes = [
  [
    'mends a sentence',
    one,
    [[one, 'Làm thử nhé.', 'Làm thử xem.']],
    ['section-changed', 'version-kept!'],
    'patch',
    0,
  ],
  [
    'mends a sentence and says so',
    one,
    [[one, 'Làm thử nhé.', 'Làm thử xem.'], raise(one, '2.0.1')],
    ['section-changed'],
    'patch',
    0,
  ],
  [
    'words a reason better',
    one,
    [[one, 'Hỏi lại là chắc nhất.', 'Hỏi lại cho chắc.'], raise(one, '2.0.1')],
    ['question-words'],
    'patch',
    0,
  ],
  [
    'names who has read it',
    two,
    [[two, '[Chị Lan]', '[Chị Lan, Anh Ba]'], raise(two, '1.0.1')],
    ['head-changed'],
    'patch',
    0,
  ],
  [
    'drops a question',
    two,
    [
      [
        two,
        read(join(courseFolder(), two)).match(
          /:::question\{#con-so[\s\S]*?\n:::\n|:::question\{[^}]*type=numeric[\s\S]*?\n:::\n/,
        )[0],
        '',
      ],
      raise(two, '1.0.1'),
    ],
    ['question-removed', 'version-low!'],
    'minor',
    0,
  ],
  [
    'takes another option for right under the same version',
    one,
    [
      [one, '[x] “Để', '[ ] “Để'],
      [one, '[ ] “Giọng quen lắm, chắc là thật thôi.”', '[x] “Giọng quen.”'],
    ],
    ['meaning-kept-version!', 'version-kept!'],
    'major',
    1,
  ],
  [
    'turns a statement round',
    one,
    [[one, '- [ ] Đúng', '- [x] Đúng'], [one, '- [x] Sai', '- [ ] Sai'], raise(one, '2.1.0')],
    ['meaning-kept-version!', 'version-low!'],
    'major',
    1,
  ],
  [
    'asks for another number',
    two,
    [[two, '= 12,5 phút', '= 13 phút'], raise(two, '1.0.1')],
    ['meaning-kept-version!', 'version-low!'],
    'major',
    1,
  ],
  [
    'orders the steps otherwise',
    two,
    [
      [two, '{#dung}', '{#x}'],
      [two, '{#kiem-tra}', '{#dung}'],
      [two, '{#x}', '{#kiem-tra}'],
      raise(two, '1.0.1'),
    ],
    ['meaning-kept-version!', 'version-low!'],
    'major',
    1,
  ],
  [
    'accepts one more spelling',
    two,
    [[two, '= Hòa Bình | phường', '= Hòa Bình | phường | xã'], raise(two, '1.0.1')],
    ['question-words'],
    'patch',
    0,
  ],
  [
    'accepts a spelling no more',
    two,
    [[two, '= Hòa Bình | phường', '= Hòa Bình'], raise(two, '1.0.1')],
    ['meaning-kept-version!', 'version-low!'],
    'major',
    1,
  ],
  [
    'leads a reply elsewhere',
    two,
    [[two, '-> mo {#khoan}', '-> tot {#khoan}'], raise(two, '1.0.1')],
    ['meaning-kept-version!', 'version-low!'],
    'major',
    1,
  ],
  [
    'no longer finds a mark suspicious',
    two,
    [[two, '{#giuc +}', '{#giuc}'], raise(two, '1.0.1')],
    ['meaning-kept-version!', 'version-low!'],
    'major',
    1,
  ],
  [
    'lets two options change places under their ids',
    one,
    [
      [one, '{#giuc}', '{#x}'],
      [one, '{#doa}', '{#giuc}'],
      [one, '{#x}', '{#doa}'],
      raise(one, '2.0.1'),
    ],
    ['meaning-kept-version!', 'version-low!'],
    'major',
    1,
  ],
  [
    'gives an option another id',
    one,
    [[one, '{#hoi-lai}', '{#hoi-da}'], raise(one, '3.0.0'), [one, 'rev=2', 'rev=3']],
    ['id-changed!', 'option-added', 'option-removed', 'question-meaning'],
    'major',
    1,
  ],
  [
    'asks for another number and raises version and rev',
    two,
    [
      [two, '= 12,5 phút', '= 13 phút'],
      raise(two, '2.0.0'),
      [two, 'type=numeric', 'type=numeric rev=2'],
    ],
    ['question-meaning'],
    'major',
    0,
  ],
  [
    'asks again what has not changed',
    two,
    [raise(two, '2.0.0'), [two, 'type=numeric', 'type=numeric rev=2']],
    ['question-again!'],
    'patch',
    0,
  ],
];

describe('comparing two editions', () => {
  for (const [what, file, edits, expected, needs, status] of changes) {
    it(`tells what it means when an author ${what}`, () => {
      const {out, next} = editions([...edits, courseVersion]);
      const id = file === one ? 'm01-b01' : 'm01-b02';
      const {status: exit, codesOf, lessons, outcome} = compared(out, next);
      assert.deepEqual(codesOf(id).sort(), [...expected].sort(), JSON.stringify(outcome, null, 1));
      assert.equal(lessons[id].needs, needs);
      assert.equal(exit, status);
      assert.equal(outcome.ok, status === 0);
      assert.deepEqual(Object.keys(lessons), [id]);
    });
  }

  it('finds nothing between a release, its source and a copy of either, and writes nothing', () => {
    const {released, out, next} = editions();
    const before = [released, out, next].map(snapshot);
    for (const old of [released, out, join(out, 'course.json')]) {
      for (const now of [next, out]) {
        const {status, stdout} = kynangso('diff', old, now);
        assert.equal(status, 0);
        assert.equal(stdout, 'Hai bản giống hệt nhau.\n0 lỗi, 0 lưu ý.\n');
      }
    }
    assert.deepEqual([released, out, next].map(snapshot), before);
  });

  it('says what becomes of those who were done, and what they are asked again', () => {
    const {out, next} = editions([
      [two, '= 12,5 phút', '= 13 phút'],
      raise(two, '2.0.0'),
      [two, 'type=numeric', 'type=numeric rev=2'],
      [one, 'Làm thử nhé.', 'Làm thử xem.'],
      raise(one, '2.0.1'),
      courseVersion,
    ]);
    const {lessons} = compared(out, next);
    assert.equal(lessons['m01-b02'].again.length, 1);
    const {stdout} = kynangso('diff', out, next);
    assert.match(stdout, /Bài m01-b02 \(1\.0\.0 → 2\.0\.0\)/);
    assert.match(stdout, /vẫn là đã xong; vòng tròn sẽ hiện “đã học bản cũ – có nội dung mới”/);
    assert.ok(stdout.includes(`Câu phải trả lời lại: ${lessons['m01-b02'].again[0]}.`));
    assert.match(stdout, /Ai đã xong bài này vẫn là đã xong, không phải học lại\./);
    assert.match(stdout, /thêm 1 chỗ cho bài và mốc, 1 chỗ cho câu hỏi/);
  });

  it('tells of lessons that came and went', () => {
    const {out, next} = editions([
      ['course.yaml', '[m01-b01, m01-b02]\nm', '[m01-b01]\nm'],
      ['course.yaml', '[m01-b01, m01-b02]}', '[m01-b01]}'],
      courseVersion,
    ]);
    const {status, lessons, course} = compared(out, next);
    assert.equal(status, 0);
    assert.equal(lessons['m01-b02'].effect, 'removed');
    assert.deepEqual(course, ['course-changed', 'milestone-kept!']);
    assert.equal(compared(next, out).lessons['m01-b02'].effect, 'added');
  });

  it('tells of facts by name, without asking for a lesson’s version', () => {
    const {out, next} = editions([
      [facts, 'value: một số máy', 'value: số máy mới'],
      [facts, 'fallback: hỏi Công an xã', 'fallback: hỏi UBND xã'],
      courseVersion,
    ]);
    const {outcome, course} = compared(out, next);
    assert.deepEqual(course, ['course-changed', 'fact-changed']);
    assert.deepEqual(outcome.course[1].facts, {
      fact: 'duong_day_nong',
      scope: 'VN',
      fields: 'value, fallback',
    });
    assert.deepEqual(outcome.lessons, []);
  });

  it('tells what becomes of how learners rated themselves', () => {
    const file = 'self-assessment.yaml';
    const words = `id: tu-danh-gia
statements:
  - {id: kn1, skill: KN1, title: Dịch vụ công, text: Nộp hồ sơ trên mạng.}
  - {id: kn4, skill: KN4, title: Tự bảo vệ, text: Nhận ra tin lừa đảo.}
steps:
  - {id: chua, text: Chưa}
  - {id: kem, text: Có người kèm}
  - {id: tu-lam, text: Tự làm}
  - {id: chi, text: Chỉ người khác}
`;
    const folder = courseFolder();
    edit(folder, file, undefined, words);
    const out = join(emptyFolder(), 'out');
    assert.equal(kynangso('build', folder, '--out', out).status, 0);
    const after = (from, to) => {
      edit(folder, file, undefined, words.replace(from, to));
      const {course: found, status} = compared(out, folder);
      return [status, ...found.filter((code) => /^st/.test(code))];
    };
    assert.deepEqual(after('Nộp hồ sơ', 'Gửi hồ sơ'), [0, 'statement-words']);
    assert.deepEqual(after('KN4,', 'KN4, rev: 2,'), [0, 'statement-meaning']);
    assert.deepEqual(after(/ {2}- \{id: kn4.*\n/, ''), [0, 'statement-removed']);
    assert.deepEqual(after('{id: kem', '{id: giup'), [1, 'steps-changed!']);
    rmSync(join(out, JSON.parse(read(join(out, 'course.json'))).selfAssessment.file));
    assert.equal(kynangso('diff', out, folder).status, 1);
  });

  it('asks for a new version of the course when anything changed', () => {
    const {out, next} = editions([[facts, 'value: một số máy', 'value: số máy mới']]);
    assert.deepEqual(compared(out, next).course, ['fact-changed', 'course-version-kept!']);
  });

  it('refuses places that moved, and two different courses', () => {
    const {out, next} = editions();
    rmSync(join(next, 'slots.json'));
    edit(next, 'course.yaml', '[m01-b01, m01-b02]\nm', '[m01-b02, m01-b01]\nm');
    const moved = compared(out, next);
    assert.equal(moved.status, 1);
    assert.ok(moved.course.includes('slots-broken!'));
    const other = courseFolder([['course.yaml', 'id: khoa-thu\n', 'id: khoa-khac\n']]);
    const two = compared(out, other);
    assert.deepEqual([two.status, two.course], [1, ['course-other!']]);
  });

  it('does not compare what it cannot read, and says why', () => {
    const {out, next} = editions([[one, '{{duong_day_nong}}', '{{khong_co}}']]);
    const {status, stdout} = kynangso('diff', out, next);
    assert.equal(status, 1);
    assert.match(stdout, /m01\/b01\.md:16:44 lỗi \[token-unknown\]/);
    assert.match(stdout, /Chưa so sánh được/);
    const lesson = JSON.parse(read(join(out, 'course.json'))).modules[0].lessons[1].file;
    rmSync(join(out, lesson));
    const torn = JSON.parse(kynangso('diff', out, out, '--json').stdout);
    assert.deepEqual(
      torn.flaws.map(({code, facts}) => [code, facts.name]),
      [['build-unreadable', lesson]],
    );
    for (const path of ['/nowhere', emptyFolder()]) {
      assert.equal(kynangso('diff', path, out).status, 1);
    }
    assert.equal(kynangso('diff', out).status, 2);
  });
});

describe('checking against a release', () => {
  it('refuses another answer under the same version, at the question', () => {
    const {out, next} = editions([[two, '= 12,5 phút', '= 13 phút']]);
    const against = ['--against', join(out, 'course.json')];
    assert.match(
      kynangso('check', next, ...against).stdout,
      /m01\/b02\.md:67:1 lỗi \[meaning-changed\]/,
    );
    edit(next, ...raise(two, '2.0.0'));
    edit(next, two, 'type=numeric', 'type=numeric rev=2');
    assert.equal(kynangso('check', next, ...against).status, 0);
  });
});
