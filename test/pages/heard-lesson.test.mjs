import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {openBrowser, screen} from './harness.mjs';
import {openStage, says} from './stage/stage.mjs';

const {source: axe} = createRequire(import.meta.url)('axe-core');

describe('a lesson of which something can be heard', () => {
  let server;
  let browser;
  let stage;

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  // A device of its own for each: what one has heard lies in its cache.
  beforeEach(async () => {
    stage = await openStage(browser.context.browser(), server);
    server.requests.length = 0;
  });
  afterEach(() => stage?.dispose());
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  const listen = (page) => page.getByRole('button', {name: 'Nghe đoạn này'});
  const show = async () => {
    const page = await stage.show('<kns-course lang="vi" lesson="m07-b02"></kns-course>');
    await listen(page).waitFor();
    return page;
  };
  const soundsAsked = () => server.requests.filter((path) => path.includes('.mp3'));
  /** Resolves once the sound has come a little further. */
  const moved = (sound) =>
    sound.evaluate(
      (element) =>
        new Promise((resolve) => {
          const from = element.currentTime;
          element.addEventListener('timeupdate', () => {
            if (element.currentTime > from) resolve(!element.paused);
          });
        }),
    );

  it('asks for no sound before the button is pressed, then plays it by keyboard and stops it again', async () => {
    const page = await show();
    const part = page.locator('kns-lesson section.why');
    await part.getByText('Giọng máy đọc thử').waitFor();
    assert.equal(await page.locator('audio').count(), 1);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await globalThis.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa']});
      return found.violations.map(({id}) => id);
    });
    assert.deepEqual(violations, []);
    assert.deepEqual(soundsAsked(), []);
    await screen(page, 'heard-lesson');

    await listen(page).focus();
    await page.keyboard.press('Enter');
    const stop = part.getByRole('button', {name: 'Dừng lại'});
    await stop.waitFor();
    const sound = part.locator('audio');
    assert.equal(await moved(sound), true);
    assert.equal(soundsAsked().length > 0, true);
    await screen(page, 'heard-lesson-playing');
    await page.keyboard.press('Space');
    await listen(page).waitFor();
    assert.equal(await sound.evaluate(({paused}) => paused), true);
    assert.deepEqual(
      await page.evaluate(() => globalThis[Symbol.for('test/violations')] ?? []),
      [],
      'the policy of a portal allows it',
    );
    await page.close();
  });

  it('stops when its reader goes to another lesson', async () => {
    const page = await show();
    await listen(page).click();
    const sound = await page.locator('audio').elementHandle();
    assert.equal(await moved(sound), true);
    const paused = sound.evaluate(
      (element) => new Promise((resolve) => element.addEventListener('pause', () => resolve(true))),
    );
    await page.evaluate(() =>
      document.querySelector('kns-course').setAttribute('lesson', 'm07-b01'),
    );
    assert.equal(await paused, true);
    await listen(page).waitFor({state: 'detached'});
    await page.close();
  });

  it('says what to do when there is no network, and plays once there is', async () => {
    const page = await show();
    await stage.context.setOffline(true);
    await listen(page).click();
    await page.getByRole('status').filter({hasText: 'Chưa nghe được.'}).waitFor();
    await page.getByText('Bà Sáu đang kho cá').waitFor();
    await screen(page, 'heard-lesson-offline');
    await stage.context.setOffline(false);
    await listen(page).click();
    await page.getByRole('button', {name: 'Dừng lại'}).waitFor();
    assert.equal(await moved(page.locator('audio')), true);
    assert.equal(await page.getByText('Chưa nghe được.').count(), 0);
    await page.close();
  });
});
