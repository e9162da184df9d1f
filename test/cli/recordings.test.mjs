import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {courseFolder, edit, emptyFolder, exists, flawsOf, kynangso, read} from './fixture.mjs';

const named = 'm01/b01.audio.yaml';

/** The beginning of each kind of sound, and something behind it. */
const sounds = {
  'b01-mot.mp3': [0xff, 0xf3, 0x70, 0xc0, 1],
  'b01-mot.ogg': [...Buffer.from('OggS'), 0],
  'b01-mot.opus': [...Buffer.from('OggS'), 0],
  'b01-mot.m4a': [0, 0, 0, 0x20, ...Buffer.from('ftypM4A ')],
  'b01-mot.wav': [...Buffer.from('RIFF'), 1, 0, 0, 0, ...Buffer.from('WAVE')],
};

const entry = (file, more = '    section: why\n') =>
  `  - file: ${file}\n${more}    seconds: 9\n    voice: Giọng máy\n`;

/** A course in which something of the first lesson can be heard. */
function heard(entries = entry('b01-mot.mp3'), files = sounds) {
  const folder = courseFolder();
  writeFileSync(join(folder, named), `recordings:\n${entries}`);
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, 'm01', name), Buffer.from(bytes));
  }
  return folder;
}

const known = new Set(flawsOf(courseFolder()).named);
const of = (folder) => flawsOf(folder).named.filter((flaw) => !known.has(flaw));

const built = (folder, out = join(emptyFolder(), 'out')) => {
  const {status, stdout} = kynangso('build', folder, '--out', out);
  assert.equal(status, 0, stdout);
  const [{file}] = JSON.parse(read(join(out, 'course.json'))).modules[0].lessons;
  return {out, lesson: JSON.parse(read(join(out, file)))};
};

describe('a passage that can be heard', () => {
  it('is built under a name its bytes change, and named in the lesson alone', () => {
    const {out, lesson} = built(heard());
    assert.equal(lesson.audio.length, 1);
    const [{file, ...rest}] = lesson.audio;
    assert.match(file, /^m01-b01\.mot\.[0-9a-f]{8}\.mp3$/);
    assert.deepEqual(rest, {section: 'why', seconds: 9, voice: 'Giọng máy'});
    assert.deepEqual([...readFileSync(join(out, file))], sounds['b01-mot.mp3']);
    const manifest = JSON.parse(read(join(out, 'course.json')));
    assert.ok(!JSON.stringify(manifest.modules).includes(file));
    const other = built(heard(entry('b01-mot.mp3'), {'b01-mot.mp3': [0xff, 0xf3, 2]}));
    assert.notEqual(other.lesson.audio[0].file, file);
  });

  it('is the same bytes whoever builds it', () => {
    const [one, two] = [built(heard()), built(heard())];
    const files = readdirSync(one.out).sort();
    assert.deepEqual(readdirSync(two.out).sort(), files);
    for (const file of files) {
      assert.ok(readFileSync(join(one.out, file)).equals(readFileSync(join(two.out, file))), file);
    }
  });

  it('stays a release longer, for who has the former lesson open', () => {
    const folder = heard();
    const {out, lesson} = built(folder);
    const [{file}] = lesson.audio;
    writeFileSync(join(folder, 'm01/b01-mot.mp3'), Buffer.from([0xff, 0xf3, 3]));
    const next = built(folder, out).lesson.audio[0].file;
    assert.ok(exists(join(out, file)) && exists(join(out, next)));
    writeFileSync(join(folder, 'm01/b01-mot.mp3'), Buffer.from([0xff, 0xf3, 4]));
    built(folder, out);
    assert.ok(!exists(join(out, file)) && exists(join(out, next)));
  });

  it('may be of any kind phones play, a whole part or one block', () => {
    const places = ['why', 'points', 'demo', 'practice', 'memo'];
    const entries = Object.keys(sounds).map((name, at) =>
      entry(name, `    section: ${places[at]}\n${at === 1 ? '    block: 1\n' : ''}`),
    );
    assert.deepEqual(of(heard(entries.join(''))), []);
  });

  const section = '    section: why\n';
  const flaws = [
    ['whose file is missing', entry('b01-hai.mp3'), [`file-missing ${named}:2:11`]],
    [
      'of another lesson',
      entry('b02-mot.mp3'),
      [`recording-name ${named}:2:11`],
      {'b02-mot.mp3': sounds['b01-mot.mp3']},
    ],
    ['outside the folder', entry('../b01-mot.mp3'), [`recording-name ${named}:2:11`]],
    ['of a kind nobody plays', entry('b01-mot.aiff'), [`recording-name ${named}:2:11`]],
    [
      'named after what every object has',
      entry('b01-mot.constructor'),
      [`recording-name ${named}:2:11`],
    ],
    [
      'that is no sound',
      entry('b01-mot.mp3'),
      [`recording-not-sound ${named}:2:11`],
      {'b01-mot.mp3': Buffer.from('<html>')},
    ],
    [
      'that is empty',
      entry('b01-mot.wav'),
      [`recording-not-sound ${named}:2:11`],
      {'b01-mot.wav': []},
    ],
    [
      'that is too heavy',
      entry('b01-mot.mp3'),
      ['file-too-large m01/b01-mot.mp3:1:1'],
      {'b01-mot.mp3': Buffer.concat([Buffer.from('ID3'), Buffer.alloc(300_000)])},
    ],
    [
      'of a block the lesson has not got',
      entry('b01-mot.mp3', `${section}    block: 99\n`),
      [`recording-nowhere ${named}:4:12`],
    ],
    [
      'of a part no lesson has',
      entry('b01-mot.mp3', '    section: end\n'),
      [`field-invalid ${named}:3:14`],
    ],
    [
      'named twice',
      entry('b01-mot.mp3') + entry('b01-mot.ogg'),
      [`recording-doubled ${named}:7:14`],
    ],
    [
      'whose file stands for another',
      entry('b01-mot.mp3') + entry('b01-mot.mp3', '    section: memo\n'),
      [`recording-doubled ${named}:6:11`],
    ],
    [
      'that does not say whose voice it is',
      entry('b01-mot.mp3').replace(/ *voice.*\n/, ''),
      [`field-missing ${named}:2:5`],
    ],
    [
      'with a number to call in its words',
      entry('b01-mot.mp3').replace('Giọng máy', 'Gọi 0905123456'),
      [`digits-outside-token ${named}:5:16`],
    ],
  ];
  for (const [what, entries, wanted, files] of flaws) {
    it(`is refused where it stands: one ${what}`, () => {
      assert.deepEqual(of(heard(entries, files)), wanted);
    });
  }

  it('is not read through a link that leads out of the folder', () => {
    const folder = heard(entry('b01-mot.mp3'), {});
    const away = emptyFolder();
    mkdirSync(join(away, 'm01'));
    writeFileSync(join(away, 'm01/x.mp3'), Buffer.from(sounds['b01-mot.mp3']));
    symlinkSync(join(away, 'm01/x.mp3'), join(folder, 'm01/b01-mot.mp3'));
    assert.deepEqual(of(folder), [`file-outside ${named}:2:11`]);
  });

  it('without a lesson beside it is pointed out', () => {
    const folder = courseFolder();
    edit(folder, 'm01/b07.audio.yaml', undefined, `recordings:\n${entry('b07-mot.mp3')}`);
    assert.deepEqual(of(folder), ['recording-stray m01/b07.audio.yaml:1:1']);
  });
});
