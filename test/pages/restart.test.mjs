import assert from 'node:assert/strict';
import {
  appendFileSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answer,
  answersOf,
  lessonFile,
  press,
  readKept,
  secondCopyKnows,
  streamsOf,
  upTo,
} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';
import {shownText} from './shown-text.mjs';

const lost = 'Dữ liệu trên máy này đã bị xóa';
const restore = 'Lấy lại từ bản lưu dự phòng';

describe('a phone that lost what was kept in the browser', () => {
  let server;
  let browser;
  let page;
  let first;

  before(async () => {
    first = lessonFile('m05-b02');
    server = await startServer();
  });
  after(() => server?.close());

  /** One lesson is finished, the browser is closed, and the second copy has been written. */
  beforeEach(async () => {
    browser = await openBrowser({permissions: ['clipboard-read', 'clipboard-write']});
    ({page} = await openPage(browser.context));
    await page.goto(`${server.url}pwa/#/m05-b02`);
    for (const [index, spec] of first.questions.entries()) {
      await answer(questionAt(page, index), spec);
    }
    await page.getByText('Anh/chị đã hoàn thành bài này.').waitFor();
    await secondCopyKnows(page, (await readKept(page)).records.length);
  });
  afterEach(() => browser?.dispose());

  /** The folders in which the profile keeps the databases of our origin: the first, and its twin in a bucket. */
  const databaseFolders = () => {
    const profile = join(browser.profile, 'Default');
    return readdirSync(profile, {recursive: true})
      .filter((path) => /IndexedDB.[^/\\]*\.leveldb$/.test(path))
      .sort()
      .map((path) => join(profile, path));
  };
  const logOf = (folder) => {
    const name = readdirSync(folder).find((one) => one.endsWith('.log'));
    return join(folder, name);
  };
  /** Closes the browser, does something to the files of both databases, opens it again at the handbook. */
  const damaged = async (damage, {first: firstAlone = false} = {}) => {
    await browser.close();
    const folders = databaseFolders();
    assert.equal(folders.length, 2);
    for (const folder of firstAlone ? folders.slice(0, 1) : folders) damage(folder);
    browser = await openBrowser({
      profile: browser.profile,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    ({page} = await openPage(browser.context));
    await page.goto(`${server.url}pwa/`);
  };
  const forget = (folder) => rmSync(folder, {recursive: true});
  const garble = (folder) => {
    const bytes = readFileSync(logOf(folder));
    bytes.fill(0x5a, 0, bytes.length >> 1);
    writeFileSync(logOf(folder), bytes);
  };
  const cut = (folder) => {
    const log = logOf(folder);
    truncateSync(log, readFileSync(log).length >> 1);
  };
  const unopenable = (folder) => {
    for (const name of readdirSync(folder)) {
      if (name.startsWith('MANIFEST')) rmSync(join(folder, name));
    }
  };
  const headless = (folder) => rmSync(join(folder, 'CURRENT'));
  const showsGuard = async () => {
    await page.getByRole('heading', {name: lost}).waitFor();
    const text = await shownText(page.locator('kns-course'));
    assert.doesNotMatch(text, /0\/\d+ bài|0 %|Chưa học/);
  };
  /** Waits until the list counts so many lessons as done, of however many the course has. */
  const counts = (done) =>
    page
      .getByText(new RegExp(String.raw`^${done}/\d+ bài$`))
      .first()
      .waitFor();
  const isDone = () => counts(1);

  for (const [how, damage] of [
    ['was deleted', forget],
    ['came back garbled', garble],
  ]) {
    it(`says so when the database ${how}, and gets the lesson back from the second copy`, async () => {
      await damaged(damage);
      await showsGuard();
      await screen(page, `restart-guard-${damage.name}`);
      await page.getByRole('button', {name: restore}).click();
      await isDone();
      await page.reload();
      await isDone();
      assert.equal(await page.getByText(lost).count(), 0);

      await page.goto(`${server.url}pwa/#/m07-b02`);
      await answer(questionAt(page, 0), lessonFile('m07-b02').questions[0]);
      const {records} = await readKept(page);
      for (const numbers of streamsOf(records)) assert.deepEqual(numbers, upTo(numbers.length));
      await page.goto(`${server.url}pwa/#/`);
      await isDone();
    });
  }

  for (const [how, damage] of [
    ['was deleted', forget],
    ['came back garbled', garble],
    ['is shorter than it was', cut],
    ['has lost the file that names the others', headless],
    ['cannot be opened', unopenable],
  ]) {
    it(`finds every answer again when the first database ${how} and its twin did not`, async () => {
      const before = answersOf((await readKept(page)).records);
      await damaged(damage, {first: true});
      await isDone();
      assert.equal(await page.getByText(lost).count(), 0);
      await page.goto(`${server.url}pwa/#/m05-b02`);
      const question = questionAt(page, 0);
      await question.getByText('Đã làm đúng').waitFor();
      if (damage === unopenable) return;
      await answer(question, first.questions[0]);
      await question.getByRole('button', {name: 'Các lần đã làm'}).click();
      await question.locator('.history li').nth(1).waitFor();

      await page.goto(`${server.url}pwa/#/m07-b02`);
      await answer(questionAt(page, 0), lessonFile('m07-b02').questions[0]);
      const {records} = await readKept(page);
      assert.equal(answersOf(records).length, before.length + 2);
      // A number that was given away is not given again: the device goes on under another name.
      for (const numbers of streamsOf(records)) assert.deepEqual(numbers, upTo(numbers.length));
      await page.reload();
      await questionAt(page, 0).getByText('Đã làm đúng').waitFor();
    });
  }

  it('loses nothing when an end in the middle of a write ruined the log for the opening after the next', async () => {
    const bytesOf = () => readFileSync(logOf(databaseFolders()[0]));
    const {length} = bytesOf();
    // What Chromium leaves when it is ended between the head of an entry and the entry: the head alone.
    await damaged((folder) => appendFileSync(logOf(folder), bytesOf().subarray(0, 7)), {
      first: true,
    });
    await isDone();
    await page.goto(`${server.url}pwa/#/m07-b02`);
    const [question] = lessonFile('m07-b02').questions;
    await answer(questionAt(page, 0), question);
    assert.ok(bytesOf().length > length + 7, 'Chromium wrote to another log: the fault is mended.');

    await damaged(() => {});
    await isDone();
    await page.goto(`${server.url}pwa/#/m07-b02`);
    await questionAt(page, 0).getByText('Đã làm đúng').waitFor();
    const {records} = await readKept(page);
    assert.equal(answersOf(records).length, first.questions.length + 1);
  });

  it('loses nothing when both databases have lost the file that names the others, which the browser makes anew', async () => {
    const before = answersOf((await readKept(page)).records);
    await damaged(headless);
    await isDone();
    assert.equal(await page.getByText(lost).count(), 0);
    assert.deepEqual(answersOf((await readKept(page)).records), before);
  });

  it('has in the second copy also what was answered just before the page was left', async () => {
    await page.goto(`${server.url}pwa/#/m07-b02`);
    await answer(questionAt(page, 0), lessonFile('m07-b02').questions[0]);
    const {length} = (await readKept(page)).records;
    await page.goto(server.url);
    await secondCopyKnows(page, length);
  });

  it('may begin anew, and is not asked again', async () => {
    await damaged(forget);
    await showsGuard();
    await page.getByRole('button', {name: 'Học lại từ đầu'}).click();
    await page.getByRole('button', {name: 'Bấm lần nữa'}).click();
    await counts(0);
    await page.reload();
    await counts(0);
    assert.equal(await page.getByText(lost).count(), 0);
  });

  it('may paste the code that was sent to the trainer before', async () => {
    await page.goto(`${server.url}pwa/#/m05-b02`);
    await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).first().click();
    const code = await page.getByLabel('Mã tiến độ của anh/chị').inputValue();
    await damaged(forget);
    await showsGuard();
    await page.getByLabel('Dán mã tiến độ vào đây').fill(`Hôm trước em gửi: ${code} ạ`);
    await page.getByRole('button', {name: 'Nhận mã'}).click();
    await isDone();
    await page.reload();
    await isDone();
  });

  it('has every lesson it was shown as finished when the end of the database is missing', async () => {
    await damaged(cut);
    await courseShown(page).catch(() => {});
    if (await page.getByRole('button', {name: restore}).isVisible()) {
      // So much was cut that nothing is left: the guard stands.
      await page.getByRole('button', {name: restore}).click();
    }
    await isDone();
    await screen(page, 'restart-rolled-back');
    await page.goto(`${server.url}pwa/#/m07-b02`);
    await answer(questionAt(page, 0), lessonFile('m07-b02').questions[0]);
    const {records} = await readKept(page);
    const ids = new Set(records.map(({id}) => id));
    assert.equal(ids.size, records.length);
    // What is written now does not count on under the old name.
    const last = answersOf(records).find(({lesson}) => lesson === 'm07-b02');
    assert.equal(
      records.filter(({device, seq}) => device === last.device && seq === last.seq).length,
      1,
    );
  });

  it('goes on with what the second copy knows when the database cannot be opened', async () => {
    await damaged(unopenable);
    await page.getByText('Ngăn lưu trên máy đang trục trặc').waitFor();
    await isDone();
    await screen(page, 'restart-broken');
    await page.goto(`${server.url}pwa/#/m07-b02`);
    const question = questionAt(page, 0);
    await press(question, lessonFile('m07-b02').questions[0]);
    await question.getByText('Đúng rồi.').waitFor();
    assert.equal(await question.getByText('Đã lưu trên máy này').count(), 0);
    await question.getByText(/giữ tạm|đóng trang là mất/).waitFor();
    await screen(page, 'restart-broken-answer');
    await page.reload();
    await questionAt(page, 0).getByText('Đã làm đúng').waitFor();
  });
});
