import assert from 'node:assert/strict';
import {cpSync, readFileSync, readdirSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {emptyFolder, kynangso} from '../cli/fixture.mjs';
import {enter, press} from './answering.mjs';
import {openBrowser, openPage, questionAt, root, screen, words} from './harness.mjs';

const types = [
  'choice',
  'choices',
  'true-false',
  'ordering',
  'matching',
  'numeric',
  'fill-in',
  'spot',
  'scenario',
];

/** The built pages, and beside them a course of one lesson that asks in all nine ways. */
function site() {
  const folder = emptyFolder();
  const demo = join(root, 'dist/demo');
  for (const name of readdirSync(demo)) symlinkSync(join(demo, name), join(folder, name));
  const source = join(emptyFolder(), 'nine-types');
  cpSync(join(root, 'test/fixtures/courses/nine-types'), source, {recursive: true});
  const {status, stdout} = kynangso('build', source, '--out', join(folder, 'nine-types'));
  assert.equal(status, 0, stdout);
  const [lesson] = readdirSync(join(folder, 'nine-types')).filter((file) =>
    file.startsWith('m01-b01.'),
  );
  return {folder, lesson: JSON.parse(readFileSync(join(folder, 'nine-types', lesson), 'utf8'))};
}

/** What has the focus, through all shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let {activeElement} = document;
    while (activeElement?.shadowRoot?.activeElement) ({activeElement} = activeElement.shadowRoot);
    return {
      id: activeElement?.id ?? '',
      tag: activeElement?.localName ?? '',
      type: activeElement?.getAttribute('type') ?? '',
      name: activeElement?.className ?? '',
      text: (activeElement?.closest('label') ?? activeElement)?.textContent.trim() ?? '',
      line: activeElement?.closest('[data-left]')?.dataset.left ?? '',
      seen: activeElement?.matches(':focus-visible') ?? false,
    };
  });

async function tabTo(page, wanted, key = 'Tab') {
  const met = [];
  for (let presses = 0; presses < 60; presses++) {
    const now = await focused(page);
    if (wanted(now)) return now;
    met.push(`${now.tag}#${now.id} ${now.text.replace(/\s+/g, ' ').slice(0, 30)}`);
    await page.keyboard.press(key);
  }
  return assert.fail(`never reached: ${met.join(' | ')}`);
}

describe('a lesson that asks in all nine ways', () => {
  let server;
  let browser;
  let phone;
  let page;
  let errors;
  let lesson;

  const openLesson = async (context) => {
    const opened = await openPage(context);
    await opened.page.goto(`${server.url}portal/strict-csp.html`);
    await questionAt(opened.page, types.length - 1)
      .getByRole('button', {name: words.answer})
      .waitFor();
    return opened;
  };
  const specOf = (type) => lesson.questions.find((question) => question.type === type);
  const questionOf = (on, type) => questionAt(on, types.indexOf(type));
  const isRight = async (question) => {
    await question.getByText(words.kept).waitFor();
    assert.equal(await question.getByText('Đúng rồi.', {exact: true}).count(), 1);
  };
  const again = (question) => question.getByRole('button', {name: 'Làm lại'}).click();

  before(async () => {
    const {folder, ...built} = site();
    ({lesson} = built);
    assert.deepEqual(
      lesson.questions.map(({type}) => type),
      types,
    );
    server = await startServer({
      root: folder,
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
      for (const found of [1, 2]) {
        await tabTo(
          page,
          ({type, text}) => type === 'checkbox' && /Giục|giữ kín/.test(text),
          found === 1 ? 'Tab' : 'Tab',
        );
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
});
