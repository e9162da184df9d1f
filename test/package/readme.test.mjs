import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answerQuestion,
  openBrowser,
  openFirstLesson,
  openPage,
  questionAt,
} from '../pages/harness.mjs';
import {root} from './sources.mjs';

/** The block of code that portals are told to copy. */
function portalBlock(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const found = /```html\n([^`]*<kns-course[^`]*)```/.exec(text);
  assert.ok(found, `${file} has no block with a course`);
  return found[1];
}

for (const file of ['README.md', 'README.vi.md']) {
  describe(`the portal block of ${file}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'kynangso-portal-'));
    let host;
    let portal;
    let browser;

    before(async () => {
      // Two servers on two ports: the script comes from one, the portal's page from the other.
      host = await startServer();
      const block = portalBlock(file).replace(/https:\/\/[^"]+?\/(?=cdn\/kynangso)/, host.url);
      assert.match(block, new RegExp(`${host.url}cdn/kynangso`));
      writeFileSync(
        join(folder, 'index.html'),
        `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang xã</title>\n${block}</html>`,
      );
      portal = await startServer({
        root: folder,
        headers: {
          '/index.html': {
            'content-security-policy': `default-src 'self' ${host.url}; require-trusted-types-for 'script'`,
          },
        },
      });
      browser = await openBrowser();
    });
    after(async () => {
      await browser?.dispose();
      await portal?.close();
      await host?.close();
      rmSync(folder, {recursive: true, force: true});
    });

    it('works when copied into an empty folder that is served from another port', async () => {
      const {page, errors, violations} = await openPage(browser.context);
      await page.goto(portal.url);
      await openFirstLesson(page);
      await answerQuestion(questionAt(page));
      assert.deepEqual(
        errors.filter((error) => !/favicon/.test(error)),
        [],
      );
      assert.deepEqual(await violations(), []);
    });
  });
}
