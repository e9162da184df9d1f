import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {openBrowser, openPage, root, screen} from './harness.mjs';
import {builtCourse} from './stage/course.mjs';
import {fromSource} from './stage/from-source.mjs';

const {sampleNation, dayInVietnam, readSpreadsheet} = await fromSource(`
  export {sampleNation} from './demo/trainer/sample-nation.ts';
  export {dayInVietnam} from './src/store/reckoning/calendar.ts';
  export {readSpreadsheet} from './src/exchange/spreadsheet.ts';
`);

/** As it is said on the screen, in the order of the report. */
const figures = {
  members: 'Thành viên',
  coreDone: 'Hoàn thành phần lõi',
  coreUnknown: 'Chưa rõ phần lõi',
  lessons: 'Bài hoàn thành trong kỳ',
  lessonsNoDay: 'Bài hoàn thành, không rõ ngày',
  kn1: 'Hướng dẫn dịch vụ công (KN1)',
  kn2: 'Hướng dẫn mua sắm (KN2)',
  kn3: 'Hướng dẫn thanh toán (KN3)',
  kn4: 'Hướng dẫn an toàn mạng (KN4)',
  kn5: 'Hướng dẫn nền tảng địa phương (KN5)',
  visited: 'Hộ đã đến trong kỳ',
  visitedSoFar: 'Hộ đã đến, lũy kế',
  quota: 'Hộ được giao',
};
const grouped = (value) => value.toLocaleString('vi-VN');

/** Holds back the dialog and notes what would have been printed. */
const holdPrinter = (context) =>
  context.addInitScript(() => {
    globalThis.print = () => {
      dispatchEvent(new Event('beforeprint'));
      top[Symbol.for('test/paper')] = {
        body: document.body.outerHTML,
        css: [...document.adoptedStyleSheets]
          .flatMap((sheet) => [...sheet.cssRules])
          .map((rule) => rule.cssText)
          .join('\n'),
      };
    };
  });

/** What a printer makes of it, and where something stands beyond the edges of the paper. */
async function toPdf(context, {body, css}, name) {
  const page = await context.newPage();
  // As wide as A4 between its margins, at 96 dots an inch.
  await page.setViewportSize({width: 672, height: 950});
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
  const {data} = await session.send('Page.printToPDF', {preferCSSPageSize: true});
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('article *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .map(({tagName, textContent}) => `${tagName} ${textContent.trim().slice(0, 30)}`),
  );
  const colours = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('article *')].flatMap((one) => {
        const {color, fill, stroke} = getComputedStyle(one);
        return [color, fill, stroke].filter((ink) => /^rgb/.test(ink));
      }),
    ),
  ]);
  const controls = await page.locator('button, input, select, textarea, summary').count();
  await screen(page, name, {fullPage: true});
  await page.close();
  const bytes = Buffer.from(data, 'base64');
  mkdirSync(join(root, 'var/screens'), {recursive: true});
  writeFileSync(join(root, 'var/screens', `${name}.pdf`), bytes);
  const [, box] = bytes.toString('latin1').match(/\/MediaBox\s*\[([^\]]+)\]/);
  return {
    cut,
    colours,
    controls,
    size: box
      .trim()
      .split(/\s+/)
      .slice(2)
      .map((points) => Math.round((Number(points) * 25.4) / 72)),
  };
}

/** Every table of an element as a screen reader goes through it: by caption, row by row. */
const tablesOf = (locator) =>
  locator.evaluate((host) =>
    [...host.shadowRoot.querySelectorAll('table')].map((table) => ({
      title: table.caption.textContent.trim(),
      rows: [...table.rows].map((row) =>
        [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
      ),
    })),
  );

const cellWords = (cell) => {
  if (typeof cell === 'string') return cell;
  if (cell.kind === 'number') return grouped(Number(cell.text));
  return cell.text.split('-').reverse().join('/');
};

async function downloaded(page, button) {
  const downloading = page.waitForEvent('download');
  await button.click();
  const download = await downloading;
  return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
}

/** The rows of a text file as Excel in Vietnam opens it. */
const csvRows = (bytes) => {
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  return bytes
    .toString('utf8')
    .slice(1)
    .split('\r\n')
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;"]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
      ),
    );
};

describe('the trainer’s page with sample data', () => {
  let server;
  let browser;
  let seen;
  let page;

  /** Loads a sample by what it is called in the list, and enters a room of the page. */
  async function load(size, said, room) {
    await page.getByLabel('Cỡ mẫu').selectOption(size);
    await page.getByRole('button', {name: 'Nạp số liệu mẫu'}).click();
    await page.getByText(said).waitFor();
    await page.getByRole('button', {name: room, exact: true}).click();
  }

  /** What a part of the room prints, on A4, in black and white, with nothing cut off and no button; its words. */
  async function printedWell(part, name) {
    await page.evaluate(() => delete globalThis[Symbol.for('test/paper')]);
    await part.getByRole('button', {name: 'In hoặc lưu PDF (A4)'}).click();
    await page.waitForFunction(() => globalThis[Symbol.for('test/paper')] !== undefined);
    const paper = await page.evaluate(() => globalThis[Symbol.for('test/paper')]);
    const {cut, colours, controls, size} = await toPdf(browser.context, paper, name);
    assert.deepEqual(size, [210, 297]);
    assert.deepEqual(cut, []);
    assert.equal(controls, 0);
    for (const ink of colours) {
      const [red, green, blue] = ink.match(/\d+/g);
      assert.ok(red === green && green === blue, ink);
    }
    return paper.body.replace(/<!--.*?-->|<[^>]*>/gs, ' ').replace(/\s+/g, ' ');
  }

  before(async () => {
    server = await startServer();
    browser = await openBrowser({viewport: {width: 1280, height: 900}});
    await holdPrinter(browser.context);
    seen = await openPage(browser.context);
    ({page} = seen);
    await page.goto(`${server.url}trainer/`);
    await page.locator('kns-inbox').waitFor();
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  describe('the totals of a nation', () => {
    const today = dayInVietnam(Date.now());
    const nation = sampleNation(builtCourse(), {today});
    const report = () => page.locator('kns-report');

    before(async () => {
      await load('nation', 'Đã nạp 68 báo cáo bịa ra của các tỉnh', 'Báo cáo');
      await report().getByText('Bản gửi nhóm Zalo').waitFor();
    });

    it('stand in the report, beside those of the quarter before', async () => {
      const [before, now] = nation.periods;
      assert.equal(now.totals.members, 460_000);
      const [{rows}] = await tablesOf(report());
      assert.deepEqual(
        rows.slice(1),
        Object.entries(figures).map(([name, words]) => [
          words,
          grouped(now.totals[name]),
          grouped(before.totals[name]),
        ]),
      );
      assert.match(
        await page.getByRole('textbox', {name: 'Bản gửi nhóm Zalo'}).inputValue(),
        /;lv=n;.*;tv=460000;/,
      );
      assert.deepEqual(seen.errors, []);
      await screen(page, 'nation-report', {fullPage: true});
    });

    it('are the sums of what 34 provinces sent, however often it is pasted', async () => {
      await report().locator('#below > summary').click();
      const [, now] = nation.periods;
      await page.getByLabel('Dán báo cáo vào đây').fill(now.chat);
      await page.getByRole('button', {name: 'Nhận báo cáo'}).click();
      await report().getByText('Đọc được 34 báo cáo, 0 bản mới.').waitFor();
      const together = (await tablesOf(report())).find(({title}) => /^Gộp của 34/.test(title));
      assert.equal(together.rows.length, 1 + 34 + 1);
      const columns = together.rows[0].slice(1);
      const sums = together.rows.at(-1).slice(1);
      for (const [name, words] of Object.entries(figures)) {
        const at = columns.indexOf(words);
        if (at >= 0) assert.equal(sums[at], grouped(now.totals[name]), words);
      }
    });

    it('are drawn province by province from what they reported', async () => {
      await report().locator('#charts summary').click();
      const [, now] = nation.periods;
      const values = report().locator('[aria-labelledby="chart-units"] .bars .value');
      // Charts are drawn when their fold has opened.
      await values.first().waitFor();
      const bars = await values.allInnerTexts();
      assert.equal(bars.length, 34);
      const parts = bars.map((words) =>
        words.match(/[\d.]+/g).map((part) => Number(part.replaceAll('.', ''))),
      );
      const sum = (at) => parts.reduce((total, part) => total + part[at], 0);
      const {members, coreDone, coreUnknown} = now.totals;
      assert.deepEqual([0, 1, 2].map(sum), [
        coreDone,
        members - coreDone - coreUnknown,
        coreUnknown,
      ]);
      await screen(page, 'nation-charts', {fullPage: true});
    });

    it('are the same in a workbook, with numbers as numbers', async () => {
      const shown = await tablesOf(report());
      const {name, bytes} = await downloaded(
        page,
        report().getByRole('button', {name: 'Tải bảng tính (XLSX)'}),
      );
      assert.match(name, /^ca-nuoc-bia-\d{4}-\d\d-\d\d\.xlsx$/);
      const {sheets} = await readSpreadsheet(new Uint8Array(bytes));
      for (const [at, {rows}] of shown.entries()) {
        assert.deepEqual(
          sheets[at].rows.map((row) => row.map(cellWords)),
          rows,
        );
      }
      assert.deepEqual(
        sheets[0].rows[1].slice(1).map(({kind}) => kind),
        ['number', 'number'],
      );
    });

    it('are the same in a text that Excel opens', async () => {
      const [{rows}] = await tablesOf(report());
      const {bytes} = await downloaded(
        page,
        report().getByRole('button', {name: 'Tải CSV', exact: true}).first(),
      );
      assert.deepEqual(
        csvRows(bytes).map((row) =>
          row.map((cell) => (/^\d+$/.test(cell) ? grouped(Number(cell)) : cell)),
        ),
        rows,
      );
    });

    it('are printed on A4 in black and white, whole and without a button', async () => {
      await printedWell(report(), 'nation-paper');
    });
  });

  describe('what first answers say', () => {
    const items = () => page.locator('kns-items');

    before(async () => {
      await load('', 'Đã nạp mã của 24 người bịa ra', 'Câu hỏi');
      await items().getByRole('heading').first().waitFor();
    });

    it('is the same in files as in the table that is shown, filtered as it is', async () => {
      await items().getByLabel('Xem dạng bảng').check();
      for (const which of [/nên đọc lại$/, /^Cả \d+ câu$/]) {
        await items().getByRole('radio', {name: which}).check();
        const [{rows}] = await tablesOf(items());
        const xlsx = await downloaded(page, items().getByRole('button', {name: /XLSX/}));
        const {sheets} = await readSpreadsheet(new Uint8Array(xlsx.bytes));
        assert.deepEqual(
          sheets[0].rows.map((row) => row.map(cellWords)),
          rows,
        );
        const csv = await downloaded(page, items().getByRole('button', {name: /CSV/}));
        assert.equal(csvRows(csv.bytes).length, rows.length);
        assert.deepEqual(
          csvRows(csv.bytes).map(([lesson, question]) => [lesson, question]),
          rows.map(([lesson, question]) => [lesson, question]),
        );
        assert.match(xlsx.name, /^cau-hoi-ca-nuoc-bia-\d{4}-\d\d-\d\d\.xlsx$/);
        const kinds = (sheets[0].rows[1] ?? []).map((cell) => cell.kind ?? typeof cell);
        if (rows.length > 1) {
          assert.deepEqual(kinds.slice(0, 4), ['string', 'string', 'number', 'number']);
        }
      }
    });

    it('is printed on A4 in black and white, all columns on the sheet and without a button', async () => {
      const words = await printedWell(items(), 'items-paper');
      assert.match(words, /Câu hỏi: Cả \d+ câu/);
    });

    it('names a question by its lesson and number as learners see it, and keeps its id for authors', async () => {
      await items().getByLabel('Xem dạng bảng').uncheck();
      const {modules} = builtCourse();
      const lessons = modules.flatMap((module) => module.lessons);
      const cards = items().locator('li.card');
      assert.ok((await cards.count()) > 5);
      for (const card of await cards.all()) {
        const heading = (await card.getByRole('heading').innerText()).replaceAll(/\s+/g, ' ');
        const id = await card.locator('details').textContent();
        const [, lesson, question] = /: (m\d\d-b\d\d), ([a-z\d-]+)\s*$/.exec(id);
        const {title, questions} = lessons.find((one) => one.id === lesson);
        const number = questions.findIndex((one) => one.id === question) + 1;
        assert.equal(heading, `${title} · Câu ${number}`);
      }
    });

    it('leads from a question to its lesson in the app', async () => {
      await items().getByLabel('Xem dạng bảng').uncheck();
      await items().getByText('Xem câu hỏi').first().click();
      const link = items().getByRole('link').first();
      const address = await link.evaluate(({href}) => href);
      assert.match(address, new RegExp(`^${server.url}pwa/#/m\\d\\d-b\\d\\d$`));
      const {page: app} = await openPage(browser.context);
      await app.goto(address);
      await app.locator('kns-lesson').waitFor();
      await app.close();
    });
  });
});
