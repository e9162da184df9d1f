import {receive} from '../../../src/exchange/receive.js';
import {decodeSection, encodeSection} from '../../../src/exchange/section.js';
import {inflate} from '../../../src/exchange/deflate.js';
import {newKey, recordIds} from '../../../src/store/ids.js';
import {newDevice} from '../../../src/store/keys.js';
import {signWith, verify} from '../../../src/store/signatures.js';
import {freezeRecord, type LearningRecord} from '../../../src/store/reckoning/record.js';
import {openStore, type Store} from '../../../src/store/store.js';

// What a province sends in a quarter: one signed section a learner, received into IndexedDB.

const perSection = 120;
const course = 'so-tay-ky-nang-so';

interface Sent {
  readonly bytes: Uint8Array;
  /** Where the parts lie that the bare side reads. */
  readonly learner: string;
  readonly signature: {readonly publicKey: Uint8Array; readonly signature: Uint8Array};
  readonly signed: Uint8Array;
  readonly body: Uint8Array;
  readonly size: number;
}

let sent: readonly Sent[] = [];
let made = 0;

const words = ['Gọi lại số chính thức', 'Bấm vào đường dẫn', 'Hỏi người thân', 'Chuyển tiền ngay'];

/** What somebody leaves behind who reads a lesson and answers its questions. */
function recordsOf(learner: string, device: string): string[] {
  let at = Date.UTC(2026, 8, 1) + Math.floor(Math.random() * 1e9);
  const newId = recordIds(
    () => at,
    () => device,
  );
  return Array.from({length: perSection}, (_, index) => {
    const lesson = `m0${1 + (Math.floor(index / 24) % 8)}-b0${1 + (Math.floor(index / 6) % 8)}@1`;
    const verb = (['opened', 'answered', 'answered', 'answered', 'answered', 'completed'] as const)[
      index % 6
    ]!;
    at += 20_000 + Math.floor(Math.random() * 90_000);
    const response = 'abcd'.charAt(Math.floor(Math.random() * 4));
    const record: LearningRecord = {
      ...{id: newId(), v: 1, learner, device, course, seq: index + 1, at, tz: 420},
      ...{clock: 'ok', epoch: 0, courseVersion: '1.2.0', lang: 'vi', verb, lesson},
      ...(verb === 'answered' && {question: lesson.replace('@', `#cau-${index % 6}@`), attempt: 1}),
      ...{use: 'lesson', mode: 'self'},
      ...(verb === 'answered' && {
        result: {
          correct: response === 'a' ? 1 : 0,
          response,
          simpleResponse: words['abcd'.indexOf(response)]!,
          hinted: false,
          activeMs: 100 * Math.floor(30 + Math.random() * 400),
        },
      }),
      ...(verb === 'completed' && {rule: 'all-right' as const, basis: 'own' as const}),
      totals: [Math.floor(index / 2), 0, 0, 0, 0, 0],
    };
    return freezeRecord(record);
  });
}

/** Makes `count` sections, each of a learner and a device of their own. Resolves to their bytes in all. */
async function prepare(count: number): Promise<{sections: number; bytes: number}> {
  const all: Sent[] = [];
  for (let number = 0; number < count; number++) {
    const {device, pair} = await newDevice();
    const learner = newKey();
    const texts = recordsOf(learner, device);
    let parts: Pick<Sent, 'signature' | 'signed'> | undefined;
    const head = {learner, course, device, madeOn: 2500} as const;
    const bytes = await encodeSection(
      {...head, courseVersion: [1, 2], slots: [48, 258], texts},
      async (signed) => {
        const signature = await signWith(pair!, signed);
        parts = {signed, signature: signature!};
        return signature;
      },
    );
    const bodyAt = 39 + course.length;
    all.push({
      bytes,
      learner,
      ...parts!,
      body: parts!.signed.subarray(bodyAt, -4),
      size: new TextEncoder().encode(texts.join('\n')).length,
    });
  }
  sent = all;
  // The bench is of no use with sections nobody would take.
  const packet = await decodeSection(sent[0]!.bytes);
  if ('reason' in packet || !packet.signer) throw new Error('The sections are not sound.');
  return {sections: count, bytes: sent.reduce((sum, {bytes}) => sum + bytes.length, 0)};
}

const gone = (name: string, place = indexedDB) =>
  new Promise<void>((resolve, reject) => {
    const request = place.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error!);
  });

const buckets = () =>
  (navigator as {storageBuckets?: {open(name: string): Promise<{indexedDB: IDBFactory}>}})
    .storageBuckets;

/** In ms: `receive`, from bytes to the last packet kept, in a store that was empty. */
async function ours({withTwin}: {withTwin: boolean}): Promise<number> {
  const name = `receiving-${made++}`;
  const place = withTwin ? (await buckets()?.open('kynangso'))?.indexedDB : undefined;
  const store: Store = openStore({name, ...(place && {twinPlace: () => Promise.resolve(place)})});
  await store.opened;
  await store.settled();
  const began = performance.now();
  const {admissions, refused} = await receive(
    store,
    sent.map(({bytes}) => bytes),
    {courses: []},
  );
  const took = performance.now() - began;
  if (admissions.length !== sent.length || refused.length > 0) throw new Error('Not all came.');
  await store.settled();
  await store.close();
  await gone(name);
  if (place) await gone(name, place);
  return took;
}

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

/** In ms: the same bytes verified, unpacked, parsed, and put as they are, a row each, many in a transaction. */
async function raw(): Promise<number> {
  const name = `raw-${made++}`;
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.result.createObjectStore('packets');
  const database = await settled(opening);
  const began = performance.now();
  const width = 32;
  for (let from = 0; from < sent.length; from += width) {
    const some = sent.slice(from, from + width);
    const verified = Promise.all(some.map(({signature, signed}) => verify(signature, signed)));
    for (const {body, size} of some) {
      const text = new TextDecoder().decode(inflate(body, size));
      for (const line of text.split('\n')) JSON.parse(line);
    }
    if ((await verified).some((holds) => !holds)) throw new Error('A signature does not hold.');
    const isLast = from + width >= sent.length;
    const tx = database.transaction('packets', 'readwrite', {
      durability: isLast ? 'strict' : 'relaxed',
    });
    for (const [index, {bytes, learner}] of some.entries()) {
      tx.objectStore('packets').put({bytes, admitted: true}, [learner, course, from + index]);
    }
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error!);
    });
  }
  const took = performance.now() - began;
  database.close();
  await gone(name);
  return took;
}

/** Every record as an object, for a peer that keeps a row each. */
const records = (): {learner: string}[] =>
  sent.flatMap(({body, size}) =>
    new TextDecoder()
      .decode(inflate(body, size))
      .split('\n')
      .map((line) => JSON.parse(line) as {learner: string}),
  );

Object.assign(globalThis, {receiving: {prepare, ours, raw, records}});
