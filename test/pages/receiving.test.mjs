import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {openBrowser, openPage, screen} from './harness.mjs';
import {foreignCode, team} from './stage/codes.mjs';
import {builtCourse} from './stage/course.mjs';

const course = builtCourse();
/** So many people; the rest of the thousand files are sent a second time, as people do. */
const people = 120;
const {members, spoiled} = team(course, people);

const fileOf = (name, content, mimeType = 'text/plain') => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/** A folder of a thousand files, five of which are not what a trainer wants. */
function folder() {
  const wrong = [
    fileOf('cat-mat-cuoi.txt', spoiled[0]),
    fileOf('khoa-khac.txt', foreignCode(course)),
    fileOf(
      'to-cong-nghe.zip',
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 8, 0, 8, 0]),
      'application/zip',
    ),
    fileOf('rong.txt', ''),
    fileOf('anh.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'image/png'),
  ];
  const right = Array.from({length: 1000 - wrong.length}, (_, at) =>
    fileOf(`kynangso-${at}.txt`, `Em gửi ạ\n${members[at % people].code}\n`),
  );
  return [...right.slice(0, 500), ...wrong, ...right.slice(500)];
}

/** In a page: how many codes are kept, and how many learners. */
const kept = async () => {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('kynangso');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise((resolve) => {
    const request = database.transaction('packets').objectStore('packets').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return rows.length;
};

describe('a trainer', () => {
  let browser;
  let server;
  let page;
  let opened;

  before(async () => {
    server = await startServer();
  });
  after(() => server?.close());
  beforeEach(async () => {
    browser = await openBrowser();
    browser.context.setDefaultTimeout(90_000);
    opened = await openPage(browser.context);
    ({page} = opened);
    await page.goto(`${server.url}trainer/`);
    await page.getByText('Chưa nhận mã nào').waitFor();
  });
  afterEach(async () => {
    assert.deepEqual(opened.errors, []);
    assert.deepEqual(await opened.violations(), []);
    await browser.dispose();
  });

  it('receives a thousand files at once, goes on using the page, and is told of each that is wrong', async () => {
    await page.locator('kns-inbox #files').setInputFiles(folder());
    await page.getByText(/Đang nhận [\d.]+ trên 1\.000 tệp/).waitFor();
    // The page is nobody's prisoner meanwhile.
    await page.getByLabel('Dán cả đoạn trò chuyện Zalo vào đây').fill('còn gõ được');
    await screen(page, 'receiving-thousand');

    await page.getByText(`Đã nhận mã của ${people} người`).waitFor();
    assert.equal(await page.evaluate(kept), people);
    const inbox = page.locator('kns-inbox');
    for (const name of [
      'cat-mat-cuoi.txt',
      'khoa-khac.txt',
      'to-cong-nghe.zip',
      'rong.txt',
      'anh.png',
    ])
      await inbox.locator('.notice', {hasText: name}).first().waitFor();
    await inbox.locator('.notice', {hasText: 'anh.png'}).getByText('Không thấy mã QR').waitFor();
    await inbox.locator('.notice', {hasText: 'khoa-khac.txt'}).getByText('khóa học khác').waitFor();

    // A wrong folder is taken back as a whole, and let in again.
    await inbox.locator('summary', {hasText: 'Vừa nhận'}).click();
    await inbox.getByRole('button', {name: `Không tính cả ${people} mã`}).click();
    await inbox.getByText(`Đã bỏ ${people} mã ra`).waitFor();
    await page.locator('kns-matrix').getByText(`0/${people} người có dữ liệu`).waitFor();
    await inbox.getByRole('button', {name: `Tính lại cả ${people} mã`}).click();
    await inbox.getByText(`${people} mã của lần nhận này được tính`).waitFor();

    // What belongs to another course waits, and is still there tomorrow.
    await page.reload();
    await inbox.locator('summary', {hasText: 'Chưa nhận được'}).click();
    await inbox.getByText('khoa-khac.txt').waitFor();
    await inbox.getByRole('button', {name: 'Bỏ khoa-khac.txt'}).click();
    await inbox.locator('.sure').getByRole('button', {name: 'Bỏ hẳn mục này'}).click();
    await inbox.getByText('Đã bỏ 1 mục').waitFor();
    assert.equal(await page.evaluate(kept), people);
  });

  it('stops in the middle, keeps what was whole, and has everything after trying again', async () => {
    const inbox = page.locator('kns-inbox');
    await inbox.locator('#files').setInputFiles(folder());
    await page.waitForFunction(() => {
      const progress = document
        .querySelector('kns-trainer')
        ?.shadowRoot?.querySelector('kns-inbox')
        ?.shadowRoot?.querySelector('progress');
      return progress?.hasAttribute('value') && progress.value > 0;
    });
    await inbox.getByRole('button', {name: 'Dừng'}).click();
    await inbox.getByText('Đã dừng.').waitFor();
    const said = await inbox.locator('.said').textContent();
    const [, some] = /giữ trọn vẹn ([\d.]+) mã/.exec(said) ?? [undefined, '0'];
    const rows = await page.evaluate(kept);
    assert.ok(rows <= Number(some.replace('.', '')), `${rows} rows, ${some} said to be kept`);

    await inbox.locator('#files').setInputFiles(folder());
    await inbox.getByText(`Đã nhận mã của ${people} người`).waitFor();
    assert.equal(await page.evaluate(kept), people);
  });

  it('drops files anywhere on the inbox', async () => {
    const [{code}] = members;
    await page
      .locator('kns-inbox section')
      .first()
      .evaluate((section, text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'kynangso.txt', {type: 'text/plain'}));
        const options = {dataTransfer, bubbles: true, composed: true, cancelable: true};
        section.dispatchEvent(new DragEvent('dragover', options));
        section.dispatchEvent(new DragEvent('drop', options));
      }, code);
    await page.getByText('Đã nhận mã của 1 người').waitFor();
    assert.equal(await page.getByText('Thả vào đây').count(), 0);
  });
});
