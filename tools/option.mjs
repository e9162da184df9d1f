/** Value of `--name value` or `--name=value` on the command line; undefined when it is not given. */
export function option(name) {
  const at = process.argv.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (at < 0) return undefined;
  const [, value] = process.argv[at].split('=');
  return value ?? process.argv[at + 1];
}

/** Whether `--name` stands on the command line. */
export const flag = (name) => process.argv.includes(`--${name}`);
