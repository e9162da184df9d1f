/** The part of the library that keeps what is learned. */
export const keeping = '**/c/keeping-*.js';

/** Every request to `pattern` waits for ever, as on a network that is there in name only. */
export const stalled = (stage, pattern) => stage.context.route(pattern, () => {});

/** Every request to `pattern` fails. */
export const cut = (stage, pattern) => stage.context.route(pattern, (route) => route.abort());

/** In a page: the database takes nothing more; `everything`: neither does the place beside it. */
export function fillUp(everything) {
  const full = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.put = full;
  IDBObjectStore.prototype.add = full;
  if (everything) Storage.prototype.setItem = full;
}

/** In a page, before its scripts: a browser that keeps nothing; `everything`: not even beside the database. */
export function denyStorage(everything) {
  Object.defineProperty(globalThis, 'indexedDB', {
    get() {
      throw new DOMException('', 'SecurityError');
    },
  });
  if (!everything) return;
  Object.defineProperty(globalThis, 'localStorage', {
    get() {
      throw new DOMException('', 'SecurityError');
    },
  });
}

/** In a page, before its scripts: a browser that was asked to keep this place's storage for good. */
export const keepForGood = () => {
  StorageManager.prototype.persisted = () => Promise.resolve(true);
};

/** In a page: the database's twin goes. */
export const deleteTwin = () => navigator.storageBuckets.delete('kynangso');

/** In a page: the database and its twin go, as when a browser clears what it thinks nobody needs. */
export async function deleteDatabase() {
  await navigator.storageBuckets.delete('kynangso');
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('kynangso');
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
}

/** In a page: makes a database that says it comes from a later version of the library. */
export const writeNewer = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('kynangso', 1);
    request.onupgradeneeded = () => {
      const names = 'meta keys learners records standings packets received names courses files';
      for (const name of names.split(' ')) request.result.createObjectStore(name);
      request.transaction.objectStore('meta').put({incarnation: 'later', format: 99}, 'store');
    };
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = () => reject(request.error);
  });

/** In a page: copies what was learned from one database into another, which then stands where the first stood. */
export async function copyLearned({from, to}) {
  const names = ['records', 'standings'];
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const open = (name) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      for (const store of names) request.result.createObjectStore(store);
    };
    return settled(request);
  };
  const [source, target] = [await open(from), await open(to)];
  for (const name of names) {
    const store = source.transaction(name).objectStore(name);
    const [keys, rows] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    const tx = target.transaction(name, 'readwrite');
    const copy = tx.objectStore(name);
    copy.clear();
    for (const [index, row] of rows.entries()) {
      copy.put(row, copy.keyPath === null ? keys[index] : undefined);
    }
    await new Promise((resolve) => (tx.oncomplete = resolve));
  }
  source.close();
  target.close();
}
