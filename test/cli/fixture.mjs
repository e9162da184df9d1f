import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sound = join(root, 'test/fixtures/courses/sound');

const bundles = join(root, 'var/test-cli', `${process.pid}`);
await build({
  entryPoints: ['kynangso', 'compile', 'fact-sheet/fact-text', 'messages/vi', 'messages/en'].map(
    (name) => join(root, `src/cli/${name}.ts`),
  ),
  outbase: join(root, 'src/cli'),
  bundle: true,
  platform: 'node',
  packages: 'external',
  format: 'esm',
  outdir: bundles,
  outExtension: {'.js': '.mjs'},
  logLevel: 'error',
});
const {compile} = await import(join(bundles, 'compile.mjs'));
export const {editedFacts} = await import(join(bundles, 'fact-sheet/fact-text.mjs'));
const {vi} = await import(join(bundles, 'messages/vi.mjs'));
const {en} = await import(join(bundles, 'messages/en.mjs'));

const made = [];
after(() => {
  for (const folder of made) rmSync(folder, {recursive: true, force: true});
  rmSync(bundles, {recursive: true, force: true});
});

/** An empty folder that goes away after the tests. */
export function emptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'kynangso-'));
  made.push(folder);
  return folder;
}

/** A copy of the sound course; `edits` replace words in its files, which have to be there. */
export function courseFolder(edits = []) {
  const folder = join(emptyFolder(), 'course');
  cpSync(sound, folder, {recursive: true});
  for (const [file, from, to] of edits) edit(folder, file, from, to);
  return folder;
}

/** Replaces words in a file once, or writes the file when there is nothing to replace. */
export function edit(folder, file, from, to) {
  const path = join(folder, file);
  if (from === undefined) {
    writeFileSync(path, to);
    return;
  }
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

/** Runs the command as an author would. */
export const kynangso = (...args) => kynangsoIn({}, ...args);

/** The same on another machine: with its time zone, language or folder. */
export function kynangsoIn({cwd, env}, ...args) {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [join(bundles, 'kynangso.mjs'), ...args],
    {encoding: 'utf8', cwd, env: {...process.env, ...env}, maxBuffer: 64_000_000},
  );
  return {status, stdout, stderr};
}

/** The flaws of a course, as `code file:line:column`, without starting a process for each. */
export function flawsOf(folder, options) {
  const {flaws, output} = compile(folder, options);
  // Whatever is named comes with what to do about it: a sentence each, in both languages, with nothing left out.
  for (const {code, facts} of flaws) {
    for (const {flaws: sentences} of [vi, en]) {
      assert.match(sentences[code](facts), /^.+[.!?] .+\.$/s, code);
      assert.doesNotMatch(sentences[code](facts), /undefined|“–”/, code);
    }
  }
  const named = flaws.map(({code, file, line, column}) => `${code} ${file}:${line}:${column}`);
  return {named, flaws, sound: output !== undefined};
}

/** Everything that lies in a folder, as path → content, links as what they are: to see that nothing was touched. */
export function snapshot(folder) {
  const lying = readdirSync(folder, {recursive: true}).sort();
  return lying.map((path) => {
    const full = join(folder, path);
    return [path, lstatSync(full).isFile() ? readFileSync(full, 'utf8') : ''];
  });
}

export const read = (path) => readFileSync(path, 'utf8');
export const exists = (path) => existsSync(path);
