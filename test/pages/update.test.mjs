import assert from 'node:assert/strict';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, answersOf, lessonFile, readKept, streamsOf, upTo} from './answering.mjs';
import {openBrowser, openPage, questionAt, root, screen, words} from './harness.mjs';

const savedSentence = 'Đã lưu sẵn để dùng khi không có mạng';
const {questions} = lessonFile('m05-b02');

/**
 * Everything that is served as the next release would serve it: every hashed script of the app has another name, the
 * page and the worker name the new ones, and the old ones are gone.
 */
function nextRelease() {
  const folder = mkdtempSync(join(tmpdir(), 'kynangso-release-'));
  cpSync(join(root, 'dist/demo'), folder, {recursive: true});
  const app = join(folder, 'pwa');
  const scripts = readdirSync(app, {recursive: true}).filter((path) => /-[\w-]{8}\.js$/.test(path));
  // Two parts may differ in their hash alone.
  const names = new Map(
    scripts.map((path) => [path, path.replace(/-([\w-]{7}).\.js$/, '-$1~.js')]),
  );
  assert.ok(scripts.length > 5);
  for (const [from, to] of names) renameSync(join(app, from), join(app, to));
  const base = (path) => path.split('/').at(-1);
  for (const path of [...names.values(), 'index.html', 'sw.js']) {
    let text = readFileSync(join(app, path), 'utf8');
    for (const [from, to] of names) text = text.replaceAll(base(from), base(to));
    // What the worker keeps of the page goes by its revision.
    if (path === 'sw.js') text = text.replace(/("?revision"?:\s*")[^"]/g, '$1~');
    writeFileSync(join(app, path), text);
  }
  return {root: folder, dispose: () => rmSync(folder, {recursive: true})};
}

describe('a new version of the app that is let in during an answer', () => {
  let next;
  let server;
  let browser;
  let opened;
  let page;

  before(() => (next = nextRelease()));
  after(() => next?.dispose());
  beforeEach(async () => {
    server = await startServer();
    browser = await openBrowser();
    opened = await openPage(browser.context);
    page = opened.page;
    await page.goto(`${server.url}pwa/#/m05-b02`);
    await answer(questionAt(page, 0), questions[0]);
    await page.getByText(savedSentence).waitFor();
  });
  afterEach(async () => {
    await browser?.dispose();
    await server?.close();
  });

  /** The server has the next release; the open page learns of it as it would within a day. */
  const publish = async () => {
    const {port} = server;
    await server.close();
    server = await startServer({port, root: next.root});
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await page.getByRole('button', {name: 'Cập nhật', exact: true}).waitFor();
  };
  /** Which version drew the page. */
  const version = () => page.evaluate(() => document.querySelector('script[src]').src);

  it('keeps the answer once, and loses none that was called saved', async () => {
    await publish();
    const before = await version();
    await questionAt(page, 1).scrollIntoViewIfNeeded();
    for (const input of await questionAt(page, 1).locator('input').all()) {
      if (await input.isVisible()) {
        await input.check({force: true});
        break;
      }
    }
    const reloaded = page.waitForEvent('load');
    await page.evaluate((label) => {
      const lesson = document.querySelector('kns-course').shadowRoot.querySelector('kns-lesson');
      const question = lesson.shadowRoot.querySelectorAll('kns-question')[1].shadowRoot;
      const find = (scope, text) =>
        [...scope.querySelectorAll('button')].find(({textContent}) => textContent.includes(text));
      find(question, label).click();
      find(document.querySelector('kns-offline').shadowRoot, 'Cập nhật').click();
    }, words.answer);
    await reloaded;
    await questionAt(page, 0).getByText('Đã làm đúng').waitFor();
    assert.notEqual(await version(), before);
    const {records} = await readKept(page);
    assert.deepEqual(
      answersOf(records)
        .map(({question}) => question)
        .sort(),
      [questions[0].id, questions[1].id].sort(),
    );
    assert.deepEqual(streamsOf(records), [upTo(records.length)]);
    await answer(questionAt(page, 2), questions[2]);
    assert.deepEqual(opened.errors, []);
  });

  it('is offered, not forced: who does not take it goes on, also without a network', async () => {
    await publish();
    const before = await version();
    await browser.context.setOffline(true);
    for (const index of [1, 2]) await answer(questionAt(page, index), questions[index]);
    await page.reload();
    await questionAt(page, 2).getByText('Đã làm đúng').waitFor();
    assert.equal(await version(), before, 'the old version whole');
    await browser.context.setOffline(false);
  });

  it('never mixes with the old one in another tab: a part that is gone is told, with a way on, and nothing is lost', async () => {
    const other = await openPage(browser.context);
    await other.page.goto(`${server.url}pwa/`);
    await other.page.locator('kns-outline').waitFor();
    await other.page.locator('kns-progress').first().waitFor();
    await publish();
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', {name: 'Cập nhật', exact: true}).click(),
    ]);
    // The other tab still runs the old scripts, and asks for a part that no longer exists.
    server.requests.length = 0;
    const session = await browser.context.newCDPSession(other.page);
    await session.send('Network.clearBrowserCache');
    await other.page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
    await other.page.getByText('Một phần của trang chưa tải về được').waitFor();
    await other.page.getByText('Mã: chunk-missing').scrollIntoViewIfNeeded();
    await screen(other.page, 'update-chunk-missing');
    const asked = server.requests.filter((path) => path.endsWith('.js'));
    assert.ok(
      asked.every((path) => !path.includes('~')),
      `the old tab asked for new parts: ${asked}`,
    );
    await Promise.all([
      other.page.waitForEvent('load'),
      other.page.getByRole('button', {name: 'Thử lại'}).click(),
    ]);
    await other.page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
    await other.page.getByLabel('Mã tiến độ của anh/chị').waitFor();
    assert.equal(answersOf((await readKept(other.page)).records).length, 1);
  });
});
