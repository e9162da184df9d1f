import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {chromiumArgs, needChromium} from '../../tools/chromium.mjs';
import {openSite} from './site.mjs';

export const title = 'An answer to disk: median of 40 answers, one strict transaction each';
export const limit = {'study.answer': 1.3};
export const runs = 31;

const block = 40;

/** Prepares both sides in the page: the library's study, and a database that takes the same bytes without it. */
async function prepare(block) {
  const store = globalThis[Symbol.for('kynangso/page/1')];
  await store.opened;
  const loaded = await store.courses.load(
    new URL('../courses/so-tay-ky-nang-so/course.json', location.href).href,
  );
  const lesson = await store.courses.lesson(loaded, loaded.course.first.lesson.id);
  const study = await store.study(loaded.course);
  const question = lesson.questions.find(({type}) => type === 'choice');
  const responses = question.options.map(({id}) => id);

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // What an answer writes, taken from where the library wrote it.
  const answer = (number) => study.answer(lesson, question, responses[number % responses.length]);
  for (let number = 0; number < block; number++) await answer(number);
  const ours = await done(indexedDB.open('kynangso'));
  const reading = ours.transaction(['records', 'standings']);
  const [keys, records, places, rows] = await Promise.all([
    done(reading.objectStore('records').getAllKeys()),
    done(reading.objectStore('records').getAll()),
    done(reading.objectStore('standings').getAllKeys()),
    done(reading.objectStore('standings').getAll()),
  ]);
  ours.close();
  const [key, record, place, row] = [keys.at(-1), records.at(-1), places[0], rows[0]];

  const opening = indexedDB.open('raw');
  opening.onupgradeneeded = () => {
    for (const name of ['records', 'standings']) opening.result.createObjectStore(name);
  };
  const raw = await done(opening);
  let written = 0;
  const write = () =>
    new Promise((resolve, reject) => {
      const tx = raw.transaction(['records', 'standings'], 'readwrite', {durability: 'strict'});
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
      const [learner, course, id] = key;
      const number = String(written++).padStart(8, '0');
      tx.objectStore('records').put(record, [learner, course, id.slice(0, -8) + number]);
      tx.objectStore('standings').put(row, place);
    });

  const timed = async (work) => {
    const times = [];
    for (let number = 0; number < block; number++) {
      const began = performance.now();
      await work(number);
      times.push(performance.now() - began);
    }
    return times;
  };
  globalThis.sides = {raw: () => timed(write), ours: () => timed(answer)};
  return {recordBytes: record.length, standingBytes: row.bytes.byteLength};
}

const quantile = (times, part) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];

/** A page with both sides; `again`: the store was opened there before, and its answers are in both copies. */
async function openPage(site, again) {
  const profile = mkdtempSync(join(tmpdir(), 'kynangso-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: needChromium(),
    args: chromiumArgs,
  });
  const page = await context.newPage();
  for (const time of again ? [1, 2] : [1]) {
    await page.goto(`${site.url}bench/store.html?${time}`);
    await page.waitForFunction(() => globalThis[Symbol.for('kynangso/page/1')]);
    await page.evaluate(async () => {
      const store = globalThis[Symbol.for('kynangso/page/1')];
      await store.opened;
      await store.settled();
    });
  }
  const bytes = await page.evaluate(prepare, block);
  return {profile, context, page, bytes};
}

export async function open() {
  const site = await openSite();
  const [first, later] = [await openPage(site, false), await openPage(site, true)];
  return {site, first, later, bytes: first.bytes, all: {raw: [], ours: [], later: []}};
}

export async function close({site, first, later}) {
  for (const {context, profile} of [first, later]) {
    await context.close();
    rmSync(profile, {recursive: true, force: true, maxRetries: 5});
  }
  await site.close();
}

async function measure({page}, side, times) {
  const took = await page.evaluate((name) => globalThis.sides[name](), side);
  times.push(...took);
  return quantile(took, 0.5);
}

export const sides = {
  'raw transaction': ({first, all}) => measure(first, 'raw', all.raw),
  'study.answer': ({first, all}) => measure(first, 'ours', all.ours),
  'study.answer, in both copies': ({later, all}) => measure(later, 'ours', all.later),
};

/** What the medians do not tell. */
export function notes({all, bytes}) {
  const of = (name, part) => quantile(all[name], part).toFixed(2);
  const ratio = (part) => (quantile(all.ours, part) / quantile(all.raw, part)).toFixed(2);
  return [
    `raw p50 ${of('raw', 0.5)} ms, p99 ${of('raw', 0.99)} ms; study.answer p50 ${of('ours', 0.5)} ms, ` +
      `p99 ${of('ours', 0.99)} ms; of all answers together p50 × ${ratio(0.5)}, p99 × ${ratio(0.99)}`,
    `both write a record of ${bytes.recordBytes} characters and a standing of ${bytes.standingBytes} bytes`,
  ];
}
