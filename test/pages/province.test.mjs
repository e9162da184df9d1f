import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {factsSite} from './facts-site.mjs';
import {courseShown, openBrowser, openPage, screen} from './harness.mjs';

const lead = 'Việc chưa gấp mà chẳng biết hỏi ai, ta';
const fallback = `${lead} hỏi UBND xã/phường.`;

describe('the province', () => {
  let pages;
  let server;
  let browser;
  let page;
  let errors;
  /** By scope; a hotline that is not given is recalled. */
  const publish = (hotlines) => pages.publish('tong_dai_1022', hotlines);
  const choice = () => page.getByLabel('Tỉnh, thành phố của anh/chị');
  const reads = (words) => page.getByText(`${lead} ${words}.`).waitFor();

  before(async () => {
    pages = factsSite();
    publish({'VN-48': 'gọi số Đà Nẵng', 'VN-79': 'gọi số Thành phố'});
    server = await startServer({root: pages.folder});
    browser = await openBrowser();
    ({page, errors} = await openPage(browser.context));
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
    pages?.remove();
  });

  it('is chosen once on a phone, by the name people say, and the lesson says its number at once', async () => {
    await page.goto(`${server.url}pwa/#/m07-b06`);
    await page.getByText(fallback).waitFor();
    await page.evaluate(() => (globalThis[Symbol.for('test/same-page')] = true));
    assert.deepEqual(await choice().locator('option').allTextContents(), [
      'Chưa chọn',
      'Đà Nẵng (gồm Quảng Nam cũ)',
      'Tây Ninh (gồm Long An cũ)',
      'TP. Hồ Chí Minh (gồm Bình Dương, Bà Rịa – Vũng Tàu cũ)',
    ]);
    await choice().selectOption('VN-48');
    await reads('gọi số Đà Nẵng');
    await choice().scrollIntoViewIfNeeded();
    await screen(page, 'province-chosen');
    await choice().selectOption('VN-79');
    await reads('gọi số Thành phố');
    await choice().selectOption('VN-80');
    await page.getByText(fallback).waitFor();
    await choice().selectOption('VN-48');
    await reads('gọi số Đà Nẵng');
    assert.ok(await page.evaluate(() => globalThis[Symbol.for('test/same-page')]));
    assert.deepEqual(errors, []);
  });

  it('is still chosen when the learner comes back, also without a network', async () => {
    await page.reload();
    await reads('gọi số Đà Nẵng');
    assert.equal(await choice().inputValue(), 'VN-48');
    await page.getByText('Đã lưu sẵn để dùng khi không có mạng').waitFor();
    await browser.context.setOffline(true);
    await page.reload();
    await reads('gọi số Đà Nẵng');
    await browser.context.setOffline(false);
  });

  it('loses a recalled number at the next visit, and has not got it back when the network is gone', async () => {
    publish({});
    await page.reload();
    await page.getByText(fallback).waitFor();
    await browser.context.setOffline(true);
    await page.reload();
    await page.getByText(fallback).waitFor();
    await browser.context.setOffline(false);
  });

  it('says a new number when the open page comes back to the learner', async () => {
    await page.reload();
    await page.getByText(fallback).waitFor();
    publish({'VN-48': 'gọi số mới'});
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await reads('gọi số mới');
  });

  it('says a new number on a line so slow that the kept lessons were opened first', async () => {
    publish({'VN-48': 'gọi số sau cùng'});
    let go;
    const answered = new Promise((resolve) => (go = resolve));
    await page.route('**/course.json', async (route) => {
      await answered;
      await route.continue();
    });
    await page.reload();
    await page.getByText('đang dùng bản đã lưu trên máy').waitFor();
    await courseShown(page);
    await reads('gọi số mới');
    go();
    await reads('gọi số sau cùng');
    await page.getByText('đang dùng bản đã lưu trên máy').waitFor();
    assert.deepEqual(await choice().inputValue(), 'VN-48');
  });
});
