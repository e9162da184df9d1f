import {spawnSync} from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {join, relative} from 'node:path';
import {root} from './root.mjs';
import {bin, runNode, step} from './step.mjs';

const dist = join(root, 'dist');

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** Removes what dist/esm still holds of sources that are gone, and lets tsc write all anew where it was emptied. */
function forgetLostModules() {
  const esm = join(dist, 'esm');
  if (!existsSync(join(esm, 'errors.d.ts'))) {
    rmSync(join(root, 'var/tsc'), {recursive: true, force: true});
  }
  for (const file of filesBelow(esm)) {
    const source = relative(esm, file).replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts');
    if (!source.startsWith('_virtual') && !existsSync(join(root, 'src', source))) rmSync(file);
  }
}

async function buildTypes() {
  const status = await runNode([bin('typescript/bin/tsc'), '-b', 'src', 'src/pwa', 'src/cli']);
  if (status !== 0) throw new Error('The types do not hold; the compiler says above where.');
}

/** One file with what each library asks to be said, for all scripts of the folder. */
function gatherLicences(folder) {
  const parts = readdirSync(folder).filter((name) => name.startsWith('THIRD-PARTY-LICENSES-'));
  const texts = parts.map((name) => readFileSync(join(folder, name), 'utf8').split(/^(?=## )/m));
  const sections = new Set(texts.flatMap((text) => text.slice(1)).map((text) => text.trim()));
  const whole = [texts[0][0].trim(), ...[...sections].sort()].join('\n\n');
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.md'), `${whole}\n`);
  for (const name of parts) rmSync(join(folder, name));
}

async function buildScripts({classic}) {
  const {buildClassicScript, buildScript, version} = await import('./bundles.mjs');
  const cdn = join(dist, 'cdn');
  rmSync(cdn, {recursive: true, force: true});
  for (const [name, entry] of [
    ['kynangso', 'src/cdn.ts'],
    ['kynangso-trainer', 'src/cdn-trainer.ts'],
  ]) {
    await buildScript(entry, name, cdn);
    if (classic) await buildClassicScript(entry, name, cdn);
  }
  gatherLicences(cdn);
  if (!classic) return;
  const here = readdirSync(cdn);
  for (const name of here) {
    cpSync(join(cdn, name), join(cdn, version, name), {recursive: true});
  }
}

async function buildCourses() {
  const {buildCommand} = await import('./bundles.mjs');
  await buildCommand();
  const command = join(dist, 'cli/kynangso.js');
  chmodSync(command, 0o755);
  const courses = join(root, 'src/curriculum/courses');
  for (const {name} of readdirSync(courses, {withFileTypes: true}).filter((one) =>
    one.isDirectory(),
  )) {
    const status = await runNode([
      command,
      ...['build', join(courses, name), '--out', join(dist, 'courses', name)],
    ]);
    if (status !== 0) throw new Error(`The course ${name} has flaws; they stand above.`);
  }
}

/**
 * Smallest size in bytes a file can honestly have. A wrong `sideEffects` list drops the tag tables and still
 * ends with success, so an empty script must fail here.
 */
const atLeast = {
  'cdn/kynangso.js': 20_000,
  'cdn/kynangso.iife.js': 20_000,
  'cdn/kynangso-trainer.js': 20_000,
  'cdn/kynangso-trainer.iife.js': 20_000,
  'sw.js': 8_000,
  'cli/kynangso.js': 10_000,
};

/** Every script must parse: a compiler of ours once wrote decorators no browser reads, with exit status 0. */
function checkScripts() {
  for (const [file, size] of Object.entries(atLeast)) {
    const path = join(dist, file);
    if (existsSync(path) && statSync(path).size < size) {
      throw new Error(
        `dist/${file} has only ${statSync(path).size} bytes; something was left out.`,
      );
    }
  }
  const scripts = filesBelow(dist).filter((path) => path.endsWith('.js'));
  const {status} = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', join(root, 'tools/parse.mjs')],
    {input: scripts.join('\n'), stdio: ['pipe', 'inherit', 'inherit']},
  );
  if (status !== 0) throw new Error('A script in dist/ does not parse; it is named above.');
}

/** What the pages need, and no more: for the one who is trying things out. */
export async function buildDemo() {
  await step('Building the scripts for pages', () => buildScripts({classic: false}));
  await step('Building the worker', async () => (await import('./bundles.mjs')).buildWorker());
  await step('Compiling the courses', buildCourses);
  await step('Building the pages', async () => (await import('./pages.mjs')).buildPages());
}

/** Everything that is published, and the pages. */
export async function build() {
  forgetLostModules();
  await step('Writing the types', buildTypes);
  await step('Building the modules', async () => (await import('./bundles.mjs')).buildModules());
  await step('Building the scripts for pages', () => buildScripts({classic: true}));
  await step('Building the worker', async () => (await import('./bundles.mjs')).buildWorker());
  await step('Compiling the courses', buildCourses);
  await step('Describing the elements', async () =>
    (await import('./element-manifest.mjs')).buildElementManifest(),
  );
  await step('Building the pages', async () => (await import('./pages.mjs')).buildPages());
  await step('Checking that every script parses', checkScripts);
}
