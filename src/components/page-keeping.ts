import {secondCopy} from '../exchange/second-copy.js';
import {chunk} from '../store/chunk.js';
import {newKey} from '../store/ids.js';
import {sharedMachine} from '../store/shared-machine.js';
import {openStore, type Store, type StoreOptions} from '../store/store.js';
import {runsAsApp} from './as-app.js';
import {probe} from './probe.js';

/** What outlives the storage of a page: a worker that served it, an installed app, a promise not to evict. */
async function usedBefore(): Promise<boolean> {
  const [entry] = performance.getEntriesByType('navigation');
  if (entry instanceof PerformanceNavigationTiming && entry.workerStart > 0) return true;
  if (runsAsApp()) return true;
  return (await probe(() => navigator.storage.persisted())?.catch(() => false)) === true;
}

interface Buckets {
  open(name: string): Promise<{readonly indexedDB: IDBFactory}>;
}

/** A bucket has database files of its own. Chromium has them, and Chromium needs them (docs/decisions/0008). */
async function twinPlace(): Promise<IDBFactory | undefined> {
  const {storageBuckets} = navigator as {storageBuckets?: Buckets};
  return (await storageBuckets?.open('kynangso'))?.indexedDB;
}

const recordsIn = async () => (await chunk(import('../exchange/section.js'))).recordsIn;

/** Opens the store with what only a page has: the question about persistence, and a copy in localStorage. */
export function openKeeping(courses: NonNullable<StoreOptions['courses']>): Store {
  const storage = probe(() => globalThis.localStorage);
  const own = openStore({
    courses,
    usedBefore,
    twinPlace,
    recordsIn,
    persist: () => probe(() => navigator.storage.persist()) ?? Promise.resolve(false),
    ...(storage && {backup: secondCopy(storage)}),
  });
  // Lessons are nobody's secret: they stay with the machine.
  const openInMemory = () =>
    openStore({name: `kynangso/${newKey()}`, shared: true, courses: () => own.courses});
  const store = sharedMachine(own, openInMemory);
  // A phone ends what is out of sight without a further word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') store.flush();
  });
  // Whoever goes back to this page would find it as it was left.
  addEventListener('pagehide', () => void store.setShared(false));
  return store;
}
