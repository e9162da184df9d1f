import {chunk} from './chunk.js';
import type {OpenDatabase, WriteTransaction} from './database.js';
import type {Layout, MetaRow, StandingRow, StoreName} from './database-layout.js';
import {endedBy, settled} from './settled.js';

/** What cannot be fetched or computed again. The device's own name stays with the first database (data.md C4). */
export const copied = [
  'records',
  'packets',
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
  'learners',
  'meta',
  'standings',
] as const;
export type CopiedStore = (typeof copied)[number];

/** A row that was written, or deleted when there is none. */
export type Change = {
  readonly [S in CopiedStore]: {
    readonly store: S;
    readonly key: Layout[S]['key'];
    readonly row?: Layout[S]['row'];
  };
}[CopiedStore];

/** Which row. */
export type Named = Pick<Change, 'store' | 'key'>;

export type ChangeOf<S extends CopiedStore> = Extract<Change, {readonly store: S}>;

/**
 * A second database of the same rows in a place with files of its own, so that what ruins the files of the
 * first leaves it whole (docs/decisions/0008). It follows the first by one transaction and may lag behind it,
 * but never has a standing without the records it counts.
 */
export interface Twin {
  /**
   * Writes what was just written to the first. `unsure`: nobody saw how one of several tries ended, so the rows are read
   * from the first as they are. Never rejects.
   */
  follow(changes: readonly Change[], unsure: boolean): void;
  /** Whether the page wrote, or deleted, a row that the twin may still have otherwise. */
  isBehind(name: RowName): boolean;
  names(): Promise<readonly RowName[]>;
  /** Those of one object store, or all. */
  rows<S extends CopiedStore>(store?: S): Promise<readonly ChangeOf<S>[]>;
  /** Takes in whatever of the first is not here, now and whenever something was missed. Never rejects. */
  catchUp(first: OpenDatabase): Promise<void>;
  /** Writes for good what deletes rows, behind all that it was told. Rejects when that cannot be done. */
  drop(step: (rows: IDBObjectStore) => void): Promise<void>;
  /** Resolves once what it was told is written, or missed, or after three seconds. Never rejects. */
  settled(): Promise<void>;
  close(): void;
}

/** What `takeIn` does to a twin. */
export interface TwinWrites {
  readonly names: () => Promise<readonly RowName[]>;
  readonly keep: (changes: readonly Change[]) => Promise<void>;
  readonly write: (
    step: (rows: IDBObjectStore) => void,
    durability?: IDBTransactionDurability,
  ) => Promise<void>;
}

/** A row's object store and key, as text to compare. */
export type RowName = string;
export type Key = readonly [store: CopiedStore, ...key: string[]];

export const keyOf = ({store, key}: Pick<Change, 'store' | 'key'>): string[] => [store, key].flat();
export const rowName = (of: Pick<Change, 'store' | 'key'>): RowName => JSON.stringify(keyOf(of));

/** The change that leaves `row` there, or none. */
export const changeOf = ([store, ...key]: Key, row: unknown) =>
  ({store, key: key.length === 1 ? key[0] : key, row}) as Change;

/** Everything whose key begins so. */
export const under = (...prefix: readonly string[]) =>
  IDBKeyRange.bound([...prefix], [...prefix, []]);

const rows = 'rows';

/** Between two writes, in ms; the longer the row of answers, the longer. Whoever answers by hand is slower than that. */
const shortestRest = 10;
const longestRest = 160;

/** How long whoever closes the page waits for what is not written yet, in ms. */
const patience = 3000;

/** Opens the twin of the database of that name in `place`; makes it where there is none. Nothing where there is no place. */
export async function openTwin(
  name: string,
  place: () => Promise<IDBFactory | undefined>,
): Promise<Twin | undefined> {
  let database: IDBDatabase | undefined;
  let first: OpenDatabase | undefined;
  let closed = false;
  /** Something of the first may be missing here: then no standing is written before all of it is. */
  let lags = true;
  let taking: Promise<void> | undefined;
  let again = false;
  /** What was written to the first while the twin wrote or rested, each row once. */
  let gathered = new Map<RowName, Change>();
  /** What was written to the first while something was missing here. */
  const missed = new Set<RowName>();
  let isFollowing = false;
  let wake: () => void = () => undefined;
  /** Somebody waits for what was gathered. */
  let hurrying = 0;
  const writing = new Set<Promise<void>>();

  async function connect(): Promise<IDBDatabase | undefined> {
    const factory = closed ? undefined : await place();
    if (!factory) return undefined;
    const opening = factory.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(rows);
    const opened = await settled(opening);
    // Somebody deletes it: it must not be us who hinders them.
    opened.onversionchange = () => opened.close();
    database?.close();
    return (database = opened);
  }

  const writeTo = (
    to: IDBDatabase,
    step: (store: IDBObjectStore) => void,
    durability: IDBTransactionDurability,
  ) =>
    new Promise<void>((resolve, reject) => {
      const tx = to.transaction(rows, 'readwrite', {durability});
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(endedBy(tx.error));
      // One that began while the browser took the database away never ends; there is one at a time.
      to.onclose = () => reject(new DOMException('', 'InvalidStateError'));
      step(tx.objectStore(rows));
    });

  const died = (error: unknown) =>
    error instanceof DOMException && error.name === 'InvalidStateError';

  /** Leaves at once where the connection stands; one that died is replaced, and `work` done on the new one if it may be. */
  async function over<T>(work: (database: IDBDatabase) => Promise<T>, again = true): Promise<T> {
    if (database) {
      try {
        return await work(database);
      } catch (error) {
        if (!died(error)) throw error;
        lags = true;
        database = undefined;
        if (!again) throw error;
      }
    }
    const opened = await connect();
    if (!opened) throw new DOMException('', 'InvalidStateError');
    return work(opened);
  }

  /** Relaxed: a process that is killed keeps what it has written, and the strict copy is the first. */
  const write = (
    step: (store: IDBObjectStore) => void,
    durability: IDBTransactionDurability = 'relaxed',
  ) => over((to) => writeTo(to, step, durability));

  const read = <T>(step: (store: IDBObjectStore) => Promise<T>) =>
    over((from) => step(from.transaction(rows).objectStore(rows)));

  const names = () =>
    read(async (store) => (await settled(store.getAllKeys())).map((key) => JSON.stringify(key)));

  function put(store: IDBObjectStore, change: Change): void {
    const key = keyOf(change);
    if (change.row === undefined) store.delete(key);
    else if (change.store !== 'standings' && change.store !== 'meta') store.put(change.row, key);
    else {
      const {row} = change;
      const request = store.get(key) as IDBRequest<StandingRow | MetaRow | undefined>;
      request.onsuccess = () => {
        if (!isOvertaken(row, request.result)) store.put(row, key);
      };
    }
  }

  /** Not again on another connection: where all was cleared, these would be a standing without what stood behind it. */
  const keep = (changes: readonly Change[]) =>
    over(
      (to) => writeTo(to, (store) => changes.forEach((change) => put(store, change)), 'relaxed'),
      false,
    );

  function track(work: Promise<void>): Promise<void> {
    const done = work.then(
      () => undefined,
      () => undefined,
    );
    writing.add(done);
    void done.then(() => writing.delete(done));
    return done;
  }

  function catchUpNow(): Promise<void> {
    again = true;
    taking ??= track(
      (async () => {
        while (again && first && !closed) {
          again = false;
          const {takeIn} = await chunk(import('./take-in.js'));
          await takeIn(first, {names, keep, write}, missed);
          lags = again;
        }
      })().finally(() => (taking = undefined)),
    );
    return taking;
  }

  const sendGathered = () => {
    const sent = gathered;
    gathered = new Map();
    return keep([...sent.values()]).catch(() => {
      lags = true;
      gathered = new Map([...sent, ...gathered]);
    });
  };

  /** The first of a row leaves at once; a second write beside each answer would make it wait for the disk. */
  async function followNow(): Promise<void> {
    isFollowing = true;
    for (let rest = shortestRest; gathered.size > 0; rest = Math.min(rest * 2, longestRest)) {
      if (!lags) await sendGathered();
      // Also where that failed just now: nobody knows whether anything else will be written in this life.
      if (lags) {
        for (const name of gathered.keys()) missed.add(name);
        gathered = new Map();
        void catchUpNow();
      }
      await resting(rest);
    }
    isFollowing = false;
  }

  const resting = (ms: number) =>
    closed || hurrying > 0
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, ms);
        });

  async function allWritten(): Promise<void> {
    hurrying += 1;
    wake();
    while (writing.size > 0) await Promise.all(writing);
    hurrying -= 1;
  }

  if (!(await connect())) return undefined;
  return {
    follow(changes, unsure) {
      lags ||= unsure;
      for (const change of changes) gathered.set(rowName(change), change);
      if (gathered.size > 0 && !isFollowing) void track(followNow());
    },

    isBehind: (name) => gathered.has(name) || missed.has(name),

    names,
    rows: (of) =>
      read(async (store) => {
        const range = of && under(of);
        const [keys, found] = await Promise.all([
          settled(store.getAllKeys(range)),
          settled(store.getAll(range)) as Promise<unknown[]>,
        ]);
        return keys.map((key, at) => changeOf(key as unknown as Key, found[at]) as never);
      }),

    catchUp(from) {
      first = from;
      return catchUpNow();
    },

    async drop(step) {
      // What is still on its way would be back after it.
      await allWritten();
      await write(step, 'strict');
    },

    // A twin that hangs is caught up at the next opening; nobody waits for it here.
    settled: () => Promise.race([allWritten(), new Promise<void>((r) => setTimeout(r, patience))]),

    close() {
      closed = true;
      if (!lags && database) void sendGathered();
      wake();
      database?.close();
    },
  };
}

/** Two tabs follow in an order of their own, and a database that was just made knows less than the one before it. */
function isOvertaken(row: StandingRow | MetaRow, there: StandingRow | MetaRow | undefined) {
  if (there === undefined) return false;
  if ('own' in row && 'own' in there) {
    return row.own.device === there.own.device && row.own.seq < there.own.seq;
  }
  return 'incarnation' in row && 'incarnation' in there && row.incarnation !== there.incarnation;
}

const isCopied = (store: StoreName): store is CopiedStore =>
  (copied as readonly StoreName[]).includes(store);

/** Notes what is written through `tx`, as one more of `tries`. */
function noting<N extends StoreName>(
  tx: WriteTransaction<N>,
  tries: Change[][],
): WriteTransaction<N> {
  const changes: Change[] = [];
  tries.push(changes);
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

/**
 * The same database; whatever was written to it goes to its twin as soon as it is complete. An answer is in both before
 * it is called saved, but for the first life of the database.
 */
export function twinned(database: OpenDatabase, twin: Twin): OpenDatabase {
  /** `work` notes what each try writes: one whose connection was lost may have been kept. */
  async function followed<R>(work: (tries: Change[][]) => Promise<R>): Promise<R> {
    const tries: Change[][] = [];
    const value = await work(tries);
    const changes = tries.flat();
    twin.follow(changes, tries.length > 1);
    // An end in the middle of a write may have spoilt the first for all that is written behind it; nothing tells before
    // the next opening. What was made by this very opening had no such end.
    if (!database.fresh && changes.some(({store}) => store === 'records')) await twin.settled();
    return value;
  }

  return {
    ...database,
    write: (stores, work, durability) =>
      followed((tries) => database.write(stores, (tx) => work(noting(tx, tries)), durability)),
    amend: (store, key, others, step, ahead) =>
      followed((tries) =>
        database.amend(
          store,
          key,
          others,
          (row, tx) => step(row, noting(tx, tries)),
          ahead && {
            // Where it does not hold, nothing of that try was kept.
            holds: (row) => ahead.holds(row) || !tries.pop(),
            write: (tx) => ahead.write(noting(tx, tries)),
          },
        ),
      ),
    close() {
      database.close();
      twin.close();
    },
  };
}
