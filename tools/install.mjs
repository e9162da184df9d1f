import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './root.mjs';

const readJson = (path) =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {packages: {}};

/** Whether every package of the lockfile lies in node_modules in the locked version. */
function isInstalled() {
  const installed = readJson(join(root, 'node_modules/.package-lock.json')).packages;
  const locked = readJson(join(root, 'package-lock.json')).packages;
  return Object.entries(locked).every(
    ([path, {version, optional}]) =>
      // npm leaves out optional packages of other platforms.
      path === '' || (optional && !installed[path]) || installed[path]?.version === version,
  );
}

/** Installs exactly what the lockfile names, unless it is there already. */
export function install() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json (about a minute the first time)…');
  const {status} = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci did not succeed; its own message stands above.');
    process.exit(1);
  }
}
