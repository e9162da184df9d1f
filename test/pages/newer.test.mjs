import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answer,
  answersOf,
  lessonFile,
  press,
  readDatabase,
  readKept,
  streamsOf,
  upTo,
} from './answering.mjs';
import {openBrowser, openPage, questionAt, screen, words} from './harness.mjs';

const newerSentence = 'Bài trên máy do bản mới hơn ghi';
const heldWords = 'Đang giữ tạm';

/**
 * Does to the database what a newer copy of the library would: adds a store of its own under a higher version, and,
 * where told, a format that this copy cannot know.
 */
const raise = (page, format) =>
  page.evaluate(async (next) => {
    const opening = indexedDB.open('kynangso', 7);
    opening.onupgradeneeded = () => opening.result.createObjectStore('yetToCome');
    const database = await new Promise((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tx = database.transaction(['meta', 'yetToCome'], 'readwrite');
    tx.objectStore('yetToCome').put({of: 'a newer copy'}, 'row');
    if (next) {
      const meta = tx.objectStore('meta').get('store');
      meta.onsuccess = () => tx.objectStore('meta').put({...meta.result, format: next}, 'store');
    }
    await new Promise((resolve) => (tx.oncomplete = resolve));
    database.close();
  }, format);

describe('a phone whose database was written by a newer version of the library', () => {
  const {questions} = lessonFile('m05-b02');
  let server;
  let browser;
  let opened;
  let page;

  before(async () => (server = await startServer()));
  after(() => server?.close());
  beforeEach(async () => {
    browser = await openBrowser();
    opened = await openPage(browser.context);
    page = opened.page;
    await show();
    await answer(questionAt(page, 0), questions[0]);
    await page.waitForFunction(() =>
      Object.keys(localStorage).some((key) => key.startsWith('kynangso/witness')),
    );
  });
  afterEach(() => browser?.dispose());

  const show = async () => {
    await page.goto(`${server.url}portal/strict-csp.html`);
    await page
      .getByRole('button', {name: lessonFile('m05-b02').title})
      .last()
      .click();
    await questionAt(page).locator('input').first().waitFor();
  };

  it('goes on as before when only the version is higher, and leaves what it does not know', async () => {
    await raise(page);
    await answer(questionAt(page, 1), questions[1]);
    await show();
    await answer(questionAt(page, 2), questions[2]);
    const {records} = await readKept(page);
    assert.equal(answersOf(records).length, 3);
    assert.deepEqual(streamsOf(records), [upTo(records.length)]);
    const {version, stores} = await readDatabase(page);
    assert.equal(version, 7);
    assert.deepEqual(stores.yetToCome, {keys: ['row'], rows: [{of: 'a newer copy'}]});
    assert.equal(await page.getByText(newerSentence).count(), 0);
    assert.deepEqual(opened.errors, []);
  });

  it('is told when the format is newer; answers are held, what was learned is shown, and nothing is touched', async () => {
    await raise(page, 2);
    const before = await readDatabase(page);
    await show();
    await page.getByText(newerSentence).waitFor();
    await questionAt(page, 0).getByText('Đã làm đúng').waitFor();
    await press(questionAt(page, 1), questions[1]);
    await questionAt(page, 1).getByText(heldWords).waitFor();
    assert.equal(await questionAt(page, 1).getByText(words.kept).count(), 0);
    await screen(page, 'newer-held', {fullPage: false});
    await page.getByText(newerSentence).scrollIntoViewIfNeeded();
    await screen(page, 'newer');
    await show();
    for (const index of [0, 1]) await questionAt(page, index).getByText('Đã làm đúng').waitFor();
    assert.deepEqual(await readDatabase(page), before);
    assert.deepEqual(opened.errors, []);
    assert.deepEqual(await opened.violations(), []);
  });

  it('keeps in the database, once, what was held, as soon as this version may write again', async () => {
    await raise(page, 2);
    await show();
    await press(questionAt(page, 1), questions[1]);
    await questionAt(page, 1).getByText(heldWords).waitFor();
    await raise(page, 1).catch(() => undefined);
    await page.evaluate(async () => {
      const database = await new Promise((resolve) => {
        const opening = indexedDB.open('kynangso');
        opening.onsuccess = () => resolve(opening.result);
      });
      const tx = database.transaction('meta', 'readwrite');
      const meta = tx.objectStore('meta').get('store');
      meta.onsuccess = () => tx.objectStore('meta').put({...meta.result, format: 1}, 'store');
      await new Promise((resolve) => (tx.oncomplete = resolve));
      database.close();
    });
    await show();
    for (const index of [0, 1]) await questionAt(page, index).getByText('Đã làm đúng').waitFor();
    const {records} = await readKept(page);
    assert.deepEqual(
      new Set(answersOf(records).map(({question}) => question)),
      new Set([questions[0].id, questions[1].id]),
    );
    assert.equal(answersOf(records).length, 2);
    for (const numbers of streamsOf(records)) assert.deepEqual(numbers, upTo(numbers.length));
  });

  it('keeps an answer beside the database when the newer version came while the lesson was open', async () => {
    await raise(page, 2);
    const before = await readDatabase(page);
    await press(questionAt(page, 1), questions[1]);
    await questionAt(page, 1).getByText(heldWords).waitFor();
    assert.deepEqual(await readDatabase(page), before);
    await show();
    await page.getByText(newerSentence).waitFor();
    for (const index of [0, 1]) await questionAt(page, index).getByText('Đã làm đúng').waitFor();
    assert.deepEqual(opened.errors, []);
  });
});
