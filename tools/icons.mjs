import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {chromium} from 'playwright-core';
import {chromiumArgs, needChromium} from './chromium.mjs';
import {root} from './root.mjs';

// Rasterises demo/<app>/icons/icon.svg. The PNGs are committed; run this after redrawing an icon.

const browser = await chromium.launch({executablePath: needChromium(), args: chromiumArgs});
const page = await browser.newPage();

async function rasterise(svg, size, file, omitBackground) {
  await page.setViewportSize({width: size, height: size});
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
  );
  writeFileSync(file, await page.screenshot({omitBackground}));
}

for (const app of ['pwa', 'trainer']) {
  const folder = `${root}/demo/${app}/icons`;
  mkdirSync(folder, {recursive: true});
  const svg = readFileSync(`${folder}/icon.svg`, 'utf8');
  // A maskable icon is cut by the phone: the paper fills the square and the drawing keeps to the inner 80 %.
  const full = svg
    .replace('rx="112"', 'rx="0"')
    .replace('<g id="drawing">', '<g id="drawing" transform="translate(51.2 51.2) scale(0.8)">');
  for (const size of [192, 512]) await rasterise(svg, size, `${folder}/icon-${size}.png`, true);
  await rasterise(full, 512, `${folder}/maskable-512.png`, false);
  await rasterise(full, 180, `${folder}/touch-180.png`, false);
}
await browser.close();
