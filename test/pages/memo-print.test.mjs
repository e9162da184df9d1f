import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {lessonFile} from './answering.mjs';
import {openBrowser, openPage, root, screen} from './harness.mjs';

/** Millimetres in points of a PDF. */
const mm = (points) => Math.round((points * 25.4) / 72);

/** Holds back the dialog and notes what would have been printed. */
const holdPrinter = (context) =>
  context.addInitScript(() => {
    globalThis.print = () => {
      const card = document.querySelector('article');
      dispatchEvent(new Event('beforeprint'));
      top[Symbol.for('test/paper')] = {
        body: document.body.outerHTML,
        css: [...document.adoptedStyleSheets]
          .flatMap((sheet) => [...sheet.cssRules])
          .map((rule) => rule.cssText)
          .join('\n'),
        title: document.title,
        cut: card.scrollHeight > card.clientHeight || card.scrollWidth > card.clientWidth,
        size: parseFloat(getComputedStyle(card).fontSize),
      };
    };
  });

/** What a printer makes of the paper: the same nodes and the same constructed sheet, in a window of their own. */
async function toPdf(context, {body, css}, name) {
  const page = await context.newPage();
  await page.evaluate(
    ([nodes, rules]) => {
      const parsed = new DOMParser().parseFromString(nodes, 'text/html');
      document.body.replaceWith(parsed.body);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    },
    [body, css],
  );
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setEmulatedMedia', {media: 'print'});
  const {data} = await session.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
  });
  await page.setViewportSize({width: 397, height: 559});
  await screen(page, name);
  await page.close();
  const bytes = Buffer.from(data, 'base64');
  mkdirSync(join(root, 'var/screens'), {recursive: true});
  writeFileSync(join(root, 'var/screens', `${name}.pdf`), bytes);
  const text = bytes.toString('latin1');
  return {
    pages: text.match(/\/Type\s*\/Page\b(?!s)/g).length,
    size: text
      .match(/\/MediaBox\s*\[([^\]]+)\]/)[1]
      .trim()
      .split(/\s+/)
      .slice(2)
      .map((points) => mm(Number(points))),
  };
}

describe('the memory card on paper', () => {
  let server;
  let browser;
  /** A lesson file to be served in place of the built one. */
  const other = new Map();
  const longest =
    'Ai gọi đến xưng là công an, ngân hàng hay nhân viên nhà mạng mà giục tôi làm ngay thì tôi cúp máy, rồi tự tìm số đã biết để gọi lại hỏi cho rõ.';

  before(async () => {
    server = await startServer({change: (path, bytes) => other.get(path)?.(bytes)});
    browser = await openBrowser();
    await holdPrinter(browser.context);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  async function printFrom(path) {
    const {page, errors, violations} = await openPage(browser.context);
    await page.goto(server.url + path);
    await page.getByRole('button', {name: 'In phiếu nhớ'}).waitFor();
    await page.getByRole('button', {name: 'In phiếu nhớ'}).scrollIntoViewIfNeeded();
    await screen(page, `memo-${path.split('/')[0]}`);
    await page.getByRole('button', {name: 'In phiếu nhớ'}).click();
    await page.waitForFunction(() => globalThis[Symbol.for('test/paper')]);
    const paper = await page.evaluate(() => globalThis[Symbol.for('test/paper')]);
    assert.deepEqual(errors, []);
    assert.deepEqual(await violations(), []);
    assert.equal(await page.getByText('Không thấy hộp in').count(), 0);
    await page.close();
    return paper;
  }

  it('is one page of A6, with the title, the three lines, the drawing, the course and the day', async () => {
    const lesson = lessonFile('m07-b02');
    const paper = await printFrom('pwa/#/m07-b02');
    assert.match(paper.title, /^Phiếu nhớ – /);
    assert.ok(paper.body.includes(lesson.title));
    assert.ok(paper.body.includes('Sổ tay kỹ năng số'));
    assert.match(paper.body, /Nội dung ngày \d\d\/\d\d\/\d{4}/);
    assert.equal(paper.cut, false);
    // 14 points and more are read without glasses being looked for.
    assert.ok(paper.size >= (14 * 96) / 72, `${paper.size} px`);
    assert.deepEqual(await toPdf(browser.context, paper, 'memo-paper'), {
      pages: 1,
      size: [105, 148],
    });
  });

  it('is printed under the strictest policy of a portal as well', async () => {
    const lesson = lessonFile('m07-b02');
    other.set('/portal/strict-csp.html', (bytes) =>
      Buffer.from(bytes.toString().replace('<kns-course>', `<kns-course lesson="${lesson.id}">`)),
    );
    const paper = await printFrom('portal/strict-csp.html');
    assert.ok(paper.body.includes(lesson.title));
    assert.equal(paper.cut, false);
  });

  it('stays one whole page with longer lines than anybody should write', async () => {
    other.set('/courses/so-tay-ky-nang-so/course.json', (bytes) => {
      const course = JSON.parse(bytes);
      const memo = course.first.lesson.sections.find(({id}) => id === 'memo');
      memo.blocks = [{kind: 'list', ordered: true, items: [longest, longest, longest]}];
      course.first.lesson.title =
        'Chuyển nhầm, bị trừ tiền lạ, mất máy: làm gì trong mười phút đầu tiên';
      return Buffer.from(JSON.stringify(course));
    });
    const {first} = JSON.parse(
      other.get('/courses/so-tay-ky-nang-so/course.json')(
        readFileSync(join(root, 'dist/demo/courses/so-tay-ky-nang-so/course.json')),
      ),
    );
    const paper = await printFrom(`pwa/#/${first.lesson.id}`);
    other.clear();
    assert.equal(paper.body.split(longest).length - 1, 3);
    assert.equal(paper.cut, false);
    assert.deepEqual(await toPdf(browser.context, paper, 'memo-paper-longest'), {
      pages: 1,
      size: [105, 148],
    });
  });

  it('fits its page for every lesson of the course, in letters for older eyes', async () => {
    const {modules} = JSON.parse(
      readFileSync(join(root, 'dist/demo/courses/so-tay-ky-nang-so/course.json')),
    );
    const small = [];
    for (const {id} of modules.flatMap(({lessons}) => lessons)) {
      const {cut, size, body} = await printFrom(`pwa/#/${id}`);
      assert.equal(cut, false, id);
      if (size < (14 * 96) / 72) small.push(`${id} ${size}`);
      assert.ok(body.includes('<svg'), `${id} has no drawing on paper`);
    }
    assert.deepEqual(small, []);
  });

  it('is a screenshot where the browser inside an app has no printer', async () => {
    const zalo = await openBrowser({
      userAgent:
        'Mozilla/5.0 (Linux; Android 12; SM-A125F; wv) AppleWebKit/537.36 Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/12020123',
    });
    try {
      const {page} = await openPage(zalo.context);
      await page.goto(`${server.url}pwa/#/m07-b02`);
      await page.getByRole('button', {name: 'In phiếu nhớ'}).click();
      await page.getByText('chụp màn hình phiếu').scrollIntoViewIfNeeded();
      await screen(page, 'memo-zalo');
    } finally {
      await zalo.dispose();
    }
  });
});
