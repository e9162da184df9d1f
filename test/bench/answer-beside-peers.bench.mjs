import {installPeers, peersScript} from './peers/install.mjs';
import * as answers from './answer-to-disk.bench.mjs';

export const title = 'The same answer kept by others: median of 40, record and standing';
export const runs = 11;

/** Gives every peer what the library wrote for one answer, as the text that all of them can keep. */
async function prepare() {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const ours = await done(indexedDB.open('kynangso'));
  const tx = ours.transaction(['records', 'standings']);
  const [records, [row]] = await Promise.all([
    done(tx.objectStore('records').getAll()),
    done(tx.objectStore('standings').getAll()),
  ]);
  ours.close();
  const record = records.at(-1);
  const standing = JSON.stringify({...row, bytes: new TextDecoder().decode(row.bytes)});
  await import(new URL('peers.js', location.href).href);
  let number = 0;
  const {raw} = globalThis.sides;
  const block = (await raw()).length;
  for (const [name, write] of Object.entries(await globalThis.openPeers())) {
    globalThis.sides[name] = async () => {
      const times = [];
      for (let count = 0; count < block; count++) {
        const id = `0${String(number++).padStart(11, '0')}`;
        const began = performance.now();
        await write(id, record, standing);
        times.push(performance.now() - began);
      }
      return times;
    };
    await globalThis.sides[name]();
  }
}

export async function open() {
  installPeers();
  const context = await answers.open();
  await peersScript('answers.js', 'peers.js');
  await context.first.page.evaluate(prepare);
  return {...context, all: Object.fromEntries(names.map((name) => [name, []]))};
}

export const close = answers.close;

const names = ['raw', 'ours', 'dexie', 'rxdb', 'pouchdb', 'tinybase'];

const quantile = (times, part) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];

async function measure({first, all}, side) {
  const times = await first.page.evaluate((name) => globalThis.sides[name](), side);
  all[side].push(...times);
  return quantile(times, 0.5);
}

export const sides = {
  'raw transaction': (context) => measure(context, 'raw'),
  'study.answer': (context) => measure(context, 'ours'),
  'Dexie 4.4': (context) => measure(context, 'dexie'),
  'RxDB 17.6': (context) => measure(context, 'rxdb'),
  'PouchDB 9.0': (context) => measure(context, 'pouchdb'),
  'TinyBase 10.0': (context) => measure(context, 'tinybase'),
};

/** Of all answers together, and whether anybody is ahead of the library. */
export function notes({all}) {
  const of = (name, part) => quantile(all[name], part);
  const line = (name) =>
    `${name} p50 ${of(name, 0.5).toFixed(2)} ms, p99 ${of(name, 0.99).toFixed(2)} ms`;
  const ahead = names
    .slice(2)
    .filter((name) => [0.5, 0.99].some((part) => of(name, part) <= of('ours', part)));
  return [
    names.map(line).join('; '),
    ahead.length > 0
      ? `AHEAD OF US in p50 or p99: ${ahead.join(', ')}`
      : 'nobody is ahead of study.answer',
    'strict durability: raw, ours, Dexie, RxDB; PouchDB and TinyBase have none to ask for',
  ];
}
