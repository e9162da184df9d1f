#!/usr/bin/env node
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {lessonsOf} from '../curriculum/course.js';
import {compile} from './compile.js';
import {type Flaw, startOf} from './flaw.js';
import {builtCourse, builtLessons} from './former-build.js';
import {en} from './messages/en.js';
import {vi} from './messages/vi.js';
import {isReplaceable, writeOutput, writeSlots} from './write.js';

/** 0: done · 1: the course has errors · 2: the command itself was wrong. */
type Status = 0 | 1 | 2;

const languages = {vi, en} as const;
const options = {
  out: {type: 'string'},
  json: {type: 'boolean'},
  release: {type: 'boolean'},
  against: {type: 'string'},
  lang: {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const;

function parsed(args: string[]) {
  try {
    return parseArgs({args, options, allowPositionals: true});
  } catch {
    return undefined;
  }
}

function run(args: string[]): Status {
  const given = parsed(args);
  const messages = given?.values.lang === 'en' ? languages.en : languages.vi;
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const refuse = (text: string): Status => {
    process.stderr.write(`${text}\n\n${messages.usage}\n`);
    return 2;
  };
  if (!given) return refuse('');
  const {values, positionals} = given;
  if (values.help) {
    say(messages.usage);
    return 0;
  }
  const [command = '', folder] = positionals;
  if (command !== 'check' && command !== 'build') return refuse(messages.unknownCommand(command));
  if (folder === undefined) return refuse(messages.missingOption('<course-dir>'));
  const {out} = values;
  if (command === 'build' && out === undefined) return refuse(messages.missingOption('--out'));

  const released = values.against ?? (out === undefined ? undefined : join(out, 'course.json'));
  const compiled = compile(folder, {
    release: values.release ?? false,
    released: released === undefined ? undefined : builtCourse(released)?.slots,
    // What lies in the target folder is somebody's draft, whose ids may still change.
    lessons: values.against === undefined ? [] : builtLessons(values.against),
  });
  const flaws: Flaw[] = [...compiled.flaws];
  if (out !== undefined && !isReplaceable(out)) {
    const severity = 'error';
    flaws.push({severity, code: 'out-foreign', ...startOf(out), facts: {name: out}});
  }
  const count = (severity: Flaw['severity']) =>
    flaws.filter((flaw) => flaw.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');

  let slots = false;
  const {output} = compiled;
  const written = command === 'build' && out !== undefined && output !== undefined && errors === 0;
  if (written) {
    writeOutput(out, output);
    slots = writeSlots(folder, output);
  }

  const sentence = ({code, facts}: Flaw) => messages.flaws[code](facts);
  if (values.json) {
    const listed = flaws.map((flaw) => ({...flaw, message: sentence(flaw)}));
    const files = written ? [...output.files.keys()].sort() : [];
    say(JSON.stringify({ok: errors === 0, errors, warnings, flaws: listed, files, slots}, null, 2));
  } else {
    for (const flaw of flaws) {
      const {file, line, column, severity, code} = flaw;
      say(`${file}:${line}:${column} ${messages.severity[severity]} [${code}] ${sentence(flaw)}`);
    }
    say(messages.summary(errors, warnings));
    if (written) say(messages.written(out, lessonsOf(output.course).length));
    if (slots) say(messages.slotsWritten);
    if (command === 'build' && errors > 0) say(messages.notWritten);
  }
  return errors > 0 ? 1 : 0;
}

process.exitCode = run(process.argv.slice(2));
