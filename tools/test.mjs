import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import {join} from 'node:path';
import {needChromium} from './chromium.mjs';
import {install} from './install.mjs';
import {flag} from './option.mjs';
import {root} from './root.mjs';
import {bin, runNode, step} from './step.mjs';

const began = performance.now();
const tallies = join(root, 'var/tallies');

install();
process.env.CHROME_PATH = needChromium();
// The large numbers: test/runs.ts is served with others when this is set.
if (flag('long')) process.env.KNS_LONG = '1';
rmSync(tallies, {recursive: true, force: true});
mkdirSync(tallies, {recursive: true});

const total = {passed: 0, failed: 0};
const lines = [];
const failures = [];

function count(title, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  lines.push(`  ${title}: ${passed} passed, ${failed} failed`);
}

/** A check that has one outcome: it counts as one test. */
async function check(title, work) {
  const fine = await step(title, async () => {
    const status = await work();
    if (status !== 0 && status !== undefined) throw new Error(`exit status ${status}`);
    return true;
  }).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  count(title, fine ? 1 : 0, fine ? 0 : 1);
  return fine;
}

/** A runner that counts for itself and leaves its tally in a file; without one it did not come to an end. */
async function suite(title, name, args, output) {
  const tally = join(tallies, `${name}.json`);
  const run = () => runNode(args, {env: {KNS_TALLY: tally}, output});
  const status = await (output === undefined ? step(title, run) : run());
  if (!existsSync(tally)) return count(`${title} (did not come to an end)`, 0, 1);
  const {passed, failed, failures: names} = JSON.parse(readFileSync(tally, 'utf8'));
  failures.push(...names);
  count(title, passed, status !== 0 && failed === 0 ? 1 : failed);
}

/** A suite beside other steps: what it has to say is shown when somebody waits for it. */
function suiteBeside(title, name, args) {
  const log = join(tallies, `${name}.log`);
  const output = openSync(log, 'w');
  const running = suite(title, name, args, output);
  return () =>
    step(title, async () => {
      await running;
      closeSync(output);
      process.stdout.write(readFileSync(log));
    });
}

const testFiles = (folder) => {
  const path = join(root, 'test', folder);
  return existsSync(path)
    ? readdirSync(path, {recursive: true})
        .filter((name) => name.endsWith('.test.mjs'))
        .sort()
        .map((name) => `test/${folder}/${name}`)
    : [];
};

function nodeSuite(title, name, files) {
  if (files.length === 0) return;
  return suite(title, name, [
    '--test',
    // Page tests wait more than they compute; nothing in them depends on how fast a machine is.
    '--test-concurrency=2',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./tools/tally.mjs',
    '--test-reporter-destination=stderr',
    ...files,
  ]);
}

const built = await check('Building', async () => (await import('./product.mjs')).build());

// One browser with one tab keeps half of a small machine busy; the other half goes on with what needs none.
const rooms = suiteBeside('Testing the rooms in Chromium', 'unit', [
  bin('@web/test-runner/dist/bin.js'),
  ...['--config', 'tools/web-test-runner.config.mjs'],
]);
await check('Checking the types of every room', () => runNode([bin('typescript/bin/tsc'), '-b']));
await check('Linting', () => runNode([bin('eslint/bin/eslint.js'), '.']));
await check('Checking the format', () =>
  runNode([bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
);
if (built) {
  await nodeSuite('Testing the command line', 'cli', testFiles('cli'));
  await nodeSuite('Testing the package', 'package', testFiles('package'));
}
await rooms();
if (built) await nodeSuite('Testing the pages', 'pages', testFiles('pages'));
else console.error('\nThe tests of what is built did not run, for the build failed.');

console.log(`\n${lines.join('\n')}`);
if (failures.length > 0) console.log(`\nFailed:\n  ${failures.join('\n  ')}\n`);
console.log(`  all in ${Math.round((performance.now() - began) / 1000)} s\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
