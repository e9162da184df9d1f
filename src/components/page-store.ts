import {ContextProvider} from '@lit/context';
import {openStore, type Store, type StoreOptions} from '../store/store.js';
import {storeContext} from './contexts.js';
import {pageBackup} from './page-backup.js';

/** Raised when this library needs a method that older stores have not got. */
const api = 1;

const key = Symbol.for('kynangso/page/1');
const page = globalThis as {[key]?: Store};

/** Sandboxed frames throw at the very mention of storage, so each is asked behind a `try`. */
function probe<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/**
 * The one store of this page, opened on first call and shared with other copies of the library.
 * A copy that needs a newer `api` than the page's store offers opens its own on the same database.
 */
export function pageStore(): Store {
  const found = page[key];
  if (found && found.api >= api) return found;
  const options: StoreOptions = {
    persist: () => probe(() => navigator.storage.persist()) ?? Promise.resolve(false),
  };
  const storage = probe(() => globalThis.localStorage);
  if (storage) options.backup = pageBackup(storage);
  const store = openStore(options);
  page[key] = store;
  const refresh = () => {
    if (document.visibilityState === 'visible') store.refresh();
  };
  // Announcements are hints: a page that comes back reads again, one that goes away writes its second copy.
  addEventListener('pageshow', refresh);
  document.addEventListener('visibilitychange', refresh);
  addEventListener('pagehide', () => store.flush());
  return store;
}

/** Offers the page's store to every element, through `<html>`. */
export function providePageStore(): void {
  new ContextProvider(document.documentElement, {
    context: storeContext,
    initialValue: pageStore(),
  });
}
