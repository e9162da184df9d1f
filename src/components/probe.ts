/** Asks for something that may be forbidden: sandboxed frames throw at the very mention of storage. */
export function probe<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
