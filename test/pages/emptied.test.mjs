import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answer,
  answersOf,
  enter,
  lessonFile,
  press,
  readKept,
  secondCopyKnows,
  streamsOf,
  upTo,
} from './answering.mjs';
import {openBrowser, openPage, questionAt, screen, words} from './harness.mjs';
import {shownText} from './shown-text.mjs';

const lost = 'Dữ liệu trên máy này đã bị xóa';
const restore = 'Lấy lại từ bản lưu dự phòng';

describe('a learner whose browser empties the database under the open lesson', () => {
  const {questions} = lessonFile('m05-b02');
  let server;
  let browser;
  let opened;
  let page;
  let clear;

  before(async () => (server = await startServer()));
  after(() => server?.close());

  /** Two questions are answered, and the second copy knows of them. */
  beforeEach(async () => {
    browser = await openBrowser();
    opened = await openPage(browser.context);
    page = opened.page;
    await page.goto(`${server.url}pwa/#/m05-b02`);
    for (const index of [0, 1]) await answer(questionAt(page, index), questions[index]);
    await secondCopyKnows(page, (await readKept(page)).records.length);
    // Whatever is still kept for later would notice the loss before the learner does.
    await page.getByText('Đã lưu sẵn để dùng khi không có mạng').waitFor();
    const session = await browser.context.newCDPSession(page);
    const {origin} = new URL(server.url);
    clear = (storageTypes) => session.send('Storage.clearDataForOrigin', {origin, storageTypes});
  });
  afterEach(() => browser?.dispose());

  const showsGuard = async () => {
    await page.getByRole('heading', {name: lost}).waitFor();
    assert.doesNotMatch(await shownText(page.locator('kns-course')), /0\/\d+ bài|0 %|Chưa học/);
  };

  /** Right answers the learner finds again in the lesson, by their index. */
  const showsRight = async (...indexes) => {
    for (const index of indexes) await questionAt(page, index).getByText('Đã làm đúng').waitFor();
  };

  it('is told at the next answer, gets everything back, and finds that answer kept once', async () => {
    await clear('indexeddb');
    await press(questionAt(page, 2), questions[2]);
    await showsGuard();
    await screen(page, 'emptied-guard');
    const mid = answersOf((await readKept(page)).records).map(({question}) => question);
    assert.deepEqual(mid, [questions[2].id]);

    await page.getByRole('button', {name: restore}).click();
    await showsRight(0, 1, 2);
    await page.getByText(`Anh/chị đã đúng 3/${questions.length} câu.`).waitFor();
    await screen(page, 'emptied-restored');
    await page.reload();
    await showsRight(0, 1, 2);
    const {records} = await readKept(page);
    assert.deepEqual(streamsOf(records), [upTo(records.length)]);
    assert.deepEqual(opened.errors, []);
    assert.deepEqual(await opened.violations(), []);
  });

  it('loses nothing when it happens while an answer is being kept', async () => {
    const guard = page.getByRole('heading', {name: lost});
    const question = questionAt(page, 2);
    const kept = question.getByText(words.kept);
    await enter(question, questions[2]);
    // Where the loss is noticed first the guard stands where the button stood, and nothing is to be pressed any more.
    const button = await question
      .getByRole('button', {name: words.answer, exact: true})
      .elementHandle();
    await Promise.all([button.evaluate((found) => found.click()), clear('indexeddb')]);
    // Either the answer came first and went with the rest, to come back from the second copy,
    // or it came after and stands in the new database; what was said to be kept may be missing in neither.
    // Or the browser forgot that it was asked for a new one, for which ten seconds are waited, and that is said.
    const held = question.getByText('Đang giữ tạm, chưa vào sổ');
    const unsaved = question.getByText('Chưa lưu được câu trả lời');
    await guard.or(kept).or(held).or(unsaved).first().waitFor({timeout: 30_000});
    const isPromised = (await kept.isVisible()) || (await held.isVisible());
    if (!(await guard.isVisible())) await page.reload();
    await showsGuard();
    await page.getByRole('button', {name: restore}).click();
    await showsRight(0, 1);
    // What was on its way when the guard came may have arrived, or met it; the page opened anew knows which.
    await page.reload();
    await showsRight(0, 1);
    if (isPromised) await showsRight(2);
    else if (!(await question.getByText('Đã làm đúng').isVisible())) {
      await answer(question, questions[2]);
    }
    assert.deepEqual(opened.errors, []);
  });

  it('is told also when it happens between two things that are being written, and neither is waited for without end', async () => {
    await page.evaluate(() => {
      const store = globalThis[Symbol.for('kynangso/page/1')];
      const write = async () => {
        const {key} = await store.currentLearner();
        let told = false;
        store.watchState((state) => (told ||= state === 'lost'));
        for (let count = 1; !told; count += 1) {
          // Where the browser forgot that it was asked for a new database that is told after ten seconds; then it is asked again.
          await store.nameLearner(key, `Lan ${count}`).catch(() => undefined);
        }
        document.title = 'told';
      };
      void write();
    });
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
    await clear('indexeddb');
    // Ten seconds each time the browser forgets, and on a busy machine it may forget more than once.
    await page.waitForFunction(() => document.title === 'told', undefined, {timeout: 60_000});
    await showsGuard();
  });

  it('is told also when the page comes back from the background, before anything is answered', async () => {
    await clear('indexeddb');
    const other = await browser.context.newPage();
    await other.goto('about:blank');
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await showsGuard();
    await page.getByRole('button', {name: restore}).click();
    await showsRight(0, 1);
  });

  it('reads the truth when the second copy was cleared as well, and goes on with a code sent before', async () => {
    await page.getByRole('button', {name: 'Danh sách bài học'}).first().click();
    await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
    const code = await page.getByLabel('Mã tiến độ của anh/chị').inputValue();
    await page.goto(`${server.url}pwa/#/m05-b02`);
    await questionAt(page, 2).locator('input').first().waitFor();
    // Whoever still reads would notice the loss before the learner does.
    await showsRight(0, 1);
    await clear('all');
    await press(questionAt(page, 2), questions[2]);
    await showsGuard();
    await page.getByRole('button', {name: restore}).click();
    await page.getByText('Bản dự phòng cũng không còn').waitFor();
    assert.equal(await page.getByRole('button', {name: restore}).count(), 0);
    await screen(page, 'emptied-all');
    await page.getByLabel('Dán mã tiến độ vào đây').fill(code);
    await page.getByRole('button', {name: 'Nhận mã'}).click();
    await showsRight(0, 1);
    await page.reload();
    await showsRight(0, 1);
    assert.deepEqual(opened.errors, []);
  });

  it('finds the code of a link laid before the ways back, and goes on from it', async () => {
    await page.getByRole('button', {name: 'Danh sách bài học'}).first().click();
    await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
    const code = await page.getByLabel('Mã tiến độ của anh/chị').inputValue();
    await page.goto(`${server.url}pwa/#/m05-b02`);
    await questionAt(page, 2).locator('input').first().waitFor();
    // Whoever still reads would notice the loss before the learner does.
    await showsRight(0, 1);
    await clear('indexeddb');
    await press(questionAt(page, 2), questions[2]);
    await showsGuard();
    await page.evaluate((hash) => (location.hash = hash), code);
    const field = page.getByLabel('Dán mã tiến độ vào đây');
    await page.waitForFunction(
      (laid) =>
        document.querySelector('kns-course').shadowRoot.querySelector('#pasted').value === laid,
      code,
    );
    assert.equal(await field.inputValue(), code);
    await page.getByRole('button', {name: 'Nhận mã'}).click();
    await page.getByRole('heading', {name: lost}).waitFor({state: 'detached'});
    await page.goto(`${server.url}pwa/#/m05-b02`);
    await showsRight(0, 1, 2);
    assert.deepEqual(opened.errors, []);
  });
});
