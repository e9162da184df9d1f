import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answerQuestion,
  courseShown,
  openBrowser,
  openFirstLesson,
  openPage,
  questionAt,
  screen,
} from './harness.mjs';

const savedSentence = 'Đã lưu sẵn để dùng khi không có mạng';

for (const base of ['/', '/a/b/']) {
  describe(`the learner's app at ${base}pwa/`, () => {
    let server;
    let browser;

    before(async () => {
      server = await startServer({base});
      browser = await openBrowser();
    });
    after(async () => {
      await browser?.dispose();
      await server?.close();
    });

    it('says after one visit that it is kept for use without a network', async () => {
      const {page, errors, violations} = await openPage(browser.context);
      await page.goto(`${server.url}pwa/`);
      await courseShown(page);
      await page.getByText(savedSentence).waitFor();
      assert.deepEqual(errors, []);
      assert.deepEqual(await violations(), []);
      if (base === '/') await screen(page, 'pwa-outline');
      await page.close();
    });

    it('asks for the course once, though the page announces it ahead of the script', async () => {
      server.requests.length = 0;
      const fresh = await openBrowser();
      try {
        const {page} = await openPage(fresh.context);
        await page.goto(`${server.url}pwa/`);
        await courseShown(page);
        const asked = server.requests.filter((path) => path.endsWith('/course.json'));
        assert.equal(asked.length, 1);
      } finally {
        await fresh.dispose();
      }
    });

    it('opens without a network and takes an answer', async () => {
      await browser.context.setOffline(true);
      const {page, violations} = await openPage(browser.context);
      await page.goto(`${server.url}pwa/`);
      await openFirstLesson(page);
      await answerQuestion(questionAt(page));
      assert.deepEqual(await violations(), []);
      await page.close();
    });

    it('opens a lesson by its address without a network', async () => {
      const {page} = await openPage(browser.context);
      await page.goto(`${server.url}pwa/#/m07-b02`);
      await questionAt(page).waitFor();
      assert.equal(await page.locator('kns-course').getAttribute('lesson'), 'm07-b02');
      await page.close();
    });

    it('is still there when the phone was switched off in between', async () => {
      await browser.close();
      browser = await openBrowser({profile: browser.profile, offline: true});
      const {page} = await openPage(browser.context);
      await page.goto(`${server.url}pwa/#/m07-b02`);
      await questionAt(page).waitFor();
      await page.close();
    });
  });
}

describe("the learner's app and its address", () => {
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

  it('leads back to the outline with the back button of the phone', async () => {
    const {page} = await openPage(browser.context);
    await page.goto(`${server.url}pwa/`);
    await openFirstLesson(page);
    await page.waitForURL(/#\/m\d\d-b\d\d$/);
    await page.goBack();
    await page.locator('kns-outline').waitFor();
    assert.doesNotMatch(page.url(), /#\/m/);
    await page.goForward();
    await questionAt(page).waitFor();
    await page.close();
  });

  for (const app of ['pwa', 'trainer']) {
    it(`can be installed on the home screen from /${app}/`, async () => {
      const {page} = await openPage(browser.context);
      await page.goto(`${server.url}${app}/`);
      const session = await browser.context.newCDPSession(page);
      const {errors, url} = await session.send('Page.getAppManifest');
      assert.deepEqual(errors, []);
      const manifest = await page.evaluate(async (address) => (await fetch(address)).json(), url);
      assert.equal(manifest.display, 'standalone');
      for (const {src} of manifest.icons) {
        const response = await page.request.get(new URL(src, url).href);
        assert.equal(response.status(), 200, src);
      }
      const {installabilityErrors} = await session.send('Page.getInstallabilityErrors');
      // A profile of a test is told apart from an app that lacks something.
      const own = installabilityErrors.filter(({errorId}) => errorId !== 'in-incognito');
      assert.deepEqual(own, []);
      await page.close();
    });
  }

  it('offers a new version and changes to it only when asked', async () => {
    const {page} = await openPage(browser.context);
    await page.goto(`${server.url}pwa/`);
    await page.getByText(savedSentence).waitFor();
    await page.close();
    await server.close();
    const {port} = server;
    server = await startServer({
      port,
      change: (path, bytes) =>
        path === '/pwa/sw.js' ? Buffer.concat([bytes, Buffer.from('\n// newer\n')]) : undefined,
    });
    const again = await openPage(browser.context);
    await again.page.goto(`${server.url}pwa/`);
    const button = again.page.getByRole('button', {name: 'Cập nhật', exact: true});
    await button.waitFor();
    await screen(again.page, 'pwa-update');
    await Promise.all([again.page.waitForEvent('load'), button.click()]);
    await again.page.getByText(savedSentence).waitFor();
    await again.page.close();
  });
});
