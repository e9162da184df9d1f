import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {courseShown, openBrowser, openPage, root, screen} from './harness.mjs';
import {brief, briefLength, builtCourse, released, short, study} from './stage/course.mjs';

const {source: axe} = createRequire(import.meta.url)('axe-core');

/** By a constructed sheet, for a strict policy lets nothing else in. */
function enlarge() {
  const size = parseFloat(getComputedStyle(document.body).fontSize);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`body { font-size: ${size * 2}px !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const audit = async () => {
  const {violations} = await globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    resultTypes: ['violations'],
  });
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.flat())}`);
};

/** What has the focus, through all shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return {
      tag: element?.localName ?? '',
      words: (element?.closest('label') ?? element)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    };
  });

async function tabTo(page, words) {
  for (let presses = 0; presses < 60; presses++) {
    const now = await focused(page);
    if (now.words === words) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`“${words}” was never reached by Tab`);
}

describe('the self-assessment', () => {
  let server;
  let browser;
  let page;
  let errors;

  const card = () => page.locator('kns-self-assessment');
  const press = (name) => card().getByRole('button', {name, exact: true}).click();
  const choose = (statement, step) =>
    card().locator('fieldset').nth(statement).getByText(step, {exact: true}).click();
  const chip = () => page.locator('kns-learner button.chip');
  const tap = (name) => page.locator('kns-learner').getByRole('button', {name}).last().click();

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
    await released(browser, brief, short(1));
    ({page, errors} = await openPage(browser.context));
    await page.goto(`${server.url}pwa/`);
    await courseShown(page);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('can be filled in by keyboard alone, and leads the focus to what was noted', async () => {
    await card().getByText('anh/chị tự thấy mình ở đâu?').waitFor();
    await tabTo(page, 'Tự đánh giá');
    await page.keyboard.press('Enter');
    await card().getByText('Tự đánh giá trước khi học').waitFor();
    await page.waitForFunction(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.localName === 'h3';
    });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    assert.equal((await focused(page)).words, 'Làm được khi có người kèm');
    await tabTo(page, 'Lưu lại');
    await page.keyboard.press('Enter');
    await card().getByText('Đã ghi phần tự đánh giá.').waitFor();
    await page.waitForFunction(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.className === 'noted';
    });
  });

  it('is there again after the page was closed, and can be changed', async () => {
    await page.reload();
    await card().getByText('Đã ghi phần tự đánh giá.').waitFor();
    await press('Sửa lại');
    const picked = card().locator('label.chosen');
    assert.equal((await picked.textContent()).trim(), 'Làm được khi có người kèm');
    await choose(3, 'Chưa làm được');
    await press('Lưu lại');
    await card().getByText('Đã ghi phần tự đánh giá.').waitFor();
  });

  it('stands in what a learner can read about themselves in the words of its statement', async () => {
    const {file} = builtCourse().selfAssessment;
    const published = join(root, 'dist/demo/courses/so-tay-ky-nang-so', file);
    const {statements} = JSON.parse(readFileSync(published, 'utf8'));
    await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
    await page.getByRole('button', {name: 'Mọi điều máy này biết về tôi'}).click();
    const about = page.locator('kns-share .about');
    await about.getByText(`${statements[3].text}: Chưa làm được`).waitFor();
    await about.getByText(`${statements[0].text}: Làm được khi có người kèm`).first().waitFor();
    await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
  });

  it('is nobody else’s: whoever comes next is asked for themselves', async () => {
    await chip().click();
    await tap('Thêm người học');
    await page.getByLabel('Tên gọi trong nhà, trong Tổ').fill('Hùng');
    await tap('Thêm và bắt đầu học');
    await chip().getByText('Hùng', {exact: true}).waitFor();
    await page.keyboard.press('Escape');
    await card().getByText('anh/chị tự thấy mình ở đâu?').waitFor();
  });

  it('put off is not asked again on this page, and offered at the next visit', async () => {
    await press('Để sau');
    await page.locator('kns-self-assessment[hidden]').waitFor({state: 'attached'});
    await page.reload();
    await card().getByText('anh/chị tự thấy mình ở đâu?').waitFor();
  });

  it('shows before and now to who has learned, at 320 px with text at 200 % as well', async () => {
    await press('Tự đánh giá');
    await choose(0, 'Chưa làm được');
    await press('Lưu lại');
    await card().getByText('Đã ghi phần tự đánh giá.').waitFor();
    await page.locator('kns-outline').getByRole('button', {name: 'Bắt đầu học'}).click();
    await study(page, Array(briefLength()).fill(true));
    await page.getByRole('button', {name: 'Danh sách bài học'}).click();
    await card().getByText('thấy mình khác chưa?').waitFor();
    await press('Tự đánh giá');
    await page.setViewportSize({width: 320, height: 740});
    await page.evaluate(enlarge);
    await page.evaluate(axe);
    const holds = async (name) => {
      await screen(page, `self-assessment-${name}`, {fullPage: true});
      assert.deepEqual(await page.evaluate(audit), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
    };
    await card().getByText('Tự đánh giá sau khi học').waitFor();
    await holds('asking');
    await choose(0, 'Tự làm được');
    await press('Lưu lại');
    const skill = card().locator('.compared > li').first();
    await skill.waitFor();
    await holds('compared');
    const sides = await skill.locator('dd').allInnerTexts();
    assert.deepEqual(
      sides.map((words) => words.trim()),
      ['Chưa làm được', 'Tự làm được'],
    );
    assert.deepEqual(
      await skill
        .locator('svg')
        .evaluateAll((drawings) => drawings.map((one) => one.querySelectorAll('.reached').length)),
      [1, 3],
    );
  });

  it('left no mark of trouble on the page', () => assert.deepEqual(errors, []));
});
