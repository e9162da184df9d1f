import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answer,
  answerOnAndOn,
  answersOf,
  lessonFile,
  readKept,
  streamsOf,
  upTo,
} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';

const times = process.env.KNS_LONG ? 400 : 40;

describe('a learner with the handbook open in two tabs', () => {
  let server;
  let browser;
  let first;
  let second;

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
    first = await openPage(browser.context);
    second = await openPage(browser.context);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  const show = async (lesson) => {
    // At the same moment: on the first visit both find no learner yet.
    await Promise.all(
      [first, second].map(async ({page}) => {
        await page.goto(`${server.url}pwa/#/${lesson}`);
        await questionAt(page).locator('input').first().waitFor();
      }),
    );
  };

  it('loses no answer when both tabs answer the same lesson at once', async () => {
    await show('m05-b02');
    const said = [];
    for (const [index, {page}] of [first, second].entries()) {
      await page.exposeBinding('note', (_source, {step, ...one}) => {
        if (step === 'saved') said.push({tab: index, ...one});
      });
    }
    await Promise.all([answerOnAndOn(first.page, times), answerOnAndOn(second.page, times)]);
    // Both were at work all the while, else nothing was tried here.
    const halves = said.slice(0, times).map(({tab}) => tab);
    assert.ok(halves.includes(0) && halves.includes(1));

    const {records, own} = await readKept(first.page);
    assert.equal(said.length, 2 * times);
    assert.equal(answersOf(records).length, 2 * times);
    assert.deepEqual(streamsOf(records), [upTo(records.length)]);
    assert.deepEqual(
      own.map(({seq}) => seq),
      [records.length],
    );
    assert.deepEqual([...first.errors, ...second.errors], []);
  });

  it('reads the same in both tabs', async () => {
    const {records} = await readKept(first.page);
    const {questions} = lessonFile('m05-b02');
    const right = new Set(
      answersOf(records)
        .filter((one) => one.right)
        .map(({question}) => question),
    );
    assert.ok(right.size > 0);
    for (const {page} of [first, second]) {
      await page
        .locator('kns-lesson')
        .getByText(`Anh/chị đã đúng ${right.size}/${questions.length} câu.`)
        .waitFor({timeout: 3000});
    }
  });

  it('sees the ring of the other tab move when a lesson is finished in this one', async () => {
    await first.page.goto(`${server.url}pwa/#/m07-b02`);
    await second.page.goto(`${server.url}pwa/#/`);
    await courseShown(second.page);
    const ring = second.page.locator('kns-progress').first();
    const words = ring.getByText(/\d+\/\d+ bài/);
    await words.waitFor();
    const done = async () => Number.parseInt(await words.innerText(), 10);
    const before = await done();

    const {questions} = lessonFile('m07-b02');
    await first.page.bringToFront();
    for (const [index, spec] of questions.entries()) {
      assert.equal(await done(), before);
      await answer(questionAt(first.page, index), spec);
    }
    await ring.getByText(new RegExp(`^${before + 1}/\\d+ bài`)).waitFor({timeout: 3000});
    await screen(second.page, 'two-tabs-other-tab');
    await screen(first.page, 'two-tabs-finished');
  });
});
