import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {openBrowser, questionAt, screen} from './harness.mjs';
import {openStage, says} from './stage/stage.mjs';

const {source: axe} = createRequire(import.meta.url)('axe-core');

const frozen = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('kynangso');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const all = request.result.transaction('records').objectStore('records').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => resolve(all.result.map((text) => JSON.parse(text)));
    };
  });

describe('a lesson that was translated', () => {
  let server;
  let browser;
  let stage;

  before(async () => {
    server = await startServer();
    browser = await openBrowser();
    stage = await openStage(browser.context.browser(), server);
  });
  after(async () => {
    await stage?.dispose();
    await browser?.dispose();
    await server?.close();
  });

  const show = (lesson, lang) =>
    stage.show(`<kns-course lang="${lang}" lesson="${lesson}"></kns-course>`);
  const langAround = (place) => place.evaluate((element) => element.closest('[lang]')?.lang);

  it('is read in the language of the page, and its answers are those of the one lesson', async () => {
    const page = await says(await show('m05-b02', 'en'), 'Open the bank’s app first');
    assert.equal(await langAround(page.locator('kns-lesson h2')), 'en');
    const question = questionAt(page);
    await question.getByText('“Wait, let me ask her first.”').click();
    await question.getByRole('button', {name: 'Answer'}).click();
    await question.getByText('Saved on this device').waitFor();
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await globalThis.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa']});
      return found.violations.map(({id}) => id);
    });
    assert.deepEqual(violations, []);
    await screen(page, 'translated-lesson');
    const records = await page.evaluate(frozen);
    const {lang, lesson, question: asked} = records.find(({verb}) => verb === 'answered');
    assert.deepEqual(
      {lang, lesson, asked},
      {lang: 'en', lesson: 'm05-b02@1', asked: 'm05-b02#ten-khong-khop@1'},
    );
    await page.close();
  });

  it('counts the same in Vietnamese: what was right stays right', async () => {
    const page = await says(await show('m05-b02', 'vi'), 'Ngón cái – tên người nhận');
    await questionAt(page).getByText('Đã làm đúng').waitFor();
    await page.close();
  });

  it('stands in Vietnamese where there is no other, and says so to whoever hears it read', async () => {
    const page = await says(await show('m05-b01', 'en'), 'All lessons');
    const section = page.locator('kns-lesson section.points');
    await section.waitFor();
    assert.equal(await langAround(section), 'vi');
    assert.equal(await langAround(page.locator('kns-lesson h2')), 'vi');
    assert.equal(await langAround(section.locator('h3')), 'vi', 'the heading is the author’s');
    assert.equal(await langAround(questionAt(page).locator('legend span')), 'vi');
    const practised = page.getByRole('button', {name: 'I have practised'});
    assert.equal(await langAround(practised), 'en');
    await page.close();
  });

  it('is read as it was written while its translation cannot be fetched', async () => {
    await stage.context.route('**/m05-b02.en.*.json', (route) => route.abort());
    await stage.behind(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('kynangso');
          request.onsuccess = () => {
            const tx = request.result.transaction('files', 'readwrite');
            tx.objectStore('files').clear();
            tx.oncomplete = resolve;
          };
        }),
    );
    const page = await says(await show('m05-b02', 'en'), 'Ngón cái – tên người nhận');
    assert.equal(await langAround(page.locator('kns-lesson h2')), 'vi');
  });
});
