import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answerOnAndOn, answersOf, readKept, streamsOf, upTo} from './answering.mjs';
import {openBrowser, openPage, questionAt, screen} from './harness.mjs';
import {shownText} from './shown-text.mjs';

const kills = process.env.KNS_LONG ? 200 : 5;
const steps = ['pressed', 'saved', 'chosen'];
const lost = /đã bị xóa|mất một phần/;

const counted = (answers) => {
  const counts = new Map();
  for (const {lesson, question, right} of answers) {
    const key = `${lesson}#${question} ${right ? 'right' : 'wrong'}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

describe('a phone that ends the browser in the middle of an answer', () => {
  let server;
  let browser;
  /** Answers whose verdict said that they are saved, over all lives of the browser. */
  const said = [];
  /** Answers given that the page had not yet spoken about. */
  let unheard = 0;

  const launch = async (options) => {
    const launched = await openBrowser(options);
    await launched.context.addInitScript(() => {
      const seen = [];
      Object.defineProperty(globalThis, Symbol.for('test/transactions'), {value: seen});
      const {transaction} = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (...args) {
        const tx = transaction.apply(this, args);
        const stores = [...tx.objectStoreNames];
        seen.push({stores, mode: tx.mode, durability: tx.durability});
        return tx;
      };
    });
    return launched;
  };

  const open = async () => {
    const opened = await openPage(browser.context);
    await opened.page.goto(`${server.url}pwa/#/m05-b02`);
    await questionAt(opened.page).locator('input').first().waitFor();
    return opened;
  };

  before(async () => {
    server = await startServer();
    browser = await launch();
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it(`has every answer it called saved, after each of ${kills} such ends`, async () => {
    for (let kill = 0; kill < kills; kill++) {
      const {page} = await open();
      const at = {step: steps[kill % steps.length], count: 3 + ((kill * 7) % 11)};
      let pending = 0;
      let heard = 0;
      const closed = page.waitForEvent('close', {timeout: 0});
      await page.exposeBinding('note', (_source, {step, ...answer}) => {
        if (step === 'pressed') pending++;
        if (step === 'saved') {
          pending--;
          said.push(answer);
        }
        if (step === at.step && ++heard === at.count) void browser.kill();
      });
      answerOnAndOn(page, 1000).catch(() => {});
      await closed;
      unheard += pending;

      browser = await launch({profile: browser.profile});
      const again = await open();
      const {records, own} = await readKept(again.page);
      const kept = answersOf(records);
      const inBook = counted(kept);
      for (const [answer, count] of counted(said)) {
        assert.ok(
          (inBook.get(answer) ?? 0) >= count,
          `After end ${kill + 1} (${at.count} × ${at.step}): ${answer} was called saved ${count} times, ` +
            `the database has ${inBook.get(answer) ?? 0}.`,
        );
      }
      assert.ok(kept.length <= said.length + unheard, 'The database has answers nobody gave.');
      // Chromium empties a database whose log an end has torn; what comes back goes on under another name.
      for (const numbers of streamsOf(records)) assert.deepEqual(numbers, upTo(numbers.length));
      const written = new Set(records.map(({device, seq}) => `${device} ${seq}`));
      assert.ok(own.every(({device, seq}) => seq === 0 || written.has(`${device} ${seq}`)));

      const text = await shownText(again.page.locator('kns-course'));
      assert.match(text, /Trả lời/);
      assert.doesNotMatch(text, lost);
      assert.deepEqual(again.errors, []);
      await again.page.close();
    }
    assert.ok(said.length >= kills * 2, 'The browser ended before enough was answered.');
  });

  it('shows afterwards which questions were right, and every single time they were tried', async () => {
    const {page} = await open();
    const {records} = await readKept(page);
    const kept = answersOf(records);
    for (const name of new Set(said.map(({question}) => question))) {
      const element = page.locator(`kns-question#q-${name}`);
      if (said.some(({question, right}) => question === name && right)) {
        await element.getByText('Đã làm đúng').waitFor();
      }
    }
    // The first question's earlier answers, line by line.
    const first = questionAt(page);
    const name = (await first.getAttribute('id')).replace(/^q-/, '');
    await first.locator('input').first().check();
    await first.getByRole('button', {name: 'Trả lời'}).click();
    await first.getByRole('button', {name: 'Các lần đã làm'}).click();
    const lines = first.locator('.history li');
    await lines.first().waitFor();
    const times = kept.filter(({question}) => question === name).length;
    assert.equal(await lines.count(), times + 1);
    await screen(page, 'killed-history');
    await page.close();
  });

  it('writes each answer in one strict transaction together with the standing', async () => {
    const {page} = await open();
    const seen = () => page.evaluate(() => globalThis[Symbol.for('test/transactions')]);
    const before = (await seen()).length;
    await answerOnAndOn(page, 4);
    // What is fetched again is kept beside, at leisure.
    const writes = (await seen())
      .slice(before)
      .filter(({mode, stores}) => mode === 'readwrite' && stores.includes('records'));
    assert.equal(writes.length, 4);
    for (const {stores, durability} of writes) {
      assert.equal(durability, 'strict');
      assert.ok(stores.includes('standings'), String(stores));
    }
    await page.close();
  });
});
