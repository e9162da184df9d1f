#!/usr/bin/env node
import {parseArgs} from 'node:util';
import type {Command, CommandLine, Status} from './commands/command.js';
import {commands} from './commands/commands.js';
import {en} from './messages/en.js';
import {vi} from './messages/vi.js';

const languages = {vi, en} as const;
const shared: Command['options'] = {lang: {type: 'string'}, help: {type: 'boolean', short: 'h'}};

interface Given {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

/** Nothing where `strict` and an option is unknown or lacks its value. */
function parsed(args: string[], options: Command['options'], strict: boolean): Given | undefined {
  try {
    return parseArgs({args, options: {...options, ...shared}, allowPositionals: true, strict});
  } catch {
    return undefined;
  }
}

/** The command's name may stand behind options, whose values look like names: all options are known when it is sought. */
function nameIn(args: string[]): string {
  const all = Object.assign(
    {},
    ...[...commands.values()].map(({options}) => options),
  ) as Command['options'];
  return parsed(args, all, false)?.positionals[0] ?? '';
}

function run(args: string[]): Status | Promise<Status> {
  const name = nameIn(args);
  const command = commands.get(name);
  const given = parsed(args, command?.options ?? {}, command !== undefined);
  const values = given?.values ?? {};
  const messages = values['lang'] === 'en' ? languages.en : languages.vi;
  const line: CommandLine = {
    words: given?.positionals.slice(1) ?? [],
    messages,
    text(option) {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    has: (option) => values[option] === true,
    say(text) {
      process.stdout.write(`${text}\n`);
    },
    refuse(text) {
      process.stderr.write(`${text}\n\n${messages.usage}\n`);
      return 2;
    },
  };
  if (values['help'] === true) {
    line.say(messages.usage);
    return 0;
  }
  if (!command) return line.refuse(messages.unknownCommand(name));
  if (!given) return line.refuse('');
  return command.run(line);
}

process.exitCode = await run(process.argv.slice(2));
