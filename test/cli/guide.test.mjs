import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {courseFolder, edit, flawsOf, read} from './fixture.mjs';

const guide = read(fileURLToPath(new URL('../../docs/huong-dan-tac-gia.md', import.meta.url)));
const sample = (kind) => new RegExp(`^(\`{3,4})${kind}\n([\\s\\S]*?)^\\1$`, 'm').exec(guide)[2];

describe('the authors’ guide', () => {
  it('shows a lesson and a fact that an author can copy, short only of a picture, a token and a reader', () => {
    const folder = courseFolder([
      ['course.yaml', 'm01-b02]\nm', 'm01-b02]\n  - {id: m05, title: Hai, lessons: [m05-b05]}\nm'],
    ]);
    mkdirSync(join(folder, 'm05'));
    writeFileSync(join(folder, 'm05/b05.md'), sample('markdown'));
    edit(
      folder,
      'facts/vn.yaml',
      undefined,
      `${read(join(folder, 'facts/vn.yaml'))}\n${sample('yaml')}`,
    );
    assert.deepEqual(
      flawsOf(folder).named.map((flaw) => flaw.replace(/:\d+:\d+$/, '')),
      [
        'fact-unused facts/vn.yaml',
        'review-missing m05/b05.md',
        'token-unknown m05/b05.md',
        'file-missing m05/b05.md',
      ],
    );
  });
});
