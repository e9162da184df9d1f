import {existsSync, readdirSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {install} from './install.mjs';
import {option} from './option.mjs';
import {root} from './root.mjs';

/**
 * Runs test/bench/*.mjs. Each exports `title`, `sides` (name → one measured run in ms; the first side is the base),
 * and may export `unit` (if not ms), `limit` (highest median ratio to the base, by side), `most` (highest median), `runs` (at least so many; exactly, where it is
 * `slow`), `open()`, `close()`, and `notes(context)` (more lines to print). A target that is missed is marked and never fails the run: the machine decides too much.
 */
install();

const runs = Number(option('runs') ?? 15);
const only = option('only') ?? '';
const folder = `${root}/test/bench`;
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.bench.mjs') && name.includes(only))
  : [];

const {needChromium} = await import('./chromium.mjs');
process.env.CHROME_PATH = needChromium();
if (!process.argv.includes('--no-build')) await (await import('./product.mjs')).build();

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => {
  const order = sorted(values);
  const middle = order.length >> 1;
  return order.length % 2 ? order[middle] : (order[middle - 1] + order[middle]) / 2;
};
const written = (value) => value.toFixed(value < 10 ? 2 : 0);

let missed = 0;
for (const file of files) {
  const bench = await import(pathToFileURL(`${folder}/${file}`).href);
  const names = Object.keys(bench.sides);
  const times = new Map(names.map((name) => [name, []]));
  console.log(`\n${bench.title}`);
  const context = await bench.open?.();
  let notes;
  try {
    // Sides alternate within one run, so that a slow minute of the machine slows them alike.
    const count = bench.slow ? bench.runs : Math.max(runs, bench.runs ?? 0);
    for (let run = 0; run < count; run++) {
      for (const name of run % 2 ? [...names].reverse() : names) {
        times.get(name).push(await bench.sides[name](context));
      }
    }
    notes = bench.notes?.(context) ?? [];
  } finally {
    await bench.close?.(context);
  }
  const base = times.get(names[0]);
  for (const name of names) {
    const own = times.get(name);
    const order = sorted(own);
    const ratio = median(own.map((value, run) => value / base[run]));
    const targets = [
      [ratio, bench.limit?.[name]],
      [median(own), bench.most?.[name]],
    ].filter(([, target]) => target !== undefined);
    const said = targets.map(([is, target]) => {
      if (is > target) missed++;
      return ` (target ≤ ${target}: ${is <= target ? 'kept' : 'OVER TARGET'})`;
    });
    console.log(
      `  ${name}: ${written(median(own))} ${bench.unit ?? 'ms'} [${written(order[0])}–${written(order.at(-1))}], ` +
        `${own.length} runs, × ${ratio.toFixed(2)}${said.join('')}`,
    );
  }
  for (const note of notes) console.log(`  ${note}`);
}
if (files.length === 0) console.log('There is nothing to measure in test/bench.');
if (missed > 0) console.log(`\n${missed} over target.`);
