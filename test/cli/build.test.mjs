import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';
import {
  courseFolder,
  edit,
  emptyFolder,
  exists,
  flawsOf,
  kynangso,
  kynangsoIn,
  read,
  snapshot,
} from './fixture.mjs';

function built(folder = courseFolder()) {
  const out = join(emptyFolder(), 'out');
  const {status, stdout} = kynangso('build', folder, '--out', out);
  assert.equal(status, 0, stdout);
  const course = JSON.parse(read(join(out, 'course.json')));
  const lessons = course.modules[0].lessons.map(({file}) => JSON.parse(read(join(out, file))));
  return {out, folder, course, lessons, bytes: (name) => read(join(out, name))};
}

describe('building a course', () => {
  it('finds nothing wrong with a sound course', () => {
    const {status, stdout} = kynangso('check', courseFolder());
    assert.equal(status, 0);
    assert.equal(stdout, '0 lỗi, 0 lưu ý.\n');
  });

  it('names each file by the hash of its bytes and lists it in course.json', () => {
    const {course, bytes, out} = built();
    const entries = [...course.modules[0].lessons, ...course.facts, course.search];
    for (const {file, sha256} of entries) {
      const text = bytes(file);
      assert.equal(createHash('sha256').update(text).digest('hex').slice(0, 32), sha256);
      assert.ok(file.includes(`.${sha256.slice(0, 8)}.json`));
    }
    assert.deepEqual(
      readdirSync(out).sort(),
      ['course.json', ...entries.map(({file}) => file)].sort(),
    );
    const key = createHash('sha256')
      .update('kynangso/course/1\nkhoa-thu')
      .digest('hex')
      .slice(0, 8);
    assert.equal(course.key, key);
    assert.equal(course.builtOn, '2026-11-22');
  });

  it('carries the first lesson whole, with the facts it shows', () => {
    const {course, lessons} = built();
    assert.deepEqual(course.first.lesson, lessons[0]);
    assert.deepEqual(
      course.first.facts.map(({id, sources}) => [id, sources]),
      [['duong_day_nong', []]],
    );
  });

  it('writes the same bytes twice, also from a copy with other line ends and normal form', () => {
    const one = built();
    const folder = courseFolder();
    for (const file of ['m01/b01.md', 'm01/b02.md', 'facts/vn.yaml']) {
      const text = read(join(folder, file)).normalize('NFD').replaceAll('\n', '\r\n');
      edit(folder, file, undefined, `\uFEFF${text}`);
    }
    const two = built(folder);
    for (const name of readdirSync(one.out)) assert.equal(two.bytes(name), one.bytes(name), name);
    const {status, stdout} = kynangso('build', one.folder, '--out', one.out, '--json');
    assert.equal(status, 0);
    assert.equal(JSON.parse(stdout).slots, false);
    for (const name of readdirSync(two.out)) assert.equal(two.bytes(name), one.bytes(name), name);
  });

  it('makes of a lesson what its author meant', () => {
    const [first] = built().lessons;
    assert.deepEqual(
      first.sections.map(({id, title}) => [id, title]),
      [
        ['why', 'Vì sao'],
        ['points', 'Các ý chính'],
        ['demo', 'Làm mẫu cho bà con'],
        ['practice', undefined],
        ['memo', undefined],
      ],
    );
    assert.deepEqual(first.sections[0].blocks, [
      {
        kind: 'paragraph',
        text: [
          'Lúc 10:29 ngày 22/11/2026, ',
          {text: 'chị Tám', strong: true},
          ' gọi ',
          {fact: 'duong_day_nong', fallback: 'hỏi Công an xã'},
          '. Đọc thêm ở ',
          {text: 'trang này', href: 'https://www.vi.du/a'},
          '. Chị trả 150.000 đồng trong 120 phút.',
        ],
      },
    ]);
    assert.deepEqual(first.sections[1].blocks, [
      {
        kind: 'picture',
        alt: 'Một vòng tròn',
        caption: ['Vòng *tròn* ', {fact: 'duong_day_nong', fallback: 'hỏi Công an xã'}],
        tree: [
          'svg',
          {viewBox: '0 0 320 200'},
          [
            'g',
            {transform: 'translate(10 10)'},
            ['circle', {class: 'tint ink', cx: '40', cy: '40', r: '30'}],
            ['path', {class: 'line', fill: 'none', d: 'M0 0 L9 9'}],
          ],
        ],
      },
      {kind: 'steps', items: ['Dừng.', [{text: 'Kiểm tra.', em: true}]]},
      {
        kind: 'chat',
        messages: [
          {who: 'Người lạ', text: 'Cho xin mã.'},
          {who: 'Tôi', me: true, text: 'Ai đấy?'},
        ],
      },
    ]);
    assert.deepEqual(first.questions[0], {
      id: 'goi-la',
      rev: 2,
      stem: 'Có người gọi.\nAnh/chị nghĩ gì?',
      safety: true,
      hint: 'Ai cũng có thể bị lừa.',
      type: 'choice',
      options: [
        {id: 'hoi-lai', text: '“Để mình hỏi lại đã.”', correct: true, why: 'Hỏi lại là chắc nhất.'},
        {
          id: 'giong-quen',
          text: '“Giọng quen lắm, chắc là thật thôi.”',
          why: 'Giọng cũng giả được.',
        },
      ],
    });
    assert.equal(first.questions[1].options.filter(({correct}) => correct).length, 2);
    assert.equal(first.questions[2].answer, false);
    assert.equal(first.questions[2].whyFalse, 'Đúng vậy.');
  });

  it('reads the six other types of question', () => {
    const [, {questions}] = built().lessons;
    const [spot, ordering, matching, numeric, fillIn, scenario] = questions;
    assert.equal(spot.from, 'NGAN HANG ABC');
    assert.deepEqual(spot.parts, [
      {id: 'chao', text: 'Kính chào.', why: 'Chào là thường.'},
      ' Tài khoản ',
      {id: 'doa', text: 'sẽ bị khóa', suspicious: true, why: 'Dọa là lạ.'},
      ', ',
      {id: 'giuc', text: 'vào ngay', suspicious: true, why: 'Giục là lạ.'},
      '.',
    ]);
    assert.deepEqual(
      ordering.items.map(({id}) => id),
      ['dung', 'kiem-tra', 'xac-nhan'],
    );
    assert.equal(ordering.why, 'Dừng trước đã.');
    assert.deepEqual(matching.pairs[0], {
      id: 'otp',
      left: [{text: 'OTP', strong: true}],
      right: 'mã dùng một lần',
    });
    assert.deepEqual(matching.decoys, [{id: 'thua', right: 'thừa ra'}]);
    assert.deepEqual([numeric.answer, numeric.tolerance, numeric.unit], [12.5, 0.5, 'phút']);
    assert.deepEqual(fillIn.answers, ['Hòa Bình', 'phường']);
    assert.deepEqual(
      scenario.turns.map(({id, replies, good}) => [id, replies.map(({to}) => to), good]),
      [
        ['mo', ['bay', 'tot'], undefined],
        ['bay', ['mo'], undefined],
        ['tot', [], true],
      ],
    );
    assert.equal(scenario.turns[0].replies[0].text, 'Vâng?');
  });

  it('shows a lesson nobody has reviewed as a draft, and refuses to release it', () => {
    const folder = courseFolder([['m01/b02.md', 'reviewedBy: [Chị Lan]', 'reviewedBy: []']]);
    const {named, sound} = flawsOf(folder);
    assert.deepEqual(named, ['review-missing m01/b02.md:11:13']);
    assert.ok(sound);
    assert.equal(kynangso('check', folder, '--release').status, 1);
    const [one, two] = built(folder).course.modules[0].lessons;
    assert.equal(one.draft, undefined);
    assert.equal(two.draft, true);
  });

  it('writes nothing when there is an error, and leaves the last build as it was', () => {
    const {out, folder, bytes} = built();
    const before = bytes('course.json');
    edit(folder, 'm01/b01.md', '{{duong_day_nong}}', '{{khong_co}}');
    edit(folder, 'm01/b02.md', '#thu-tu', '#thu-tu-khac');
    const slots = read(join(folder, 'slots.json'));
    const {status, stdout} = kynangso('build', folder, '--out', out);
    assert.equal(status, 1);
    assert.match(stdout, /m01\/b01\.md:16:44 lỗi \[token-unknown\] Không có mục “khong_co”/);
    assert.match(stdout, /Chưa ghi gì/);
    assert.equal(bytes('course.json'), before);
    assert.equal(read(join(folder, 'slots.json')), slots);
    const fresh = join(emptyFolder(), 'out');
    kynangso('build', folder, '--out', fresh);
    assert.equal(exists(fresh), false);
  });

  it('does not replace a folder that holds something else', () => {
    const out = emptyFolder();
    writeFileSync(join(out, 'letter.txt'), 'dear');
    const {status, stdout} = kynangso('build', courseFolder(), '--out', out);
    assert.equal(status, 1);
    assert.match(stdout, /\[out-foreign\]/);
    assert.deepEqual(readdirSync(out), ['letter.txt']);
  });

  it('tells an author who mistypes the command how it is used', () => {
    for (const args of [
      [],
      ['chek', 'x'],
      ['build', 'x'],
      ['check'],
      ['check', 'x', '--nonsense'],
    ]) {
      const {status, stderr} = kynangso(...args);
      assert.equal(status, 2);
      assert.match(stderr, /kynangso check <thư-mục-khóa-học>/);
    }
    assert.match(kynangso('--help', '--lang', 'en').stdout, /name every flaw/);
    assert.deepEqual(flawsOf('/nowhere').named, ['course-folder-missing /nowhere:1:1']);
  });
});

describe('building on any machine', () => {
  /** Stops the clock at a day of another year, as a machine with a dead battery would. */
  const otherClock = `--import=data:text/javascript,${encodeURIComponent(
    'const RealDate = Date; const at = 86400000; globalThis.Date = class extends RealDate { constructor(...given) { super(...(given.length ? given : [at])); } static now() { return at; } };',
  )}`;
  const machines = [
    ['in another folder', {cwd: '/'}],
    ['with another clock', {env: {NODE_OPTIONS: otherClock}}],
    ['in another time zone', {env: {TZ: 'Pacific/Kiritimati'}}],
    ['in another language', {env: {LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'}}],
  ];
  for (const [what, machine] of machines) {
    it(`gives the same bytes ${what}`, () => {
      const one = built();
      const out = join(emptyFolder(), 'out');
      const {status, stdout} = kynangsoIn(machine, 'build', courseFolder(), '--out', out);
      assert.equal(status, 0, stdout);
      assert.deepEqual(snapshot(out), snapshot(one.out));
    });
  }
});

describe('the release before', () => {
  it('leaves its files to whoever still has it open, until the release after', () => {
    const {out, folder, course} = built();
    const filesOf = ({modules, facts, search}) =>
      [...modules.flatMap(({lessons}) => lessons), ...facts, search].map(({file}) => file);
    const manifest = () => JSON.parse(read(join(out, 'course.json')));
    const lying = () => readdirSync(out).sort();

    edit(folder, 'm01/b01.md', 'Làm thử nhé.', 'Làm thử xem.');
    edit(folder, 'm01/b01.md', '1. Dừng.', '1. Dừng đã.');
    edit(folder, 'facts/vn.yaml', 'value: một số máy', 'value: số máy mới');
    kynangso('build', folder, '--out', out);
    const second = manifest();
    const both = [...new Set(['course.json', ...filesOf(course), ...filesOf(second)])].sort();
    assert.equal(both.length, 8);
    assert.deepEqual(lying(), both);

    // Nothing is new: the release before is still the one before.
    kynangso('build', folder, '--out', out);
    assert.deepEqual(lying(), both);

    edit(folder, 'm01/b01.md', 'Làm thử xem.', 'Làm thử đi.');
    kynangso('build', folder, '--out', out);
    const third = [...new Set(['course.json', ...filesOf(second), ...filesOf(manifest())])].sort();
    assert.deepEqual(lying(), third);
    assert.ok(!third.includes(course.modules[0].lessons[0].file));
  });
});

describe('what a course weighs', () => {
  it('is told lesson by lesson, with and without pictures, and for the whole', () => {
    const folder = courseFolder();
    const args = ['build', folder, '--out', join(emptyFolder(), 'out')];
    const {sizes} = JSON.parse(kynangso(...args, '--json').stdout);
    const bytes = (value) => brotliCompressSync(JSON.stringify(value)).length;
    const {lessons} = built(folder);
    assert.deepEqual(
      sizes.lessons.map(({id, whole}) => [id, whole]),
      lessons.map((lesson) => [lesson.id, bytes(lesson)]),
    );
    const [drawn, plain] = sizes.lessons;
    assert.ok(drawn.withoutPictures < drawn.whole);
    assert.equal(plain.withoutPictures, plain.whole);
    assert.ok(sizes.course.whole > drawn.whole + plain.whole);
    const {stdout} = kynangso(...args);
    assert.match(stdout, /m01-b01 {2}[\d.]+ byte \/ [\d.]+ byte/);
    assert.match(stdout, /Trung bình một bài: [\d.]+ byte/);
    assert.match(stdout, /Cả khóa học: [\d.]+ byte/);
  });

  it('is warned of, and built all the same, where a slow network would suffer', () => {
    // Numbers that no compression makes small.
    const random = (count, seed, digits = 4) => {
      const bytes = createHash('shake256', {outputLength: (count * digits) / 2}).update(seed);
      const numbers = bytes.digest('hex').match(new RegExp(`.{${digits}}`, 'g'));
      return numbers.map((hex) => Number.parseInt(hex, 16));
    };
    const folder = courseFolder();
    const names = ['ba', 'hai', 'mot'];
    for (const name of names) {
      const svg = `<svg viewBox="0 0 9 9"><path d="M${random(2000, name).join(' ')}"/></svg>`;
      edit(folder, `pictures/${name}.svg`, undefined, svg);
    }
    const pictures = names.map((name) => `![Hình](pictures/${name}.svg)`);
    const wordy = (seed) =>
      Array.from({length: 40}, (_, at) =>
        random(400, `${seed}${at}`, 12)
          .map((word) => `${word.toString(36).replace(/\d/g, (digit) => 'ghiklmnopq'[digit])}.`)
          .join(' '),
      ).join('\n\n');
    edit(folder, 'm01/b01.md', 'Làm thử nhé.', `Làm thử nhé.\n\n${wordy('one')}`);
    edit(folder, 'm01/b02.md', 'Vì thế.', ['Vì thế.', ...pictures, wordy('two')].join('\n\n'));
    const args = ['build', folder, '--out', join(emptyFolder(), 'out'), '--json'];
    const {ok, flaws} = JSON.parse(kynangso(...args).stdout);
    assert.ok(ok);
    assert.deepEqual(
      flaws.filter(({code}) => code.endsWith('-heavy')).map(({code, file}) => `${code} ${file}`),
      [
        'course-heavy course.yaml',
        'lessons-heavy course.yaml',
        'pictures-heavy m01/b02.md',
        ...names.map((name) => `picture-heavy pictures/${name}.svg`),
      ],
    );
  });
});

describe('the places of lessons and questions', () => {
  it('are given in the order of the course and only ever added to', () => {
    const {out, folder} = built();
    const first = JSON.parse(read(join(folder, 'slots.json')));
    assert.deepEqual(first.lessons, ['m01-b01@2', 'm01-b02@1', 'khoa-thu-xong@1']);
    assert.equal(first.questions.length, 9);
    assert.equal(first.questions[0], 'm01-b01#goi-la@2');

    edit(folder, 'm01/b02.md', '"1.0.0"', '"2.0.0"');
    edit(folder, 'm01/b02.md', 'type=ordering', 'type=ordering rev=2');
    assert.equal(kynangso('build', folder, '--out', out).status, 0);
    const second = JSON.parse(read(join(folder, 'slots.json')));
    assert.deepEqual(second.lessons, [...first.lessons, 'm01-b02@2']);
    assert.deepEqual(second.questions, [...first.questions, 'm01-b02#thu-tu@2']);
    // Where all of a lesson's questions stand in their order, course.json names the lesson alone.
    const isFirst = (name) => name.startsWith('m01-b01#');
    assert.deepEqual(JSON.parse(read(join(out, 'course.json'))).slots, {
      lessons: second.lessons,
      questions: ['m01-b01', ...second.questions.filter((name) => !isFirst(name))],
    });
    assert.equal(kynangso('check', folder, '--against', join(out, 'course.json')).status, 0);
  });

  const changes = [
    ['removed', '    "m01-b02@1",\n', ''],
    ['moved', '"m01-b01@2",\n    "m01-b02@1"', '"m01-b02@1",\n    "m01-b01@2"'],
    ['renamed', 'm01-b02@1"', 'm01-b09@1"', 'lesson-gone slots.json:1:1'],
  ];
  for (const [what, from, to, ...more] of changes) {
    it(`are refused when one was ${what} by hand`, () => {
      const {folder} = built();
      edit(folder, 'slots.json', from, to);
      const {sound, named} = flawsOf(folder);
      assert.deepEqual(named, [...more, 'slots-changed slots.json:1:1']);
      assert.equal(sound, false);
    });
  }

  it('are refused when a name stands twice', () => {
    const {folder} = built();
    edit(folder, 'slots.json', '"m01-b02@1"', '"m01-b01@2"');
    assert.deepEqual(flawsOf(folder).named, [
      'slots-changed slots.json:1:1',
      'slots-doubled slots.json:4:5',
    ]);
  });

  it('are named when a lesson or a question that had one is gone, for its id may have been changed', () => {
    const {folder} = built();
    edit(folder, 'm01/b01.md', '#dieu-la', '#dieu-gi-la');
    edit(folder, 'course.yaml', 'lessons: [m01-b01, m01-b02]\nm', 'lessons: [m01-b01]\nm');
    edit(folder, 'course.yaml', 'lessons: [m01-b01, m01-b02]}', 'lessons: [m01-b01]}');
    const {sound, named} = flawsOf(folder);
    assert.deepEqual(named, [
      'question-gone m01/b01.md:2:5',
      'lesson-unlisted m01/b02.md:1:1',
      'lesson-gone slots.json:1:1',
    ]);
    assert.ok(sound);
  });

  it('are refused when a version or a revision goes back', () => {
    const {folder} = built();
    edit(folder, 'm01/b01.md', '"2.0.0"', '"1.9.0"');
    edit(folder, 'm01/b01.md', 'rev=2', 'rev=1');
    assert.deepEqual(flawsOf(folder).named, [
      'version-lowered m01/b01.md:3:10',
      'rev-lowered m01/b01.md:52:1',
    ]);
  });

  it('keep the ids of questions, options and replies that a former build asked', () => {
    const {folder, out} = built();
    const against = ['--against', join(out, 'course.json')];
    assert.equal(kynangso('check', folder, ...against).status, 0);
    edit(folder, 'm01/b01.md', '#dieu-la', '#dieu-gi-la');
    edit(folder, 'm01/b01.md', '{#hoi-lai}', '{#hoi-da}');
    edit(folder, 'm01/b02.md', '{#khoan}', '{#khoan-da}');
    edit(folder, 'm01/b02.md', '{#qr}', '{#o-vuong}');
    const {status, stdout} = kynangso('check', folder, '--json', ...against);
    assert.equal(status, 1);
    const changed = JSON.parse(stdout).flaws.filter(({code}) => code === 'id-changed');
    assert.deepEqual(
      changed.map(({file, line, column, facts}) => [file, line, column, facts.former, facts.id]),
      [
        ['m01/b01.md', 59, 29, 'hoi-lai', 'hoi-da'],
        ['m01/b01.md', 65, 13, 'dieu-la', 'dieu-gi-la'],
        ['m01/b02.md', 61, 17, 'qr', 'o-vuong'],
        ['m01/b02.md', 99, 19, 'khoan', 'khoan-da'],
      ],
    );
  });

  it('are held against those of an earlier release', () => {
    const {folder, out} = built();
    const manifest = join(out, 'course.json');
    const {slots} = JSON.parse(read(manifest));
    // A branch that began its own slots.json from nothing.
    const other = courseFolder([['course.yaml', '[m01-b01, m01-b02]', '[m01-b02, m01-b01]']]);
    assert.equal(kynangso('build', other, '--out', join(emptyFolder(), 'o')).status, 0);
    const {flaws} = flawsOf(other, {released: slots});
    const [moved] = flaws.filter(({code}) => code === 'slots-moved');
    assert.deepEqual(moved.facts, {name: slots.lessons[0], place: 1, now: 2});
    assert.equal(kynangso('check', folder, '--against', manifest).status, 0);
    assert.equal(kynangso('check', other, '--against', manifest).status, 1);
    edit(folder, 'slots.json', undefined, read(join(other, 'slots.json')));
    const {status, stdout} = kynangso('build', folder, '--out', out);
    assert.equal(status, 1);
    assert.match(stdout, /\[slots-moved\]/);
  });
});
