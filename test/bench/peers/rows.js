import {Dexie} from 'dexie';

let made = 0;

/** In ms: every record a row of its own, found again by its learner. */
globalThis.rowsInDexie = async (records) => {
  const database = new Dexie(`rows-${made++}`);
  database.version(1).stores({records: 'id, learner'});
  await database.open();
  const began = performance.now();
  for (let at = 0; at < records.length; at += 2000) {
    await database.records.bulkPut(records.slice(at, at + 2000));
  }
  const took = performance.now() - began;
  await database.delete();
  return took;
};
