import type {Flaw, Severity} from '../flaw.js';
import type {Messages} from '../messages/messages.js';
import type {CommandLine} from './command.js';

/** How many flaws of each kind. */
export function countOf(flaws: readonly Flaw[]): {errors: number; warnings: number} {
  const count = (kind: Severity) => flaws.filter(({severity}) => severity === kind).length;
  return {errors: count('error'), warnings: count('warning')};
}

const sentence = ({code, facts}: Flaw, messages: Messages) => messages.flaws[code](facts);

/** The flaws with their sentences, for `--json`. */
export const flawsWithWords = (flaws: readonly Flaw[], messages: Messages) =>
  flaws.map((flaw) => ({...flaw, message: sentence(flaw, messages)}));

/** One line a flaw, as compilers write them, and how many there were. */
export function sayFlaws(flaws: readonly Flaw[], {messages, say}: CommandLine): void {
  for (const flaw of flaws) {
    const {file, line, column, severity, code} = flaw;
    say(
      `${file}:${line}:${column} ${messages.severity[severity]} [${code}] ${sentence(flaw, messages)}`,
    );
  }
  const {errors, warnings} = countOf(flaws);
  say(messages.summary(errors, warnings));
}
