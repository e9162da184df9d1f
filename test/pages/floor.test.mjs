import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {startServer} from '../../demo/server.mjs';
import {answerQuestion, openFirstLesson, questionAt, screen} from './harness.mjs';
import {oldestChromium, oldestChromiumArgs} from './oldest-browser.mjs';

/** A portal's page in the oldest browser the README promises, with one script and one tag. */
const pageWith = (script) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Cổng cũ</title>${script}</head><body><main><kns-course></kns-course></main></body></html>`;

describe('a member whose browser was last updated five years ago', () => {
  let server;

  before(async () => {
    server = await startServer();
  });
  after(() => server?.close());

  for (const [kind, script] of [
    ['the module', '<script type="module" src="../cdn/kynangso.js"></script>'],
    ['the classic script', '<script src="../cdn/kynangso.iife.js"></script>'],
  ]) {
    it(`answers a question and finds it again, through ${kind}`, async () => {
      const profile = mkdtempSync(join(tmpdir(), 'kynangso-floor-'));
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: oldestChromium(),
        args: oldestChromiumArgs,
        viewport: {width: 360, height: 740},
      });
      try {
        context.setDefaultTimeout(20_000);
        const page = await context.newPage();
        const errors = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.route('**/portal/old.html', (route) =>
          route.fulfill({contentType: 'text/html; charset=utf-8', body: pageWith(script)}),
        );
        await page.goto(`${server.url}portal/old.html`);
        await openFirstLesson(page);
        await answerQuestion(questionAt(page));
        await page.reload();
        await openFirstLesson(page);
        await questionAt(page).getByText('Các lần đã làm').waitFor();
        await screen(page, `floor-${kind.replaceAll(' ', '-')}`);
        assert.deepEqual(errors, []);
      } finally {
        await context.close().catch(() => {});
        rmSync(profile, {recursive: true, force: true, maxRetries: 5});
      }
    });
  }
});
