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
  '--single-process',
];
