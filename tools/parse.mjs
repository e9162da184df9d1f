// Run by build.mjs with --experimental-vm-modules: parses every file named on stdin, runs none.
import {readFileSync} from 'node:fs';
import {Script, SourceTextModule} from 'node:vm';

let failed = false;
for (const file of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const source = readFileSync(file, 'utf8').replace(/^#!.*/, '');
  try {
    if (/iife\.js$|\/sw\.js$/.test(file)) new Script(source, {filename: file});
    else new SourceTextModule(source, {identifier: file});
  } catch (error) {
    failed = true;
    console.error(`${file} does not parse: ${error.message}`);
  }
}
process.exit(failed ? 1 : 0);
