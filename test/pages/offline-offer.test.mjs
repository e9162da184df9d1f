import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, lessonFile, press} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';

const saved = 'Đã lưu sẵn để dùng khi không có mạng';
const offered = 'Có bản mới';

const line = (page) => page.locator('kns-offline');
const details = async (page) => {
  await line(page).getByRole('button', {name: 'Chi tiết'}).click();
  await line(page).getByRole('heading', {name: 'Nhờ hỗ trợ'}).waitFor();
};

describe('what the app says of itself on a phone', () => {
  let server;
  let browser;
  /** A page of the same origin for which no worker is in charge. */
  let outside;
  /** Raised when a newer version was put on the server. */
  let release = 0;
  const renew = (path, bytes) =>
    path === '/pwa/sw.js' && release > 0
      ? Buffer.concat([bytes, Buffer.from(`\n// ${release}\n`)])
      : undefined;

  before(async () => {
    server = await startServer({change: renew});
    browser = await openBrowser({permissions: ['clipboard-read', 'clipboard-write']});
    const {page} = await openPage(browser.context);
    await page.goto(`${server.url}pwa/`);
    await page.getByText(saved).waitFor();
    ({page: outside} = await openPage(browser.context));
    await outside.goto(`${server.url}courses/so-tay-ky-nang-so/course.json`);
    await leave(page);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  /**
   * Closes a page, and waits until the worker that waited for that is in charge: Chromium loses a navigation that comes
   * while one takes over from another.
   */
  async function leave(page) {
    await page.close();
    await outside.waitForFunction(async () => {
      const {installing, waiting, active} = await navigator.serviceWorker.getRegistration('/pwa/');
      return !installing && !waiting && active.state === 'activated';
    });
  }

  /** A visit after a newer version came out. */
  async function visit(address = 'pwa/') {
    const opened = await openPage(browser.context);
    await opened.page.goto(server.url + address);
    await courseShown(opened.page);
    return opened;
  }

  it('offers a new version, lets it be put off, keeps it in the details, and offers it at the next visit', async () => {
    release += 1;
    const {page, errors, violations} = await visit();
    await page.getByText(offered).waitFor();
    await page.getByText(offered).scrollIntoViewIfNeeded();
    await screen(page, 'offline-update');
    await line(page).getByRole('button', {name: 'Để sau'}).click();
    assert.equal(await page.getByText(offered).count(), 0);
    await details(page);
    await line(page).getByRole('button', {name: 'Cập nhật', exact: true}).waitFor();
    await page.reload();
    await page.getByText(offered).waitFor();
    assert.deepEqual(errors, []);
    assert.deepEqual(await violations(), []);
    await leave(page);
  });

  it('offers it again to who comes back after a while without loading the page anew', async () => {
    release += 1;
    const {page} = await visit();
    await page.getByText(offered).waitFor();
    const start = Date.now();
    const moveTo = (ms) =>
      line(page).evaluate((element, now) => {
        element.now = () => now;
      }, start + ms);
    const lookAgain = () =>
      page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await moveTo(0);
    await line(page).getByRole('button', {name: 'Để sau'}).click();
    await moveTo(29 * 60_000);
    await lookAgain();
    assert.equal(await page.getByText(offered).count(), 0);
    await moveTo(31 * 60_000);
    await lookAgain();
    await page.getByText(offered).waitFor();
    await leave(page);
  });

  it('waits with the change until an answer in the middle of being saved is kept, and asks the other tab', async () => {
    release += 1;
    const {questions} = lessonFile('m05-b02');
    const {page} = await visit('pwa/#/m05-b02');
    const {page: other} = await visit('pwa/#/m07-b02');
    await questionAt(page).locator('input').first().waitFor();
    await page.getByText(offered).waitFor();
    // Somebody else's long transaction: every write of this origin stands in line behind it.
    await other.evaluate(async () => {
      const opening = indexedDB.open('kynangso');
      const database = await new Promise((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const records = database.transaction(['records', 'standings'], 'readwrite');
      globalThis[Symbol.for('test/hold')] = true;
      const stay = () => {
        if (!globalThis[Symbol.for('test/hold')]) return;
        records.objectStore('records').get(['', '', '']).onsuccess = stay;
      };
      stay();
    });
    await press(questionAt(page, 0), questions[0]);
    await questionAt(page, 0).getByText('Đang lưu').first().waitFor();
    await page.evaluate(() => {
      globalThis[Symbol.for('test/page')] = 'the first';
    });
    await page.getByRole('button', {name: 'Cập nhật', exact: true}).click();
    await page.getByText('Đợi lưu xong câu trả lời').waitFor();
    await screen(page, 'offline-update-waits');
    assert.equal(await page.evaluate(() => globalThis[Symbol.for('test/page')]), 'the first');

    await Promise.all([
      page.waitForEvent('load'),
      other.evaluate(() => {
        globalThis[Symbol.for('test/hold')] = false;
      }),
    ]);
    await questionAt(page, 0).getByText('Đã làm đúng').waitFor();
    await page.getByText(saved).waitFor();
    assert.equal(await page.getByText(offered).count(), 0);

    // The other tab goes on with what it has, and is told.
    await other.getByText('Bản mới đã chạy ở một trang khác').waitFor();
    await answer(questionAt(other, 0), lessonFile('m07-b02').questions[0]);
    await other.getByText('Bản mới đã chạy').scrollIntoViewIfNeeded();
    await screen(other, 'offline-renewed');
    await Promise.all([
      other.waitForEvent('load'),
      other.getByRole('button', {name: 'Tải lại trang'}).click(),
    ]);
    await questionAt(other, 0).getByText('Đã làm đúng').waitFor();
    await page.close();
    await leave(other);
  });

  it('tells in the details what is kept, how firmly, how much, and what a helper asks for', async () => {
    const {page} = await visit();
    await page.getByText(saved).waitFor();
    await details(page);
    await line(page)
      .getByText(/Đã lưu (\d+)\/\1 phần/)
      .waitFor();
    await line(page)
      .getByText(/khoảng [\d,]+ MB/)
      .waitFor();
    await line(page).getByText('trình duyệt có thể tự xóa').waitFor();
    await line(page).getByRole('button', {name: 'Xin trình duyệt giữ lâu dài'}).click();
    await line(page).getByText('Trình duyệt chưa nhận').waitFor();
    await line(page).getByRole('button', {name: 'Sao chép thông tin máy'}).click();
    await line(page).getByText('Đã sao chép').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^kynangso \d+\.\d+\.\d+\n/);
    assert.match(copied, /storage: ready, not persisted, [\d.]+ MB/);
    assert.match(copied, /worker: ready, files: kept (\d+)\/\1/);
    assert.match(copied, /errors: none/);
    assert.doesNotMatch(copied, /KNS1/);
    await screen(page, 'offline-details', {fullPage: true});
    await leave(page);
  });

  it('says so when the browser agrees to keep the work', async () => {
    const {page} = await visit();
    const session = await browser.context.newCDPSession(page);
    await session.send('Browser.grantPermissions', {
      origin: new URL(server.url).origin,
      permissions: ['durableStorage', 'clipboardReadWrite'],
    });
    await page.evaluate(() => navigator.storage.persist());
    await details(page);
    await line(page).getByText('Trình duyệt đã nhận giữ bài').waitFor();
    await leave(page);
  });

  it('puts the app on the home screen when the browser offers it, and takes no for an answer', async () => {
    const {page} = await visit();
    const offer = (outcome) =>
      page.evaluate((chosen) => {
        const event = new Event('beforeinstallprompt', {cancelable: true});
        event.prompt = () => Promise.resolve({outcome: chosen});
        dispatchEvent(event);
      }, outcome);
    await page.getByText(saved).waitFor();
    await offer('dismissed');
    await details(page);
    await screen(page, 'offline-install', {fullPage: true});
    await line(page).getByRole('button', {name: 'Thêm vào màn hình chính'}).click();
    await line(page).getByText('Chưa thêm').waitFor();
    await offer('accepted');
    await line(page).getByRole('button', {name: 'Thêm vào màn hình chính'}).waitFor();
    await leave(page);
  });
});

const phones = {
  'an iPhone': {
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
    hint: 'Thêm vào MH chính',
    picture: 'offline-iphone',
  },
  'the browser inside Zalo': {
    userAgent:
      'Mozilla/5.0 (Linux; Android 12; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/12020123 ZaloTheme/light',
    hint: 'Mở bằng trình duyệt',
    picture: 'offline-zalo',
  },
};

for (const [phone, {userAgent, hint, picture}] of Object.entries(phones)) {
  describe(`the way to the home screen on ${phone}`, () => {
    it('begins with the progress code, since what was learned does not come along by itself', async () => {
      const server = await startServer();
      const browser = await openBrowser({
        userAgent,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      try {
        const {page} = await openPage(browser.context);
        await page.goto(`${server.url}pwa/#/m05-b02`);
        await answer(questionAt(page, 0), lessonFile('m05-b02').questions[0]);
        await details(page);
        await line(page).getByText(hint).waitFor();
        await line(page).getByRole('button', {name: 'Sao chép mã tiến độ'}).click();
        await line(page).getByText('Đã sao chép mã tiến độ').waitFor();
        assert.match(
          await page.evaluate(() => navigator.clipboard.readText()),
          /^KNS1\.[0-9A-Z]+$/,
        );
        await line(page).getByText('Màn hình chính').first().scrollIntoViewIfNeeded();
        await screen(page, picture);
      } finally {
        await browser.dispose();
        await server.close();
      }
    });
  });
}

describe('a course that could be saved only in part', () => {
  let server;
  let browser;
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('says how far it came, and goes on when the network is back', async () => {
    server = await startServer();
    browser = await openBrowser();
    const {page} = await openPage(browser.context);
    const {name} = lessonFile('m07-b02');
    await browser.context.route(`**/${name}`, (route) => route.abort());
    await page.goto(`${server.url}pwa/`);
    await page.getByText(/Mới lưu được \d+\/\d+ phần/).waitFor();
    await page.getByText('Mới lưu được').scrollIntoViewIfNeeded();
    await screen(page, 'offline-interrupted');
    await browser.context.unroute(`**/${name}`);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText(saved).waitFor();
  });
});
