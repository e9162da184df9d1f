import {writeFileSync} from 'node:fs';
import {relative} from 'node:path';
import {root} from './root.mjs';

/** Reporter for node:test: counts single tests, names the failed ones, and leaves that where KNS_TALLY says. */
export default async function* tally(source) {
  const sum = {passed: 0, failed: 0, failures: []};
  for await (const {type, data} of source) {
    // A suite passes or fails with its tests; counting it too would count them twice.
    if (data.details?.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) continue;
    if (type === 'test:pass') sum.passed++;
    if (type !== 'test:fail') continue;
    sum.failed++;
    sum.failures.push(`${relative(root, data.file ?? '')}: ${data.name}`);
  }
  writeFileSync(process.env.KNS_TALLY, JSON.stringify(sum));
  yield '';
}
