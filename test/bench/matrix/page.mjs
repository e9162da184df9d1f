import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {build} from 'vite';
import {chromiumArgs, needChromium} from '../../../tools/chromium.mjs';
import {root} from '../../../tools/root.mjs';
import {installPeers, peersScript} from '../peers/install.mjs';
import {openSite} from '../site.mjs';

/** A page with a province in a database on disk, our grid, and those of others. `rate`: how many times slower the processor is. */
export async function openMatrix({rate = 1} = {}) {
  installPeers();
  const site = await openSite();
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      outDir: 'var/bench/bench',
      emptyOutDir: false,
      lib: {entry: 'test/bench/matrix/matrix.ts', formats: ['es'], fileName: () => 'matrix.js'},
    },
  });
  await peersScript('grids.js', 'grids.js');
  const profile = mkdtempSync(join(tmpdir(), 'kynangso-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: needChromium(),
    args: chromiumArgs,
    viewport: {width: 1280, height: 800},
  });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${site.url}bench/open.html`);
  await page.evaluate((address) => import(address), `${site.url}bench/matrix.js`);
  const lines = await page.evaluate(
    (address) => globalThis.matrix.prepare(address),
    `${site.url}courses/so-tay-ky-nang-so/course.json`,
  );
  await page.evaluate((address) => import(address), `${site.url}bench/grids.js`);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', {rate});
  return {
    page,
    lines,
    /** Heap of the page after a collection, in MB. */
    async heap() {
      await session.send('HeapProfiler.enable');
      await session.send('HeapProfiler.collectGarbage');
      const {usedSize} = await session.send('Runtime.getHeapUsage');
      return usedSize / 1e6;
    },
    async close() {
      await context.close();
      await site.close();
      rmSync(profile, {recursive: true, force: true, maxRetries: 5});
    },
  };
}
