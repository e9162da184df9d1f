import {slotsOf} from '../../curriculum/slots.js';
import {type CompileOptions} from '../compile.js';
import {builtCourse, builtLessons} from '../former-build.js';
import type {CommandLine} from './command.js';

/** The options of every command that compiles a course folder. */
export const compileFlags = {
  json: {type: 'boolean'},
  release: {type: 'boolean'},
  against: {type: 'string'},
} as const;

/** What they say. `beside`: the manifest whose places hold when no `--against` names another. */
export function compileOptions(line: CommandLine, beside?: string): CompileOptions {
  const against = line.text('against');
  const released = against ?? beside;
  const former = released === undefined ? undefined : builtCourse(released);
  return {
    release: line.has('release'),
    released: former && slotsOf(former),
    // What lies in the target folder is somebody's draft, whose ids may still change.
    lessons: against === undefined ? [] : builtLessons(against),
  };
}
