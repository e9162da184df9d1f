import {readFileSync, writeFileSync} from 'node:fs';
import {relative} from 'node:path';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {chromiumArgs, findChromium} from './chromium.mjs';
import {root} from './root.mjs';

/** With KNS_LONG the one file of run counts is served with so many times as many. */
const longer = {runs: 20, mutations: 50};
const longRuns = {
  name: 'long-runs',
  serve({path}) {
    if (!process.env.KNS_LONG || path !== '/test/runs.ts') return undefined;
    const source = readFileSync(`${root}/test/runs.ts`, 'utf8');
    const body = source.replace(
      /const (\w+) = /g,
      (_, name) => `const ${name} = ${longer[name]} * `,
    );
    return {body, type: 'ts'};
  },
};

/** A second is what `waitUntil` waits; a machine that does other work as well may need more, and nobody waits longer than it takes. */
const patience = {
  name: 'patience',
  transform({path, body}) {
    if (!path.endsWith('/@open-wc/testing-helpers/src/helpers.js')) return undefined;
    const patient = body.replace('timeout = 1000', 'timeout = 10_000');
    if (patient === body) throw new Error('waitUntil has another timeout than it had.');
    return {body: patient};
  },
};

const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];

/** Leaves the sum, and the names of what failed, where KNS_TALLY says; a file that cannot even load counts as one failure. */
function tally() {
  return {
    onTestRunFinished({sessions}) {
      if (!process.env.KNS_TALLY) return;
      const sum = {passed: 0, failed: 0, failures: []};
      for (const {testFile, testResults, passed, errors} of sessions) {
        const tests = testResults ? testsOf(testResults) : [];
        const failures = tests
          .filter((test) => !test.passed && !test.skipped)
          .map(({name}) => name);
        if (failures.length === 0 && (!passed || errors.length > 0))
          failures.push('the file itself');
        sum.passed += tests.filter((test) => test.passed && !test.skipped).length;
        sum.failed += failures.length;
        sum.failures.push(...failures.map((name) => `${relative(root, testFile)}: ${name}`));
      }
      writeFileSync(process.env.KNS_TALLY, JSON.stringify(sum));
    },
  };
}

export default {
  rootDir: root,
  // Peers of the benches bring tests of their own.
  files: ['test/**/*.test.ts', '!test/bench/**'],
  nodeResolve: {exportConditions: ['development', 'browser']},
  concurrency: 1,
  concurrentBrowsers: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {executablePath: findChromium(), headless: true, args: chromiumArgs},
    }),
  ],
  plugins: [
    longRuns,
    patience,
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: `${root}/tsconfig.json`}),
  ],
  reporters: [defaultReporter(), tally()],
  testFramework: {
    config: {ui: 'bdd', timeout: process.env.KNS_LONG ? 600_000 : 20_000},
  },
  testsFinishTimeout: process.env.KNS_LONG ? 3_600_000 : 240_000,
};
