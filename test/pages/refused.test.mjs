import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, lessonFile, press} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen, words} from './harness.mjs';

const id = 'm05-b02';
const {questions, title} = lessonFile(id);
const refusedSentence = 'Trình duyệt này không cho lưu bài';
const memoryWords = 'Chưa lưu được lâu dài: đóng trang là mất';

const openLesson = async (scope) => {
  await scope.getByRole('button', {name: title}).last().click();
  await questionAt(scope).locator('input').first().waitFor();
};

/** Learns in a place that keeps nothing: it works, says so, and the code is the way out. */
async function learnsInMemory(scope) {
  await scope.getByText(refusedSentence).waitFor();
  await openLesson(scope);
  for (const [index, spec] of questions.entries()) {
    await press(questionAt(scope, index), spec);
    await questionAt(scope, index).getByText(memoryWords).waitFor();
    assert.equal(await questionAt(scope, index).getByText(words.kept).count(), 0);
  }
  await scope.getByText('Anh/chị đã hoàn thành bài này.').waitFor();
  await scope.getByRole('button', {name: 'Danh sách bài học'}).first().click();
  await scope
    .locator('kns-progress')
    .getByText(/^1\/\d+ bài/)
    .first()
    .waitFor();
  await scope.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
  assert.match(await scope.getByLabel('Mã tiến độ của anh/chị').inputValue(), /^KNS1\./);
}

describe('a frame that may keep nothing', () => {
  let server;
  let browser;
  let opened;

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
    opened = await openPage(browser.context);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('teaches in memory and says so, and hands out a code', async () => {
    const {page} = opened;
    await page.goto(`${server.url}portal/iframe.html`);
    await learnsInMemory(page.frameLocator('iframe'));
    await screen(page, 'refused-frame');
    assert.deepEqual(opened.errors, []);
  });
});

describe('a browser whose owner forbids sites to keep anything', () => {
  let server;
  let browser;
  let opened;

  before(async () => {
    server = await startServer();
    const profile = mkdtempSync(join(tmpdir(), 'kynangso-'));
    mkdirSync(join(profile, 'Default'));
    writeFileSync(
      join(profile, 'Default/Preferences'),
      JSON.stringify({profile: {default_content_setting_values: {cookies: 2}}}),
    );
    browser = await openBrowser({profile});
    opened = await openPage(browser.context);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('is as strict as it says', async () => {
    const {page} = opened;
    await page.goto(`${server.url}portal/strict-csp.html`);
    const refusal = await page.evaluate(
      () =>
        new Promise((resolve) => {
          try {
            const opening = indexedDB.open('try');
            opening.onsuccess = () => resolve('');
            opening.onerror = () => resolve(opening.error.name);
          } catch (error) {
            resolve(error.name);
          }
        }),
    );
    assert.notEqual(refusal, '');
  });

  it('teaches in memory and says so, and hands out a code', async () => {
    const {page} = opened;
    await page.goto(`${server.url}portal/strict-csp.html`);
    await learnsInMemory(page);
    await screen(page, 'refused-forbidden');
    assert.deepEqual(await opened.violations(), []);
    assert.deepEqual(opened.errors, []);
  });
});

describe('a browser without room for even an empty database', () => {
  let server;
  let browser;

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('teaches, and holds what is answered beside the database', async () => {
    const {page, errors} = await openPage(browser.context);
    const session = await browser.context.newCDPSession(page);
    const {origin} = new URL(server.url);
    await session.send('Storage.overrideQuotaForOrigin', {origin, quotaSize: 1});
    await page.goto(`${server.url}portal/strict-csp.html`);
    await courseShown(page);
    await openLesson(page);
    await press(questionAt(page, 0), questions[0]);
    await questionAt(page, 0)
      .getByText(/Đang giữ tạm|Chưa lưu được lâu dài/)
      .waitFor();
    await screen(page, 'refused-no-room');
    assert.equal(await questionAt(page, 0).getByText(words.kept).count(), 0);
    assert.deepEqual(errors, []);
  });
});

/**
 * Leaves the database as a stuck tab leaves it: one connection that gives way to nobody, and behind it a request to
 * raise the version, after which the browser lets every other `open` wait.
 */
async function hang(context, url) {
  const stuck = await context.newPage();
  await stuck.goto(url);
  await stuck.evaluate(async () => {
    const opening = indexedDB.open('kynangso');
    globalThis[Symbol.for('test/held')] = await new Promise((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    await new Promise((resolve) => {
      indexedDB.open('kynangso', 99).onblocked = resolve;
    });
  });
}

describe('a browser whose database never answers', () => {
  let server;
  let browser;

  before(async () => (server = await startServer()));
  after(() => server?.close());
  beforeEach(async () => (browser = await openBrowser()));
  afterEach(() => browser?.dispose());

  for (const who of ['who comes for the first time', 'who has learned here before']) {
    it(`lets nobody wait for ever: ${who}`, async () => {
      const {page, errors} = await openPage(browser.context);
      await page.goto(`${server.url}portal/strict-csp.html`);
      await courseShown(page);
      if (who.includes('before')) {
        await openLesson(page);
        await answer(questionAt(page, 0), questions[0]);
        await page.waitForFunction(() =>
          Object.keys(localStorage).some((key) => key.startsWith('kynangso/witness')),
        );
      }
      await hang(browser.context, `${server.url}portal/`);
      await page.reload();
      await courseShown(page);
      await openLesson(page);
      await press(questionAt(page, 1), questions[1]);
      await questionAt(page, 1).getByText('Đang giữ tạm').waitFor({timeout: 20_000});
      await page.getByText('Ngăn lưu trên máy đang trục trặc').waitFor();
      if (who.includes('before')) await questionAt(page, 0).getByText('Đã làm đúng').waitFor();
      await screen(page, 'refused-silent');
      assert.deepEqual(errors, []);
    });
  }
});
