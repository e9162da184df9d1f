import {compile} from '../compile.js';
import type {Command} from './command.js';
import {compileFlags, compileOptions} from './compile-options.js';
import {countOf, flawsWithWords, sayFlaws} from './flaw-list.js';

/** `kynangso check <course-dir>`: names every flaw and writes nothing. */
export const check: Command = {
  options: compileFlags,
  run(line) {
    const [folder] = line.words;
    if (folder === undefined) return line.refuse(line.messages.missingOption('<course-dir>'));
    const {flaws} = compile(folder, compileOptions(line));
    const {errors, warnings} = countOf(flaws);
    if (line.has('json')) {
      const listed = flawsWithWords(flaws, line.messages);
      const outcome = {ok: errors === 0, errors, warnings, flaws: listed, files: [], slots: false};
      line.say(JSON.stringify(outcome, null, 2));
    } else sayFlaws(flaws, line);
    return errors > 0 ? 1 : 0;
  },
};
