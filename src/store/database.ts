import {openDB, unwrap} from 'idb';
import {KnsError} from '../errors.js';
import type {MetaRow, Layout, StoreName} from './database-layout.js';
import {newIncarnation} from './ids.js';
import {endedBy, settled} from './settled.js';

/** Raised when an older reader would misread the rows. Layouts otherwise only add object stores. */
export const formatVersion = 1;

const storeNames: readonly StoreName[] = [
  'meta',
  'keys',
  'learners',
  'records',
  'standings',
  'packets',
  'received',
  'names',
  'receipts',
  'departures',
  'quarantine',
  'links',
  'tombstones',
  'units',
  'members',
  'memberLinks',
  'packs',
  'reports',
  'sessions',
  'courses',
  'files',
];

/** `strict` for whatever a learner or a trainer did; `relaxed` for what can be fetched or computed again. */
export type Durability = 'strict' | 'relaxed';

/** Inside a transaction only await these: anything else lets the transaction end. */
export interface ReadTransaction<N extends StoreName> {
  get<S extends N>(store: S, key: Layout[S]['key']): Promise<Layout[S]['row'] | undefined>;
  /** Rows whose key begins with `prefix`, in the order of their keys; all rows without one. */
  all<S extends N>(store: S, prefix?: readonly string[]): Promise<Layout[S]['row'][]>;
  /** The next rows after a key, which need not be there, in the order of their keys: thousands at once hold the page up. */
  next<S extends N>(
    store: S,
    after: Layout[S]['key'] | readonly [],
    count: number,
  ): Promise<Layout[S]['row'][]>;
  /** Keys that begin with `prefix`, in order. */
  keys<S extends N>(store: S, prefix?: readonly string[]): Promise<Layout[S]['key'][]>;
}

/** Writes never answer; one that fails ends the transaction, and nothing of it is kept. */
export interface WriteTransaction<N extends StoreName> extends ReadTransaction<N> {
  put<S extends N>(store: S, key: Layout[S]['key'], row: Layout[S]['row']): void;
  delete<S extends N>(store: S, key: Layout[S]['key']): void;
  clear(store: N): void;
}

/** Writes before the row was seen. When the row is not the expected one nothing of them is kept, and `step` is asked. */
export interface Ahead<Row, N extends StoreName, R> {
  write(tx: WriteTransaction<N>): R;
  holds(row: Row | undefined): boolean;
}

/**
 * What the store keeps things in: IndexedDB, or memory where that is refused. Every method
 * resolves after the transaction completed and throws KnsError `storage-full` or `storage-broken`,
 * or what `work` threw; then nothing was kept. When the connection was lost, `work` runs again.
 */
export interface Database {
  read<N extends StoreName, R>(
    stores: readonly N[],
    work: (tx: ReadTransaction<N>) => Promise<R>,
  ): Promise<R>;
  write<N extends StoreName, R>(
    stores: readonly N[],
    work: (tx: WriteTransaction<N>) => Promise<R>,
    durability?: Durability,
  ): Promise<R>;
  /**
   * Reads one row and writes what follows from it without a promise in between: the quickest
   * safe write there is, for answers. `step` must not wait for anything. Whoever knows the row
   * already passes `ahead`: its writes leave together with the reading.
   */
  amend<S extends StoreName, N extends StoreName, R>(
    store: S,
    key: Layout[S]['key'],
    others: readonly N[],
    step: (row: Layout[S]['row'] | undefined, tx: WriteTransaction<S | N>) => R,
    ahead?: Ahead<Layout[S]['row'], S | N, R>,
  ): Promise<R>;
  close(): void;
}

/** A database that was opened. */
export interface OpenDatabase extends Database {
  /** False in memory: rows go with the page. */
  readonly durable: boolean;
  readonly incarnation: string;
  /** Made by this opening: there was none before. */
  readonly fresh: boolean;
}

/** Keys that begin with `prefix`: an array sorts after every string, so it closes the range. */
const rangeOf = (prefix: readonly string[] | undefined) =>
  prefix && IDBKeyRange.bound([...prefix], [...prefix, []]);

function transactionOver<N extends StoreName>(tx: IDBTransaction): WriteTransaction<N> {
  return {
    get: (store, key) => settled(tx.objectStore(store).get(key)),
    all: (store, prefix) => settled(tx.objectStore(store).getAll(rangeOf(prefix))),
    next: (store, after, count) =>
      settled(tx.objectStore(store).getAll(IDBKeyRange.lowerBound(after, true), count)),
    keys: (store, prefix) =>
      settled(tx.objectStore(store).getAllKeys(rangeOf(prefix))) as Promise<never>,
    put: (store, key, row) => void tx.objectStore(store).put(row, key),
    delete: (store, key) => void tx.objectStore(store).delete(key),
    clear: (store) => void tx.objectStore(store).clear(),
  };
}

const nameOf = (error: unknown) => (error instanceof DOMException ? error.name : '');

/** Which failure it was: each asks the learner for something else. */
function failureOf(error: unknown): KnsError {
  if (error instanceof KnsError) return error;
  const name = nameOf(error);
  if (name === 'QuotaExceededError') {
    return new KnsError('storage-full', 'No room for another row.', {cause: error});
  }
  // What sandboxed frames and private windows throw at `open`.
  if (name === 'SecurityError' || name === 'InvalidStateError') {
    return new KnsError('storage-none', 'Nothing is kept here.', {cause: error});
  }
  return new KnsError('storage-broken', `The database failed: ${name || String(error)}`, {
    cause: error,
  });
}

interface Connection {
  readonly raw: IDBDatabase;
  readonly meta: MetaRow;
  readonly fresh: boolean;
}

/**
 * Opens without a version, so that a newer copy of the library on the same page is not locked
 * out, and raises it only when a store is missing.
 */
async function connect(name: string, ended: (raw: IDBDatabase) => void): Promise<Connection> {
  const factory = (globalThis as {indexedDB?: IDBFactory}).indexedDB;
  if (!factory) throw new KnsError('storage-none', 'No IndexedDB.');
  let fresh = false;
  let version: number | undefined;
  for (;;) {
    let raw: IDBDatabase | undefined;
    let over = false;
    const end = () => {
      over = true;
      if (raw) ended(raw);
    };
    try {
      const wrapped = await openDB(name, version, {
        upgrade(database, oldVersion, _newVersion, transaction) {
          // An upgrade that fails is told by the opening itself; nobody else waits for its end.
          transaction.done.catch(() => undefined);
          const native = unwrap(database);
          for (const store of storeNames) {
            if (!native.objectStoreNames.contains(store)) native.createObjectStore(store);
          }
          if (oldVersion > 0) return;
          fresh = true;
          const meta: MetaRow = {incarnation: newIncarnation(), format: formatVersion};
          unwrap(transaction).objectStore('meta').put(meta, 'store');
        },
        // Another copy adds a store, or someone deletes the database: give way, then open again.
        blocking(_current, _blocked, event) {
          (event.target as IDBDatabase).close();
          end();
        },
        terminated: end,
      });
      raw = unwrap(wrapped);
    } catch (error) {
      // Two copies added stores at once and the other was quicker.
      if (nameOf(error) === 'VersionError' && version !== undefined) {
        version = undefined;
        continue;
      }
      throw error;
    }
    const names = raw.objectStoreNames;
    if (storeNames.some((store) => !names.contains(store))) {
      version = raw.version + 1;
      raw.close();
      continue;
    }
    if (over) continue;
    const request: IDBRequest<unknown> = raw.transaction('meta').objectStore('meta').get('store');
    const meta = (await settled(request)) as MetaRow | undefined;
    if (!meta) {
      raw.close();
      throw new KnsError('storage-broken', 'No meta row.');
    }
    if (meta.format > formatVersion) {
      raw.close();
      throw new KnsError('storage-newer', 'A newer library wrote it.', {
        facts: {format: meta.format},
      });
    }
    return {raw, meta, fresh};
  }
}

/** A request that hangs behind a stuck tab, or that an engine forgot, must not keep an answer waiting; in ms. */
const patience = 10_000;

/** What comes after all is closed again: by then its place is taken. */
function inTime(connecting: Promise<Connection>): Promise<Connection> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new KnsError('storage-broken', 'No answer.'));
    }, patience);
    connecting.then((connection) => {
      if (late) connection.raw.close();
      else resolve(connection);
    }, reject);
    void connecting.catch(() => undefined).finally(() => clearTimeout(timer));
  });
}

/**
 * Opens the database, or makes it. Rejects with KnsError `storage-none`, `storage-broken` (also when it does not
 * answer), `storage-full` or `storage-newer`. `emptied` is called when a later reopening finds another
 * database than the one opened here: it was cleared under the running page.
 */
export async function openDatabase(
  name: string,
  emptied: (incarnation: string) => void = () => undefined,
): Promise<OpenDatabase> {
  let connection: Promise<Connection> | undefined;
  let incarnation: string | undefined;
  let closed = false;

  const connected = () => {
    if (closed) return Promise.reject(new KnsError('storage-broken', 'Closed.'));
    connection ??= inTime(
      connect(name, (raw) => {
        void connection?.then(
          (current) => {
            if (current.raw === raw) connection = undefined;
          },
          () => undefined,
        );
      }),
    ).then(
      (opened) => {
        if (incarnation !== undefined && incarnation !== opened.meta.incarnation) {
          emptied(opened.meta.incarnation);
        }
        incarnation = opened.meta.incarnation;
        return opened;
      },
      (error: unknown) => {
        connection = undefined;
        throw error;
      },
    );
    return connection;
  };

  /** One transaction on the present connection; a connection that died is replaced once. */
  async function run<R>(
    stores: readonly StoreName[],
    mode: IDBTransactionMode,
    durability: Durability,
    start: (
      tx: IDBTransaction,
      resolve: (value: R) => void,
      fail: (error: unknown) => void,
    ) => void,
  ): Promise<R> {
    for (let attempt = 0; ; attempt += 1) {
      const {raw} = await connected().catch((error: unknown) => {
        throw failureOf(error);
      });
      let tx: IDBTransaction;
      try {
        tx = raw.transaction([...stores], mode, {durability});
      } catch (error) {
        connection = undefined;
        raw.close();
        if (attempt < 2) continue;
        throw failureOf(error);
      }
      let thrown: {error: unknown} | undefined;
      let gone: () => void;
      try {
        return await new Promise<R>((resolve, reject) => {
          let outcome: {value: R} | undefined;
          // One that began while the browser took the database away never ends.
          raw.addEventListener('close', (gone = () => reject(endedBy(null))));
          const fail = (error: unknown) => {
            thrown ??= {error};
            try {
              tx.abort();
            } catch {
              // It ended before `work` did; `onabort` or `oncomplete` has the last word.
            }
          };
          tx.oncomplete = () => {
            if (outcome) resolve(outcome.value);
            else reject(new KnsError('unexpected', 'Ended early.'));
          };
          tx.onabort = () => reject(endedBy(tx.error));
          start(tx, (value) => (outcome = {value}), fail);
        });
      } catch (error) {
        // What a request rejects with is the transaction's own failure, not the work's opinion.
        if (thrown && !(thrown.error instanceof DOMException)) throw thrown.error;
        const full = nameOf(error) === 'QuotaExceededError';
        // The connection may have died with it; that may be told only after one more.
        if (attempt < 2 && !full) continue;
        throw failureOf(thrown && !full ? thrown.error : error);
      } finally {
        raw.removeEventListener('close', gone!);
      }
    }
  }

  const commit = (tx: IDBTransaction) => {
    try {
      tx.commit();
    } catch {
      // Already finished: then `oncomplete` or `onabort` is on its way.
    }
  };

  const opened = await connected().catch((error: unknown) => {
    throw failureOf(error);
  });

  async function amend<S extends StoreName, N extends StoreName, R>(
    store: S,
    key: Layout[S]['key'],
    others: readonly N[],
    step: (row: Layout[S]['row'] | undefined, tx: WriteTransaction<S | N>) => R,
    ahead?: Ahead<Layout[S]['row'], S | N, R>,
  ): Promise<R> {
    let withdrawn: Error | undefined;
    try {
      return await run<R>([store, ...others], 'readwrite', 'strict', (tx, resolve, fail) => {
        const over = transactionOver<S | N>(tx);
        const request = tx.objectStore(store).get(key) as IDBRequest<Layout[S]['row'] | undefined>;
        const early = ahead && {value: ahead.write(over)};
        request.onsuccess = () => {
          try {
            const row = request.result;
            if (early && !ahead.holds(row)) {
              throw (withdrawn = new Error('stale'));
            }
            resolve(early ? early.value : step(row, over));
            commit(tx);
          } catch (error) {
            fail(error);
          }
        };
      });
    } catch (error) {
      if (!withdrawn || error !== withdrawn) throw error;
      return amend(store, key, others, step);
    }
  }

  return {
    durable: true,
    incarnation: opened.meta.incarnation,
    fresh: opened.fresh,
    read: (stores, work) =>
      run(stores, 'readonly', 'relaxed', (tx, resolve, fail) => {
        work(transactionOver(tx)).then((value) => {
          resolve(value);
          commit(tx);
        }, fail);
      }),
    write: (stores, work, durability = 'strict') =>
      run(stores, 'readwrite', durability, (tx, resolve, fail) => {
        work(transactionOver(tx)).then((value) => {
          resolve(value);
          commit(tx);
        }, fail);
      }),
    amend,
    close() {
      closed = true;
      void connection?.then(({raw}) => raw.close()).catch(() => undefined);
    },
  };
}
