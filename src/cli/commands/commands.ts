import {build} from './build.js';
import {check} from './check.js';
import {diff} from './diff.js';
import {newLesson} from './new-lesson.js';
import type {Command} from './command.js';
import {preview} from './preview.js';
import {spreadsheet} from './spreadsheet.js';

/** Every command by its name. A new command is a file and a line here. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['build', build],
  ['preview', preview],
  ['new', newLesson],
  ['diff', diff],
  ['spreadsheet', spreadsheet],
]);
