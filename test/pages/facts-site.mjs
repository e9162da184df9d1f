import {createHash} from 'node:crypto';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from './harness.mjs';

/** A site of its own, whose facts can be published anew, as an editor does who learns of a dead hotline. */
export function factsSite() {
  const folder = mkdtempSync(join(tmpdir(), 'kynangso-'));
  cpSync(join(root, 'dist/demo'), folder, {recursive: true});
  const course = join(folder, 'courses/so-tay-ky-nang-so');
  const read = (name) => JSON.parse(readFileSync(join(course, name), 'utf8'));
  return {
    folder,
    /**
     * `values`: what the fact `id` says in a scope, verified until 2030; where nothing is given it is recalled.
     * `more`: what else the course says of itself.
     */
    publish(id, values, more = {}) {
      const manifest = {...read('course.json'), ...more};
      for (const entry of manifest.facts) {
        const pack = read(entry.file);
        for (const fact of pack.facts.filter((one) => one.id === id)) {
          const value = values[entry.scope];
          Object.assign(fact, {verifiedOn: '2026-11-01', reviewBy: '2030-12-31'});
          Object.assign(fact, {confidence: 'official', validFrom: '2025-07-01'});
          Object.assign(fact, value ? {value, status: 'current'} : {status: 'retired'});
        }
        const text = JSON.stringify(pack);
        const sha256 = createHash('sha256').update(text).digest('hex');
        const file = `facts.${entry.scope.toLowerCase()}.${sha256.slice(0, 8)}.json`;
        writeFileSync(join(course, file), text);
        Object.assign(entry, {file, sha256});
      }
      writeFileSync(join(course, 'course.json'), JSON.stringify(manifest));
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}
