import {secondCopy} from '../exchange/second-copy.js';
import {openStore, type Store, type StoreOptions} from '../store/store.js';
import {probe} from './probe.js';

/** Opens the store with what only a page has: the question about persistence, and a copy in localStorage. */
export function openKeeping(courses: NonNullable<StoreOptions['courses']>): Store {
  const storage = probe(() => globalThis.localStorage);
  return openStore({
    courses,
    persist: () => probe(() => navigator.storage.persist()) ?? Promise.resolve(false),
    ...(storage && {backup: secondCopy(storage)}),
  });
}
