/** What a trainer's backup is made of. */
export type BackupPart =
  | 'units'
  | 'members'
  | 'links'
  | 'names'
  | 'progress'
  | 'receivedAt'
  | 'assignments'
  | 'papers'
  | 'evenings';

/**
 * Why an entry is none. `no-list`: the whole part is no list; `unreadable`: a field is missing or not what it should be;
 * `other-key`: it stands under another key than its own; `counter`: nobody counts that many changes; `twice`: an entry before
 * it has the same key, and holds.
 */
export type EntryFlaw = 'no-list' | 'unreadable' | 'other-key' | 'counter' | 'twice';

/** An entry that was not taken, wholly or not at all. */
export interface LeftOut {
  readonly part: BackupPart;
  /** Where it stands in its part, from 1; 0 for the whole part. */
  readonly row: number;
  readonly flaw: EntryFlaw;
  /** Whose or what it is, as far as that can be read: a name, else a code or a key. */
  readonly whose?: string;
}

/** An entry as it was read, or why it is none. */
export type Sifted<T> = readonly [key: string, value: T] | EntryFlaw;

const longestName = 80;

/** Those entries of a list that are entries; what is none is added to `leftOut`, with its place and reason. */
export function sift<T>(
  part: BackupPart,
  list: unknown,
  read: (entry: unknown) => Sifted<T>,
  leftOut: LeftOut[],
): Map<string, T> {
  const entries = new Map<string, T>();
  if (!Array.isArray(list)) {
    leftOut.push({part, row: 0, flaw: 'no-list'});
    return entries;
  }
  for (const [at, entry] of (list as readonly unknown[]).entries()) {
    const sifted = read(entry);
    const flaw = typeof sifted === 'string' ? sifted : entries.has(sifted[0]) ? 'twice' : undefined;
    if (flaw === undefined) entries.set(...(sifted as readonly [string, T]));
    else {
      const whose = whoseOf(entry);
      leftOut.push({part, row: at + 1, flaw, ...(whose !== undefined && {whose})});
    }
  }
  return entries;
}

/** A name before a key; an entry is a pair with its key first, or an object, and what it holds stands under `value`. */
function whoseOf(entry: unknown): string | undefined {
  const [key, row] = Array.isArray(entry) ? (entry as unknown[]) : [undefined, entry];
  const held = fieldOf(row, 'value') ?? row;
  const names = fieldOf(held, 'names');
  const found = [
    fieldOf(held, 'name'),
    Array.isArray(names) ? fieldOf(names[names.length - 1], 'name') : undefined,
    fieldOf(held, 'place'),
    fieldOf(held, 'member'),
    fieldOf(fieldOf(held, 'assignment'), 'member'),
    held,
    key,
  ].find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return found?.slice(0, longestName);
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
