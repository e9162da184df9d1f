import {expect} from '@open-wc/testing';
import {KnsError} from '../../src/errors.js';
import {type OpenDatabase, openDatabase} from '../../src/store/database.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {newName} from './classroom.js';

const open: OpenDatabase[] = [];
let name: string;

const opened = async (emptied?: (incarnation: string) => void) => {
  const database = await openDatabase(name, emptied);
  open.push(database);
  return database;
};

beforeEach(() => (name = newName()));
afterEach(() => {
  for (const database of open.splice(0)) database.close();
  indexedDB.deleteDatabase(name);
});

const raw = (version?: number, upgrade?: (database: IDBDatabase) => void) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

const put = (database: OpenDatabase, text: string) =>
  database.write(['records'], (tx) => Promise.resolve(tx.put('records', ['a', 'b', text], text)));
const texts = (database: OpenDatabase) =>
  database.read(['records'], (tx) => tx.all('records', ['a', 'b']));

describe('the database of a device', () => {
  it('is made once and has the same life in every tab', async () => {
    const [one, two] = await Promise.all([opened(), opened()]);
    expect(one.incarnation).to.equal(two.incarnation);
    expect([one.fresh, two.fresh].filter(Boolean)).to.have.length(1);
  });

  it('of a newer version with stores of its own opens, writes and reads', async () => {
    (await opened()).close();
    const newer = await raw(7, (database) => void database.createObjectStore('dreams'));
    newer.close();
    const database = await opened();
    await put(database, 'x');
    expect(await texts(database)).to.deep.equal(['x']);
    const after = await raw();
    expect([after.version, after.objectStoreNames.contains('dreams')]).to.deep.equal([7, true]);
    after.close();
  });

  it('of an older version gains what it lacks, while an older page still has it open', async () => {
    const older = await opened();
    await put(older, 'before');
    const cut = await raw(2, (database) => database.deleteObjectStore('names'));
    cut.close();
    const newer = await opened();
    await newer.write(['names'], (tx) =>
      Promise.resolve(tx.put('names', 'L', {name: 'Lan', counter: 1})),
    );
    // The older page gave way and comes back by itself.
    await put(older, 'later');
    expect(await texts(newer)).to.deep.equal(['before', 'later']);
  });

  it('of the layout before handing over keeps every row and gains the rest, while a copy in another frame goes on', async () => {
    const before = [
      ['meta', 'store', {incarnation: 'LIFE', format: 1, current: 'L'}],
      ['keys', 'device', {device: 'D'}],
      ['learners', 'L', {key: 'L', name: 'Lan', addedAt: 1}],
      ['records', ['L', 'c', '1'], 'first'],
      ['standings', ['L', 'c'], {own: {}, fold: 1, bytes: new Uint8Array([1])}],
      ['packets', ['M', 'c', 'h'], {hash: 'h', packed: new Uint8Array([2])}],
      ['received', ['M', 'c'], {fold: 1, from: [1, 'h'], bytes: new Uint8Array([3])}],
      ['names', 'M', {name: 'Mai', counter: 2}],
      ['courses', '/course.json', {text: '{}', keptOn: 1}],
      ['files', 'abc', 'text'],
    ] as const;
    const frame = document.createElement('iframe');
    document.body.append(frame);
    // As the copy of that time opened it: without a version, and giving way when somebody adds stores.
    const olderOpens = () =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = frame.contentWindow!.indexedDB.open(name);
        request.onupgradeneeded = () => {
          for (const [store] of before) request.result.createObjectStore(store);
        };
        request.onsuccess = () => {
          request.result.onversionchange = () => request.result.close();
          resolve(request.result);
        };
        request.onerror = () => reject(request.error!);
      });
    const olderWrites = (database: IDBDatabase, rows: readonly (readonly unknown[])[]) =>
      new Promise<void>((resolve, reject) => {
        const names = [...new Set(rows.map(([store]) => store as string))];
        const tx = database.transaction(names, 'readwrite');
        for (const [store, key, row] of rows) {
          tx.objectStore(store as string).put(row, key as IDBValidKey);
        }
        tx.oncomplete = () => resolve();
        tx.onabort = () => reject(tx.error!);
      });
    await olderWrites(await olderOpens(), before);

    const newer = await opened();
    await newer.write(['links'], (tx) =>
      Promise.resolve(tx.put('links', ['L', 'M'], {on: true, counter: 1, by: 'D'})),
    );
    const older = await olderOpens();
    await olderWrites(older, [['records', ['L', 'c', '2'], 'second']]);

    expect([newer.incarnation, newer.fresh]).to.deep.equal(['LIFE', false]);
    for (const [store, key, row] of before) {
      const there = await newer.read([store], (tx) => tx.get(store, key as never));
      expect(there, store).to.deep.equal(row);
    }
    const added = ['receipts', 'departures', 'quarantine', 'links', 'tombstones'] as const;
    const counts = await newer.read([...added], (tx) =>
      Promise.all(added.map(async (store) => (await tx.keys(store)).length)),
    );
    expect(counts).to.deep.equal([0, 0, 0, 1, 0]);
    expect(await newer.read(['records'], (tx) => tx.all('records', ['L', 'c']))).to.deep.equal([
      'first',
      'second',
    ]);
    older.close();
    frame.remove();
  });

  it('says that it was emptied when another one answers after the page was running', async () => {
    const lives: string[] = [];
    const database = await opened((incarnation) => lives.push(incarnation));
    await put(database, 'gone');
    await new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = () => resolve();
    });
    await put(database, 'new');
    expect(lives).to.have.length(1);
    expect(lives[0]).not.to.equal(database.incarnation);
    expect(await texts(database)).to.deep.equal(['new']);
  });
});

const kinds: [string, () => Promise<OpenDatabase>][] = [
  ['on disk', () => opened()],
  ['in memory', () => Promise.resolve(memoryDatabase())],
];

for (const [kind, make] of kinds) {
  describe(`a transaction ${kind}`, () => {
    it('leaves nothing behind when its work fails', async () => {
      const database = await make();
      const failure = new KnsError('unexpected', 'No.');
      const failed = database.write(['records', 'names'], async (tx) => {
        tx.put('names', 'L', {name: 'Lan', counter: 1});
        await tx.get('names', 'L');
        throw failure;
      });
      expect(await failed.catch((error: unknown) => error)).to.equal(failure);
      const amended = database.amend('names', 'L', [], (_row, tx) => {
        tx.put('names', 'L', {name: 'Lan', counter: 1});
        throw failure;
      });
      expect(await amended.catch((error: unknown) => error)).to.equal(failure);
      expect(await database.read(['names'], (tx) => tx.all('names'))).to.deep.equal([]);
    });

    it('sees its own writes, and only rows under the prefix it asks for', async () => {
      const database = await make();
      const seen = await database.write(['records'], async (tx) => {
        tx.put('records', ['a', 'b', '2'], 'ab2');
        tx.put('records', ['a', 'b', '1'], 'ab1');
        tx.put('records', ['a', 'ba', '1'], 'other course');
        tx.put('records', ['aa', 'b', '1'], 'other learner');
        tx.put('records', ['a', 'b', '3'], 'ab3');
        tx.delete('records', ['a', 'b', '3']);
        return [await tx.all('records', ['a', 'b']), await tx.keys('records', ['a', 'b'])];
      });
      expect(seen).to.deep.equal([
        ['ab1', 'ab2'],
        [
          ['a', 'b', '1'],
          ['a', 'b', '2'],
        ],
      ]);
      expect(await database.read(['records'], (tx) => tx.all('records', ['a']))).to.have.length(3);
      expect(await database.read(['records'], (tx) => tx.all('records'))).to.have.length(4);
    });

    it('gives rows piece by piece, in the order of their keys', async () => {
      const database = await make();
      const keys = ['c', 'a', 'b', 'd'].map((id) => [id, 'course', id] as [string, string, string]);
      await database.write(['records'], async (tx) => {
        for (const key of keys) tx.put('records', key, key[2]);
        await Promise.resolve();
      });
      const pieces = await database.read(['records'], async (tx) => [
        await tx.next('records', [], 3),
        await tx.next('records', keys[2]!, 3),
        await tx.next('records', ['b', 'course', 'c'], 1),
        await tx.next('records', keys[3]!, 3),
      ]);
      expect(pieces).to.deep.equal([['a', 'b', 'c'], ['c', 'd'], ['c'], []]);
    });

    it('keeps what was written ahead only where the row was the expected one', async () => {
      const database = await make();
      const name = (counter: number) =>
        database.amend(
          'names',
          'L',
          ['records'],
          (row, tx) => {
            tx.put('names', 'L', {name: 'seen', counter: (row?.counter ?? 0) + 1});
            return 'seen';
          },
          {
            write: (tx) => {
              tx.put('names', 'L', {name: 'ahead', counter: counter + 1});
              tx.put('records', ['a', 'b', `${counter}`], 'ahead');
              return 'ahead';
            },
            holds: (row) => (row?.counter ?? 0) === counter,
          },
        );
      const first = await name(0);
      expect(await name(7)).to.equal('seen');
      const [rows, records] = await database.read(['names', 'records'], async (tx) => [
        await tx.all('names'),
        await tx.keys('records'),
      ]);
      expect(rows).to.deep.equal([{name: 'seen', counter: 2}]);
      // Memory is quick as it is: it may look first.
      expect(records).to.deep.equal(first === 'ahead' ? [['a', 'b', '0']] : []);
    });

    it('reads and writes in one step although many ask at once', async () => {
      const database = await make();
      await Promise.all(
        Array.from({length: 40}, () =>
          database.amend('names', 'L', [], (row, tx) =>
            tx.put('names', 'L', {name: 'Lan', counter: (row?.counter ?? 0) + 1}),
          ),
        ),
      );
      expect((await database.read(['names'], (tx) => tx.get('names', 'L')))!.counter).to.equal(40);
    });
  });
}
