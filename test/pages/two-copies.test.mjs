import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answer,
  answerOnAndOn,
  answersOf,
  lessonFile,
  openLesson,
  readKept,
  streamsOf,
  upTo,
} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';

const address = 'portal/two-copies.html';
const older = '<script type="module" src="older/cdn/kynangso.js"></script>';
const newer = '<script type="module" src="../cdn/kynangso.js"></script>';
const standsBack = 'kynangso: tag-taken <kns-course> is defined already; this copy of the library';

const times = process.env.KNS_LONG ? 200 : 20;

/** Serves the page with other scripts in place of its two. */
const serve = (...scripts) =>
  startServer({
    change(path, bytes) {
      if (path !== `/${address}`) return undefined;
      const html = bytes.toString();
      assert.ok(html.includes(older) && html.includes(newer));
      return Buffer.from(html.replace(older, scripts[0]).replace(newer, scripts[1] ?? ''));
    },
  });

/** A page with what was said on its console. */
async function openListening(context) {
  const opened = await openPage(context);
  const warnings = [];
  opened.page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  return {...opened, warnings};
}

for (const [order, scripts] of [
  ['the older first', [older, newer]],
  ['this one first', [newer, older]],
]) {
  describe(`a page with an older copy of the library beside this one, ${order}`, () => {
    let server;
    let browser;
    let opened;

    before(async () => {
      server = await serve(...scripts);
      browser = await openBrowser();
      opened = await openListening(browser.context);
    });
    after(async () => {
      await browser?.dispose();
      await server?.close();
    });

    it('shows one handbook; the copy that came second stands back and says so once', async () => {
      const {page, warnings} = opened;
      await page.goto(server.url + address);
      await courseShown(page);
      assert.equal(await page.locator('kns-outline').count(), 1);
      await page.waitForLoadState('networkidle');
      assert.equal(warnings.length, 1);
      assert.ok(warnings[0].startsWith(standsBack), warnings[0]);
    });

    it('finishes a lesson with it, and draws the ring that comes later', async () => {
      const {page} = opened;
      await openLesson(page, 'm05-b02');
      const {questions} = lessonFile('m05-b02');
      for (const [index, spec] of questions.entries()) {
        await answer(questionAt(page, index), spec);
      }
      await page.getByText('Anh/chị đã hoàn thành bài này.').waitFor();
      await page.getByRole('button', {name: 'Danh sách bài học'}).first().click();
      await page
        .locator('kns-progress')
        .getByText(/^1\/\d+ bài/)
        .first()
        .waitFor();
      await screen(page, `two-copies-${scripts[0] === older ? 'older' : 'newer'}-first`);
    });

    it('hands over a code', async () => {
      const {page} = opened;
      await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
      const code = await page.getByLabel('Mã tiến độ của anh/chị').inputValue();
      assert.match(code, /^KNS1\./);
    });

    it('has seen no error, no violation, and no second warning', async () => {
      const {errors, warnings, violations} = opened;
      assert.equal(warnings.length, 1);
      assert.deepEqual(errors, []);
      assert.deepEqual(await violations(), []);
    });
  });
}

describe('an older copy in one tab and this one in another', () => {
  let browser;
  let servers;
  let tabs;

  before(async () => {
    browser = await openBrowser();
    const server = await startServer({
      change(path, bytes) {
        if (path !== `/${address}`) return undefined;
        return Buffer.from(bytes.toString().replace(newer, ''));
      },
    });
    servers = [server];
    tabs = await Promise.all([openListening(browser.context), openListening(browser.context)]);
    await tabs[0].page.goto(server.url + address);
    await tabs[1].page.goto(`${server.url}portal/strict-csp.html`);
    for (const {page} of tabs) await openLesson(page, 'm05-b02');
  });
  after(async () => {
    await browser?.dispose();
    for (const server of servers ?? []) await server.close();
  });

  it('read within a second what the other has kept', async () => {
    const {questions} = lessonFile('m05-b02');
    for (const [from, to] of [
      [0, 1],
      [1, 0],
    ]) {
      await answer(questionAt(tabs[from].page, from), questions[from]);
      await questionAt(tabs[to].page, from).getByText('Đã làm đúng').waitFor({timeout: 1000});
    }
  });

  it('lose no answer when both are at work at once, and number them without a gap', async () => {
    const before = answersOf((await readKept(tabs[0].page)).records).length;
    await Promise.all(tabs.map(({page}) => answerOnAndOn(page, times)));
    const {records, own} = await readKept(tabs[0].page);
    assert.equal(answersOf(records).length, before + 2 * times);
    assert.deepEqual(streamsOf(records), [upTo(records.length)]);
    assert.deepEqual(
      own.map(({seq}) => seq),
      [records.length],
    );
  });

  it('show the same standing, also after both were loaded anew', async () => {
    const count = async (page) =>
      await page
        .locator('kns-lesson')
        .getByText(/Anh\/chị đã đúng \d+\/\d+ câu/)
        .innerText();
    const shown = await Promise.all(tabs.map(({page}) => count(page)));
    assert.equal(shown[0], shown[1]);
    for (const {page} of tabs) {
      await page.reload();
      await openLesson(page, 'm05-b02');
      assert.equal(await count(page), shown[0]);
    }
  });

  it('have seen no error, no warning and no violation', async () => {
    for (const {errors, warnings, violations} of tabs) {
      assert.deepEqual(errors, []);
      assert.deepEqual(warnings, []);
      assert.deepEqual(await violations(), []);
    }
  });
});

describe('a portal that names the script with a version of its own, as in ?v=2', () => {
  let server;
  let browser;

  before(async () => {
    server = await serve('<script type="module" src="../cdn/kynangso.js?v=2"></script>');
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('has its parts bring a second copy, which stands back with one warning and costs nobody an answer', async () => {
    const {page, errors, warnings} = await openListening(browser.context);
    await page.goto(server.url + address);
    await openLesson(page, 'm05-b02');
    const {questions} = lessonFile('m05-b02');
    for (const [index, spec] of questions.entries()) await answer(questionAt(page, index), spec);
    await page.getByText('Anh/chị đã hoàn thành bài này.').waitFor();
    await page.getByRole('button', {name: 'Danh sách bài học'}).first().click();
    await page.locator('kns-progress').first().waitFor();
    const {records} = await readKept(page);
    assert.equal(answersOf(records).length, questions.length);
    assert.deepEqual(streamsOf(records), [upTo(records.length)]);
    assert.equal(warnings.length, 1);
    assert.ok(warnings[0].startsWith(standsBack), warnings[0]);
    assert.deepEqual(errors, []);
  });
});
