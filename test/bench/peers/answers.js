import {Dexie} from 'dexie';
import PouchDB from 'pouchdb-browser';
import {createRxDatabase} from 'rxdb';
import {getRxStorageDexie} from 'rxdb/plugins/storage-dexie';
import {createStore} from 'tinybase';
import {createIndexedDbPersister} from 'tinybase/persisters/persister-indexed-db';

// An answer as each of them would be asked to keep it: one more record, and the standing that follows from it.
// Strict durability wherever it can be asked for.

async function dexie() {
  const database = new Dexie('dexie', {chromeTransactionDurability: 'strict'});
  database.version(1).stores({records: '', standings: ''});
  await database.open();
  const {records, standings} = database;
  return (id, record, standing) =>
    database.transaction('rw', records, standings, async () => {
      await standings.get('place');
      await Promise.all([records.put(record, id), standings.put(standing, 'place')]);
    });
}

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {id: {type: 'string', maxLength: 100}, text: {type: 'string'}},
  required: ['id', 'text'],
};

/** Has no transaction over two collections, so that the two are written one beside the other. */
async function rxdb() {
  const database = await createRxDatabase({
    name: 'rxdb',
    storage: getRxStorageDexie({chromeTransactionDurability: 'strict'}),
    multiInstance: true,
  });
  const {records, standings} = await database.addCollections({
    records: {schema},
    standings: {schema},
  });
  return (id, record, standing) =>
    Promise.all([
      records.insert({id, text: record}),
      standings.incrementalUpsert({id: 'place', text: standing}),
    ]);
}

/** Offers no durability to ask for. */
async function pouchdb() {
  const database = new PouchDB('pouchdb');
  let revision;
  return async (id, record, standing) => {
    const [, kept] = await database.bulkDocs([
      {_id: id, text: record},
      {_id: 'place', text: standing, ...(revision && {_rev: revision})},
    ]);
    if (!kept.ok) throw new Error(String(kept.message));
    revision = kept.rev;
  };
}

/** Saves the whole store each time, and offers no durability to ask for. */
async function tinybase() {
  const store = createStore();
  const persister = createIndexedDbPersister(store, 'tinybase');
  await persister.load();
  return async (id, record, standing) => {
    store.transaction(() => {
      store.setRow('records', id, {text: record});
      store.setRow('standings', 'place', {text: standing});
    });
    await persister.save();
  };
}

const opened = {dexie, rxdb, pouchdb, tinybase};

/** Opens each of them once; a write resolves when they say that it is kept. */
globalThis.openPeers = async () => {
  const writes = {};
  for (const [name, open] of Object.entries(opened)) writes[name] = await open();
  return writes;
};
