import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
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
import {builtCourse} from './stage/course.mjs';
import {receiptFor} from './stage/receipts.mjs';
import {claimOf, team} from './stage/codes.mjs';

const savedSentence = 'Đã lưu sẵn để dùng khi không có mạng';

/** So many questions of the first lesson are answered on the phone that hands over. */
const answered = 2;

const tap = (page, name) => page.getByRole('button', {name}).first().click();
const reads = (page, words) => page.getByText(words).first().waitFor();

/** A phone that opened the app once and has had no network since. */
async function offlinePhone(server) {
  const browser = await openBrowser();
  const {page, errors, violations} = await openPage(browser.context);
  await page.goto(`${server.url}pwa/`);
  await courseShown(page);
  await reads(page, savedSentence);
  await browser.context.setOffline(true);
  return {browser, page, errors, violations};
}

async function study(page, questions = answered) {
  await openFirstLesson(page);
  for (let index = 0; index < questions; index += 1) await answerQuestion(questionAt(page, index));
  await tap(page, 'Danh sách bài học');
  await reads(page, 'Chưa gửi');
}

async function ownCode(page) {
  await tap(page, 'Gửi tiến độ cho Tổ trưởng');
  const code = await page.getByLabel('Mã tiến độ của anh/chị').inputValue();
  await tap(page, 'Gửi tiến độ cho Tổ trưởng');
  return code;
}

/** What the file holds that `name` saves. */
async function saved(page, name) {
  const saving = page.waitForEvent('download');
  await tap(page, name);
  const download = await saving;
  return {name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8')};
}

async function ownFile(page) {
  await tap(page, 'Gửi tiến độ cho Tổ trưởng');
  const file = await saved(page, 'Lưu tệp');
  await tap(page, 'Gửi tiến độ cho Tổ trưởng');
  return file;
}

async function bringIn(page) {
  await tap(page, 'Đã học ở nơi khác? Nhập mã');
  await reads(page, 'Dán mã tiến độ vào đây');
}

async function paste(page, text) {
  await page.getByLabel('Dán mã tiến độ vào đây').fill(text);
  await tap(page, 'Nhận mã');
}

const chooseFiles = (page, ...files) =>
  page
    .locator('input[type=file]#files')
    .setInputFiles(
      files.map(({name, text}) => ({name, mimeType: 'text/plain', buffer: Buffer.from(text)})),
    );

const choosePictures = (page, pictures) =>
  page
    .locator('.scan input[type=file]')
    .setInputFiles(
      pictures.map((buffer, index) => ({name: `anh-${index}.png`, mimeType: 'image/png', buffer})),
    );

/** The sections and codes a file carries, one a line. */
const linesOf = ({text}) => text.split('\n').slice(1).sort();

describe('a phone whose learner hands over without a network', () => {
  let server;
  let old;
  let young;

  before(async () => {
    server = await startServer();
    old = await offlinePhone(server);
    await study(old.page);
    young = await offlinePhone(server);
  });
  after(async () => {
    await old?.browser.dispose();
    await young?.browser.dispose();
    await server?.close();
  });

  it('shows a code that another phone reads from a picture of the screen', async () => {
    const {page} = old;
    await tap(page, 'Gửi tiến độ cho Tổ trưởng');
    await tap(page, 'Đưa mã cho người phụ trách');
    const code = page.getByRole('img', {name: 'Mã tiến độ để quét'});
    await code.waitFor();
    await screen(page, 'share-code-on-screen');
    const picture = await page.screenshot();
    await reads(page, 'Đã đưa đi lúc');
    await tap(page, 'Gửi tiến độ cho Tổ trưởng');

    await bringIn(young.page);
    await tap(young.page, 'Quét mã');
    await choosePictures(young.page, [picture]);
    await reads(young.page, 'Mã này của chính anh/chị?');
    await tap(young.page, 'Đã học ở nơi khác? Nhập mã');
  });

  it('hands every answer on as pictures that follow one another', async () => {
    const {page} = old;
    const other = await offlinePhone(server);
    try {
      await tap(page, 'Gửi tiến độ cho Tổ trưởng');
      await tap(page, 'Đưa mã cho người phụ trách');
      await tap(page, 'Gửi đủ từng câu');
      const piece = page.locator('.running .piece');
      await piece.waitFor();
      const pictures = [];
      let shown = '';
      while (pictures.length < 14) {
        await page.waitForFunction((before) => {
          const share = document.querySelector('kns-course').shadowRoot.querySelector('kns-share');
          return share.shadowRoot.querySelector('.running .piece').textContent !== before;
        }, shown);
        shown = await piece.textContent();
        pictures.push(await page.locator('.running svg.qr').screenshot());
      }
      await tap(page, 'Gửi tiến độ cho Tổ trưởng');
      await bringIn(other.page);
      await tap(other.page, 'Quét mã');
      await choosePictures(other.page, pictures);
      await tap(other.page, 'Đúng, học tiếp từ mã này');
      await reads(other.page, 'Máy này học tiếp từ mã đó');
      await tap(other.page, 'Chuyển sang máy mới');
      // Only records tell that they were written on another phone.
      await reads(other.page, 'Không dùng máy này nữa');
      assert.deepEqual(other.errors, []);
    } finally {
      await other.browser.dispose();
    }
  });

  it('moves with a file: the new phone goes on as the learner and shows every earlier answer', async () => {
    const file = await ownFile(old.page);
    assert.match(file.name, /^kynangso-.*\.txt$/);
    const {page} = young;
    await bringIn(page);
    await chooseFiles(page, file);
    await tap(page, 'Đúng, học tiếp từ mã này');
    await reads(page, 'Máy này học tiếp từ mã đó');
    await tap(page, 'Gửi tiến độ cho Tổ trưởng');
    await tap(page, 'Mọi điều máy này biết về tôi');
    await reads(page, 'Từng câu trả lời');
    const sheet = page.locator('kns-share .about');
    await sheet.locator('section li').first().waitFor();
    assert.equal(await sheet.locator('section li').count(), answered);
    await tap(page, 'Chuyển sang máy mới');
    await screen(page, 'share-moved', {fullPage: true});
    await tap(page, 'Không dùng máy này nữa');
    await reads(page, 'không dùng nữa');
    assert.deepEqual(young.errors, []);
    assert.deepEqual(await young.violations(), []);
  });

  it('saves everything it knows of the learner as a page that a person can read', async () => {
    const {page} = old;
    await tap(page, 'Gửi tiến độ cho Tổ trưởng');
    await tap(page, 'Mọi điều máy này biết về tôi');
    const {name, text} = await saved(page, 'Tải về máy');
    assert.match(name, /\.html$/);
    assert.doesNotMatch(text, /<script|<!--|lit\$/);
    const reading = await old.browser.context.newPage();
    await reading.setContent(text);
    const [lesson] = builtCourse().modules[0].lessons;
    await reading.getByText(lesson.title).first().waitFor();
    assert.equal(await reading.locator('section li').count(), answered);
    await screen(reading, 'share-about-me-file', {fullPage: true});
    await reading.close();
    await tap(page, 'Gửi tiến độ cho Tổ trưởng');
  });

  it('says what the trainer received once the receipt was pasted', async () => {
    const {page} = old;
    const course = builtCourse();
    const receipt = receiptFor(course, await ownCode(page));
    // The whole conversation: what the trainer answered to everybody, each with their name.
    const others = team(course, 12).members.map(
      ({name, code}) => `${name}: ${receiptFor(course, code, false)}`,
    );
    const message = [
      '[09:12 23/11/2026] Tổ trưởng Dũng: Biên nhận ngày 23/11/2026',
      ...others.slice(0, 6),
      `Chị Lan: ${receipt}`,
      ...others.slice(6),
      '[09:15 23/11/2026] Anh Páo: em nhận rồi ạ 👍',
    ].join('\n');
    await bringIn(page);
    await paste(page, message);
    await reads(page, 'Đã cất biên nhận');
    await reads(page, 'Xã đã nhận hết đến ngày');
    // Of the others' receipts there is nothing to say to her.
    assert.equal(await page.getByText('Biên nhận này của người khác').count(), 0);
    await tap(page, 'Đã học ở nơi khác? Nhập mã');
    assert.deepEqual(old.errors, []);
  });

  it('takes in a receipt that a link brought, and leaves nothing of it in the address', async () => {
    const {page} = old;
    const receipt = receiptFor(builtCourse(), await ownCode(page), false);
    await page.evaluate((hash) => (location.hash = hash), receipt);
    await reads(page, 'Đây là mã từ liên kết anh/chị vừa mở');
    await reads(page, 'Đã cất biên nhận');
    await page.waitForURL((url) => url.hash === '');
    assert.deepEqual(old.errors, []);
  });
});

describe('a phone that carries what others learned', () => {
  let server;
  const phones = [];

  before(async () => {
    server = await startServer();
  });
  after(async () => {
    for (const {browser} of phones) await browser.dispose();
    await server?.close();
  });

  it('hands the files of two others on as they came, with what they said of an invitation', async () => {
    for (let index = 0; index < 3; index += 1) phones.push(await offlinePhone(server));
    const [first, second, courier] = phones;
    await study(first.page, 1);
    await study(second.page, 2);
    const files = [await ownFile(first.page), await ownFile(second.page)];
    files[0].text += `\n${claimOf('FEDCBA9876543210')}`;
    const {page} = courier;
    await bringIn(page);
    await chooseFiles(page, ...files);
    await reads(page, 'Đã giữ mã của 2 người khác');
    await tap(page, 'Gửi tiến độ cho Tổ trưởng');
    const carried = await saved(page, 'Lưu tệp chuyển giúp');
    assert.deepEqual(linesOf(carried), files.flatMap(linesOf).sort());
    assert.deepEqual(courier.errors, []);
  });
});

describe('a link with a code in it', () => {
  let server;
  let browser;
  let code;

  before(async () => {
    server = await startServer();
    const phone = await offlinePhone(server);
    await study(phone.page, 1);
    code = await ownCode(phone.page);
    await phone.browser.dispose();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('is taken in on the app, asked about, and gone from the address', async () => {
    const {page, errors} = await openPage(browser.context);
    await page.goto(`${server.url}pwa/#${code}`);
    await reads(page, 'Đây là mã từ liên kết anh/chị vừa mở');
    await reads(page, 'Mã này của chính anh/chị?');
    await screen(page, 'share-from-link');
    await page.waitForURL((url) => url.hash === '');
    await tap(page, 'Đúng, học tiếp từ mã này');
    await reads(page, 'Máy này học tiếp từ mã đó');
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('leads into the app that is open, and to its list of lessons', async () => {
    const {page} = await openPage(browser.context);
    await page.goto(`${server.url}pwa/#/m07-b02`);
    await questionAt(page).waitFor();
    await reads(page, savedSentence);
    await browser.context.setOffline(true);
    await page.evaluate((hash) => (location.hash = hash), code);
    await reads(page, 'Mã này đã nhận trước đây');
    await page.waitForURL((url) => url.hash === '');
    await browser.context.setOffline(false);
    await page.close();
  });

  it('waits in the address as long as the phone has no room for it', async () => {
    const fresh = await openBrowser();
    try {
      const {page} = await openPage(fresh.context);
      await page.goto(`${server.url}pwa/`);
      await courseShown(page);
      await page.getByRole('button', {name: 'Đã học ở nơi khác? Nhập mã'}).waitFor();
      await page.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('', 'QuotaExceededError');
        };
      });
      await page.evaluate((hash) => (location.hash = hash), code);
      await reads(page, 'Chưa nhận được mã');
      assert.equal(new URL(page.url()).hash, `#${code}`);
    } finally {
      await fresh.dispose();
    }
  });

  it('is taken in on the trainer’s page, and gone from the address', async () => {
    const {page, errors} = await openPage(browser.context);
    await page.goto(`${server.url}trainer/#${code}`);
    await reads(page, 'Mã này của ai?');
    await page.waitForURL((url) => url.hash === '');
    assert.deepEqual(errors, []);
    await page.close();
  });
});
