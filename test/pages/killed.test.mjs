import assert from 'node:assert/strict';
import {appendFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answerOnAndOn, answersOf, lessonFile, readKept, streamsOf, upTo} from './answering.mjs';
import {openBrowser, openPage, questionAt, screen} from './harness.mjs';
import {shownText} from './shown-text.mjs';

const kills = process.env.KNS_LONG ? 200 : 5;
const tears = process.env.KNS_LONG ? 40 : 2;
const steps = ['pressed', 'saved', 'chosen'];
const order = lessonFile('m05-b02').questions.map(({id}) => id);
const lost = /đã bị xóa|mất một phần/;

/** Leaves the head of an entry and a part of what it announces at the end of the log, as an end in the middle of a write does. */
function tear(folder) {
  const [database] = readdirSync(folder).filter((name) => name.endsWith('.leveldb'));
  const log = readdirSync(join(folder, database)).find((name) => name.endsWith('.log'));
  const [sum, length, whole] = [[0x12, 0x34, 0x56, 0x78], [200, 0], [1]];
  appendFileSync(join(folder, database, log), new Uint8Array([...sum, ...length, ...whole, 7, 7]));
}

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

  /** Answers on and on until it has heard of a step so many times, and ends the browser there. */
  const answerUntil = async ({step, count}) => {
    const {page} = await open();
    let heard = 0;
    const closed = page.waitForEvent('close', {timeout: 0});
    await page.exposeBinding('note', (_source, {step: at, ...answer}) => {
      if (at === 'saved') said.push(answer);
      if (at === step && ++heard === count) void browser.kill();
    });
    answerOnAndOn(page, 1000).catch(() => {});
    await closed;
  };

  /** Opens the browser again and holds what is on disk against what was called saved. */
  const comparedAfter = async (end) => {
    browser = await launch({profile: browser.profile});
    const again = await open();
    const {records, own} = await readKept(again.page);
    const kept = answersOf(records);
    const inBook = counted(kept);
    for (const [answer, count] of counted(said)) {
      assert.ok(
        (inBook.get(answer) ?? 0) >= count,
        `After ${end}: ${answer} was called saved ${count} times, the database has ${inBook.get(answer) ?? 0}.`,
      );
    }
    // Chromium empties a database whose log an end has torn; what comes back goes on under another name.
    for (const numbers of streamsOf(records)) assert.deepEqual(numbers, upTo(numbers.length));
    const written = new Set(records.map(({device, seq}) => `${device} ${seq}`));
    assert.ok(own.every(({device, seq}) => seq === 0 || written.has(`${device} ${seq}`)));

    const text = await shownText(again.page.locator('kns-course'));
    assert.match(text, /Trả lời/);
    assert.doesNotMatch(text, lost);
    assert.deepEqual(again.errors, []);
    await again.page.close();
    return {kept, own};
  };

  it(`has every answer it called saved, after each of ${kills} such ends`, async () => {
    /** The records that were found after the lives before. */
    const known = new Set();
    for (let kill = 0; kill < kills; kill++) {
      const at = {step: steps[kill % steps.length], count: 3 + ((kill * 7) % 11)};
      await answerUntil(at);
      const {kept} = await comparedAfter(`end ${kill + 1} (${at.count} × ${at.step})`);
      // What the page gave last it could not tell any more, but it goes round the questions from the first.
      const given = kept.filter(({id}) => !known.has(id)).sort((a, b) => a.seq - b.seq);
      assert.deepEqual(
        given.map(({question}) => question),
        given.map((_, index) => order[index % order.length]),
        'The database has answers nobody gave.',
      );
      for (const {id} of given) known.add(id);
    }
    assert.ok(said.length >= kills * 2, 'The browser ended before enough was answered.');
  });

  it(`has them as well where the end before tore the browser’s own log, after each of ${tears} such pairs`, async () => {
    let noticed = 0;
    for (let pair = 0; pair < tears; pair++) {
      await answerUntil({step: 'saved', count: 2});
      tear(join(browser.profile, 'Default/IndexedDB'));
      browser = await launch({profile: browser.profile});
      const {page} = await open();
      const before = (await readKept(page)).own;
      await page.close();
      await answerUntil({step: 'saved', count: 4 + pair});
      const {own} = await comparedAfter(`pair ${pair + 1}`);
      if (own[0].device !== before[0].device) noticed++;
    }
    // Where the log had grown long the browser has begun another, which was not torn.
    assert.ok(noticed > 0, 'The browser noticed nothing.');
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
