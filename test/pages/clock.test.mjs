import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, answersOf, lessonFile, readKept, streamsOf, upTo} from './answering.mjs';
import {factsSite} from './facts-site.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';
import {shownText} from './shown-text.mjs';

const id = 'm05-b02';
const {questions, title} = lessonFile(id);
const years = 365.25 * 24 * 3600 * 1000;
const now = Date.now();

/** A phone whose clock is so many years from the truth, and runs on from there. */
async function openAt(context, offset) {
  const opened = await openPage(context);
  await opened.page.clock.install({time: now + offset * years});
  await opened.page.clock.resume();
  return opened;
}

describe('a phone whose clock is ten years off', () => {
  let server;
  let browser;
  before(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  const open = async (page) => {
    await courseShown(page);
    await page.getByRole('button', {name: title}).last().click();
    await questionAt(page).locator('input').first().waitFor();
  };
  const steps = [
    [10, 'ahead'],
    [-10, 'behind'],
    [0, 'off no more'],
  ];
  for (const [index, [offset, how]] of steps.entries()) {
    it(`keeps an answer in its place with a clock ten years ${how}`, async () => {
      const {page, errors} = await openAt(browser.context, offset);
      await page.goto(`${server.url}portal/strict-csp.html`);
      await open(page);
      const shown = new Date(now + offset * years).getFullYear();
      assert.equal(await page.evaluate(() => new Date().getFullYear()), shown);
      await answer(questionAt(page, 0), questions[0], index !== 1);
      const {records, own} = await readKept(page);
      assert.deepEqual(streamsOf(records), [upTo(records.length)]);
      assert.deepEqual(
        own.map(({seq}) => seq),
        [records.length],
      );
      const given = answersOf(records).sort((a, b) => a.seq - b.seq);
      assert.deepEqual(
        given.map(({attempt}) => attempt),
        upTo(index + 1),
      );
      // Stamped by the phone itself: before the release, or before its own last record.
      assert.equal(given.at(-1).clock, offset < 0 ? 'behind' : 'ok');

      // In the order they were given, each with the day its phone believed in.
      await questionAt(page, 0).getByText('Các lần đã làm').click();
      const lines = questionAt(page, 0).locator('.history li');
      await lines.nth(index).waitFor();
      const days = (await lines.allInnerTexts()).map((line) => /\d\d\/\d\d\/(\d{4})/.exec(line)[1]);
      assert.deepEqual(
        days.map(Number),
        steps.slice(0, index + 1).map(([years_]) => new Date(now + years_ * years).getFullYear()),
      );
      await questionAt(page, 0).scrollIntoViewIfNeeded();
      await screen(page, `clock-${how.replaceAll(' ', '-')}`);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }

  describe('and a fact that was verified in 2026, for four years', () => {
    const value = 'chuyển trên 7 triệu đồng';
    const fallback = 'giao dịch giá trị lớn theo quy định ngân hàng';
    let pages;
    let later;
    const publish = (more) => pages.publish('nguong_sinh_trac', {VN: value}, more);
    const reads = async (offset, words, other) => {
      const {page} = await openAt(browser.context, offset);
      await page.goto(`${later.url}portal/strict-csp.html`);
      await open(page);
      // The country's facts may still be on their way.
      await page.waitForLoadState('networkidle');
      await page.getByText(words).waitFor();
      const text = await shownText(page.locator('kns-lesson'));
      assert.ok(!text.includes(other));
      assert.doesNotMatch(text, /\{\{|undefined|NaN|Invalid/);
      await page.close();
    };

    before(async () => {
      pages = factsSite();
      publish();
      later = await startServer({root: pages.folder});
    });
    after(async () => {
      await later?.close();
      pages?.remove();
    });

    it('is read as it stands when the clock is right, or lags', async () => {
      await reads(0, value, fallback);
      await reads(-10, value, fallback);
    });

    it('is read by its safe words when the clock runs ahead', () => reads(10, fallback, value));

    it('is not young again on a lagging clock when the course was built after its day', async () => {
      publish({builtOn: '2031-01-01'});
      await reads(0, fallback, value);
    });
  });

  for (const [offset, how] of steps) {
    it(`finishes a lesson and hands over a code that another phone takes, with a clock ten years ${how}`, async () => {
      const {page, errors} = await openAt(browser.context, offset);
      await page.goto(`${server.url}portal/strict-csp.html`);
      await open(page);
      for (const [index, spec] of questions.entries()) {
        if ((await questionAt(page, index).getByText('Đã làm đúng').count()) > 0) continue;
        await answer(questionAt(page, index), spec);
      }
      await page.getByText('Anh/chị đã hoàn thành bài này.').waitFor();
      await page.getByRole('button', {name: 'Danh sách bài học'}).first().click();
      await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
      const code = await page.getByLabel('Mã tiến độ của anh/chị').inputValue();
      assert.match(code, /^KNS1\./);
      assert.deepEqual(errors, []);
      await page.close();

      const other = await openBrowser();
      try {
        const there = await openPage(other.context);
        await there.page.goto(`${server.url}portal/strict-csp.html`);
        await courseShown(there.page);
        await there.page.getByRole('button', {name: 'Đã học ở nơi khác? Nhập mã'}).click();
        await there.page.getByLabel('Dán mã tiến độ vào đây').fill(code);
        await there.page.getByRole('button', {name: 'Nhận mã'}).click();
        await there.page.getByRole('button', {name: 'Đúng, học tiếp từ mã này'}).click();
        await there.page
          .locator('kns-progress')
          .getByText(/^1\/\d+ bài/)
          .first()
          .waitFor();
        assert.deepEqual(there.errors, []);
      } finally {
        await other.dispose();
      }
      // The next clock finishes the lesson on a phone of its own.
      await browser.dispose();
      browser = await openBrowser();
    });
  }
});
