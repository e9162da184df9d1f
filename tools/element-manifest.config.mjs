import {elementStates} from './element-states.mjs';

// The analyzer writes its own path into package.json unless a file tells it not to; no option on the command line does.
export default {
  packagejson: false,
  litelement: true,
  quiet: true,
  globs: ['src/components/**/*.ts'],
  plugins: [elementStates],
};
