import assert from 'node:assert/strict';
import {mkdirSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
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

const three = 'm01/b03.md';

function begun(...more) {
  const folder = courseFolder();
  const {status, stdout} = kynangso('new', 'lesson', folder, 'm01-b03', ...more);
  assert.equal(status, 0, stdout);
  return {folder, stdout, text: read(join(folder, three))};
}

describe('beginning a lesson', () => {
  it('gives the author a whole lesson of which the check names every place still to be written, and nothing else', () => {
    const {folder, text} = begun();
    const {named, sound} = flawsOf(folder);
    const places = (code) => named.filter((flaw) => flaw.startsWith(`${code} `));
    assert.equal(places('unwritten').length, text.match(/✎/g).length);
    assert.ok(named.includes(`unwritten ${three}:4:8`));
    assert.ok(named.includes(`unwritten ${three}:8:9`));
    assert.equal(places('unnamed').length, 4);
    assert.deepEqual(places('review-missing'), [`review-missing ${three}:11:13`]);
    assert.equal(named.length, places('unwritten').length + 5);
    assert.equal(sound, false);
  });

  it('never lets a skeleton be published, with the build before it left as it was', () => {
    const folder = courseFolder();
    const out = join(emptyFolder(), 'out');
    assert.equal(kynangso('build', folder, '--out', out).status, 0);
    const before = snapshot(out);
    kynangso('new', 'lesson', folder, 'm01-b03');
    assert.equal(kynangso('build', folder, '--out', out).status, 1);
    assert.deepEqual(snapshot(out), before);
  });

  it('shows a half-written lesson to its author all the same', () => {
    assert.ok(flawsOf(begun().folder, {unfinished: true}).sound);
  });

  it('is done when each mark has become words and each id a name', () => {
    const {folder, text} = begun('--title', 'Bài ba');
    const written = text
      .replace('outcome: ✎ làm', 'outcome: làm')
      .replace('[✎]', '[KN1]')
      .replaceAll('✎ ', '')
      .replaceAll('dat-ma-', 'xin-');
    edit(folder, three, undefined, written);
    assert.deepEqual(flawsOf(folder).named, [`review-missing ${three}:11:13`]);
  });

  it('lists the lesson in course.yaml and changes not another character there', () => {
    const before = read(join(courseFolder(), 'course.yaml'));
    const {folder} = begun();
    assert.equal(
      read(join(folder, 'course.yaml')),
      before.replace('[m01-b01, m01-b02]\nm', '[m01-b01, m01-b02, m01-b03]\nm'),
    );
    const windows = courseFolder();
    edit(windows, 'course.yaml', undefined, before.replaceAll('\n', '\r\n'));
    kynangso('new', 'lesson', windows, 'm01-b03');
    assert.equal(
      read(join(windows, 'course.yaml')),
      read(join(folder, 'course.yaml')).replaceAll('\n', '\r\n'),
    );
  });

  it('keeps the author’s notes in course.yaml', () => {
    const folder = courseFolder([
      [
        'course.yaml',
        'lessons: [m01-b01, m01-b02]\nm',
        'lessons:\n      # hai bài\n      - m01-b01\n      - m01-b02 # còn nữa\nm',
      ],
    ]);
    const before = read(join(folder, 'course.yaml'));
    kynangso('new', 'lesson', folder, 'm01-b03');
    assert.equal(
      read(join(folder, 'course.yaml')),
      before.replace('# còn nữa\n', '# còn nữa\n      - m01-b03\n'),
    );
  });

  it('opens a module when it is asked to, whose title is still to be written', () => {
    const folder = courseFolder();
    assert.equal(kynangso('new', 'lesson', folder, 'm02-b01', '--module', 'm02').status, 0);
    const {named} = flawsOf(folder);
    assert.ok(named.some((flaw) => /^unwritten course\.yaml:\d+:12$/.test(flaw)));
    assert.ok(exists(join(folder, 'm02/b01.md')));
  });

  it('takes any title as it is', () => {
    for (const title of ['Mua: “thật” hay #giả?', '- [x] {a: b}', 'null', '1.0', 'Ai\'"\\']) {
      const {folder} = begun(`--title=${title}`);
      const {flaws} = flawsOf(folder, {unfinished: true});
      assert.deepEqual(
        flaws.filter(({severity}) => severity === 'error'),
        [],
        title,
      );
    }
  });

  it('dates it today in Vietnam, to be read again in half a year', () => {
    const day = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    for (const TZ of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const folder = courseFolder();
      const before = day();
      kynangsoIn({env: {TZ}}, 'new', 'lesson', folder, 'm01-b03');
      const [, asOf] = /^asOf: (\S+)/m.exec(read(join(folder, three)));
      assert.ok([before, day()].includes(asOf));
      const [, reviewBy] = /^reviewBy: (\S+)/m.exec(read(join(folder, three)));
      const days = (Date.parse(reviewBy) - Date.parse(asOf)) / 86_400_000;
      assert.ok(days > 176 && days < 186, reviewBy);
    }
  });

  const refusals = [
    ['has an id with tones', ['m01-bà'], /viết chưa đúng/],
    ['has an id that climbs out of the folder', ['../m01-b03'], /viết chưa đúng/],
    ['has the id of another lesson', ['m01-b02'], /đã có bài dùng/],
    ['belongs to no module', ['m07-b01'], /--module/],
    ['belongs to another module', ['m01-b03', '--module', 'm02'], /không thuộc chuyên đề “m02”/],
    ['has a module with an id that is none', ['m01-b03', '--module', '..'], /viết chưa đúng/],
  ];
  for (const [what, args, words] of refusals) {
    it(`writes nothing when the new lesson ${what}`, () => {
      const folder = courseFolder();
      const before = snapshot(folder);
      const {status, stdout} = kynangso('new', 'lesson', folder, ...args);
      assert.equal(status, 1);
      assert.match(stdout, words);
      assert.match(stdout, /Chưa ghi gì/);
      assert.deepEqual(snapshot(folder), before);
    });
  }

  it('never gives a lesson the id of one that was published and dropped', () => {
    const folder = courseFolder();
    kynangso('build', folder, '--out', join(emptyFolder(), 'out'));
    edit(folder, 'course.yaml', 'lessons: [m01-b01, m01-b02]\nm', 'lessons: [m01-b01]\nm');
    const {status, stdout} = kynangso('new', 'lesson', folder, 'm01-b02');
    assert.equal(status, 1);
    assert.match(stdout, /từng phát hành/);
  });

  it('never writes over a file, through a link, or into a course it cannot read', () => {
    const folder = courseFolder();
    edit(folder, three, undefined, 'lời của tôi');
    assert.match(kynangso('new', 'lesson', folder, 'm01-b03').stdout, /Đã có tệp m01\/b03\.md/);
    assert.equal(read(join(folder, three)), 'lời của tôi');

    const elsewhere = emptyFolder();
    symlinkSync(elsewhere, join(folder, 'm02'));
    const args = ['new', 'lesson', folder, 'm02-b01', '--module', 'm02'];
    assert.equal(kynangso(...args).status, 1);
    assert.deepEqual(snapshot(elsewhere), []);

    edit(folder, 'course.yaml', 'modules:', 'module:');
    const {status, stdout} = kynangso('new', 'lesson', folder, 'm01-b04');
    assert.equal(status, 1);
    assert.match(stdout, /\[field-unknown\]/);
    const nothing = emptyFolder();
    mkdirSync(join(nothing, 'course.yaml'));
    assert.match(kynangso('new', 'lesson', nothing, 'm01-b04').stdout, /\[file-unreadable\]/);
  });

  it('tells an author who mistypes the command how it is used', () => {
    for (const args of [['new'], ['new', 'leson', 'x', 'y'], ['new', 'lesson', 'x']]) {
      const {status, stderr} = kynangso(...args);
      assert.equal(status, 2);
      assert.match(stderr, /kynangso new lesson/);
    }
  });
});
