import {build} from 'esbuild';
import {root} from '../harness.mjs';

/** What modules of the library export, for a test that speaks as another device would: `contents` as in a module at the top. */
export async function fromSource(contents) {
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: root},
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
}
