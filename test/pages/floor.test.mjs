import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {startServer} from '../../demo/server.mjs';
import {answersOf, readKept} from './answering.mjs';
import {screen, words} from './harness.mjs';
import {click, oldestChromium, oldestChromiumArgs, shown} from './oldest-browser.mjs';

/** A portal's page in the oldest browser the README promises, with one script and one tag. */
const pageWith = (script) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Cổng cũ</title>${script}</head><body><main><kns-course></kns-course></main></body></html>`;

describe('a member whose browser was last updated five years ago', () => {
  let server;
  let profile;

  before(async () => {
    server = await startServer();
  });
  after(() => server?.close());

  /** Opens the portal at a question, does something there and closes the browser; the profile stays. */
  async function visit(script, work) {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: oldestChromium(),
      args: oldestChromiumArgs,
      viewport: {width: 360, height: 740},
    });
    try {
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.route('**/portal/old.html', (route) =>
        route.fulfill({contentType: 'text/html; charset=utf-8', body: pageWith(script)}),
      );
      await page.goto(`${server.url}portal/old.html`);
      await click(page, 'button.go');
      await shown(page, '.option');
      await work(page);
      assert.deepEqual(errors, []);
    } finally {
      await context.close();
    }
  }

  const look = (page, selector) =>
    page.evaluate((selector) => {
      const within = (scope) =>
        scope.querySelector(selector) ??
        [...scope.querySelectorAll('*')]
          .map(({shadowRoot}) => shadowRoot && within(shadowRoot))
          .find(Boolean);
      return getComputedStyle(within(document)).backgroundColor;
    }, selector);

  for (const [kind, script] of [
    ['the module', '<script type="module" src="../cdn/kynangso.js"></script>'],
    ['the classic script', '<script src="../cdn/kynangso.iife.js"></script>'],
  ]) {
    it(`answers a question and finds it again, through ${kind}`, async () => {
      profile = mkdtempSync(join(tmpdir(), 'kynangso-floor-'));
      const name = `floor-${kind.replaceAll(' ', '-')}`;
      try {
        await visit(script, async (page) => {
          const before = await look(page, '.option');
          await click(page, '.option');
          await shown(page, '.option.chosen');
          assert.notEqual(await look(page, '.option.chosen'), before);
          await screen(page, `${name}-chosen`, {animations: 'allow'});
          await click(page, 'button', words.answer);
          await shown(page, '[part=verdict]', words.kept);
          await screen(page, name, {animations: 'allow', fullPage: true});
        });
        await visit(script, async (page) => {
          assert.equal(answersOf((await readKept(page)).records).length, 1);
        });
      } finally {
        rmSync(profile, {recursive: true, force: true, maxRetries: 5});
      }
    });
  }
});
