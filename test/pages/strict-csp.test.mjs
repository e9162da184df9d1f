import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answerQuestion,
  openBrowser,
  openFirstLesson,
  openPage,
  questionAt,
  screen,
} from './harness.mjs';

describe('a portal with the strictest policy', () => {
  let server;
  let browser;

  before(async () => {
    server = await startServer();
    browser = await openBrowser({viewport: {width: 1280, height: 800}});
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('sends its policy as a header and holds one script and one tag', async () => {
    const response = await fetch(`${server.url}portal/strict-csp.html`);
    assert.equal(
      response.headers.get('content-security-policy'),
      "default-src 'self'; require-trusted-types-for 'script'",
    );
    const html = await response.text();
    assert.equal(html.match(/<script/g).length, 1);
    assert.equal(html.match(/<kns-/g).length, 1);
  });

  it('shows the first question and keeps an answer, without one violation', async () => {
    const {page, errors, violations} = await openPage(browser.context);
    await page.goto(`${server.url}portal/strict-csp.html`);
    await openFirstLesson(page);
    await screen(page, 'portal-strict-csp');
    await answerQuestion(questionAt(page));
    assert.deepEqual(await violations(), []);
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('finds the answer again after the page was loaded anew', async () => {
    const {page} = await openPage(browser.context);
    await page.goto(`${server.url}portal/strict-csp.html`);
    await openFirstLesson(page);
    const question = questionAt(page);
    await answerQuestion(question);
    await question.getByText('Các lần đã làm').click();
    // The one before the reload, and the one just given.
    await question
      .getByText(/\d\d\/\d\d\/\d{4}/)
      .nth(1)
      .waitFor();
    await page.close();
  });

  it('asks only its own origin, and nothing beyond the script and the course', async () => {
    const {page} = await openPage(browser.context);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.url}portal/strict-csp.html`);
    await openFirstLesson(page);
    await answerQuestion(questionAt(page));
    const strange = asked.filter(
      (url) => !/\/(portal|cdn|courses|pwa\/icons)\//.test(url) || !url.startsWith(server.url),
    );
    assert.deepEqual(strange, []);
    await page.close();
  });
});
