import {join} from 'node:path';
import {lessonsOf} from '../../curriculum/course.js';
import {compile} from '../compile.js';
import {inOrder, startOf} from '../flaw.js';
import {type Sizes, heavyParts, sizesOf} from '../sizes.js';
import {isReplaceable, writeOutput, writeSlots} from '../write.js';
import type {Command, CommandLine} from './command.js';
import {compileFlags, compileOptions} from './compile-options.js';
import {countOf, flawsWithWords, sayFlaws} from './flaw-list.js';

function saySizes({lessons, average, course}: Sizes, {messages, say}: CommandLine): void {
  say(messages.sizes.heading);
  for (const lesson of lessons) say(messages.sizes.lesson(lesson));
  say(messages.sizes.average(average));
  say(messages.sizes.course(course));
}

/** `kynangso build <course-dir> --out <dir>`: makes the files pages load, or nothing where there is an error. */
export const build: Command = {
  options: {...compileFlags, out: {type: 'string'}},
  run(line) {
    const {messages, say} = line;
    const [folder] = line.words;
    if (folder === undefined) return line.refuse(messages.missingOption('<course-dir>'));
    const out = line.text('out');
    if (out === undefined) return line.refuse(messages.missingOption('--out'));

    const compiled = compile(folder, compileOptions(line, join(out, 'course.json')));
    const flaws = [...compiled.flaws];
    if (!isReplaceable(out)) {
      const severity = 'error';
      flaws.push({severity, code: 'out-foreign', ...startOf(out), facts: {name: out}});
    }
    const output = countOf(flaws).errors === 0 ? compiled.output : undefined;
    const sizes = output && sizesOf(output);
    if (sizes) flaws.push(...heavyParts(sizes, output.course));
    const {errors, warnings} = countOf(flaws);
    let slots = false;
    if (output) {
      writeOutput(out, output);
      slots = writeSlots(folder, output);
    }

    if (line.has('json')) {
      const listed = flawsWithWords(inOrder(flaws), messages);
      const files = [...(output ? [...output.files.keys(), ...output.sounds.keys()] : [])].sort();
      const outcome = {ok: errors === 0, errors, warnings, flaws: listed, files, slots, sizes};
      say(JSON.stringify(outcome, null, 2));
    } else {
      sayFlaws(inOrder(flaws), line);
      if (sizes) saySizes(sizes, line);
      if (output) say(messages.written(out, lessonsOf(output.course).length));
      if (slots) say(messages.slotsWritten);
      if (errors > 0) say(messages.notWritten);
    }
    return errors > 0 ? 1 : 0;
  },
};
