import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answer,
  answersOf,
  enter,
  lessonFile,
  openLesson,
  readKept,
  streamsOf,
  upTo,
} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen, words} from './harness.mjs';

const saved = 'Đã lưu sẵn để dùng khi không có mạng';
const completed = 'Anh/chị đã hoàn thành bài này.';

const chip = (page) => page.locator('kns-learner button.chip');
const shows = (page, name) => chip(page).getByText(name, {exact: true}).waitFor();
const tap = (page, name) => page.locator('kns-learner').getByRole('button', {name}).last().click();

describe('an evening of Lan and Hùng on one phone, without a network', () => {
  const cash = lessonFile('m05-b01');
  const passwords = lessonFile('m07-b01');
  const faces = lessonFile('m07-b04');
  let server;
  let browser;
  let page;
  let errors;
  let isNewer = false;
  /** Answers given so far, by whoever gave them. */
  const given = {Lan: 0, Hùng: 0};

  before(async () => {
    server = await startServer({
      change: (path, bytes) =>
        path === '/pwa/sw.js' && isNewer
          ? Buffer.concat([bytes, Buffer.from('\n// the next release\n')])
          : undefined,
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  const open = async (address = 'pwa/') => {
    ({page, errors} = await openPage(browser.context));
    await page.goto(server.url + address);
    await courseShown(page);
  };
  const answerFrom = async (who, {questions}, from = 0, to = questions.length) => {
    for (let index = from; index < to; index++) {
      await answer(questionAt(page, index), questions[index]);
      given[who] += 1;
    }
  };
  const toOutline = async () => {
    await page.getByRole('button', {name: 'Danh sách bài học'}).click();
    await page.locator('kns-outline').waitFor();
  };
  const lessonOf = ({title}) =>
    page.locator('kns-outline li').filter({has: page.getByText(title, {exact: true})});
  const call = async (state) => {
    const session = await browser.context.newCDPSession(page);
    await session.send('Page.setWebLifecycleState', {state});
    await session.detach();
  };

  it('begins with Lan, who gives her name; then the network goes', async () => {
    await open();
    await page.getByText(saved).waitFor();
    await chip(page).click();
    await tap(page, 'Đặt tên, chọn hình');
    await page.getByLabel('Tên gọi trong nhà, trong Tổ').fill('Lan');
    await page.getByRole('radio', {name: 'Hoa sen'}).check();
    await tap(page, 'Lưu');
    await shows(page, 'Lan');
    await browser.context.setOffline(true);
  });

  it('lets her learn a whole lesson', async () => {
    await openLesson(page, cash.id);
    await answerFrom('Lan', cash);
    await page.getByText(completed).waitFor();
    await screen(page, 'two-learners-first-lesson', {fullPage: true});
    await toOutline();
    await lessonOf(cash).getByText('Đã hoàn thành').waitFor();
  });

  it('takes her answer as she left it when a call has come in between', async () => {
    await openLesson(page, passwords.id);
    await answerFrom('Lan', passwords, 0, 2);
    const [, , third] = passwords.questions;
    await enter(questionAt(page, 2), third);
    await call('frozen');
    await call('active');
    await questionAt(page, 2).getByRole('button', {name: words.answer, exact: true}).click();
    await questionAt(page, 2).getByText(words.kept).waitFor();
    given.Lan += 1;
    await answerFrom('Lan', passwords, 3);
    await page.getByText(completed).waitFor();
    await toOutline();
  });

  it('hands the phone to Hùng, who finds nothing of hers', async () => {
    await chip(page).click();
    await tap(page, 'Thêm người học');
    await page.getByLabel('Tên gọi trong nhà, trong Tổ').fill('Hùng');
    await page.getByRole('radio', {name: 'Chiếc thuyền'}).check();
    await tap(page, 'Thêm và bắt đầu học');
    await shows(page, 'Hùng');
    await page
      .getByText(/^0\/\d+ bài$/)
      .first()
      .waitFor();
    assert.equal(await page.locator('kns-outline').getByText('Đã hoàn thành').count(), 0);
    await openLesson(page, faces.id);
    await answerFrom('Hùng', faces, 0, 2);
  });

  it('offers the new version when the network is back, and brings Hùng back to where he was', async () => {
    isNewer = true;
    await browser.context.setOffline(false);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await page.getByText('Có bản mới').waitFor();
    await answerFrom('Hùng', faces, 2, 3);
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', {name: 'Cập nhật', exact: true}).click(),
    ]);
    await shows(page, 'Hùng');
    await page.getByRole('button', {name: 'Làm tiếp câu 4'}).waitFor();
    await screen(page, 'two-learners-after-update');
    await browser.context.setOffline(true);
    await answerFrom('Hùng', faces, 3);
    await page.getByText(completed).waitFor();
  });

  it('shows each of them their own lessons when the phone is switched on again', async () => {
    await browser.close();
    browser = await openBrowser({profile: browser.profile, offline: true});
    await open();
    await shows(page, 'Hùng');
    await lessonOf(faces).getByText('Đã hoàn thành').waitFor();
    assert.equal(await page.locator('kns-outline').getByText('Đã hoàn thành').count(), 1);
    await screen(page, 'two-learners-hung', {fullPage: true});
    await chip(page).click();
    await tap(page, 'Lan');
    await shows(page, 'Lan');
    for (const lesson of [cash, passwords]) {
      await lessonOf(lesson).getByText('Đã hoàn thành').waitFor();
    }
    assert.equal(await page.locator('kns-outline').getByText('Đã hoàn thành').count(), 2);
    await screen(page, 'two-learners-lan', {fullPage: true});
  });

  it('has kept every answer once', async () => {
    const {records} = await readKept(page);
    const learners = [...new Set(records.map(({learner}) => learner))];
    const byLearner = learners.map((one) => records.filter(({learner}) => learner === one));
    const counts = byLearner.map((own) => answersOf(own).length).sort((a, b) => a - b);
    assert.deepEqual(
      counts,
      Object.values(given).sort((a, b) => a - b),
    );
    for (const own of byLearner) assert.deepEqual(streamsOf(own), [upTo(own.length)]);
    // What a browser says of a network that is away is no fault.
    assert.deepEqual(
      errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED')),
      [],
    );
  });
});
