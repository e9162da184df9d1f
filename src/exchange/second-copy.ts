import type {Course} from '../curriculum/course.js';
import {chunk} from '../store/chunk.js';
import {fromBase32} from '../store/reckoning/base32.js';
import {civilDay} from '../store/reckoning/calendar.js';
import {type StreamEnd, streamHeads} from '../store/reckoning/heads.js';
import type {Packet} from '../store/reckoning/packet.js';
import {type LearnerKey, readRecord, streamKey} from '../store/reckoning/record.js';
import {join, type Standing} from '../store/reckoning/standing.js';
import type {Backup, LearnerRow, Witness} from '../store/store.js';
import type * as coding from './code-keeping.js';
import {crc32Of} from './crc32.js';
import {slotNames} from './has-second-copy.js';

/** What `localStorage` offers. Every call may throw. */
export interface KeyValues {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface SecondCopyOptions {
  /** ms UTC. */
  now?: () => number;
  /** Minutes east of UTC. */
  timezone?: () => number;
  /** Fetches what reads and writes codes; a part of this library, when not said otherwise. */
  fetchCoding?: () => Promise<Coding>;
}

/** What a slot keeps of one learner in one course. */
type KeptCode = readonly [learner: LearnerKey, course: string, code: string];

/** A slot as it lies in storage: JSON whose last member is the CRC-32 of everything before it. */
interface Slot {
  /** The newer of two valid slots has the larger number. */
  readonly n: number;
  readonly incarnation: string;
  readonly device: string;
  readonly cleared?: true;
  readonly streams: Witness['streams'];
  readonly learners: readonly LearnerRow[];
  readonly codes: readonly KeptCode[];
}

/** It comes with the first code there is to read or write. */
export type Coding = Pick<typeof coding, 'decodeDigest' | 'encodeDigest' | 'textCodeOf'>;

const heldPrefix = 'kynangso/held/';
const guestName = 'kynangso/guest';
const crcTail = /,"crc":"([0-9a-f]{8})"\}$/;

/**
 * The witness beside the main database: two slots written in turn, so that a write cut short
 * leaves the other one, and a journal of records the database had no room for.
 * Standings are kept as the text codes that travel, so that one decoder serves both.
 */
export function secondCopy(
  storage: KeyValues,
  {
    now = Date.now,
    timezone = () => -new Date().getTimezoneOffset(),
    fetchCoding = () => import('./code-keeping.js'),
  }: SecondCopyOptions = {},
): Backup {
  let coding: Coding | undefined;
  /** A learner who opens the page for the first time has nothing to decode, and waits for nothing. */
  const loadCoding = async (): Promise<Coding> => (coding ??= await chunk(fetchCoding()));

  const slots = (): (Slot | undefined)[] => slotNames.map((name) => slotOf(read(storage, name)));

  function codeOf(
    {encodeDigest, decodeDigest, textCodeOf}: Coding,
    {incarnation, streams}: Witness,
    {learner, course: id, standing, bytes}: Witness['standings'][number],
    courses: readonly Course[],
    former: Slot | undefined,
  ): string | undefined {
    const kept = former?.codes.find(([whose, of]) => whose === learner && of === id);
    const course = courses.find((candidate) => candidate.id === id);
    if (!course) return kept?.[2] ?? (bytes && textCodeOf(bytes));
    let whole: Standing = standing;
    if (kept) {
      const packet = packetOf(decodeDigest, kept, [course]);
      // Nobody has seen what it says, so it may be more than the database holds.
      if (!packet) return kept[2];
      // It speaks of a database that was lost; until all of it is back, it stays in.
      if (former?.incarnation !== incarnation) whole = join(standing, packet.standing);
    }
    const heads = streamHeads(learner, id, endsIn(streams, learner, id), standing);
    const madeOn = civilDay(now(), timezone());
    return textCodeOf(encodeDigest({course, learner, standing: whole, ...heads, madeOn}));
  }

  function writeSlot(witness: Witness, courses: readonly Course[]): boolean {
    const [a, b] = slots();
    const former = newerOf(a, b);
    const codes = new Map<string, KeptCode>();
    const add = (learner: LearnerKey, course: string, code: string | undefined) =>
      code !== undefined && codes.set(`${learner}/${course}`, [learner, course, code]);
    if (!witness.cleared) {
      for (const [learner, course, code] of former?.codes ?? []) add(learner, course, code);
    }
    if (coding) {
      for (const entry of witness.standings) {
        const code = codeOf(coding, witness, entry, courses, witness.cleared ? undefined : former);
        add(entry.learner, entry.course, code);
      }
    }
    const {incarnation, device, cleared, streams, learners} = witness;
    const text = textOf({
      n: (former?.n ?? 0) + 1,
      incarnation,
      device,
      ...(cleared && {cleared}),
      streams,
      learners,
      codes: [...codes.values()],
    });
    const name = former !== undefined && former === a ? slotNames[1] : slotNames[0];
    const complete = coding !== undefined || witness.standings.length === 0;
    return keep(storage, name, text) && complete;
  }

  return {
    async read(courses) {
      const slot = newerOf(...slots());
      if (!slot) return undefined;
      const {incarnation, device, cleared, streams, learners, codes} = slot;
      const isAsked = codes.some(([, course]) => courses.some(({id}) => id === course));
      const decodeDigest = isAsked ? (await loadCoding()).decodeDigest : undefined;
      const standings: Witness['standings'][number][] = [];
      const undecoded: (readonly [LearnerKey, string])[] = [];
      for (const kept of codes) {
        const [learner, course] = kept;
        const packet = decodeDigest && packetOf(decodeDigest, kept, courses);
        if (!packet) undecoded.push([learner, course]);
        else standings.push({learner, course, standing: packet.standing, bytes: packet.bytes});
      }
      return {
        incarnation,
        device,
        ...(cleared && {cleared}),
        streams,
        learners,
        standings,
        undecoded,
      };
    },

    async write(witness, courses) {
      // Nothing is awaited once the code is here: the page may be going away.
      if (!coding && witness.standings.length > 0) {
        // Without it codes stay as they are, which loses nothing.
        await loadCoding().catch(() => undefined);
      }
      return writeSlot(witness, courses);
    },

    held() {
      const ids: string[] = [];
      try {
        for (let index = 0; index < storage.length; index++) {
          const name = storage.key(index);
          if (name?.startsWith(heldPrefix)) ids.push(name);
        }
      } catch {
        return [];
      }
      // Record ids begin with their time.
      return ids.sort().flatMap((name) => read(storage, name) ?? []);
    },

    hold(record) {
      const id = idOf(record);
      return id !== undefined && keep(storage, heldPrefix + id, record);
    },

    release(ids) {
      for (const id of ids) {
        // What stays comes again with the same id, which the database knows.
        remove(storage, heldPrefix + id);
      }
    },

    guest() {
      try {
        const guest = JSON.parse(read(storage, guestName) ?? 'null') as LearnerRow | null;
        return typeof guest?.key === 'string' ? guest : undefined;
      } catch {
        return undefined;
      }
    },

    keepGuest(learner) {
      if (learner) keep(storage, guestName, JSON.stringify(learner));
      else remove(storage, guestName);
    },

    forget(learner) {
      if (this.guest()?.key === learner) remove(storage, guestName);
      for (const text of this.held()) {
        const record = readRecord(text);
        if (record?.learner === learner) remove(storage, heldPrefix + record.id);
      }
      for (const name of slotNames) {
        const slot = slotOf(read(storage, name));
        if (!slot) continue;
        // What cannot be written anew must not stay as it was.
        if (!keep(storage, name, textOf(without(slot, learner)))) remove(storage, name);
      }
    },
  };
}

function read(storage: KeyValues, name: string): string | undefined {
  try {
    return storage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** True only when the text can be read back. */
function keep(storage: KeyValues, name: string, text: string): boolean {
  try {
    storage.setItem(name, text);
  } catch {
    return false;
  }
  return read(storage, name) === text;
}

function remove(storage: KeyValues, name: string): void {
  try {
    storage.removeItem(name);
  } catch {
    // Storage that refuses even this is beyond reach.
  }
}

/** A slot as if somebody had never learned here. */
const without = (slot: Slot, learner: LearnerKey): Slot => ({
  ...slot,
  learners: slot.learners.filter(({key}) => key !== learner),
  codes: slot.codes.filter(([whose]) => whose !== learner),
  streams: Object.fromEntries(
    Object.entries(slot.streams).filter(([stream]) => stream.split('/')[1] !== learner),
  ),
});

const checkOf = (body: string): string => crc32Of(body).toString(16).padStart(8, '0');

function textOf(slot: Slot): string {
  const body = JSON.stringify(slot);
  return `${body.slice(0, -1)},"crc":"${checkOf(body)}"}`;
}

/** A slot that is whole; whatever else lies there is no slot. */
function slotOf(text: string | undefined): Slot | undefined {
  const crc = text?.match(crcTail);
  if (!text || !crc) return undefined;
  const body = `${text.slice(0, crc.index)}}`;
  if (checkOf(body) !== crc[1]) return undefined;
  try {
    const slot = JSON.parse(body) as Partial<Slot>;
    const whole =
      typeof slot.n === 'number' &&
      typeof slot.incarnation === 'string' &&
      typeof slot.device === 'string' &&
      typeof (slot.streams ?? undefined) === 'object' &&
      Array.isArray(slot.learners) &&
      Array.isArray(slot.codes);
    return whole ? (slot as Slot) : undefined;
  } catch {
    return undefined;
  }
}

const newerOf = (a?: Slot, b?: Slot): Slot | undefined => (b && b.n > (a?.n ?? -1) ? b : a);

const bytesOf = (code: string): Uint8Array =>
  fromBase32(code.slice(code.indexOf('.') + 1)) ?? new Uint8Array(0);

/** What a code says, when it can be read and is of whom and of what the slot says. */
function packetOf(
  decodeDigest: Coding['decodeDigest'],
  [learner, course, code]: KeptCode,
  courses: readonly Course[],
): Packet | undefined {
  const read = decodeDigest(bytesOf(code), courses);
  return 'standing' in read && read.learner === learner && read.course === course
    ? read
    : undefined;
}

/** The ends of one learner's streams in a course, as the witness names them. */
const endsIn = (streams: Witness['streams'], learner: LearnerKey, course: string): StreamEnd[] =>
  Object.entries(streams).flatMap(([key, [seq, tail]]) => {
    const device = key.slice(0, key.indexOf('/'));
    return key === streamKey(device, learner, course) ? [[device, seq, tail] as const] : [];
  });

function idOf(record: string): string | undefined {
  try {
    const {id} = JSON.parse(record) as {id?: unknown};
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
