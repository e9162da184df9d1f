import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import type {Question} from '../../src/curriculum/question.js';
import {decodeDigest} from '../../src/exchange/digest.js';
import {progressCodeOf} from '../../src/exchange/progress-code.js';
import {type KeyValues, secondCopy} from '../../src/exchange/second-copy.js';
import {fromBase32} from '../../src/store/reckoning/base32.js';
import type {Packet} from '../../src/store/reckoning/packet.js';
import {openStore, type Store, type StoreOptions} from '../../src/store/store.js';
import type {Study} from '../../src/store/study.js';

const questionOf = (id: string, rev: number): Question => ({
  id,
  rev,
  type: 'choice',
  stem: 'Ai gọi?',
  options: [
    {id: 'dung', text: 'Hỏi lại', correct: true, why: 'Hỏi lại thì chắc.'},
    {id: 'sai', text: 'Tin ngay', why: 'Tin ngay thì mất tiền.'},
  ],
});

/** A lesson with so many questions, `q1` and on. */
export const lessonWith = (id: string, questions: number, major = 1): Lesson => ({
  format: 1,
  id,
  version: `${major}.0.0`,
  title: `Bài ${id}`,
  outcome: 'biết hỏi lại',
  minutes: 8,
  core: true,
  codes: ['KN4'],
  asOf: '2026-09-01',
  reviewBy: '2027-09-01',
  reviewedBy: [],
  sections: [{id: 'why', blocks: [{kind: 'paragraph', text: 'Vì bà con hay bị gọi.'}]}],
  questions: Array.from({length: questions}, (_, index) => questionOf(`q${index + 1}`, major)),
});

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

export interface Classroom {
  readonly course: Course;
  readonly lessons: readonly Lesson[];
  /** The files as a server would hold them, by name. */
  readonly files: Map<string, string>;
}

/** A course of real, parseable files: b01 asks two questions, b02 one, b03 none. */
export async function classroom({major = 1}: {major?: number} = {}): Promise<Classroom> {
  const version = `${major}.0.0`;
  const lessons = [lessonWith('b01', 2, major), lessonWith('b02', 1, major), lessonWith('b03', 0)];
  const files = new Map<string, string>();
  const keep = async (name: string, value: unknown) => {
    const text = JSON.stringify(value);
    const bytes = new TextEncoder().encode(text);
    const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
    const file = `${name}.${sha256.slice(0, 8)}.json`;
    files.set(file, text);
    return {file, sha256};
  };
  const facts = [
    {
      scope: 'VN',
      ...(await keep('facts.vn', {format: 1, scope: 'VN', facts: []})),
    },
  ];
  const entries = await Promise.all(
    lessons.map(async ({questions, ...lesson}) => ({
      id: lesson.id,
      version: lesson.version,
      title: lesson.title,
      minutes: lesson.minutes,
      core: lesson.core,
      codes: lesson.codes,
      questions: questions.map(({id, rev}) => ({
        id,
        rev,
        ...(lesson.id === 'b01' && id === 'q1' && {safety: true as const}),
      })),
      ...(await keep(lesson.id, {...lesson, questions})),
    })),
  );
  const course: Course = {
    format: 1,
    id: 'lop-hoc',
    key: '00112233',
    version,
    title: 'Lớp học',
    lang: 'vi',
    builtOn: '2026-09-01',
    licence: 'CC-BY-4.0',
    modules: [{id: 'm01', title: 'Phần một', lessons: entries}],
    milestones: [
      {id: 'loi', version: 1, title: 'Phần lõi', lessons: ['b01', 'b02']},
      {id: 'ca-khoa', version: 1, title: 'Cả khóa', lessons: ['b01', 'b02', 'b03']},
    ],
    slots: {
      lessons: [`b01@${major}`, `b02@${major}`, 'b03@1', 'loi@1', 'ca-khoa@1'],
      questions: [`b01#q1@${major}`, `b01#q2@${major}`, `b02#q1@${major}`],
    },
    facts,
    first: {lesson: lessons[0]!, facts: []},
  };
  files.set('course.json', JSON.stringify(course));
  return {course, lessons, files};
}

/** Half past ten on a Sunday morning in Hà Giang. */
export const morning = Date.UTC(2026, 10, 22, 3, 30);

let databases = 0;
export const newName = () => `thu-${Date.now()}-${(databases += 1)}`;

/** The storage of a page, as localStorage offers it, one per test. */
export function pageStorage(): KeyValues & {readonly values: Map<string, string>} {
  const values = new Map<string, string>();
  return {
    values,
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

export const backupOver = (storage: KeyValues) => secondCopy(storage, {now: () => morning});

/** Asks for the second copy until it stands: the code that writes it is fetched first. */
export async function copied(store: Store, storage: ReturnType<typeof pageStorage>): Promise<void> {
  const setItem = storage.setItem.bind(storage);
  await new Promise<void>((resolve) => {
    storage.setItem = (key, value) => {
      setItem(key, value);
      if (key.startsWith('kynangso/witness/')) resolve();
    };
    store.flush();
  });
  storage.setItem = setItem;
}

/** What a learner's code says at the trainer's. */
export async function packetFrom(course: Course, study: Study): Promise<Packet> {
  const code = progressCodeOf(study, {now: () => morning, timezone: () => 420});
  const packet = decodeDigest(fromBase32(code.slice('KNS1.'.length))!, [course]);
  if ('reason' in packet) throw new Error(packet.reason);
  return Promise.resolve(packet);
}

/** Stores opened in a test, closed and deleted after it. */
export function stores() {
  const open: Store[] = [];
  const names = new Set<string>();
  return {
    open: (options: StoreOptions & {name: string}): Store => {
      const store = openStore({timezone: () => 420, now: () => morning, ...options});
      open.push(store);
      names.add(options.name);
      return store;
    },
    clear: async () => {
      await Promise.all(open.splice(0).map((store) => store.close()));
      for (const name of names) indexedDB.deleteDatabase(name);
      names.clear();
    },
  };
}

interface Buckets {
  open(name: string): Promise<{readonly indexedDB: IDBFactory}>;
  delete(name: string): Promise<void>;
}

/** Stores with a twin in a bucket of that name, which goes with them after the test. */
export function twinStores(bucket: string) {
  const buckets = (navigator as Navigator & {storageBuckets: Buckets}).storageBuckets;
  const {open, clear} = stores();
  return {
    open,
    twinPlace: async () => (await buckets.open(bucket)).indexedDB,
    clear: async () => {
      await clear();
      await buckets.delete(bucket);
    },
  };
}

/** What a request answers. */
export const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

/** Deletes a database past the library. */
export const deleted = async (name: string, factory = indexedDB): Promise<void> =>
  void (await settled(factory.deleteDatabase(name)));

/** The rows of an object store, read past the library. */
export async function rowsIn(name: string, store: string): Promise<unknown[]> {
  const database = await settled(indexedDB.open(name));
  try {
    return await settled(
      database.transaction(store).objectStore(store).getAll() as IDBRequest<unknown[]>,
    );
  } finally {
    database.close();
  }
}

/** Puts the rows of one database into another of the same layout, past the library, as a backup that is put back. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const [source, target] = await Promise.all(
    [from, to].map((name) => settled(indexedDB.open(name))),
  );
  const names = [...source!.objectStoreNames];
  const reading = source!.transaction(names);
  const found = await Promise.all(
    names.map(async (name) => {
      const store = reading.objectStore(name);
      const [keys, rows] = await Promise.all([
        settled(store.getAllKeys()),
        settled(store.getAll() as IDBRequest<unknown[]>),
      ]);
      return {name, keys, rows};
    }),
  );
  await new Promise<void>((resolve, reject) => {
    const tx = target!.transaction(names, 'readwrite');
    for (const {name, keys, rows} of found) {
      const store = tx.objectStore(name);
      store.clear();
      for (const [at, key] of keys.entries()) store.put(rows[at], key);
    }
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error!);
  });
  source!.close();
  target!.close();
}

/** Changes a row past the library, as a fault or a newer version would. */
export async function changeRow(
  name: string,
  store: string,
  key: IDBValidKey,
  change: (row: never) => unknown,
): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
  await new Promise<void>((resolve, reject) => {
    const tx = database.transaction(store, 'readwrite');
    const request = tx.objectStore(store).get(key);
    request.onsuccess = () => {
      const row = change(request.result as never);
      if (row === undefined) tx.objectStore(store).delete(key);
      else tx.objectStore(store).put(row, key);
    };
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error!);
  });
  database.close();
}
