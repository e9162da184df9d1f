import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, lessonFile} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';

const sentence = 'Bài này tải về bị hỏng';

describe('a lesson that arrives damaged', () => {
  let server;
  let browser;
  let page;
  let errors;
  /** Path → what is done to its bytes on the way. */
  const damage = new Map();
  const second = () => lessonFile('m07-b02');

  const flip = (bytes) => {
    const wrong = Buffer.from(bytes);
    // Inside a text: still JSON, and no longer what was published.
    const at = wrong.indexOf('"stem":"') + 10;
    wrong[at] = 0x58;
    return wrong;
  };
  const cut = (bytes) => bytes.subarray(0, bytes.length >> 1);
  const forgetCache = async () => {
    const session = await browser.context.newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    await session.detach();
  };

  before(async () => {
    server = await startServer({
      change: (path, bytes) => damage.get(path.split('/').at(-1))?.(bytes),
    });
    browser = await openBrowser();
    ({page, errors} = await openPage(browser.context));
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('is not shown; the learner reads what to do, and the other lesson works', async () => {
    damage.set(second().name, flip);
    await page.goto(`${server.url}portal/strict-csp.html`);
    await courseShown(page);
    await page.getByRole('button', {name: second().title}).last().click();
    await page.getByText(sentence).waitFor();
    await page.getByRole('button', {name: 'Thử lại'}).waitFor();
    assert.equal(await questionAt(page).count(), 0);
    await screen(page, 'damaged-lesson');

    await page.getByRole('button', {name: 'Danh sách bài học'}).click();
    const first = lessonFile('m05-b02');
    await page.getByRole('button', {name: first.title}).last().click();
    await answer(questionAt(page), first.questions[0]);
    assert.deepEqual(errors, []);
  });

  it('is refused as well when half of it is missing', async () => {
    damage.set(second().name, cut);
    await page.getByRole('button', {name: 'Danh sách bài học'}).click();
    await page.getByRole('button', {name: second().title}).last().click();
    await page.getByText(sentence).waitFor();
  });

  it('opens on “Thử lại” when the file is right again, though the browser kept the damaged one', async () => {
    damage.clear();
    await page.getByRole('button', {name: 'Thử lại'}).click();
    await answer(questionAt(page), second().questions[0]);
    assert.equal(await page.getByText(sentence).count(), 0);
  });

  it('is read from the copy on the phone when the server damages it later', async () => {
    damage.set(second().name, flip);
    await forgetCache();
    await page.reload();
    await courseShown(page);
    await page.getByRole('button', {name: second().title}).last().click();
    await questionAt(page).getByText('Đã làm đúng').waitFor();
  });

  it('is fetched anew when the copy on the phone is the damaged one', async () => {
    damage.clear();
    await forgetCache();
    const rows = await page.evaluate(async () => {
      const settled = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await settled(indexedDB.open('kynangso'));
      const tx = database.transaction('files', 'readwrite');
      const store = tx.objectStore('files');
      const keys = await settled(store.getAllKeys());
      for (const key of keys) store.put('{"format":1}', key);
      await new Promise((resolve) => (tx.oncomplete = resolve));
      database.close();
      return keys.length;
    });
    assert.ok(rows > 0);
    await page.reload();
    await courseShown(page);
    await page.getByRole('button', {name: second().title}).last().click();
    await questionAt(page).getByText('Đã làm đúng').waitFor();
  });

  it('does not stop the course: a damaged course.json gives way to the kept one, with its day', async () => {
    damage.set('course.json', cut);
    await forgetCache();
    await page.reload();
    await page.getByText('đang dùng bản đã lưu trên máy').waitFor();
    await courseShown(page);
    await screen(page, 'damaged-course-kept');
    damage.clear();
  });

  it('says what to do when a damaged course.json is all there is', async () => {
    damage.set('course.json', cut);
    const fresh = await openBrowser();
    try {
      const opened = await openPage(fresh.context);
      await opened.page.goto(`${server.url}portal/strict-csp.html`);
      await opened.page.getByText('Khóa học bị lỗi nên chưa mở được').waitFor();
      await screen(opened.page, 'damaged-course');
      damage.clear();
      await opened.page.getByRole('button', {name: 'Thử lại'}).click();
      await courseShown(opened.page);
    } finally {
      damage.clear();
      await fresh.dispose();
    }
  });
});
