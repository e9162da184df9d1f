/** In a classic script `import.meta.url` is empty; the tag that runs now is known only while the module is read. */
const script: string | undefined =
  import.meta.url ||
  (globalThis.document?.currentScript as HTMLScriptElement | null | undefined)?.src;

/**
 * Address of the course that is published beside the script: `courses/` is the neighbour of `cdn/`,
 * also for a script under `cdn/<version>/`.
 */
export function courseBesideScript(): string {
  const folder = /^[^?#]*\/cdn\//.exec(script ?? '')?.[0];
  return new URL('../courses/so-tay-ky-nang-so/course.json', folder ?? script).href;
}
