import {build} from 'esbuild';
import {root} from '../harness.mjs';

const {outputFiles} = await build({
  stdin: {
    contents: `
      export {sampleClass} from './demo/trainer/sample-data.js';
      export {dayInVietnam} from './src/store/reckoning/calendar.js';
    `,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
});
const {sampleClass, dayInVietnam} = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

/** An invented team that studied `course`, with the codes their phones would have sent by today. */
export const team = (course, size) => sampleClass(course, {today: dayInVietnam(Date.now()), size});

/** A code that nobody here can read, for it belongs to another course. */
export const foreignCode = (course) => team({...course, key: '00000000'}, 1).members[0].code;
