import type {Database} from './database.js';

/** A handle that can be passed around before the database is open: `open` is called at each use. */
export function whenOpen(open: () => Promise<Database>): Database {
  return {
    read: async (stores, work) => (await open()).read(stores, work),
    write: async (stores, work, durability) => (await open()).write(stores, work, durability),
    amend: async (...given) => (await open()).amend(...given),
    // Each method reports a failed opening itself.
    close: () =>
      void open()
        .then((database) => database.close())
        .catch(() => undefined),
  };
}
