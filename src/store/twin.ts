import {KnsError} from '../errors.js';
import type {Layout, OpenDatabase, StandingRow, StoreName, WriteTransaction} from './database.js';
import type {LearnerKey} from './reckoning/record.js';

/** What cannot be fetched or computed again. The device's own name stays with the first database (data.md C4). */
const copied = ['meta', 'learners', 'records', 'standings', 'packets', 'names'] as const;
export type CopiedStore = (typeof copied)[number];

/** A row that was written, or deleted when there is none. */
export type Change = {
  readonly [S in CopiedStore]: {
    readonly store: S;
    readonly key: Layout[S]['key'];
    readonly row?: Layout[S]['row'];
  };
}[CopiedStore];

/**
 * A second database of the same rows in a place with files of its own, so that what ruins the files of the
 * first leaves it whole (data.md D3). It follows the first by one transaction and may lag by that one.
 */
export interface Twin {
  /** Writes what was just written to the first. Never rejects: what is missed here, `catchUp` finds. */
  follow(changes: readonly Change[]): void;
  rows(): Promise<readonly Change[]>;
  /** Takes in whatever of the first is not here. Never rejects. */
  catchUp(first: OpenDatabase): Promise<void>;
  /** Drops all rows of a learner, or of everybody. Rejects with KnsError `storage-broken` when that cannot be done. */
  forget(learner?: LearnerKey): Promise<void>;
  /** Resolves once what it was told is written, or missed. Never rejects. */
  settled(): Promise<void>;
  close(): void;
}

const rows = 'rows';
type Name = readonly [store: CopiedStore, ...key: string[]];

const nameOf = ({store, key}: Pick<Change, 'store' | 'key'>): IDBValidKey =>
  [store, key].flat() satisfies string[];

function changeOf([store, ...key]: Name, row: unknown): Change {
  return {store, key: key.length === 1 ? key[0] : key, row} as Change;
}

const under = (...prefix: readonly string[]) => IDBKeyRange.bound([...prefix], [...prefix, []]);

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('', 'AbortError'));
  });

/** Opens the twin of the database of that name; makes it where there is none. Nothing where there is no place. */
export async function openTwin(
  name: string,
  place: () => Promise<IDBFactory | undefined>,
): Promise<Twin | undefined> {
  let database: IDBDatabase | undefined;
  let closed = false;
  const writing = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    const done = work.catch(() => undefined).finally(() => writing.delete(done));
    writing.add(done);
    return done;
  };

  async function connect(): Promise<IDBDatabase | undefined> {
    const factory = closed ? undefined : await place();
    if (!factory) return undefined;
    const opening = factory.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(rows);
    const opened = await settled(opening);
    // Somebody deletes it: it must not be us who hinders them.
    opened.onversionchange = () => opened.close();
    return (database = opened);
  }

  /** Relaxed: a process that is killed keeps what it has written, and the strict copy is the first. */
  const writeTo = (to: IDBDatabase, step: (store: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      const tx = to.transaction(rows, 'readwrite', {durability: 'relaxed'});
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error ?? new DOMException('', 'AbortError'));
      step(tx.objectStore(rows));
    });

  /** Leaves at once where the connection stands; one that died is replaced. */
  async function write(step: (store: IDBObjectStore) => void): Promise<void> {
    if (database) {
      try {
        await writeTo(database, step);
        return;
      } catch (error) {
        if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      }
    }
    const again = await connect();
    if (again) await writeTo(again, step);
  }

  const storeNow = async () => (database ?? (await connect()))?.transaction(rows).objectStore(rows);

  function put(store: IDBObjectStore, change: Change): void {
    const name = nameOf(change);
    if (change.row === undefined) store.delete(name);
    else if (change.store !== 'standings') store.put(change.row, name);
    else {
      // Two tabs follow in an order of their own.
      const {row} = change;
      const request = store.get(name) as IDBRequest<StandingRow | undefined>;
      request.onsuccess = () => {
        if (!isOlder(row, request.result)) store.put(row, name);
      };
    }
  }

  const keep = (changes: readonly Change[]) =>
    write((store) => {
      for (const change of changes) put(store, change);
    });

  async function takeIn(first: OpenDatabase): Promise<void> {
    const store = await storeNow();
    if (!store) return;
    const names = await settled(store.getAllKeys());
    const here = new Set(names.map((key) => JSON.stringify(key)));
    const missing = await first.read([...copied], async (tx) => {
      const found: Change[] = [];
      for (const from of copied) {
        for (const key of await tx.keys(from)) {
          const isHere = here.has(JSON.stringify(nameOf({store: from, key})));
          // A row that changes may have changed.
          if (isHere && (from === 'records' || from === 'packets')) continue;
          const row = await tx.get(from, key);
          if (row) found.push({store: from, key, row} as Change);
        }
      }
      return found;
    });
    await keep(missing);
  }

  if (!(await connect())) return undefined;
  return {
    follow(changes) {
      if (changes.length > 0) void track(keep(changes));
    },

    async rows() {
      const store = await storeNow();
      if (!store) return [];
      const [names, found] = await Promise.all([
        settled(store.getAllKeys()),
        settled(store.getAll()) as Promise<unknown[]>,
      ]);
      return names.map((key, index) => changeOf(key as unknown as Name, found[index]));
    },

    catchUp: (first) => track(takeIn(first)),

    async forget(learner) {
      try {
        await write((store) => {
          if (learner === undefined) store.clear();
          else for (const from of copied) store.delete(under(from, learner));
        });
      } catch (cause) {
        throw new KnsError('storage-broken', 'The twin cannot be reached.', {cause});
      }
    },

    async settled() {
      while (writing.size > 0) await Promise.all(writing);
    },

    close() {
      closed = true;
      database?.close();
    },
  };
}

/** Whether a row of the same stream with a higher number is there already. */
const isOlder = ({own}: StandingRow, there: StandingRow | undefined): boolean =>
  there !== undefined && there.own.device === own.device && there.own.seq > own.seq;

const isCopied = (store: StoreName): store is CopiedStore =>
  (copied as readonly StoreName[]).includes(store);

/** Notes into `changes` what is written through `tx`. */
function noting<N extends StoreName>(
  tx: WriteTransaction<N>,
  changes: Change[],
): WriteTransaction<N> {
  const note = (store: StoreName, key: unknown, row?: unknown) => {
    if (isCopied(store)) changes.push({store, key, row} as Change);
  };
  return {
    ...tx,
    put(store, key, row) {
      tx.put(store, key, row);
      note(store, key, row);
    },
    delete(store, key) {
      tx.delete(store, key);
      note(store, key);
    },
  };
}

/** The same database; whatever was written to it goes to its twin as soon as it is complete. */
export function twinned(database: OpenDatabase, twin: Twin): OpenDatabase {
  return {
    ...database,
    async write(stores, work, durability) {
      let changes: Change[] = [];
      const value = await database.write(
        stores,
        // Called again when the connection was lost.
        (tx) => work(noting(tx, (changes = []))),
        durability,
      );
      twin.follow(changes);
      return value;
    },
    async amend(store, key, others, step, ahead) {
      let changes: Change[] = [];
      const value = await database.amend(
        store,
        key,
        others,
        (row, tx) => step(row, noting(tx, (changes = []))),
        ahead && {
          holds: (row) => ahead.holds(row),
          write: (tx) => ahead.write(noting(tx, (changes = []))),
        },
      );
      twin.follow(changes);
      return value;
    },
    close() {
      database.close();
      twin.close();
    },
  };
}
