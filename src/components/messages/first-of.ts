/** So many names are said; the rest is counted. */
const mostNames = 4;

/** Names one after another; of many the first, and how many others. */
export const firstOf = (names: readonly string[], others: (more: number) => string): string =>
  names.length > mostNames
    ? `${names.slice(0, mostNames).join(', ')} ${others(names.length - mostNames)}`
    : names.join(', ');
