import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answerQuestion, openBrowser, openFirstLesson, questionAt} from '../pages/harness.mjs';

/** What Lit and zod put on the window of every page that uses them. */
const allowed = [
  '__zod_globalConfig',
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'reactiveElementVersions',
];

const module = '<script type="module" src="../cdn/kynangso.js"></script>';
const variants = {
  none: '',
  'kynangso.js': module,
  'kynangso.iife.js': '<script defer src="../cdn/kynangso.iife.js"></script>',
};

describe('the names on window', () => {
  let browser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.dispose());

  async function namesWith(script) {
    const server = await startServer({
      change: (path, bytes) =>
        path === '/portal/strict-csp.html'
          ? Buffer.from(bytes.toString().replace(module, script))
          : undefined,
    });
    const page = await browser.context.newPage();
    try {
      await page.goto(`${server.url}portal/strict-csp.html`);
      if (script) {
        await openFirstLesson(page);
        await answerQuestion(questionAt(page));
      }
      return await page.evaluate(() =>
        Reflect.ownKeys(window).map((key) =>
          typeof key === 'symbol' ? `Symbol ${key.description}` : key,
        ),
      );
    } finally {
      await page.close();
      await server.close();
    }
  }

  for (const script of ['kynangso.js', 'kynangso.iife.js']) {
    it(`are those of the browser, of Lit and of zod after ${script} was at work`, async () => {
      const before = new Set(await namesWith(''));
      const added = (await namesWith(variants[script])).filter((name) => !before.has(name));
      assert.deepEqual(
        added.filter((name) => !allowed.includes(name) && !/^Symbol kynangso\//.test(name)),
        [],
      );
    });
  }
});
