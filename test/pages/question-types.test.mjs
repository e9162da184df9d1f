import assert from 'node:assert/strict';
import {readdirSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {emptyFolder} from '../cli/fixture.mjs';
import {enter, press} from './answering.mjs';
import {openBrowser, openPage, questionAt, root, screen, words} from './harness.mjs';
import {focused, tabTo} from './keyboard.mjs';
import {built, specOf, types} from './stage/nine-types.mjs';

/** The built pages, and beside them the course that asks in all nine ways. */
function site() {
  const folder = emptyFolder();
  const demo = join(root, 'dist/demo');
  for (const name of readdirSync(demo)) symlinkSync(join(demo, name), join(folder, name));
  symlinkSync(built, join(folder, 'nine-types'));
  return folder;
}

/** Runs inside the page: what reaches beyond the right edge of a question. */
const sticksOut = (question) => {
  const {right} = question.getBoundingClientRect();
  return [...question.shadowRoot.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > right + 1)
    .map(
      ({localName, className, textContent}) => `${localName}.${className} ${textContent.trim()}`,
    );
};

describe('a lesson that asks in all nine ways', () => {
  let server;
  let browser;
  let phone;
  let page;
  let errors;

  const openLesson = async (context) => {
    const opened = await openPage(context);
    await opened.page.goto(`${server.url}portal/strict-csp.html`);
    await questionAt(opened.page, types.length - 1)
      .getByRole('button', {name: words.answer})
      .waitFor();
    return opened;
  };
  const questionOf = (on, type) => questionAt(on, types.indexOf(type));
  const isRight = async (question) => {
    await question.getByText(words.kept).waitFor();
    assert.equal(await question.getByText('Đúng rồi.', {exact: true}).count(), 1);
  };

  before(async () => {
    server = await startServer({
      root: site(),
      change: (path, bytes) =>
        path === '/portal/strict-csp.html'
          ? Buffer.from(
              bytes
                .toString()
                .replace(
                  '<kns-course>',
                  '<kns-course src="../nine-types/course.json" lesson="m01-b01">',
                ),
            )
          : undefined,
    });
    browser = await openBrowser();
    phone = await openBrowser({hasTouch: true, isMobile: true});
    ({page, errors} = await openLesson(browser.context));
  });
  after(async () => {
    await browser?.dispose();
    await phone?.dispose();
    await server?.close();
  });

  describe('by keyboard alone', () => {
    /** From the question's number on, as somebody comes by Tab. */
    const begin = async (type) => {
      await questionOf(page, type).evaluate((question) => question.focus());
      return questionOf(page, type);
    };
    const send = async (question) => {
      await tabTo(page, ({text}) => text === words.answer);
      await page.keyboard.press('Enter');
      await isRight(question);
    };

    it('lets one choose', async () => {
      const question = await begin('choice');
      await tabTo(page, ({type}) => type === 'radio');
      await page.keyboard.press('Space');
      await tabTo(page, ({text}) => text.includes('cúp máy'), 'ArrowDown');
      await page.keyboard.press('Enter');
      await isRight(question);
    });

    it('lets one choose several', async () => {
      const question = await begin('choices');
      for (let found = 0; found < 2; found++) {
        await tabTo(page, ({type, text}) => type === 'checkbox' && /Giục|giữ kín/.test(text));
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
      }
      await send(question);
    });

    it('lets one say true or false', async () => {
      const question = await begin('true-false');
      await tabTo(page, ({type}) => type === 'radio');
      await page.keyboard.press('Space');
      await tabTo(page, ({text}) => text === 'Sai', 'ArrowRight');
      await page.keyboard.press('Enter');
      await isRight(question);
    });

    it('lets one put lines in order, and the focus goes with the line', async () => {
      const question = await begin('ordering');
      for (const [to, {id}] of specOf('ordering').items.entries()) {
        const places = question.locator('.line [id^="line-"]');
        const at = (await places.evaluateAll((all) => all.map((one) => one.id))).indexOf(
          `line-${id}`,
        );
        if (at === to) continue;
        await begin('ordering');
        await tabTo(page, (now) => now.id === `up-${id}`);
        for (let step = at; step > to; step--) {
          await page.keyboard.press('Enter');
          await question.locator(`[data-at="${step - 1}"] #line-${id}`).waitFor();
          const {id: on, seen} = await focused(page);
          assert.deepEqual({on, seen}, {on: `up-${id}`, seen: true});
        }
      }
      await send(question);
    });

    it('lets one match, and leads on to the next line', async () => {
      const question = await begin('matching');
      for (const {id} of specOf('matching').pairs) {
        await tabTo(page, ({name, line}) => name === 'left' && line === id);
        await tabTo(page, ({name, text}) => name === 'match' && text === textOfRight(id));
        await page.keyboard.press('Enter');
        await question.locator(`[data-left="${id}"] .slot.filled`).waitFor();
      }
      await send(question);
    });
    const textOfRight = (id) => specOf('matching').pairs.find((pair) => pair.id === id).right;

    it('lets one type a number, and send it with Enter', async () => {
      const question = await begin('numeric');
      await tabTo(page, ({type}) => type === 'text');
      await page.keyboard.type('55.500 đ');
      await page.keyboard.press('Enter');
      await isRight(question);
      assert.equal((await focused(page)).text, 'Làm lại');
    });

    it('lets one type words', async () => {
      const question = await begin('fill-in');
      await tabTo(page, ({type}) => type === 'text');
      await page.keyboard.type('Số ĐỊNH danh.');
      await page.keyboard.press('Enter');
      await isRight(question);
    });

    it('lets one mark a message', async () => {
      const question = await begin('spot');
      for (const words of ['sẽ bị khóa', 'nhập mã OTP']) {
        await tabTo(page, ({type, text}) => type === 'checkbox' && text.startsWith(words));
        await page.keyboard.press('Space');
      }
      await send(question);
    });

    it('lets one talk to the end, and reads on from each new message', async () => {
      const question = await begin('scenario');
      for (const reply of ['Hàng gì?', 'Bác ra bưu cục']) {
        await tabTo(page, ({name, text}) => name === 'reply' && text.includes(reply));
        await page.keyboard.press('Enter');
        await question.locator('.me', {hasText: reply}).waitFor();
        const {name, text} = await focused(page);
        assert.equal(name, 'them');
        assert.match(text, /gọi lại sau|Cuộc gọi tắt/);
      }
      await send(question);
    });
  });

  describe('by touch', () => {
    let touched;
    before(async () => ({page: touched} = await openLesson(phone.context)));

    for (const type of types) {
      it(`lets one finish a question of the type ${type}`, async () => {
        const question = questionOf(touched, type);
        await press(question, specOf(type), true, 'tap');
        await isRight(question);
      });
    }
  });

  describe('with the finger on a handle', () => {
    let touched;
    let fingers;
    before(async () => {
      ({page: touched} = await openLesson(phone.context));
      fingers = await phone.context.newCDPSession(touched);
      await touched.evaluate((mark) => {
        globalThis[mark] = 0;
        // Passive: only looks on.
        const note = ({defaultPrevented}) => (globalThis[mark] += defaultPrevented ? 0 : 1);
        addEventListener('touchmove', note, {passive: true});
      }, untaken);
    });

    /** Moves that a browser is free to take for a scroll, or at their end for a fling that swallows the next tap. */
    const untaken = 'test/untaken';
    const movesLeft = () => touched.evaluate((mark) => globalThis[mark], untaken);

    /** Moves one finger as a hand does, from the middle of one thing to the middle of another. */
    async function drag(from, to) {
      const middle = async (target) => {
        const {x, y, width, height} = await target.boundingBox();
        return {x: x + width / 2, y: y + height / 2};
      };
      await from.scrollIntoViewIfNeeded();
      const start = await middle(from);
      const end = await middle(to);
      const touch = (type, touchPoints) =>
        fingers.send('Input.dispatchTouchEvent', {type, touchPoints});
      await touch('touchStart', [start]);
      for (const part of [0.2, 0.4, 0.6, 0.8, 1]) {
        const at = (axis) => start[axis] + (end[axis] - start[axis]) * part;
        await touch('touchMove', [{x: at('x'), y: at('y')}]);
      }
      await screen(touched, `question-types/dragging-${(await to.getAttribute('class')) ?? ''}`);
      await touch('touchEnd', []);
    }
    const scrolled = () => touched.evaluate(() => scrollY);

    it('lets a line be dragged to another place, and the page stays where it is', async () => {
      const question = questionOf(touched, 'ordering');
      const lines = question.locator('.line [id^="line-"]');
      const order = () => lines.evaluateAll((all) => all.map(({id}) => id));
      const start = await order();
      await question.scrollIntoViewIfNeeded();
      const rows = question.locator('.line');
      await rows.first().evaluate((row) => row.scrollIntoView({block: 'center'}));
      const before = await scrolled();
      await drag(rows.nth(0).locator('.grip'), rows.nth(2));
      assert.deepEqual(await order(), [start[1], start[2], start[0], start[3]]);
      assert.equal(await scrolled(), before);
      assert.equal(await movesLeft(), 0);
      await question.getByText(/: vị trí 3\/4$/).waitFor({state: 'attached'});
    });

    it('lets a match be dragged onto any line, open or not', async () => {
      const question = questionOf(touched, 'matching');
      await question.locator('.lines').evaluate((list) => list.scrollIntoView({block: 'center'}));
      const grip = question.locator('.match:has(#right-qr) .grip');
      await drag(grip, question.locator('[data-left="qr"]'));
      await question.locator('[data-left="qr"] .slot.filled').waitFor();
      assert.equal(await question.locator('.slot.filled').count(), 1);
      assert.equal(await movesLeft(), 0);
      // The end of a drag is no press, and the next press is one.
      await question.locator('.match #right-otp').tap();
      await question.locator('[data-left="otp"] .slot.filled').waitFor();
      await question.locator('#off-otp').tap();
      assert.equal(
        await question.locator('[data-left="otp"] .left').getAttribute('aria-expanded'),
        'true',
      );
    });

    it('lets the page scroll under a finger that is not on a handle', async () => {
      const question = questionOf(touched, 'ordering');
      await question.evaluate((element) => element.scrollIntoView({block: 'start'}));
      const before = await scrolled();
      const rows = question.locator('.line');
      await drag(rows.nth(2).locator('[id^="line-"]'), rows.nth(0).locator('[id^="line-"]'));
      await touched.waitForFunction((y) => scrollY > y, before);
      assert.notEqual(await movesLeft(), 0);
    });
  });

  describe('through an input method', () => {
    it('takes no letter away, and sends nothing while a word is being made', async () => {
      const {page: typed, errors: wrong} = await openLesson(browser.context);
      const keys = await browser.context.newCDPSession(typed);
      const question = questionOf(typed, 'fill-in');
      const field = question.getByRole('textbox');
      await field.click();
      const compose = (text) =>
        keys.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      await keys.send('Input.insertText', {text: 'số '});
      for (const text of ['d', 'di', 'din', 'dinh', 'đinh', 'định']) await compose(text);
      assert.equal(await field.inputValue(), 'số định');
      // What a phone sends for any key while a word is being made.
      const enter = (windowsVirtualKeyCode = 229) =>
        keys.send('Input.dispatchKeyEvent', {
          type: 'rawKeyDown',
          key: 'Enter',
          code: 'Enter',
          windowsVirtualKeyCode,
        });
      await enter();
      // An input method that lets the key through as it is.
      await enter(13);
      await keys.send('Input.insertText', {text: 'định'});
      // Safari tells of the Enter that ended the word only afterwards.
      await enter();
      await keys.send('Input.insertText', {text: ' danh '});
      assert.equal(await field.inputValue(), 'số định danh ');
      assert.equal(await question.getByText('Đang lưu…').count(), 0);
      assert.equal(await question.getByText(words.kept).count(), 0);
      await field.press('Enter');
      await isRight(question);
      await question.getByText('số định danh', {exact: true}).first().waitFor();
      assert.deepEqual(wrong, []);
      await typed.close();
    });
  });

  // The network is gone between two files: what keeps an answer does not arrive, or what grades it.
  for (const part of ['keeping', 'grading']) {
    it(`keeps what was entered while ${part} is out of reach, and sends it again`, async () => {
      const files = `**/cdn/c/${part}-*`;
      const {page: late} = await openPage(phone.context);
      await late.route(files, (route) => route.abort());
      await late.goto(`${server.url}portal/strict-csp.html`);
      for (const type of ['ordering', 'matching', 'numeric', 'scenario']) {
        const question = questionOf(late, type);
        await press(question, specOf(type), true, 'tap');
        await question
          .getByRole('alert')
          .getByText('Một phần của trang chưa tải về được')
          .waitFor();
      }
      await screen(late, `question-types/not-kept-${part}`, {fullPage: true});
      assert.equal(await questionOf(late, 'numeric').getByRole('textbox').inputValue(), '55500');
      await late.unroute(files);
      for (const type of ['ordering', 'matching', 'numeric', 'scenario']) {
        const question = questionOf(late, type);
        await question.getByRole('button', {name: words.answer}).click();
        await isRight(question);
      }
      await late.close();
    });
  }

  it('breaks no policy of the page and throws nothing', async () => {
    assert.deepEqual(errors, []);
    assert.deepEqual(await page.evaluate(() => globalThis[Symbol.for('test/violations')]), []);
  });

  describe('is readable', () => {
    for (const [name, {width, height, ...media}] of Object.entries({
      '360-light': {width: 360, height: 740, colorScheme: 'light'},
      '360-dark': {width: 360, height: 740, colorScheme: 'dark'},
      '360-forced': {width: 360, height: 740, forcedColors: 'active'},
      '1280-light': {width: 1280, height: 800, colorScheme: 'light'},
      '1280-dark': {width: 1280, height: 800, colorScheme: 'dark'},
      '320-large': {width: 320, height: 740, colorScheme: 'light', reducedMotion: 'reduce'},
    })) {
      it(`asked and answered, without going sideways (${name})`, async () => {
        const {page: seen} = await openLesson(browser.context);
        await seen.setViewportSize({width, height});
        await seen.emulateMedia(media);
        await seen.evaluate(
          ({dark, large}) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(
              `${dark ? ':root { color-scheme: dark }' : ''} ${large ? 'body { font-size: 34px !important }' : ''}`,
            );
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
          },
          {dark: media.colorScheme === 'dark', large: width === 320},
        );
        const fits = async (state) => {
          for (const type of types) {
            const question = questionOf(seen, type);
            assert.deepEqual(await question.evaluate(sticksOut), [], `${type}, ${state}`);
            const path = join(root, `var/screens/question-types/${type}-${name}-${state}.png`);
            await question.screenshot({path, animations: 'disabled'});
          }
        };
        await fits('asked');
        for (const type of types) await enter(questionOf(seen, type), specOf(type), false);
        await fits('entered');
        for (const type of types) {
          const question = questionOf(seen, type);
          await question.getByRole('button', {name: words.answer}).click();
          await question.getByText(words.kept).waitFor();
        }
        await fits('answered');
        await seen.close();
      });
    }
  });
});
