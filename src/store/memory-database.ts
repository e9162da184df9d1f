import type {OpenDatabase, WriteTransaction} from './database.js';
import type {Layout, StoreName} from './database-layout.js';
import {newIncarnation} from './ids.js';

interface Entry {
  readonly key: unknown;
  readonly row: unknown;
}
type Rows = Map<string, Entry>;

/** Keys compare as IndexedDB compares the strings in them; the separator sorts before every letter. */
const nameOf = (key: string | readonly string[]) =>
  (typeof key === 'string' ? [key] : key).join('\0');

/**
 * The same database in memory, for pages that may keep nothing. Transactions run one after
 * another; one whose work throws leaves nothing behind.
 */
export function memoryDatabase(): OpenDatabase {
  const stores = new Map<StoreName, Rows>();
  const incarnation = newIncarnation();
  let queue: Promise<unknown> = Promise.resolve();

  const rowsOf = (name: StoreName): Rows => {
    let rows = stores.get(name);
    if (!rows) stores.set(name, (rows = new Map<string, Entry>()));
    return rows;
  };

  function begin<N extends StoreName>(names: readonly N[]) {
    const copies = new Map<StoreName, Rows>(names.map((name) => [name, new Map(rowsOf(name))]));
    const inside = (name: StoreName, prefix?: readonly string[]) => {
      const start = prefix && `${nameOf(prefix)}\0`;
      return [...(copies.get(name) ?? [])]
        .filter(([key]) => start === undefined || key.startsWith(start))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, entry]) => entry);
    };
    const tx: WriteTransaction<N> = {
      get: (store, key) => Promise.resolve(copies.get(store)?.get(nameOf(key))?.row as never),
      all: (store, prefix) => Promise.resolve(inside(store, prefix).map(({row}) => row as never)),
      next: (store, after, count) =>
        Promise.resolve(
          inside(store)
            .filter(({key}) => nameOf(key as string[]) > nameOf(after))
            .slice(0, count)
            .map(({row}) => row as never),
        ),
      keys: (store, prefix) => Promise.resolve(inside(store, prefix).map(({key}) => key as never)),
      put: (store, key, row) => void copies.get(store)?.set(nameOf(key), {key, row}),
      delete: (store, key) => void copies.get(store)?.delete(nameOf(key)),
      clear: (store) => copies.get(store)?.clear(),
    };
    const commit = () => {
      for (const [name, rows] of copies) stores.set(name, rows);
    };
    return {tx, commit};
  }

  function inTurn<R>(work: () => Promise<R>): Promise<R> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  rowsOf('meta').set('store', {key: 'store', row: {incarnation, format: 1}});

  return {
    durable: false,
    incarnation,
    fresh: true,
    read: (names, work) => inTurn(() => work(begin(names).tx)),
    write: (names, work) =>
      inTurn(async () => {
        const {tx, commit} = begin(names);
        const value = await work(tx);
        commit();
        return value;
      }),
    amend: <S extends StoreName, N extends StoreName, R>(
      store: S,
      key: Layout[S]['key'],
      others: readonly N[],
      step: (row: Layout[S]['row'] | undefined, tx: WriteTransaction<S | N>) => R,
    ) =>
      inTurn(async () => {
        const {tx, commit} = begin<S | N>([store, ...others]);
        const value = step(await tx.get(store, key), tx);
        commit();
        return value;
      }),
    close: () => undefined,
  };
}
