import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, lessonFile} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';

const field = 'Dán mã tiến độ vào đây';
const wiped = 'Bài đã học ở đây có thể đã bị xóa';

describe('a learner whose phone cleared everything but the app', () => {
  const {questions} = lessonFile('m07-b02');
  let server;
  let browser;
  let page;
  let code;

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  const openApp = async () => {
    ({page} = await openPage(browser.context));
    await page.goto(`${server.url}pwa/`);
    await courseShown(page);
    await page.getByText('Chưa học').first().waitFor();
  };

  /** The browser drops what was learned; the app itself stays. */
  async function clear() {
    const away = await browser.context.newPage();
    const session = await browser.context.newCDPSession(away);
    await session.send('Storage.clearDataForOrigin', {
      origin: new URL(server.url).origin,
      storageTypes: 'indexeddb,local_storage',
    });
    await away.close();
  }

  it('is told nothing of the kind on a first visit', async () => {
    await openApp();
    await page.getByText('Đã lưu sẵn để dùng khi không có mạng').waitFor();
    assert.equal(await page.getByText(wiped).count(), 0);
  });

  it('hears that earlier lessons may be gone, until something is learned again', async () => {
    await page.goto(`${server.url}pwa/#/m07-b02`);
    await answer(questionAt(page), questions[0]);
    await page.getByRole('button', {name: 'Danh sách bài học'}).first().click();
    await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
    code = await page.getByLabel('Mã tiến độ của anh/chị').inputValue();
    await page.close();
    await clear();

    await openApp();
    await page.getByText(wiped).waitFor();
    await page.getByLabel(field).waitFor();
    await screen(page, 'wiped-outline', {fullPage: true});
    await page.reload();
    await page.getByText(wiped).waitFor();

    await page.goto(`${server.url}pwa/#/m07-b02`);
    await answer(questionAt(page), questions[0]);
    await page.getByText(wiped).waitFor({state: 'detached'});
    await page.reload();
    await questionAt(page).getByText('Đã làm đúng').waitFor();
    assert.equal(await page.getByText(wiped).count(), 0);
  });

  it('goes on from the code they once sent, in the field the empty app begins with', async () => {
    await page.close();
    await clear();
    await openApp();
    await page.getByLabel(field).fill(`Con ơi, mã của mẹ đây: ${code}`);
    await page.getByRole('button', {name: 'Nhận mã'}).click();
    await page.getByRole('button', {name: 'Đúng, học tiếp từ mã này'}).click();
    const begun = page.getByText('Máy này học tiếp từ mã đó');
    await begun.waitFor();
    await page.waitForFunction(
      () => document.querySelector('kns-course').shadowRoot.activeElement?.id === 'begun',
    );
    assert.equal(await page.getByText(wiped).count(), 0);
    await page.getByText('Đang học').first().waitFor();
    await screen(page, 'wiped-gone-on', {fullPage: true});

    await page.goto(`${server.url}pwa/#/m07-b02`);
    await questionAt(page).getByText('Đã làm đúng').waitFor();
    await page.reload();
    await questionAt(page).getByText('Đã làm đúng').waitFor();
    assert.equal(await begun.count(), 0);
  });
});
