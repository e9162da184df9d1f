import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {courseFolder, edit, emptyFolder, flawsOf, kynangso, read} from './fixture.mjs';

const original = 'm01/b01.md';
const english = 'm01/b01.en.md';

/** A course with its first lesson once more under an English file's name, then changed. */
function translated(...changes) {
  const folder = courseFolder();
  edit(folder, english, undefined, read(join(folder, original)));
  for (const [from, to] of changes) edit(folder, english, from, to);
  return folder;
}

const of = (folder) =>
  flawsOf(folder).named.filter((flaw) => flaw.includes(english) && !/review-|sentence/.test(flaw));

describe('a lesson in a second language', () => {
  it('is built to a file of its own, which names its language beside the original', () => {
    const out = join(emptyFolder(), 'out');
    const folder = translated(['title: ', 'title: In English, ']);
    const {status, stdout} = kynangso('build', folder, '--out', out);
    assert.equal(status, 0, stdout);
    const {modules, slots} = JSON.parse(read(join(out, 'course.json')));
    const [entry] = modules[0].lessons;
    assert.deepEqual(
      entry.langs.map(({lang}) => lang),
      ['en'],
    );
    const lesson = JSON.parse(read(join(out, entry.langs[0].file)));
    const written = JSON.parse(read(join(out, entry.file)));
    assert.equal(lesson.lang, 'en');
    assert.ok(!('lang' in written));
    assert.deepEqual(
      lesson.questions.map(({id, rev}) => `${id}@${rev}`),
      written.questions.map(({id, rev}) => `${id}@${rev}`),
    );
    assert.ok(!JSON.stringify(slots).includes('en'), 'both are one lesson in a code');
  });

  it('is found under its name only beside a lesson of the course', () => {
    const folder = courseFolder();
    edit(folder, 'm01/b09.en.md', undefined, read(join(folder, original)));
    assert.ok(
      flawsOf(folder).named.some((flaw) => flaw.startsWith('lesson-unlisted m01/b09.en.md')),
    );
  });

  it('of an older version is left out until it was translated again, and the rest is built', () => {
    const folder = translated();
    edit(folder, original, 'version: "2.0.0"', 'version: "2.1.0"');
    assert.deepEqual(of(folder), ['translation-behind m01/b01.en.md:3:10']);
    const out = join(emptyFolder(), 'out');
    assert.equal(kynangso('build', folder, '--out', out).status, 0);
    assert.ok(!('langs' in JSON.parse(read(join(out, 'course.json'))).modules[0].lessons[0]));
  });

  it('is refused when an answer to it would not be an answer to the original', () => {
    const text = read(join(courseFolder(), original));
    const [question, id] = /:::question\{#([a-z0-9-]+) [^}]*\}/.exec(text);
    const renamed = translated([question, question.replace(id, 'another')]);
    const flaws = of(renamed);
    assert.equal(flaws.length, 2, flaws.join());
    assert.ok(flaws.every((flaw) => flaw.startsWith('translation-differs')));
    assert.equal(flawsOf(renamed).sound, false);

    const [, option] = /- \[[ x]\] .*\{#([a-z0-9-]+)\}/.exec(text);
    const moved = translated([`{#${option}}`, '{#another}']);
    assert.ok(of(moved)[0].startsWith('translation-differs'), of(moved).join());
  });

  it('gets every other flaw named as its original would', () => {
    const [flaw] = of(translated(['\n## ', '\nOut of place.\n\n## ']));
    assert.match(flaw, /^section-stray m01\/b01\.en\.md:\d+:1$/);
  });
});
