import {readFileSync} from 'node:fs';
import {openMatrix} from './matrix/page.mjs';

export const title =
  'The matrix of a province: memory beyond that of an empty page, with everything read, judged and drawn';
export const unit = 'MB';
export const most = {'recycled rows': 60};
export const runs = 3;
export const slow = true;

export async function open() {
  const context = await openMatrix();
  // Another page beside it would be counted as well.
  await context.page.close();
  return context;
}
export const close = (context) => context.close();

/** What the processes of pages have to themselves, in MB; Linux tells it. */
async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  const browser = await page.context().browser().newBrowserCDPSession();
  const {processInfo} = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  const kilobytes = processInfo
    .filter(({type}) => type === 'renderer')
    .map(({id}) => /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))[1]);
  return kilobytes.reduce((sum, some) => sum + Number(some), 0) / 1024;
}

const beyondEmpty = (draw) => async (context) => {
  const empty = await context.empty();
  const before = await memoryOf(empty);
  await empty.close();
  const page = await context.read();
  await draw(page);
  const after = await memoryOf(page);
  await page.close();
  return after - before;
};
const peer = (tag) =>
  beyondEmpty((page) => page.evaluate((name) => globalThis.peers.draw(name), tag));

export const sides = {
  '@tanstack/lit-virtual': peer('with-tanstack'),
  'recycled rows': beyondEmpty((page) => page.evaluate(() => globalThis.matrix.draw())),
  '@lit-labs/virtualizer': peer('with-virtualizer'),
  'the whole table': peer('with-all'),
};
