import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'vite';
import {root} from '../../../tools/root.mjs';

const folder = join(root, 'test/bench/peers');
const packagesIn = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8')).packages;

/** Others are fetched by whoever measures, and by nobody else. */
export function installPeers() {
  const there = 'node_modules/.package-lock.json';
  const isThere =
    existsSync(join(folder, there)) &&
    Object.entries(packagesIn('package-lock.json')).every(
      ([path, {version, optional}]) =>
        path === '' || optional === true || packagesIn(there)[path]?.version === version,
    );
  if (isThere) return;
  const {status} = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed.');
}

/** Puts a script of this folder, with the peers it needs, beside the pages of the benches. */
export const peersScript = (entry, fileName) =>
  build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"', global: 'globalThis'},
    build: {
      outDir: join(root, 'var/bench/bench'),
      emptyOutDir: false,
      lib: {entry, formats: ['es'], fileName: () => fileName},
    },
  });
