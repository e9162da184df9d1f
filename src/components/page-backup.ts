import type {KeyValues} from '../exchange/second-copy.js';
import type {Backup} from '../store/store.js';

const journal = 'kynangso/held/';

/**
 * The copy beside the main database, in localStorage. Held answers are kept here at once;
 * the second copy itself is fetched when there is one to read or the first to write.
 */
export function pageBackup(storage: KeyValues): Backup {
  const copy = async () => (await import('../exchange/second-copy.js')).secondCopy(storage);

  return {
    read: async (courses) =>
      (storage.getItem('kynangso/witness/a') ?? storage.getItem('kynangso/witness/b'))
        ? (await copy()).read(courses)
        : undefined,
    // A chunk that cannot be fetched costs the copy, never the answer.
    write: (witness, courses) =>
      copy().then(
        (backup) => backup.write(witness, courses),
        () => false,
      ),
    held() {
      const keys = Array.from({length: storage.length}, (_, index) => storage.key(index) ?? '');
      // Record ids begin with their time, so their order is that of the answers.
      return keys
        .filter((key) => key.startsWith(journal))
        .sort()
        .flatMap((key) => storage.getItem(key) ?? []);
    },
    hold(record) {
      const key = journal + (JSON.parse(record) as {id: string}).id;
      try {
        storage.setItem(key, record);
        return storage.getItem(key) === record;
      } catch {
        return false;
      }
    },
    release(ids) {
      for (const id of ids) storage.removeItem(journal + id);
    },
  };
}
