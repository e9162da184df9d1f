import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, answersOf, lessonFile, openLesson, press, readKept} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen, words} from './harness.mjs';

const address = 'portal/shadow.html';
const id = 'm05-b02';

describe('a portal built of components of its own, one open and one closed', () => {
  let server;
  let browser;
  let opened;
  let page;
  const {questions} = lessonFile(id);

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
    // A closed root shows its inside to nobody; the test keeps the key, the page does not.
    await browser.context.addInitScript(() => {
      const roots = new WeakMap();
      const {attachShadow} = Element.prototype;
      Element.prototype.attachShadow = function (options) {
        const root = attachShadow.call(this, options);
        roots.set(this, root);
        return root;
      };
      Object.defineProperty(globalThis, Symbol.for('test/roots'), {value: roots});
    });
    opened = await openPage(browser.context);
    page = opened.page;
    await page.goto(server.url + address);
    await courseShown(page);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  const closed = () =>
    page.evaluateHandle(() => {
      const host = document.querySelector('portal-vault');
      return globalThis[Symbol.for('test/roots')].get(host).querySelector('kns-course');
    });
  /** Text of the handbook behind the closed door. */
  const closedText = async () =>
    (await closed()).evaluate((course) => {
      const gather = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (/^(STYLE|SVG)$/i.test(node.nodeName)) return '';
        return [...(node.shadowRoot ?? node).childNodes].map(gather).join(' ');
      };
      return gather(course).replace(/\s+/g, ' ');
    });
  const closedShows = (pattern) =>
    page.waitForFunction(
      ({source, host}) => {
        const gather = (node) => {
          if (node.nodeType === Node.TEXT_NODE) return node.data;
          return [...(node.shadowRoot ?? node).childNodes].map(gather).join(' ');
        };
        const root = globalThis[Symbol.for('test/roots')].get(document.querySelector(host));
        return new RegExp(source).test(gather(root).replace(/\s+/g, ' '));
      },
      {source: pattern.source, host: 'portal-vault'},
    );

  it('shows a whole handbook in each, with one store behind both', async () => {
    await closedShows(/Bắt đầu học/);
    await screen(page, 'portal-shadow');
    assert.ok((await closedText()).includes(lessonFile(id).title));
    assert.equal(
      await page.evaluate(() => document.querySelector('portal-vault').shadowRoot),
      null,
    );
  });

  it('moves the ring behind the closed door when a lesson is finished in the open one', async () => {
    await openLesson(page, id);
    for (const [index, spec] of questions.entries()) await answer(questionAt(page, index), spec);
    await page.getByText('Anh/chị đã hoàn thành bài này.').waitFor();
    await closedShows(/1\/\d+ bài/);
    await screen(page, 'portal-shadow-lesson');
  });

  it('speaks of a verdict in a live region that stood there before, and keeps the focus inside', async () => {
    const question = questionAt(page, 0);
    await question.getByRole('button', {name: 'Làm lại'}).click();
    const verdict = question.locator('[part=verdict]');
    assert.equal(await verdict.getAttribute('role'), 'status');
    assert.equal((await verdict.innerText()).trim(), '');
    await question.locator('input').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await question.getByText(words.kept).waitFor();
    assert.match(await verdict.innerText(), /Đúng rồi|Chưa đúng|Gần đúng/);
    const where = await page.evaluate(() => {
      let element = document.activeElement;
      const path = [element.localName];
      while (element.shadowRoot?.activeElement) {
        element = element.shadowRoot.activeElement;
        path.push(element.localName);
      }
      return path.join(' ');
    });
    assert.equal(where, 'portal-card kns-course kns-lesson kns-question button');
  });

  it('can be walked by Tab through the closed door, and answered there by keyboard', async () => {
    const course = await closed();
    const title = lessonFile(id).title;
    await course.evaluate((element, name) => {
      const outline = element.shadowRoot.querySelector('kns-outline').shadowRoot;
      const button = [...outline.querySelectorAll('button')].find((one) =>
        one.textContent.includes(name),
      );
      button.focus();
    }, title);
    await page.keyboard.press('Enter');
    await closedShows(/Câu 1\/\d+/);
    const before = answersOf((await readKept(page)).records).length;
    await page.waitForFunction(() => {
      const root = globalThis[Symbol.for('test/roots')].get(document.querySelector('portal-vault'));
      const lesson = root.querySelector('kns-course').shadowRoot.querySelector('kns-lesson');
      const input = lesson?.shadowRoot
        .querySelector('kns-question')
        ?.shadowRoot.querySelector('input');
      input?.focus();
      return root.activeElement?.localName === 'kns-course';
    });
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await closedShows(/Đã lưu trên máy này/);
    assert.equal(answersOf((await readKept(page)).records).length, before + 1);
  });

  it('tells the page of a kept answer from behind the closed door, and nothing of the learner', async () => {
    await page.evaluate(() => {
      globalThis[Symbol.for('test/heard')] = [];
      document.addEventListener('kns-answered', (event) => {
        globalThis[Symbol.for('test/heard')].push([
          event.target.localName,
          Object.keys(event).filter((name) => name !== 'isTrusted'),
        ]);
      });
    });
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => {
      const root = globalThis[Symbol.for('test/roots')].get(document.querySelector('portal-vault'));
      const lesson = root.querySelector('kns-course').shadowRoot.querySelector('kns-lesson');
      const input = lesson.shadowRoot
        .querySelector('kns-question')
        .shadowRoot.querySelector('input');
      input?.focus();
      return input !== null;
    });
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis[Symbol.for('test/heard')].length > 0);
    assert.deepEqual(await page.evaluate(() => globalThis[Symbol.for('test/heard')]), [
      ['portal-vault', ['course', 'lesson', 'question', 'correct']],
    ]);
  });

  it('prints the handbook, also what is behind the closed door', async () => {
    const pdf = await page.pdf();
    assert.ok(pdf.length > 20_000);
  });

  it('has seen no error and no violation', async () => {
    assert.deepEqual(opened.errors, []);
    assert.deepEqual(await opened.violations(), []);
  });
});

describe('a handbook that its page moves about while an answer is being kept', () => {
  let server;
  let browser;
  const {questions} = lessonFile(id);

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  for (const [how, move] of [
    [
      'to another place of the page',
      (course) => {
        course.pressed();
        document.querySelector('footer').append(course);
      },
    ],
    [
      'into a closed root',
      (course) => {
        course.pressed();
        const host = document.body.appendChild(document.createElement('div'));
        const root = host.attachShadow({mode: 'closed'});
        root.append(course);
        // Out again, so that the test can look.
        document.querySelector('main').append(course);
      },
    ],
    [
      'out of the page and in again a moment later',
      (course) => {
        course.pressed();
        const {parentNode} = course;
        course.remove();
        return new Promise((resolve) => {
          requestAnimationFrame(() => resolve(parentNode.append(course)));
        });
      },
    ],
  ]) {
    it(`keeps the answer once and goes on: ${how}`, async () => {
      const opened = await openPage(browser.context);
      const {page} = opened;
      await page.goto(`${server.url}portal/strict-csp.html`);
      await openLesson(page, id);
      const before = answersOf((await readKept(page)).records).length;
      const course = await page.evaluateHandle(() => document.querySelector('kns-course'));
      await questionAt(page, 0).locator('input').first().check({force: true});
      // The press and the move come in one task of the page: no answer is kept in between.
      await course.evaluate((element, label) => {
        const lesson = element.shadowRoot.querySelector('kns-lesson').shadowRoot;
        const question = lesson.querySelector('kns-question').shadowRoot;
        const button = [...question.querySelectorAll('button')].find(({textContent}) =>
          textContent.includes(label),
        );
        element.pressed = () => button.click();
      }, words.answer);
      await course.evaluate(move);
      await questionAt(page, 0).getByText(words.kept).waitFor();
      assert.equal(answersOf((await readKept(page)).records).length, before + 1);
      // Everything inside still hears of what is kept.
      await press(questionAt(page, 1), questions[1]);
      await questionAt(page, 1).getByText(words.kept).waitFor();
      await page.getByText(/Anh\/chị đã đúng \d\/\d+ câu/).waitFor();
      assert.equal(answersOf((await readKept(page)).records).length, before + 2);
      // And it still looks like itself.
      const radius = await page
        .locator('kns-course .book')
        .evaluate((book) => getComputedStyle(book).borderTopRightRadius);
      assert.notEqual(radius, '0px');
      assert.deepEqual(opened.errors, []);
      assert.deepEqual(await opened.violations(), []);
      await page.close();
    });
  }
});
