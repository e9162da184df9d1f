import type {ParseArgsConfig} from 'node:util';
import type {Messages} from '../messages/messages.js';

/** 0: done · 1: the course has errors · 2: the command itself was wrong. */
export type Status = 0 | 1 | 2;

/** What an author typed after the command's name, and how the command answers. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly messages: Messages;
  /** The value of `--name value`. */
  readonly text: (name: string) => string | undefined;
  /** Whether `--name` was given. */
  readonly has: (name: string) => boolean;
  /** One line, or several, for whoever reads the outcome. */
  readonly say: (text: string) => void;
  /** Says what is wrong with the command and how it is used. */
  readonly refuse: (text: string) => Status;
}

/** One command: the options it knows besides `--lang` and `--help`, and what it does. */
export interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(line: CommandLine): Status | Promise<Status>;
}
