import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, answersOf, lessonFile, openLesson, readKept} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen, words} from './harness.mjs';
import {focused} from './keyboard.mjs';

const address = 'portal/legacy.html';

/** What a reader sees of an element: the look that a page's rules could reach. */
const looks = (element) => {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    font: style.font,
    color: style.color,
    letterSpacing: style.letterSpacing,
    wordSpacing: style.wordSpacing,
    textAlign: style.textAlign,
    textTransform: style.textTransform,
    textIndent: style.textIndent,
    textShadow: style.textShadow,
    whiteSpace: style.whiteSpace,
    background: style.backgroundColor,
    border: style.borderTopWidth,
    radius: style.borderTopLeftRadius,
    padding: style.paddingLeft,
    float: style.float,
    visibility: style.visibility,
    cursor: style.cursor,
    height: box.height,
  };
};

describe('an old portal in quirks mode, laid out with tables, inside one big form', () => {
  let server;
  let browser;
  let page;
  let errors;
  let violations;
  const posted = [];

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
    ({page, errors, violations} = await openPage(browser.context));
    page.on('request', (request) => {
      if (request.method() === 'POST') posted.push(request.url());
    });
    await page.goto(server.url + address);
    await courseShown(page);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('is as hostile as it says: quirks mode, a form around the handbook, Enter posts back', async () => {
    assert.equal(await page.evaluate(() => document.compatMode), 'BackCompat');
    assert.ok(await page.evaluate(() => document.querySelector('kns-course').closest('form')));
    await Promise.all([page.waitForEvent('load'), page.locator('#txtTim').press('Enter')]);
    assert.equal(posted.length, 1);
    // A key on the page itself, outside any field, posts as well.
    await courseShown(page);
    await page.evaluate(() => document.querySelector('#btnTim').blur());
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    assert.equal(posted.length, 2);
    posted.length = 0;
    await courseShown(page);
  });

  it('finds its own look unchanged by the handbook, and leaves the look of the handbook alone', async () => {
    await openLesson(page, 'm05-b02');
    await screen(page, 'portal-legacy-lesson');
    await questionAt(page).scrollIntoViewIfNeeded();
    await screen(page, 'portal-legacy-question');

    const calm = await openPage(browser.context);
    await calm.page.goto(`${server.url}portal/strict-csp.html`);
    await openLesson(calm.page, 'm05-b02');
    // The frame around is another, and so is the width: the same is asked of both.
    for (const opened of [page, calm.page]) {
      await opened.evaluate(() => {
        const course = document.querySelector('kns-course');
        course.style.width = '340px';
        document.body.replaceChildren(course);
      });
    }
    const parts = [
      ['the paper', 'kns-course .book'],
      ['the lesson', 'kns-lesson'],
      ['a title', 'kns-lesson h2'],
      ['a paragraph', 'kns-lesson section p'],
      ['a question', 'kns-question'],
      ['an option', 'kns-question label.option'],
      ['a box to tick', 'kns-question input'],
      ['a button', 'kns-question .row button'],
      ['an icon', 'kns-lesson nav .icon'],
    ];
    for (const [what, selector] of parts) {
      const [here, there] = await Promise.all(
        [page, calm.page].map((opened) => opened.locator(selector).first().evaluate(looks)),
      );
      assert.deepEqual(here, there, what);
    }
    await calm.page.close();
    await page.goto(server.url + address);
    await courseShown(page);
    const bare = await browser.context.newPage();
    await bare.route('**/kynangso.iife.js', (route) => route.abort());
    await bare.goto(server.url + address);
    for (const selector of ['.bandau', '.thucdon a', '#txtTim', '#btnTim', '#hoc h1', '#hoc p']) {
      const [here, there] = await Promise.all(
        [page, bare].map((opened) => opened.locator(selector).first().evaluate(looks)),
      );
      assert.deepEqual(here, there, selector);
    }
    await bare.close();
  });

  it('never posts back while a lesson is opened and a question answered by Enter, Space and arrows', async () => {
    await page.goto(server.url + address);
    await courseShown(page);
    const first = lessonFile('m05-b02');
    await page.getByRole('button', {name: first.title}).last().focus();
    await page.keyboard.press('Enter');
    await questionAt(page).locator('input').first().waitFor();
    const spec = first.questions.findIndex(({type}) => type === 'choice');
    const question = questionAt(page, spec);
    await question.locator('input').first().focus();
    await page.keyboard.press('Space');
    assert.deepEqual(
      await question.locator('input').evaluateAll((all) => all.map(({checked}) => checked)),
      first.questions[spec].options.map((_, index) => index === 0),
    );
    await page.keyboard.press('ArrowDown');
    assert.ok(await question.locator('input').nth(1).isChecked());
    assert.equal(await page.locator('.thucdon .chon').count(), 0, 'the menu did not move');
    await page.keyboard.press('Enter');
    await question.getByText(words.kept).waitFor();
    // The button that stands where the input stood has the focus; Enter on it asks anew.
    assert.match((await focused(page)).text, /Làm lại/);
    await page.keyboard.press('Enter');
    await question.locator('input').first().waitFor();
    await question.locator('input').first().focus();
    await page.keyboard.press('Space');
    await question.getByRole('button', {name: words.answer}).focus();
    await page.keyboard.press('Space');
    await question.getByText(words.kept).waitFor();
    assert.deepEqual(posted, []);
  });

  it('lets a pasted code be typed at and taken, with Enter and Backspace', async () => {
    await page.getByRole('button', {name: 'Danh sách bài học'}).click();
    const share = page.locator('kns-share');
    await share.getByRole('button', {name: 'Đã học ở nơi khác? Nhập mã'}).click();
    const field = share.getByLabel('Dán mã tiến độ vào đây');
    await field.focus();
    await page.keyboard.type('KNS1.ABX');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await page.keyboard.type('chào');
    assert.equal(await field.inputValue(), 'KNS1.AB\nchào');
    await share.getByRole('button', {name: 'Nhận mã'}).focus();
    await page.keyboard.press('Enter');
    await share
      .getByText(/mã bị|Chưa thấy mã nào/)
      .first()
      .waitFor();
    assert.deepEqual(posted, []);
  });

  it('keeps what was answered when its own search posts the page back', async () => {
    const before = answersOf((await readKept(page)).records).length;
    assert.equal(before, 2);
    await Promise.all([page.waitForEvent('load'), page.locator('#btnTim').click()]);
    await openLesson(page, 'm05-b02');
    const {questions} = lessonFile('m05-b02');
    await answer(questionAt(page, 0), questions[0]);
    assert.equal(answersOf((await readKept(page)).records).length, before + 1);
  });

  it('sees no error and no violation of its policy', async () => {
    assert.deepEqual(await violations(), []);
    assert.deepEqual(errors, []);
  });
});
