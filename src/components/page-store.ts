import {ContextProvider} from '@lit/context';
import {hasSecondCopy} from '../exchange/has-second-copy.js';
import {openCourses} from '../store/courses.js';
import type {Database} from '../store/database.js';
import {deferredStore} from '../store/deferred-store.js';
import {type Store, storeApi} from '../store/store-contract.js';
import {whenOpen} from '../store/when-open.js';
import {storeContext} from './contexts.js';
import {chunk} from './failure.js';
import {probe} from './probe.js';

const key = Symbol.for('kynangso/page/1');
const page = globalThis as {[key]?: Store};

/** The page's store, whose code comes after the first lesson was drawn; see docs/decisions/0004. */
function openPageStore(): Store {
  let database: Database | undefined;
  let fetching: Promise<Store> | undefined;

  async function fetchStore(): Promise<Store> {
    const {openKeeping} = await chunk(import('./page-keeping.js'));
    return openKeeping((opened) => ((database = opened), courses));
  }
  const store = () =>
    (fetching ??= fetchStore().catch((error: unknown) => {
      // The network may be back at the next call.
      fetching = undefined;
      throw error;
    }));
  const courses = openCourses({
    database: whenOpen(async () => {
      await store();
      return database!;
    }),
    fetch: (input, init) => fetch(input, init),
    now: Date.now,
  });
  return deferredStore({courses, fetchStore: store});
}

/**
 * The one store of this page, opened on first call and shared with other copies of the library.
 * A copy that needs a newer `api` than the page's store offers opens its own on the same database.
 */
export function pageStore(): Store {
  const found = page[key];
  if (found && found.api >= storeApi) return found;
  const store = openPageStore();
  // Who has been here before waits for their standing, so it is fetched beside the course.
  if (probe(() => hasSecondCopy(localStorage))) void store.opened;
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
