import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {chromiumArgs, needChromium} from '../../tools/chromium.mjs';
import {openSite} from './site.mjs';

export const title =
  'Opening the store in a browser that was just started, until the first study shows its standing';
export const limit = {'100,000 records received': 1.3, '1,000,000 records received': 1.3};
export const runs = 15;

/** Records of one section, as a finished course makes them. */
const perSection = 120;
const perProfile = () => ({none: [], some: [], many: []});
const received = {none: 0, some: 100_000, many: 1_000_000};

async function withBrowser(profile, work) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: needChromium(),
    args: chromiumArgs,
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Somebody has learned here, and then sections of others came: as many rows, of the size of real ones. */
async function fill({sections, perBatch}) {
  const store = globalThis[Symbol.for('kynangso/page/1')];
  const src = new URL('../courses/so-tay-ky-nang-so/course.json', location.href).href;
  const loaded = await store.courses.load(src);
  const study = await store.study(loaded.course);
  const lesson = await store.courses.lesson(loaded, loaded.course.first.lesson.id);
  await study.answer(lesson, lesson.questions[0], lesson.questions[0].options?.[0]?.id);
  await store.settled();

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('kynangso'));
  const names = loaded.course.slots.lessons;
  const packed = new TextEncoder().encode(
    JSON.stringify({
      v: 1,
      e: 0,
      n: 0,
      l: names.flatMap((name) => [name, 5, 2500, 0]),
      q: names.flatMap((name) =>
        [1, 2, 3, 4, 5].flatMap((nth) => [name.replace('@', `#cau-${nth}@`), 13]),
      ),
      t: {},
      c: {},
      a: {},
      r: {},
    }),
  );
  const hex = (number, length) => number.toString(16).toUpperCase().padStart(length, '0');
  for (let from = 0; from < sections; from += perBatch) {
    const tx = database.transaction(['packets', 'received'], 'readwrite', {durability: 'relaxed'});
    for (let number = from; number < Math.min(sections, from + perBatch); number++) {
      const learner = hex(number, 16);
      const hash = hex(number, 32).toLowerCase();
      const course = loaded.course.id;
      const bytes = crypto.getRandomValues(new Uint8Array(5400));
      const row = {
        ...{kind: 'records', learner, course, bytes, packed, hash},
        ...{courseVersion: [1, 0], madeOn: 2500, epoch: 0, streams: [], moreStreams: false},
        ...{slots: [names.length, 5 * names.length], partial: false, firstReceivedOn: 2500},
        ...{firstReceivedAt: 1_795_000_000_000, times: 1, import: 'x', admitted: true},
      };
      tx.objectStore('packets').put(row, [learner, course, hash]);
      const cache = {fold: 1, from: [1, hash], bytes: packed};
      tx.objectStore('received').put(cache, [learner, course]);
    }
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
  }
  database.close();
  return {row: 5400 + packed.length};
}

const untilStore = (page) =>
  page.waitForFunction(() => globalThis[Symbol.for('kynangso/page/1')] !== undefined);

export async function open() {
  const site = await openSite();
  const address = `${site.url}bench/store.html`;
  const plain = `${site.url}bench/plain.html`;
  const profiles = {};
  let bytes;
  for (const [name, count] of Object.entries(received)) {
    const profile = mkdtempSync(join(tmpdir(), 'kynangso-bench-'));
    profiles[name] = profile;
    const sections = Math.ceil((count / perSection) * Number(process.env.KNS_BENCH_SCALE ?? 1));
    await withBrowser(profile, async (page) => {
      await page.goto(address);
      await untilStore(page);
      bytes = await page.evaluate(fill, {sections, perBatch: 200});
    });
    // The twin takes in what came beside the library; from then on the two have the same.
    await withBrowser(profile, async (page) => {
      page.setDefaultTimeout(600_000);
      await page.goto(address);
      await untilStore(page);
      await page.evaluate(async () => {
        const store = globalThis[Symbol.for('kynangso/page/1')];
        await store.opened;
        await store.settled();
      });
    });
  }
  const course = await (await fetch(`${site.url}courses/so-tay-ky-nang-so/course.json`)).json();
  return {site, address, plain, course, profiles, bytes, kept: perProfile(), bare: perProfile()};
}

export async function close({site, profiles}) {
  await site.close();
  for (const profile of Object.values(profiles)) {
    rmSync(profile, {recursive: true, force: true, maxRetries: 5});
  }
}

/** Runs before the page's own scripts: from the first request for the database until a standing can be drawn. */
function watchOpening(course) {
  const key = Symbol.for('kynangso/page/1');
  const {open} = IDBFactory.prototype;
  let began;
  IDBFactory.prototype.open = function (...given) {
    if (given[0] === 'kynangso') began ??= performance.now();
    return open.apply(this, given);
  };
  const blocked = [];
  const longTasks = new PerformanceObserver((list) =>
    blocked.push(...list.getEntries().map(({duration}) => duration)),
  );
  longTasks.observe({type: 'longtask'});
  let page;
  Object.defineProperty(globalThis, key, {
    get: () => page,
    set(store) {
      page = store;
      globalThis.opening = (async () => {
        const {snapshot} = await store.study(course);
        if (snapshot.progress === undefined) throw new Error('There is nothing to show.');
        const shown = performance.now() - began;
        await store.settled();
        const inStep = performance.now() - began;
        await new Promise((resolve) => requestIdleCallback(resolve));
        return {shown, inStep, longest: Math.max(0, ...blocked)};
      })();
    },
  });
}

/** A browser that has just come up, and what is compared after the first screen as well. */
async function measure({address, course, profiles, kept}, side) {
  const times = await withBrowser(profiles[side], async (page) => {
    await page.addInitScript(watchOpening, course);
    await page.goto(address);
    return page.evaluate(() => globalThis.opening);
  });
  kept[side].push(times);
  return times.shown;
}

/** What the browser alone takes on the same files: two openings side by side, and of each the first rows. */
async function bareOpening() {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const began = performance.now();
  const first = async () => {
    const database = await done(indexedDB.open('kynangso'));
    const meta = await done(database.transaction('meta').objectStore('meta').get('store'));
    if (!meta) throw new Error('There is no database of the library.');
  };
  const twin = async () => {
    const {indexedDB: place} = await navigator.storageBuckets.open('kynangso');
    const rows = (await done(place.open('kynangso'))).transaction('rows').objectStore('rows');
    const standings = IDBKeyRange.bound(['standings'], ['standings', []]);
    const found = await done(rows.getAll(standings));
    if (found.length !== 1) throw new Error('There is no twin of the library.');
  };
  await Promise.all([first(), twin()]);
  return performance.now() - began;
}

async function measureBare({plain, profiles, bare}, side) {
  const took = await withBrowser(profiles[side], async (page) => {
    await page.goto(plain);
    return page.evaluate(bareOpening);
  });
  bare[side].push(took);
  return took;
}

export const sides = {
  'nothing received': (context) => measure(context, 'none'),
  '100,000 records received': (context) => measure(context, 'some'),
  '1,000,000 records received': (context) => measure(context, 'many'),
  'the browser alone, nothing received': (context) => measureBare(context, 'none'),
  'the browser alone, 100,000 records received': (context) => measureBare(context, 'some'),
  'the browser alone, 1,000,000 records received': (context) => measureBare(context, 'many'),
};

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** What goes on after the first screen: database and twin compare the names of all their rows. */
export function notes({kept, bare, bytes}) {
  const of = (side, what) => median(kept[side].map((times) => times[what])).toFixed(0);
  const added = Object.keys(kept).map((side) =>
    median(kept[side].map(({shown}, run) => shown - bare[side][run])),
  );
  return [
    `above what the browser alone takes: ${added.map((ms) => ms.toFixed(1)).join(', ')} ms ` +
      `(× ${added.map((ms) => (ms / added[0]).toFixed(2)).join(', × ')})`,
    `sections of ${perSection} records, a row of ${bytes.row} bytes each`,
    ...Object.keys(kept).map(
      (side) =>
        `${received[side].toLocaleString('en')} records: in step with the twin after ${of(side, 'inStep')} ms, ` +
        `longest task of the page ${of(side, 'longest')} ms (0: none above 50 ms)`,
    ),
  ];
}
