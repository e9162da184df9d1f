import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {pagesOf} from '../../tools/pages.mjs';
import {audit} from './audit.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen, words} from './harness.mjs';
import {focused, tabTo} from './keyboard.mjs';

/** Every page of demo/ in every state that a reader meets; `shown` resolves once it stands. */
const table = [
  {page: 'index.html', name: 'front', at: '', shown: (page) => page.getByRole('main').waitFor()},
  {
    page: 'portal/index.html',
    name: 'portals',
    at: 'portal/',
    shown: (page) => page.getByRole('main').waitFor(),
  },
  {
    page: 'portal/strict-csp.html',
    name: 'portal-strict-csp',
    at: 'portal/strict-csp.html',
    shown: courseShown,
  },
  {
    page: 'portal/legacy.html',
    name: 'portal-legacy',
    at: 'portal/legacy.html',
    shown: courseShown,
  },
  {
    page: 'portal/two-copies.html',
    name: 'portal-two-copies',
    at: 'portal/two-copies.html',
    shown: courseShown,
  },
  {
    page: 'portal/shadow.html',
    name: 'portal-shadow',
    at: 'portal/shadow.html',
    shown: courseShown,
  },
  {
    page: 'portal/iframe.html',
    name: 'portal-iframe',
    at: 'portal/iframe.html',
    shown: (page) => page.frameLocator('iframe').locator('kns-outline').waitFor(),
  },
  {page: 'pwa/index.html', name: 'pwa-outline', at: 'pwa/', shown: courseShown},
  {
    page: 'pwa/index.html',
    name: 'pwa-lesson',
    at: 'pwa/#/m07-b02',
    shown: (page) => questionAt(page).waitFor(),
  },
  {
    page: 'pwa/index.html',
    name: 'pwa-share',
    at: 'pwa/',
    async shown(page) {
      await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
      await page.getByRole('button', {name: 'Đưa mã cho người phụ trách'}).click();
      await page.getByRole('img', {name: 'Mã tiến độ để quét'}).waitFor();
    },
  },
  {
    page: 'trainer/index.html',
    name: 'trainer-empty',
    at: 'trainer/',
    shown: (page) => page.locator('kns-inbox').waitFor(),
  },
  {
    page: 'trainer/index.html',
    name: 'trainer-sample',
    at: 'trainer/',
    async shown(page) {
      await page.locator('kns-inbox').waitFor();
      await page.getByRole('button', {name: 'Nạp số liệu mẫu'}).click();
      await page.getByText(/Đã nạp mã của/).waitFor();
    },
  },
];

const widths = [320, 360, 1280];

const modes = {
  light: {colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference'},
  dark: {colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'no-preference'},
  forced: {colorScheme: 'light', forcedColors: 'active', reducedMotion: 'no-preference'},
  still: {colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce'},
};

/** Text in per cent of what the page asks for. */
const texts = [100, 200];

/** By a constructed sheet, for a strict policy lets nothing else in. */
function enlarge(per) {
  const key = Symbol.for('test/enlarged');
  const sheet = (globalThis[key] ??= new CSSStyleSheet());
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  const size = parseFloat(getComputedStyle(document.body).fontSize);
  if (per === 100) return;
  sheet.replaceSync(`body { font-size: ${(size * per) / 100}px !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Two frames: one in which observers hear of the new size, one in which their answer is drawn. */
const settled = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

describe('the table of accessible pages', () => {
  it('holds every page of demo/', () => {
    assert.deepEqual([...new Set(table.map(({page}) => page))].sort(), pagesOf());
  });
});

for (const {name, at, shown} of table) {
  describe(`the page ${name}`, () => {
    let server;
    let browser;
    let page;

    before(async () => {
      server = await startServer();
      browser = await openBrowser();
      ({page} = await openPage(browser.context));
      await page.goto(server.url + at);
      await shown(page);
    });
    after(async () => {
      await browser?.dispose();
      await server?.close();
    });

    for (const [mode, media] of Object.entries(modes)) {
      for (const width of widths) {
        for (const text of texts) {
          it(`can be read at ${width} px, ${mode}, with text at ${text} %`, async () => {
            await page.emulateMedia(media);
            await page.setViewportSize({width, height: width > 1000 ? 800 : 740});
            await page.evaluate(enlarge, text);
            await settled(page);
            await screen(page, `accessibility/${name}-${width}-${mode}-${text}`, {fullPage: true});
            const {scrollWidth, clientWidth} = await page.evaluate(() => ({
              scrollWidth: document.documentElement.scrollWidth,
              clientWidth: document.documentElement.clientWidth,
            }));
            assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px wide in ${clientWidth} px`);
            // Less motion changes no colour and no word: what is judged once in it was judged in the light.
            if (mode === 'still' && (width !== 360 || text !== 100)) return;
            assert.deepEqual(await audit(page), []);
          });
        }
      }
    }
  });
}

describe('the keyboard alone', () => {
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

  it('leads from the outline into a lesson, through a question and to a kept answer', async () => {
    const {page} = await openPage(browser.context);
    await page.goto(`${server.url}pwa/`);
    await courseShown(page);
    const first = await tabTo(page, ({text}) => /Bắt đầu học|Học tiếp/.test(text));
    assert.ok(first.seen, 'the focus can be seen');
    await page.keyboard.press('Enter');
    await questionAt(page).waitFor();
    const choice = await tabTo(
      page,
      ({tag, type}) => tag === 'input' && /radio|checkbox/.test(type),
    );
    assert.ok(choice.seen, 'the focus can be seen');
    await page.keyboard.press('Space');
    if (choice.type === 'radio') await page.keyboard.press('ArrowDown');
    await tabTo(page, ({text}) => text === words.answer);
    await page.keyboard.press('Enter');
    await questionAt(page).getByText(words.kept).waitFor();
    await page.close();
  });

  it('is not taken away while a page loads', async () => {
    const {page} = await openPage(browser.context);
    await page.goto(`${server.url}portal/strict-csp.html`);
    await courseShown(page);
    const {tag} = await focused(page);
    assert.equal(tag, 'body');
    await page.close();
  });
});
