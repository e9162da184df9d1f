import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {startServer} from '../../demo/server.mjs';
import {chromiumArgs, needChromium} from '../../tools/chromium.mjs';
import {audit} from './audit.mjs';
import {root, screen} from './harness.mjs';
import {openStage} from './stage/stage.mjs';

/** What each element says of itself: `@shows` in the docs of its class. */
const {modules} = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
const elements = modules.flatMap(({declarations}) => declarations);

/** How each state is brought about, by tag and state. */
const scenes = {};
for (const name of readdirSync(join(root, 'test/pages/scenes')).sort()) {
  Object.assign(scenes, (await import(`./scenes/${name}`)).default);
}

const sizes = {phone: {width: 360, height: 740}, laptop: {width: 1280, height: 800}};

/** Pictures of all states of all elements come to lie in var/screens/states/. */
describe('the states of the elements', {concurrency: 2}, () => {
  let browser;
  let server;

  before(async () => {
    browser = await chromium.launch({executablePath: needChromium(), args: chromiumArgs});
    server = await startServer();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const {tagName, states = []} of elements) {
    it(`of <${tagName}> are listed in its docs and each has its scene`, () => {
      assert.ok(states.length > 0, 'no @shows in the docs of its class');
      assert.deepEqual(
        Object.keys(scenes[tagName] ?? {}).sort(),
        states.map(({name}) => name).sort(),
      );
    });

    for (const {name, description} of states) {
      const scene = scenes[tagName]?.[name];
      if (!scene) continue;
      it(`can be read: <${tagName}> ${name}, ${description}`, async () => {
        const stage = await openStage(browser, server);
        try {
          // A scene resolves to its page, once the state is on show.
          const page = await scene(stage);
          for (const [size, viewport] of Object.entries(sizes)) {
            await page.setViewportSize(viewport);
            // Where nobody looks, one is enough to bring the page to rest before it is judged.
            if (size === 'phone' || !process.env.CI) {
              await screen(page, `states/${tagName}-${name}-${size}`, {fullPage: true});
            }
            const wide = await page.evaluate(
              () => document.documentElement.scrollWidth - innerWidth,
            );
            assert.ok(wide <= 0, `${wide} px too wide on a ${size}`);
            // Little of this depends on the width; accessibility.test.mjs judges the pages at each.
            if (size === 'phone') assert.deepEqual(await audit(page), []);
          }
        } finally {
          await stage.dispose();
        }
      });
    }
  }
});
