import {existsSync} from 'node:fs';
import {root} from './root.mjs';
import {serve} from './serve.mjs';

if (!existsSync(`${root}/dist/demo/index.html`)) {
  console.error('Nothing has been built yet. First: npm run build');
  process.exit(1);
}
await serve();
