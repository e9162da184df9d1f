import {watch} from 'node:fs';
import {install} from './install.mjs';
import {root} from './root.mjs';
import {serve} from './serve.mjs';

install();

const {buildDemo} = await import('./product.mjs');
await buildDemo();
await serve();

let building = false;
let stale = false;

async function rebuild(file) {
  stale = true;
  if (building) return;
  building = true;
  console.log(`\n${file} changed; building again.`);
  while (stale) {
    stale = false;
    try {
      await buildDemo();
      console.log('Reload the page to see it.');
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      console.error('The pages stay as they were until this is mended.');
    }
  }
  building = false;
}

for (const folder of ['src', 'demo']) {
  watch(`${root}/${folder}`, {recursive: true}, (_event, file) => {
    // The compiler writes slots.json itself; building on that would never end.
    if (!file || file.endsWith('slots.json')) return;
    void rebuild(`${folder}/${file}`);
  });
}
