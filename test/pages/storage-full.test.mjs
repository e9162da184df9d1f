import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answer,
  answersOf,
  lessonFile,
  openLesson,
  press,
  readDatabase,
  readKept,
  secondCopyKnows,
  streamsOf,
  upTo,
} from './answering.mjs';
import {openBrowser, openPage, questionAt, screen, words} from './harness.mjs';

const heldWords = 'đang giữ tạm, chưa vào sổ';
const unsavedWords = 'Chưa lưu được câu trả lời';

/** Writes into the origin's storage until the browser refuses; resolves to what it said. */
const fillDatabase = (page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('ballast');
    opening.onupgradeneeded = () => opening.result.createObjectStore('ballast');
    const database = await new Promise((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    for (let number = 0; ; number++) {
      const tx = database.transaction('ballast', 'readwrite', {durability: 'strict'});
      tx.objectStore('ballast').put(crypto.getRandomValues(new Uint8Array(65536)), number);
      const refusal = await new Promise((resolve) => {
        tx.oncomplete = () => resolve(undefined);
        tx.onabort = () => resolve(tx.error.name);
      });
      if (refusal) {
        database.close();
        return refusal;
      }
    }
  });

/** Leaves not one character of room beside the database. */
const fillBeside = (page) =>
  page.evaluate(() => {
    for (let size = 4_000_000; size > 0; size = Math.floor(size / 2)) {
      for (let number = 0; ; number++) {
        try {
          localStorage.setItem(`ballast ${size} ${number}`, 'x'.repeat(size));
        } catch {
          break;
        }
      }
    }
  });

/** A phone that gives our pages little room, and has not been to any of them. */
async function smallPhone() {
  const server = await startServer();
  const browser = await openBrowser();
  const {page} = await openPage(browser.context);
  const session = await browser.context.newCDPSession(page);
  const {origin} = new URL(server.url);
  // Before the first visit: the browser remembers for half a minute how much room it saw.
  await session.send('Storage.overrideQuotaForOrigin', {origin, quotaSize: 3_000_000});
  return {
    page,
    server,
    /** The learner deleted some films. */
    makeRoom: () => session.send('Storage.overrideQuotaForOrigin', {origin}),
    async dispose() {
      await browser.dispose();
      await server.close();
    },
  };
}

/** A phone with a lesson open on which one question was answered and which then ran full. */
async function fullPhone() {
  const phone = await smallPhone();
  const {page, server} = phone;
  const {questions} = lessonFile('m05-b02');
  const show = async () => {
    await page.goto(`${server.url}pwa/#/m05-b02`);
    await page.reload();
    await questionAt(page).locator('input').first().waitFor();
  };
  await show();
  await page.getByText('Đã lưu sẵn').waitFor();
  await answer(questionAt(page, 0), questions[0]);
  // The code that writes it is there from now on: what is held later must not get into it.
  await secondCopyKnows(page, (await readKept(page)).records.length);
  assert.equal(await fillDatabase(page), 'QuotaExceededError');
  return {...phone, questions, show};
}

const answered = async (page) =>
  answersOf((await readKept(page)).records).map(({question}) => question);

describe('a phone without room in the database', () => {
  let phone;
  before(async () => (phone = await fullPhone()));
  after(() => phone?.dispose());

  it('tells the learner that an answer is only held for now, and what to do', async () => {
    const {page, questions} = phone;
    const question = questionAt(page, 1);
    await press(question, questions[1]);
    await question.getByText(heldWords).waitFor();
    await question.getByText('xóa bớt ảnh hoặc video').waitFor();
    assert.equal(await question.getByText(words.kept).count(), 0);
    await question.scrollIntoViewIfNeeded();
    await screen(page, 'storage-full-held');
    assert.deepEqual(await answered(page), [questions[0].id]);
  });

  it('goes on holding answers, so that the learner can go on learning', async () => {
    const {page, questions} = phone;
    const question = questionAt(page, 2);
    await press(question, questions[2]);
    await question.getByText(heldWords).waitFor();
    await page.getByText(`Anh/chị đã đúng 3/${questions.length} câu.`).waitFor();
  });

  it('shows after a reload, still without room, both what was saved and what is held', async () => {
    const {page, questions, show} = phone;
    await show();
    for (const index of [0, 1, 2]) {
      await questionAt(page, index).getByText('Đã làm đúng').waitFor();
    }
    await page.getByText(`Anh/chị đã đúng 3/${questions.length} câu.`).waitFor();
    assert.deepEqual(await answered(page), [questions[0].id]);
  });

  it('has the held answers in the database once there is room and the page was opened again', async () => {
    const {page, questions, show, makeRoom} = phone;
    await makeRoom();
    await show();
    await questionAt(page, 2).getByText('Đã làm đúng').waitFor();
    const {records} = await readKept(page);
    assert.deepEqual(
      new Set(answersOf(records).map(({question}) => question)),
      new Set(questions.slice(0, 3).map(({id}) => id)),
    );
    assert.equal(answersOf(records).length, 3);
    assert.deepEqual(streamsOf(records), [upTo(records.length)]);
    const waiting = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.includes('held')),
    );
    assert.deepEqual(waiting, []);
  });
});

describe('a phone without room anywhere', () => {
  let phone;
  before(async () => (phone = await fullPhone()));
  after(() => phone?.dispose());

  it('says that an answer was not kept and what to do, and leaves the choice as it was', async () => {
    const {page, questions} = phone;
    await fillBeside(page);
    const question = questionAt(page, 1);
    await press(question, questions[1]);
    await question.getByText(unsavedWords).waitFor();
    await question.getByText('giữ nguyên trang này').waitFor();
    assert.equal(await question.getByText(words.kept).count(), 0);
    assert.equal(await question.getByText(heldWords).count(), 0);
    await question.scrollIntoViewIfNeeded();
    await screen(page, 'storage-full-unsaved');
  });

  it('keeps that answer, once, when the learner presses the button again with room', async () => {
    const {page, questions, makeRoom} = phone;
    await makeRoom();
    const question = questionAt(page, 1);
    await question.getByRole('button', {name: words.answer}).click();
    await question.getByText(words.kept).waitFor();
    assert.deepEqual(
      new Set(await answered(page)),
      new Set(questions.slice(0, 2).map(({id}) => id)),
    );
    assert.equal((await answered(page)).length, 2);
  });
});

describe('a phone without room for the whole course', () => {
  let phone;
  before(async () => (phone = await smallPhone()));
  after(() => phone?.dispose());

  /** What came of keeping every lesson, as a page that asks for it hears, and how many files that takes. */
  const keepAll = (page) =>
    page.evaluate(async () => {
      let wanted = 0;
      const keeping = document
        .querySelector('kns-course')
        .keepAll({onProgress: (_, total) => (wanted = total)});
      const end = await keeping.then(
        () => 'kept',
        ({code}) => code,
      );
      return {end, wanted};
    });
  const kept = async (page) => (await readDatabase(page, ['files'])).stores.files.keys.length;

  it('is not told that every lesson is kept, and is once there is room', async () => {
    const {page, server, makeRoom} = phone;
    // No worker is at work here, whose files would take the room as well.
    await page.goto(`${server.url}portal/strict-csp.html`);
    await openLesson(page, 'm05-b02');
    await answer(questionAt(page), lessonFile('m05-b02').questions[0]);
    assert.equal(await fillDatabase(page), 'QuotaExceededError');
    const full = await keepAll(page);
    assert.equal(full.end, 'storage-full');
    assert.ok((await kept(page)) < full.wanted);

    await makeRoom();
    assert.equal((await keepAll(page)).end, 'kept');
    assert.equal(await kept(page), full.wanted);
  });
});
