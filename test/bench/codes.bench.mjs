import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {buildScript} from '../../tools/bundles.mjs';
import {chromiumArgs, needChromium} from '../../tools/chromium.mjs';
import {root} from '../../tools/root.mjs';
import {openSite} from './site.mjs';

export const title = 'The codes of a finished course, one call each, against one millisecond';
export const limit = {'encode the digest': 1, 'decode the digest': 1};

export async function open() {
  const site = await openSite();
  await buildScript(
    join(root, 'test/bench/bare/codes.ts'),
    'codes',
    join(root, 'var/bench/bench'),
    {
      licences: 'THIRD-PARTY-LICENSES-codes.md',
    },
  );
  writeFileSync(
    join(root, 'var/bench/bench/codes.html'),
    '<!doctype html><title>Mã</title><script type="module" src="codes.js"></script>',
  );
  const browser = await chromium.launch({executablePath: needChromium(), args: chromiumArgs});
  const page = await browser.newPage();
  await page.goto(`${site.url}bench/codes.html`);
  await page.waitForFunction(() => globalThis.prepareCodes);
  const facts = await page.evaluate(async () => {
    globalThis.codes = await globalThis.prepareCodes();
    return globalThis.codes.notes;
  });
  return {site, browser, page, facts};
}

export async function close({site, browser}) {
  await browser.close();
  await site.close();
}

const measure = ({page}, name) => page.evaluate((side) => globalThis.codes[side](), name);

export const sides = {
  'a millisecond': () => 1,
  'encode the digest': (context) => measure(context, 'encode'),
  'decode the digest': (context) => measure(context, 'decode'),
  'pack 120 records': (context) => measure(context, 'pack'),
  'unpack 120 records': (context) => measure(context, 'unpack'),
};

export function notes({facts}) {
  return [
    `a digest of ${facts.lessons} lesson slots and ${facts.questions} questions: ${facts.digest} bytes, ` +
      `as text code a QR code of version ${facts.version} at level M`,
    `120 records: ${facts.packed} bytes packed, of ${facts.verbatim} characters`,
  ];
}
