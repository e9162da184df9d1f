import {chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliDecompressSync} from 'node:zlib';
import {root} from './harness.mjs';

/** Chromium 92 of July 2021, as its package carries it: the floor of the README's table. */
export function oldestChromium() {
  const folder = join(root, 'var/oldest-chromium');
  const path = join(folder, 'chromium');
  if (!existsSync(path)) {
    mkdirSync(folder, {recursive: true});
    const packed = readFileSync(join(root, 'node_modules/@sparticuz/chromium/bin/chromium.br'));
    writeFileSync(`${path}.new`, brotliDecompressSync(packed));
    chmodSync(`${path}.new`, 0o755);
    renameSync(`${path}.new`, path);
  }
  return path;
}

/** What this headless-only build needs to run; it knows no sandbox and no GPU. */
export const oldestChromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--disable-software-rasterizer',
];

/** Runs inside the page: where the first laid out element is that fits, through all shadow roots. */
function place({selector, text}) {
  const within = (scope) => {
    for (const element of scope.querySelectorAll('*')) {
      if (element.matches(selector) && (!text || element.textContent.includes(text))) {
        const {width, height} = element.getBoundingClientRect();
        if (width > 0 && height > 0) return element;
      }
      const found = element.shadowRoot && within(element.shadowRoot);
      if (found) return found;
    }
  };
  const element = within(document);
  if (!element) return;
  element.scrollIntoView({block: 'center'});
  const {left, top, width, height} = element.getBoundingClientRect();
  return {x: left + width / 2, y: top + height / 2};
}

/**
 * Resolves once something is on the page. The tests' own locators ask the page for `checkVisibility`, which came
 * with Chromium 105.
 */
export const shown = (page, selector, text = '') => page.waitForFunction(place, {selector, text});

/** Clicks where something is, as soon as it is there. */
export async function click(page, selector, text) {
  const {x, y} = await (await shown(page, selector, text)).jsonValue();
  await page.mouse.click(x, y);
}
