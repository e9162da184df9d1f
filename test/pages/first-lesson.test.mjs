import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {audit} from './audit.mjs';
import {
  answerQuestion,
  courseShown,
  openBrowser,
  openPage,
  questionAt,
  root,
  screen,
  words,
} from './harness.mjs';

const {first} = JSON.parse(
  readFileSync(join(root, 'dist/demo/courses/so-tay-ky-nang-so/course.json'), 'utf8'),
);
const {lesson} = first;

/** Keeps a script back until it is let through: by default the first one of the app. */
async function holdScript(page, address = /\/pwa\/app-[\w-]+\.js$/) {
  let letThrough;
  const gate = new Promise((resolve) => (letThrough = resolve));
  await page.route(address, async (route) => {
    await gate;
    await route.continue();
  });
  return letThrough;
}

/** Resolves once the course provides the study of whoever learns. */
const studyProvided = (page) =>
  page.locator('kns-course').evaluate(
    (course) =>
      new Promise((resolve) => {
        const request = new Event('context-request', {bubbles: true, composed: true});
        request.context = Symbol.for('kynangso/study-context/1');
        request.subscribe = true;
        request.callback = (studying) => studying?.study && resolve();
        course.renderRoot.firstElementChild.dispatchEvent(request);
      }),
  );

const wordsIn = (labels) =>
  labels.evaluateAll((all) => all.map(({textContent}) => textContent.trim()));

const topOf = async (locator) => (await locator.boundingBox()).y;

describe('the first lesson, which comes with the page of the app', () => {
  let server;
  let browser;

  before(async () => {
    server = await startServer();
    // A worker would bring the script past the one who holds it back.
    browser = await openBrowser({serviceWorkers: 'block'});
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('is read and ticked before any script has come, and goes on under the finger when it has', async () => {
    const {page, errors, violations} = await openPage(browser.context);
    const letThrough = await holdScript(page);
    await page.goto(`${server.url}pwa/#/${lesson.id}`, {waitUntil: 'commit'});
    const brought = page.locator('.first');
    await brought.getByRole('heading', {name: lesson.title}).waitFor();
    await screen(page, 'first-lesson-brought');
    const labels = brought.locator('label');
    const before = await wordsIn(labels);
    await labels.nth(1).click();
    const top = await topOf(labels.nth(1));
    await screen(page, 'first-lesson-brought-question');
    assert.equal(await page.getByText(words.kept).count(), 0);

    letThrough();
    const question = questionAt(page);
    const options = question.locator('label');
    await options.first().waitFor();
    await brought.waitFor({state: 'detached'});
    assert.deepEqual(await wordsIn(options), before);
    assert.ok(Math.abs((await topOf(options.nth(1))) - top) < 12);
    assert.ok(await options.nth(1).locator('input:checked').isVisible());
    await page.keyboard.press('Enter');
    await question.getByText(words.kept).waitFor();
    await screen(page, 'first-lesson-taken-over');
    assert.deepEqual(errors, []);
    assert.deepEqual(await violations(), []);
    await page.close();
  });

  it('keeps its options in their places for whoever has learned here before', async () => {
    const {page, errors} = await openPage(browser.context);
    await page.goto(`${server.url}pwa/#/m07-b02`);
    await answerQuestion(questionAt(page));

    const letThrough = await holdScript(page, /\/c\/lessons-[\w-]+\.js$/);
    await page.goto('about:blank');
    await page.goto(`${server.url}pwa/#/${lesson.id}`, {waitUntil: 'commit'});
    const brought = page.locator('.first');
    const labels = brought.locator('label');
    const before = await wordsIn(labels);
    await labels.nth(1).click();
    await studyProvided(page);

    letThrough();
    await brought.waitFor({state: 'detached'});
    const options = questionAt(page).locator('label');
    await options.locator('input:checked').waitFor();
    assert.deepEqual(await wordsIn(options), before);
    assert.ok(await options.nth(1).locator('input:checked').isVisible());
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('is as good to read as the lesson itself, by whatever means and on whatever screen', async () => {
    const {page} = await openPage(browser.context);
    await holdScript(page);
    await page.goto(`${server.url}pwa/#/${lesson.id}`, {waitUntil: 'commit'});
    await page.locator('.first').waitFor();
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({colorScheme});
      assert.deepEqual(await audit(page), []);
      await screen(page, `first-lesson-brought-${colorScheme}`, {fullPage: true});
    }
    await page.emulateMedia({colorScheme: 'light', forcedColors: 'active'});
    await screen(page, 'first-lesson-brought-forced', {fullPage: true});
    await page.emulateMedia({forcedColors: 'none'});
    await page.setViewportSize({width: 320, height: 640});
    const isWide = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
    assert.equal(await isWide(), false);
    // As a reader does who doubles the size of all text.
    await page.locator('html').evaluate((html) => (html.style.fontSize = '212.5%'));
    assert.equal(await isWide(), false);
    await page.unrouteAll({behavior: 'ignoreErrors'});
    await page.close();
  });

  it('is not shown to who comes for another lesson, or for the outline', async () => {
    for (const at of ['', '#/m07-b02']) {
      const {page} = await openPage(browser.context);
      const letThrough = await holdScript(page);
      await page.goto(`${server.url}pwa/${at}`, {waitUntil: 'commit'});
      await page.getByText('Đang mở sổ tay…').waitFor();
      // Nothing is drawn before the style sheet has come; whoever asks sooner is told of a page without it.
      await page.waitForFunction(() => document.styleSheets.length > 0);
      assert.equal(await page.getByText(lesson.title).first().isVisible(), false);
      letThrough();
      await courseShown(page);
      assert.equal(await page.locator('.first').count(), 0);
      await page.close();
    }
  });

  it('stays to be read where what draws lessons cannot be had, with a word on what to do', async () => {
    const {page} = await openPage(browser.context);
    await page.route(/\/c\/lessons-[\w-]+\.js$/, (route) => route.abort());
    await page.goto(`${server.url}pwa/#/${lesson.id}`);
    await page.getByRole('alert').getByText('chưa tải về được').waitFor();
    assert.ok(await page.locator('.first').isVisible());
    await page.unroute(/\/c\/lessons-[\w-]+\.js$/);
    await page.reload();
    await questionAt(page).waitFor();
    assert.equal(await page.getByRole('alert').isVisible(), false);
    await page.close();
  });
});
