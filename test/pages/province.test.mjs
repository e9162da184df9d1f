import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {courseShown, openBrowser, openPage, root, screen} from './harness.mjs';

/** A site of its own, whose facts can be published anew, as an editor does who learns of a dead hotline. */
function site() {
  const folder = mkdtempSync(join(tmpdir(), 'kynangso-'));
  cpSync(join(root, 'dist/demo'), folder, {recursive: true});
  const course = join(folder, 'courses/so-tay-ky-nang-so');
  const read = (name) => JSON.parse(readFileSync(join(course, name), 'utf8'));
  return {
    folder,
    /** Scope → the hotline's value there, verified; `undefined` recalls it. */
    publish(hotlines) {
      const manifest = read('course.json');
      for (const entry of manifest.facts) {
        const pack = read(entry.file);
        for (const fact of pack.facts.filter(({id}) => id === 'tong_dai_1022')) {
          const value = hotlines[entry.scope];
          Object.assign(fact, {verifiedOn: '2026-11-01', reviewBy: '2999-12-31'});
          Object.assign(fact, {confidence: 'official', validFrom: '2025-07-01'});
          Object.assign(fact, value ? {value, status: 'current'} : {status: 'retired'});
        }
        const text = JSON.stringify(pack);
        const sha256 = createHash('sha256').update(text).digest('hex');
        const file = `facts.${entry.scope.toLowerCase()}.${sha256.slice(0, 8)}.json`;
        writeFileSync(join(course, file), text);
        Object.assign(entry, {file, sha256});
      }
      writeFileSync(join(course, 'course.json'), JSON.stringify(manifest));
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}

const lead = 'Việc chưa gấp mà chẳng biết hỏi ai, ta';
const fallback = `${lead} hỏi UBND xã/phường.`;

describe('the province', () => {
  let pages;
  let server;
  let browser;
  let page;
  let errors;
  const choice = () => page.getByLabel('Tỉnh, thành phố của anh/chị');
  const reads = (words) => page.getByText(`${lead} ${words}.`).waitFor();

  before(async () => {
    pages = site();
    pages.publish({'VN-48': 'gọi số Đà Nẵng', 'VN-79': 'gọi số Thành phố'});
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
    pages.publish({});
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
    pages.publish({'VN-48': 'gọi số mới'});
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await reads('gọi số mới');
  });

  it('says a new number on a line so slow that the kept lessons were opened first', async () => {
    pages.publish({'VN-48': 'gọi số sau cùng'});
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
