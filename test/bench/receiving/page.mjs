import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {build} from 'vite';
import {chromiumArgs, needChromium} from '../../../tools/chromium.mjs';
import {root} from '../../../tools/root.mjs';
import {openSite} from '../site.mjs';

/** A page with the door and so many sections to be received, in a profile on disk. */
export async function openReceiving(learners) {
  const site = await openSite();
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      outDir: 'var/bench/bench',
      emptyOutDir: false,
      lib: {
        entry: 'test/bench/receiving/receiving.ts',
        formats: ['es'],
        fileName: () => 'receiving.js',
      },
    },
  });
  const profile = mkdtempSync(join(tmpdir(), 'kynangso-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: needChromium(),
    args: chromiumArgs,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  // Without the library's own store beside it.
  await page.goto(`${site.url}bench/plain.html`);
  await page.evaluate((address) => import(address), `${site.url}bench/receiving.js`);
  const made = await page.evaluate((count) => globalThis.receiving.prepare(count), learners);
  return {
    page,
    made,
    async close() {
      await context.close();
      await site.close();
      rmSync(profile, {recursive: true, force: true, maxRetries: 5});
    },
  };
}
