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
  const course = `${site.url}courses/so-tay-ky-nang-so/course.json`;
  const empty = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`${site.url}bench/open.html`);
    return page;
  };
  const load = (page, name) =>
    page.evaluate((address) => import(address), `${site.url}bench/${name}.js`);
  const page = await empty();
  await load(page, 'matrix');
  const lines = await page.evaluate((address) => globalThis.matrix.prepare(address), course);
  await load(page, 'grids');
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', {rate});
  return {
    page,
    lines,
    /** A page in which nothing is, and one that has read the province from the database. */
    empty,
    async read() {
      const fresh = await empty();
      await load(fresh, 'matrix');
      await fresh.evaluate((address) => globalThis.matrix.readAgain(address), course);
      await load(fresh, 'grids');
      return fresh;
    },
    async close() {
      await context.close();
      await site.close();
      rmSync(profile, {recursive: true, force: true, maxRetries: 5});
    },
  };
}
