import {spawn} from 'node:child_process';
import {root} from './root.mjs';

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Says what is being done, does it, and says how long it took. Passes on what it returns or throws. */
export async function step(title, work) {
  const began = performance.now();
  console.log(`\n${title}…`);
  try {
    const result = await work();
    console.log(`  done in ${seconds(performance.now() - began)}`);
    return result;
  } catch (error) {
    console.log(`  failed after ${seconds(performance.now() - began)}`);
    throw error;
  }
}

/**
 * Runs a command of Node in the repository and shows its output, or has it written to the open file `output`.
 * Resolves to its exit status.
 */
export function runNode(args, {env = {}, output = 'inherit'} = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['inherit', output, output],
      env: {...process.env, ...env},
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** The script behind a command that a package brings along. */
export const bin = (path) => `${root}/node_modules/${path}`;
