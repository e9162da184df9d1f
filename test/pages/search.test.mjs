import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {lessonFile} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';

/** What people type, the lesson that teaches or reaches it, and what it is called now where that differs. */
const sought = [
  ['Smart Quảng Nam', 'm08-b01', 'nay là'],
  ['1022 Quảng Nam', 'm08-b01', 'nay là'],
  ['Bình Dương Số', 'm08-b01', 'nay là'],
  ['OneTouch', 'm01-b04'],
  ['Cổng dịch vụ công', 'm04-b01'],
  ['VNeID', 'm03-b01'],
  ['sổ sức khỏe điện tử', 'm08-b03'],
  ['OCOP', 'm06-b02'],
  ['sàn thương mại điện tử', 'm06-b01'],
  ['mã QR', 'm05-b02'],
  ['trả phí ở một cửa', 'm04-b03'],
  ['báo cáo qua nhóm Zalo', 'm10-b05'],
  ['UBND huyện', 'm04-b02', 'nay là'],
  ['Bộ TT&TT', 'm01-b04', 'nay là Bộ Khoa học và Công nghệ'],
  ['dịch vụ công mức độ 4', 'm04-b01', 'nay là dịch vụ công toàn trình'],
];

const without = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();

describe('a member who looks for what a neighbour asked about', () => {
  let server;
  let browser;
  let page;
  let errors;

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
    ({page, errors} = await openPage(browser.context));
    await page.goto(`${server.url}pwa/`);
    await courseShown(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByText('Đã lưu sẵn để dùng khi không có mạng').waitFor();
    await browser.context.setOffline(true);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  const found = async (typed) => {
    const field = page.getByRole('searchbox');
    await field.fill('');
    await field.fill(typed);
    await page.locator('kns-search .found > li').first().waitFor();
    const all = page.locator('kns-search').getByRole('button', {name: /^Xem cả/});
    if (await all.isVisible()) await all.click();
    return page.locator('kns-search .found > li').allInnerTexts();
  };

  for (const [typed, lesson, now] of sought) {
    it(`finds it without a network by “${typed}”, with tones and without, whole and cut short`, async () => {
      const {title} = lessonFile(lesson);
      for (const text of [typed, typed.normalize('NFD'), without(typed)]) {
        const results = await found(text);
        const at = results.findIndex((result) => result.includes(title));
        assert.ok(at >= 0, `“${text}” finds ${results.length} lessons, not “${title}”.`);
        if (now)
          assert.ok(
            results.some((result) => result.includes(now)),
            results.join('\n'),
          );
      }
    });
  }

  it('goes to the lesson with the keyboard alone', async () => {
    await found('OCOP');
    await screen(page, 'search-found');
    await page.getByRole('searchbox').press('Enter');
    await page.keyboard.press('Enter');
    await questionAt(page).waitFor();
    assert.match(page.url(), /#\/m\d\d-b\d\d$/);
    assert.deepEqual(errors, []);
  });
});
