import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {courseFolder, edit, emptyFolder, flawsOf, kynangso, read, snapshot} from './fixture.mjs';

const one = 'm01/b01.md';
const two = 'm01/b02.md';
const drawing = 'pictures/vong.svg';
const facts = 'facts/vn.yaml';
const course = 'course.yaml';
const slots = 'slots.json';

const put = (path, content) => (folder) => writeFileSync(join(folder, path), content);
const swap = (path, from, to) => (folder) => edit(folder, path, from, to);
const passage = (words) => swap(two, 'Vì thế.', words);
const drawn = (markup) => swap(drawing, '<circle', `${markup}<circle`);
const linked = (href) => swap(one, 'https://www.vi.du/a', href);
const pictured = (path) => swap(one, 'pictures/vong.svg', path);
const rewritten = (path, change) => (folder) =>
  writeFileSync(join(folder, path), change(read(join(folder, path))));
const without = (folder, path) => rmSync(join(folder, path), {recursive: true, force: true});

/** A file of 50 MB that takes no room on the disk. */
const huge = (path) => (folder) => {
  put(path, '')(folder);
  truncateSync(join(folder, path), 50_000_000);
};
const ring = (path) => (folder) => {
  without(folder, path);
  symlinkSync(join(folder, path), join(folder, path));
};
const asFolder = (path) => (folder) => {
  without(folder, path);
  mkdirSync(join(folder, path));
};
const asFile = (path) => (folder) => {
  without(folder, path);
  writeFileSync(join(folder, path), 'x');
};
const leadingOut = (path, content) => (folder) => {
  const outside = join(emptyFolder(), 'outside');
  writeFileSync(outside, content ?? read(join(folder, path)));
  without(folder, path);
  symlinkSync(outside, join(folder, path));
};
const folderLeadingOut = (path) => (folder) => {
  without(folder, path);
  symlinkSync(emptyFolder(), join(folder, path));
};
/** Lines that count up to more than a thousand, each a little deeper. */
const stairs = (count, step) => Array.from({length: count}, (_, at) => step(at)).join('\n');

const lost = ['file-missing course.yaml:11:15', 'file-missing course.yaml:11:24'];
const hidden = (place) => [`hidden-character ${place}`];

/** What lies in the folder, how it came there, and every flaw that has to be named. */
const folders = {
  'files that are none': [
    ['a lesson of 50 MB', huge(two), ['file-too-large m01/b02.md:1:1']],
    ['a course.yaml of 50 MB', huge(course), ['file-too-large course.yaml:1:1']],
    ['facts of 50 MB', huge(facts), ['file-too-large facts/vn.yaml:1:1']],
    ['a picture of 50 MB', huge(drawing), ['file-too-large pictures/vong.svg:1:1']],
    ['a slots.json of 50 MB', huge(slots), ['file-too-large slots.json:1:1']],
    ['a folder for a lesson', asFolder(two), ['file-unreadable m01/b02.md:1:1']],
    ['a folder for course.yaml', asFolder(course), ['file-unreadable course.yaml:1:1']],
    ['a folder for facts', asFolder(facts), ['file-unreadable facts/vn.yaml:1:1']],
    ['a folder for a picture', asFolder(drawing), ['file-unreadable pictures/vong.svg:1:1']],
    ['a folder for slots.json', asFolder(slots), ['file-unreadable slots.json:1:1']],
    ['a file for a module', asFile('m01'), [...lost, 'file-unreadable m01:1:1']],
    [
      'a file for the folder of facts',
      asFile('facts'),
      [
        'file-unreadable facts:1:1',
        'token-unknown m01/b01.md:16:44',
        'token-unknown m01/b01.md:23:49',
      ],
    ],
    [
      'a pipe for a lesson, which would be waited for',
      (folder) => {
        without(folder, two);
        assert.equal(spawnSync('mkfifo', [join(folder, two)]).status, 0);
      },
      ['file-unreadable m01/b02.md:1:1'],
    ],
  ],
  'links of the file system': [
    ['a lesson that leads to itself', ring(two), ['file-unreadable m01/b02.md:1:1']],
    ['a course.yaml that leads to itself', ring(course), ['file-unreadable course.yaml:1:1']],
    ['a slots.json that leads to itself', ring(slots), ['file-unreadable slots.json:1:1']],
    ['a module that leads to itself', ring('m01'), [...lost, 'file-unreadable m01:1:1']],
    [
      'a lesson that leads nowhere',
      (folder) => {
        without(folder, two);
        symlinkSync('nowhere.md', join(folder, two));
      },
      ['file-unreadable m01/b02.md:1:1'],
    ],
    ['a lesson from outside', leadingOut(two), ['file-outside course.yaml:11:24']],
    ['a course.yaml from outside', leadingOut(course), ['file-outside course.yaml:1:1']],
    ['a picture from outside', leadingOut(drawing), ['file-outside m01/b01.md:23:1']],
    ['a slots.json from outside', leadingOut(slots, '{}'), ['file-outside slots.json:1:1']],
    ['a module from outside', folderLeadingOut('m01'), [...lost, 'file-outside m01:1:1']],
  ],
  'bytes that are no text': [
    ['a NUL in a lesson', passage('Vì\0 thế.'), ['file-not-text m01/b02.md:16:3']],
    ['a NUL in course.yaml', swap(course, 'Khóa', 'Kh\0a'), ['file-not-text course.yaml:2:10']],
    [
      'UTF-16',
      rewritten(two, (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
      ['file-not-text m01/b02.md:1:1'],
    ],
    [
      'UTF-16 without a mark',
      rewritten(two, (text) => Buffer.from(text, 'utf16le')),
      ['file-not-text m01/b02.md:1:1'],
    ],
    [
      'Latin-1',
      rewritten(two, (text) => Buffer.from(text, 'latin1')),
      ['file-not-text m01/b02.md:1:1'],
    ],
    [
      'a mark of byte order and the line ends of Windows',
      rewritten(two, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`),
      [],
    ],
    ['the line ends of old Macs', rewritten(two, (text) => text.replaceAll('\n', '\r')), []],
  ],
  'what nobody sees': [
    ['a zero width in an address', swap(one, 'www.vi', 'www.\u200Bvi'), hidden('m01/b01.md:16:99')],
    [
      'a zero width in a link’s words',
      swap(one, 'trang này', 'trang\u200D này'),
      hidden('m01/b01.md:16:81'),
    ],
    [
      'words of a link turned round',
      swap(one, 'trang này', '\u202Eud.iv'),
      hidden('m01/b01.md:16:76'),
    ],
    [
      'a letter of tags in a link',
      swap(one, 'trang này', 'tr\u{E0041}ang'),
      hidden('m01/b01.md:16:78'),
    ],
    ['a filler in a link', swap(one, 'trang này', 'tr\u3164ang'), hidden('m01/b01.md:16:78')],
    [
      'a zero width in a question’s id',
      swap(one, '#goi-la', '#goi\u200B-la'),
      ['id-invalid m01/b01.md:52:13', 'hidden-character m01/b01.md:52:17'],
    ],
    [
      'a joiner in an option’s id',
      swap(one, '{#doa}', '{#do\u200Da}'),
      ['id-invalid m01/b01.md:70:11', 'hidden-character m01/b01.md:70:15'],
    ],
    [
      'a zero width in a lesson’s id',
      swap(two, 'id: m01-b02', 'id: m01-b\u200B02'),
      ['field-invalid m01/b02.md:2:5', 'hidden-character m01/b02.md:2:10'],
    ],
    ['a zero width in a title', swap(two, 'Bài hai', 'Bài\u200B hai'), hidden('m01/b02.md:4:11')],
    [
      'a direction in the course’s title',
      swap(course, 'Khóa thử', 'Khóa\u202E thử'),
      hidden('course.yaml:2:12'),
    ],
    [
      'a direction in a fact',
      swap(facts, 'một số máy', 'một \u2066số máy'),
      hidden('facts/vn.yaml:2:14'),
    ],
    [
      'a zero width escaped in YAML',
      swap(two, 'title: Bài hai', 'title: "Bài\\u200B hai"'),
      hidden('m01/b02.md:4:8'),
    ],
    [
      'a direction escaped in a fact',
      swap(facts, 'value: một số máy', 'value: "một\\u202E số"'),
      hidden('facts/vn.yaml:2:10'),
    ],
    [
      'a zero width by its number',
      passage('Vì&#8203; thế.'),
      ['character-reference m01/b02.md:16:3'],
    ],
    ['a direction by its name', passage('Vì &rlm;thế.'), ['character-reference m01/b02.md:16:4']],
    [
      'a direction by its number in an address',
      linked('https://www.vi.du/&#x202E;a'),
      ['character-reference m01/b01.md:16:105'],
    ],
    [
      'a direction by its number in a picture’s words',
      swap(one, '![Một', '![&#x2066;Một'),
      ['character-reference m01/b01.md:23:3'],
    ],
    [
      'a whole line of zero widths, named once',
      passage(`${'\u200B'.repeat(900)}a\n\u200Bb`),
      [...hidden('m01/b02.md:16:1'), ...hidden('m01/b02.md:17:1')],
    ],
  ],
  addresses: [
    [
      'a letter of another alphabet',
      linked('https://www.vі.du/a'),
      ['link-forbidden m01/b01.md:16:75'],
    ],
    [
      'the site as a user’s name',
      linked('https://vi.du@evil.example'),
      ['link-forbidden m01/b01.md:16:75'],
    ],
    ['another port', linked('https://www.vi.du:8443/a'), ['link-forbidden m01/b01.md:16:75']],
    ['a script', linked('javascript:alert(1)'), ['link-forbidden m01/b01.md:16:75']],
    [
      'a script behind a character’s number',
      linked('&#106;avascript:alert(1)'),
      ['link-forbidden m01/b01.md:16:75', 'character-reference m01/b01.md:16:87'],
    ],
    ['data', linked('data:text/html,x'), ['link-forbidden m01/b01.md:16:75']],
    ['an address without a scheme', linked('//vi.du/a'), ['link-forbidden m01/b01.md:16:75']],
    [
      'strokes the wrong way',
      linked('https:\\\\vi.du.evil.example'),
      ['link-forbidden m01/b01.md:16:75'],
    ],
    [
      'a bare address',
      passage('Vì <https://evil.example> thế.'),
      ['link-forbidden m01/b02.md:16:4'],
    ],
    [
      'an address further down',
      passage('Vì [thế][x].\n\n[x]: https://evil.example'),
      ['unsupported m01/b02.md:16:4', 'unsupported m01/b02.md:18:1'],
    ],
    [
      'a picture from the network',
      pictured('https://evil.example/x.svg'),
      ['file-missing m01/b01.md:23:1'],
    ],
    [
      'a picture by its place on the disk',
      pictured('/etc/hostname'),
      ['file-missing m01/b01.md:23:1'],
    ],
    [
      'a picture two folders up',
      pictured('pictures/../../../x.svg'),
      ['file-missing m01/b01.md:23:1'],
    ],
    ['a picture with a NUL', pictured('pictures/%00.svg'), ['file-missing m01/b01.md:23:1']],
  ],
  'depth and length': [
    [
      'five thousand lists in one line',
      passage(`${'- '.repeat(2000)}x`),
      ['nested-too-deep m01/b02.md:16:1'],
    ],
    [
      'stairs of lists',
      passage(stairs(300, (at) => `${'  '.repeat(at)}- x`)),
      ['nested-too-deep m01/b02.md:28:1'],
    ],
    [
      'quotes in quotes',
      swap(one, '  > Dọa là lạ.', `  ${'> '.repeat(2000)}x`),
      ['nested-too-deep m01/b01.md:71:1'],
    ],
    [
      'a thousand blocks in blocks',
      passage(stairs(500, () => ':::steps')),
      ['nested-too-deep m01/b02.md:56:1'],
    ],
    [
      'a line of a hundred thousand letters',
      passage('a'.repeat(100_000)),
      ['passage-too-long m01/b02.md:16:1'],
    ],
    [
      'a passage of two thousand lines',
      passage('abcdef\n'.repeat(2000)),
      ['passage-too-long m01/b02.md:730:1'],
    ],
    ['marks that never close', passage('*a_ '.repeat(5000)), ['passage-too-long m01/b02.md:16:1']],
    ['brackets that never close', passage('!['.repeat(5000)), ['passage-too-long m01/b02.md:16:1']],
    [
      'ten thousand options',
      swap(
        one,
        '- [ ] Chào hỏi',
        `${stairs(10_000, (at) => `- [ ] Chào {#o${at}}\n  > Thế.\n`)}\n- [ ] Chào hỏi`,
      ),
      ['file-too-large m01/b01.md:1:1'],
    ],
    [
      'three thousand options',
      swap(
        one,
        '- [ ] Chào hỏi',
        `${stairs(3000, (at) => `- [ ] Chào {#o${at}}\n  > Thế.\n`)}\n- [ ] Chào hỏi`,
      ),
      ['lesson-invalid m01/b01.md:65:1'],
    ],
  ],
  YAML: [
    [
      'a bomb of aliases',
      swap(facts, '- id:', '- a: &a [x,x,x,x]\n  b: &b [*a,*a,*a,*a]\n  c: &c [*b,*b,*b]\n- id:'),
      ['yaml-alias facts/vn.yaml:2:10'],
    ],
    [
      'a merge',
      swap(facts, '- id:', '- &base {id: x}\n- <<: *base\n  id:'),
      ['yaml-alias facts/vn.yaml:2:7'],
    ],
    [
      'a field twice in a lesson',
      swap(two, 'title: Bài hai', 'title: Bài hai\ntitle: Bài ba'),
      ['yaml-invalid m01/b02.md:5:1'],
    ],
    [
      'a field twice in course.yaml',
      swap(course, 'lang: vi', 'lang: vi\nlang: en'),
      ['yaml-invalid course.yaml:5:1'],
    ],
    [
      'a type of its own',
      swap(course, 'title: Khóa thử', 'title: !!js/function "x"'),
      ['yaml-invalid course.yaml:2:8'],
    ],
    [
      'two documents',
      swap(course, 'lang: vi', 'lang: vi\n---\nid: x'),
      ['yaml-invalid course.yaml:5:1'],
    ],
    [
      'a field called __proto__',
      swap(course, 'lang: vi', 'lang: vi\n__proto__: {}'),
      ['field-unknown course.yaml:5:1'],
    ],
    ['no front matter at all', put(two, ''), ['front-matter-missing m01/b02.md:1:1']],
    [
      'a front matter that never ends',
      swap(two, '\n---\n', '\n'),
      ['front-matter-missing m01/b02.md:1:1'],
    ],
    [
      'a front matter behind an empty line',
      rewritten(two, (text) => `\n${text}`),
      ['front-matter-missing m01/b02.md:1:1'],
    ],
    ['an empty front matter', put(two, '---\n---\n'), ['field-missing m01/b02.md:2:1']],
    ['a list for a front matter', put(two, '---\n- a\n---\n'), ['field-invalid m01/b02.md:2:1']],
    ['an empty course.yaml', put(course, ''), ['field-missing course.yaml:1:1']],
    ['a list for course.yaml', put(course, '- a\n'), ['field-invalid course.yaml:1:1']],
    ['empty facts', put(facts, ''), ['field-invalid facts/vn.yaml:1:1']],
    ['a map for facts', put(facts, 'a: b\n'), ['field-invalid facts/vn.yaml:1:1']],
    ['an empty fact', put(facts, '- \n'), ['field-missing facts/vn.yaml:1:3']],
    ['an empty slots.json', put(slots, ''), ['field-missing slots.json:1:1']],
    ['a list for slots.json', put(slots, '[]'), ['field-invalid slots.json:1:1']],
    [
      'slots of the wrong kind',
      put(slots, '{"lessons":[1],"questions":{}}'),
      ['field-invalid slots.json:1:13', 'field-invalid slots.json:1:28'],
    ],
    [
      'slots with names that are none',
      put(slots, '{"lessons":["m01-b01"],"questions":["x"]}'),
      [
        'slots-changed slots.json:1:1',
        'slots-invalid slots.json:1:13',
        'slots-invalid slots.json:1:37',
      ],
    ],
  ],
  fields: [
    [
      'a number for a title',
      swap(two, 'title: Bài hai', 'title: 7'),
      ['field-invalid m01/b02.md:4:8'],
    ],
    [
      'a list for a title',
      swap(two, 'title: Bài hai', 'title: [a]'),
      ['field-invalid m01/b02.md:4:8'],
    ],
    ['an empty title', swap(two, 'title: Bài hai', 'title: ""'), ['field-invalid m01/b02.md:4:8']],
    ['a number for an id', swap(two, 'id: m01-b02', 'id: 007'), ['field-invalid m01/b02.md:2:5']],
    ['a version of two numbers', swap(two, '"1.0.0"', '"1.0"'), ['field-invalid m01/b02.md:3:10']],
    [
      'a name for a list of names',
      swap(two, '[Chị Lan]', 'Chị Lan'),
      ['field-invalid m01/b02.md:11:13'],
    ],
    [
      'words for yes or no',
      swap(two, /^core: .*/m.exec(read(join(courseFolder(), two)))[0], 'core: yes'),
      ['field-invalid m01/b02.md:7:7'],
    ],
    [
      'the 30th of February',
      swap(two, 'asOf: 2026-11-22', 'asOf: 2026-02-30'),
      ['day-unreal m01/b02.md:9:7'],
    ],
    [
      'a 29th of February where there is none',
      swap(course, 'releasedOn: 2026-11-22', 'releasedOn: 2026-02-29'),
      ['day-unreal course.yaml:6:13'],
    ],
    [
      'the 31st of June',
      swap(facts, 'verifiedOn: 2026-11-01', 'verifiedOn: 2026-06-31'),
      ['day-unreal facts/vn.yaml:5:15'],
    ],
    [
      'a source of the 31st of November',
      swap(facts, 'retrieved: 2026-11-01', 'retrieved: 2026-11-31'),
      ['day-unreal facts/vn.yaml:10:57'],
    ],
    ['a leap day', swap(two, 'asOf: 2026-11-22', 'asOf: 2024-02-29'), []],
    [
      'a thirteenth month',
      swap(two, 'reviewBy: 2027-05-22', 'reviewBy: 2027-13-01'),
      ['field-invalid m01/b02.md:10:11'],
    ],
    [
      'a word for a list of sites',
      swap(course, 'links: [vi.du]', 'links: vi.du'),
      ['field-invalid course.yaml:7:8'],
    ],
    [
      'a lesson that climbs out',
      swap(course, '[m01-b01, m01-b02]\nm', '[m01-../../x, m01-b02]\nm'),
      ['field-invalid course.yaml:11:15'],
    ],
    [
      'a course that climbs out',
      swap(course, 'id: khoa-thu\n', 'id: ../khoa\n'),
      ['field-invalid course.yaml:1:5'],
    ],
    [
      'a milestone of version 0',
      swap(course, 'version: 1,', 'version: 0,'),
      ['field-invalid course.yaml:13:34'],
    ],
    [
      'a province without a number',
      swap(course, 'milestones:', 'provinces: [{id: HN, name: ""}]\nmilestones:'),
      ['field-invalid course.yaml:12:18', 'field-invalid course.yaml:12:28'],
    ],
    [
      'a status nobody knows',
      swap(facts, 'status: current', 'status: maybe'),
      ['field-invalid facts/vn.yaml:8:11'],
    ],
    [
      'an empty fallback',
      swap(facts, 'fallback: hỏi Công an xã', 'fallback: ""'),
      ['field-invalid facts/vn.yaml:3:13'],
    ],
    [
      'a fact twice from the same day',
      rewritten(facts, (text) => text.repeat(2)),
      ['id-duplicate facts/vn.yaml:11:3'],
    ],
  ],
  drawings: [
    [
      'an HTML page',
      put(drawing, '<html><svg/></html>'),
      ['picture-invalid pictures/vong.svg:1:1'],
    ],
    ['nothing', put(drawing, ''), ['picture-invalid pictures/vong.svg:1:1']],
    ['foreign objects', drawn('<foreignObject/>'), ['picture-element pictures/vong.svg:4:5']],
    [
      'a link',
      drawn('<a href="javascript:x"/>'),
      ['picture-element pictures/vong.svg:4:5', 'picture-attribute pictures/vong.svg:4:8'],
    ],
    [
      'a link of the old kind',
      drawn('<path xlink:href="#x"/>'),
      ['picture-attribute pictures/vong.svg:4:11'],
    ],
    [
      'a picture from the network',
      drawn('<image href="https://x"/>'),
      ['picture-element pictures/vong.svg:4:5', 'picture-attribute pictures/vong.svg:4:12'],
    ],
    [
      'a style sheet',
      drawn('<style>*{}</style>'),
      ['picture-element pictures/vong.svg:4:5', 'picture-text pictures/vong.svg:4:12'],
    ],
    ['a style', drawn('<path style="fill:red"/>'), ['picture-attribute pictures/vong.svg:4:11']],
    ['a handler', drawn('<path onload="x()"/>'), ['picture-attribute pictures/vong.svg:4:11']],
    [
      'a colour from elsewhere',
      drawn('<path fill="url(#a)"/>'),
      ['picture-attribute pictures/vong.svg:4:11'],
    ],
    [
      'an animation',
      drawn('<animate attributeName="d"/>'),
      ['picture-element pictures/vong.svg:4:5', 'picture-attribute pictures/vong.svg:4:14'],
    ],
    [
      'a billion laughs',
      swap(drawing, '<svg', '<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>\n<svg'),
      ['picture-element pictures/vong.svg:1:1'],
    ],
    [
      'a file of the machine',
      swap(drawing, '<svg', '<!DOCTYPE svg SYSTEM "file:///etc/hostname">\n<svg'),
      ['picture-element pictures/vong.svg:1:1'],
    ],
    [
      'an entity nobody declared',
      swap(drawing, '</g>', '&a;</g>'),
      ['picture-invalid pictures/vong.svg:7:3'],
    ],
    [
      'words in a CDATA section',
      drawn('<![CDATA[<script>x</script>]]>'),
      ['picture-text pictures/vong.svg:3:35'],
    ],
    [
      'a drawing in the drawing',
      drawn('<svg viewBox="0 0 1 1"/>'),
      ['picture-element pictures/vong.svg:4:5'],
    ],
    [
      'no frame',
      swap(drawing, ' viewBox="0 0 320 200"', ''),
      ['picture-invalid pictures/vong.svg:1:1'],
    ],
    [
      'a frame of words',
      swap(drawing, '"0 0 320 200"', '"abc"'),
      ['picture-invalid pictures/vong.svg:1:1'],
    ],
    [
      'groups in groups',
      drawn('<g>'.repeat(12) + '</g>'.repeat(12)),
      ['picture-too-large pictures/vong.svg:4:38'],
    ],
    [
      'twenty thousand groups in groups',
      put(drawing, `<svg viewBox="0 0 1 1">${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}</svg>`),
      ['picture-invalid pictures/vong.svg:1:1'],
    ],
    [
      'one line of ninety thousand points',
      drawn(`<path d="M${'0 '.repeat(90_000)}"/>`),
      ['picture-too-large pictures/vong.svg:1:1'],
    ],
  ],
};

for (const [kind, cases] of Object.entries(folders)) {
  describe(`a course folder with ${kind}`, () => {
    for (const [what, prepare, expected] of cases) {
      it(`tells its author of ${what}`, () => {
        const folder = courseFolder();
        prepare(folder);
        const {named, sound} = flawsOf(folder);
        assert.deepEqual(named, expected);
        assert.equal(sound, expected.length === 0);
      });
    }
  });
}

describe('building from a folder nobody should trust', () => {
  const worst = [
    ['a lesson of 50 MB', huge(two)],
    ['a bomb of aliases', folders.YAML[0][1]],
    ['a module that leads to itself', ring('m01')],
    ['a picture from outside', leadingOut(drawing)],
    ['a billion laughs', swap(drawing, '<svg', '<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg')],
    ['blocks in blocks', passage(stairs(500, () => ':::steps'))],
    ['a NUL', passage('Vì\0 thế.')],
  ];
  for (const [what, prepare] of worst) {
    it(`leaves the last build, and everything around it, as it was: ${what}`, () => {
      const folder = courseFolder();
      const shelf = emptyFolder();
      const out = join(shelf, 'out');
      assert.equal(kynangso('build', folder, '--out', out).status, 0);
      const before = snapshot(shelf);
      prepare(folder);
      const {status, stdout, stderr} = kynangso('build', folder, '--out', out);
      assert.equal(status, 1);
      assert.match(stdout, /lỗi \[[a-z-]+\] .+\. .+\.\n/);
      assert.match(stdout, /Chưa ghi gì/);
      assert.equal(stderr, '');
      assert.deepEqual(snapshot(shelf), before);
    });
  }
});
