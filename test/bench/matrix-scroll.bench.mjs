import {openMatrix} from './matrix/page.mjs';

export const title =
  'The matrix of a province: what a frame costs while it is flung, 95th percentile, processor four times slower';
export const limit = {'recycled rows': 0.7};
export const runs = 5;
export const slow = true;

const seen = {};

export const open = () => openMatrix({rate: 4});
export const close = (context) => context.close();

const note = (name, result) => {
  (seen[name] ??= []).push(result);
  return result.p95;
};
const peer =
  (tag) =>
  async ({page}) =>
    note(tag, await page.evaluate((name) => globalThis.peers.scroll(name), tag));

export const sides = {
  '@tanstack/lit-virtual': peer('with-tanstack'),
  'recycled rows': async ({page}) =>
    note('recycled rows', await page.evaluate(() => globalThis.matrix.ourScroll())),
  '@lit-labs/virtualizer': peer('with-virtualizer'),
};

export const notes = () =>
  Object.entries(seen).map(
    ([name, results]) =>
      `${name}: at most ${Math.max(...results.map(({nodes}) => nodes))} elements, ` +
      `${results.reduce((sum, {blanks}) => sum + blanks, 0)} frames with a hole, ` +
      `${results.reduce((sum, {brief}) => sum + brief, 0)} of ${9 * results.length} with a row that had its name only` +
      ` (${Math.max(...results.map(({whole = 0}) => whole)).toFixed(0)} ms after the last at most), ` +
      `longest frame ${Math.max(...results.map(({worst}) => worst)).toFixed(0)} ms`,
  );
