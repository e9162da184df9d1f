import type {Course} from '../curriculum/course.js';
import {type ErrorCode, type Facts, KnsError} from '../errors.js';
import {chunk} from '../store/chunk.js';
import type {Exchange, QuarantineRow, Receipted} from '../store/exchange-contract.js';
import type {Admission, Packet} from '../store/reckoning/packet.js';
import type {LearnerKey} from '../store/reckoning/record.js';
import type {Store} from '../store/store.js';
import {type Claim, decodeClaim} from './claim-code.js';
import {decodeDigest, type Unreadable} from './digest.js';
import {decodeInvitation, type Invitation} from './invitation.js';
import {type Piece, piecesIn, type Sent} from './pieces.js';
import type {LessonOf} from './packed-section.js';
import {decodeReceipt} from './receipt-code.js';
import {textCodeOf} from './text-code.js';
import {toBase32} from '../store/reckoning/base32.js';
import {unfoldingOf} from './unfolding.js';

/** Something that could not be taken in: its beginning as it was found, and why. */
export interface Refused {
  readonly found: string;
  readonly reason: ErrorCode;
  readonly facts: Facts;
  /** The name of the file it came in. */
  readonly file?: string;
  /** Who was forgotten here, so that they can be let in again. */
  readonly learner?: LearnerKey;
}

/** A receipt that came, and what this device made of it. */
export interface ReceiptSeen extends Receipted {
  readonly outcome: Awaited<ReturnType<Exchange['keepReceipt']>>;
}

/** A claim that came, and what this device made of it. */
export interface ClaimSeen extends Claim {
  readonly outcome: Awaited<ReturnType<Exchange['claim']>>[number];
}

/** What came of receiving something: nothing is half-imported, everything refused is named. */
export interface Receipt {
  readonly admissions: readonly Admission[];
  readonly refused: readonly Refused[];
  /** Learners without a name on this device: "Mã này của ai?". */
  readonly unknown: readonly LearnerKey[];
  readonly receipts: readonly ReceiptSeen[];
  /** What the reader is invited to. Nothing follows from it until they say so. */
  readonly invitations: readonly Invitation[];
  /** Who says to be somebody that was invited; `waits` where nobody here knows of that invitation yet. */
  readonly claims: readonly ClaimSeen[];
}

export interface ReceiveOptions {
  /** Courses whose slots are at hand. */
  courses: readonly Course[];
  /** Lessons of these courses; without it records that came packed wait in the quarantine. */
  lessonOf?: LessonOf;
  /** What this import is called, where it is known again by its name. */
  batch?: string;
  signal?: AbortSignal;
  /** Of one text or file the pieces in it; of many the files. */
  onProgress?: (done: number, total: number) => void;
}

/** Where things are received; without `exchange` receipts are left aside, and nothing that was refused is kept. */
export type Door = Pick<Store, 'admit' | 'received'> & {exchange?(): Promise<Exchange>};

/** Pieces that are read while those before them are written. */
const width = 64;
/** Pieces whose signatures are verified at the same time. */
const ahead = 8;
/** Of texts, in bytes, that a group unfolds to; one section alone may be half of it. */
const mostAtOnce = 8_000_000;

/**
 * The one door for whatever somebody sent: a text, a file, bytes from a camera, or many of them. Progress codes, receipts
 * and files of records are found anywhere in a text, checked, and kept as they came.
 * The same again, or in another order or packing, leads to the same end. What is flawed never stops the rest: it is
 * named, and what has bytes of ours is put into the quarantine, but for learners who were forgotten here, of whom
 * nothing is kept. After `signal` the receipt says what was kept until then, each packet wholly or not at all. Rejects
 * with KnsError `storage-full` or `storage-broken` when the device could not keep a packet, with `chunk-missing` when the
 * code that reads files cannot be fetched. Where the quarantine is full receiving ends there, and `quarantine-full` stands last among the refused.
 */
export function receive(store: Door, input: unknown, options: ReceiveOptions): Promise<Receipt> {
  const things = thingsIn(input);
  const isOne = Array.isArray(things) && things.length === 1;
  return intake(store, openedIn(things), options, {...(!isOne && {total: sizeOf(things)})});
}

/**
 * Tries once more what waits in the quarantine, after an update, or with a course that has grown.
 * What is taken in now leaves the quarantine; the rest stays as it is.
 */
export async function receiveAgain(
  store: Door & {exchange(): Promise<Exchange>},
  rows: readonly (QuarantineRow & {readonly key: string})[],
  options: ReceiveOptions,
): Promise<Receipt> {
  const open = new Map<string, number>();
  async function* opened(): AsyncGenerator<Opened> {
    for (const {key, found, file} of rows) {
      const pieces = (await piecesIn(found)).map((piece) => ({
        ...piece,
        ...(file !== undefined && {file}),
        row: key,
      }));
      open.set(key, pieces.length);
      yield* portions(pieces);
    }
  }
  const receipt = await intake(store, opened(), options, {
    total: rows.length,
    takenIn: (row) => open.set(row, (open.get(row) ?? 0) - 1),
  });
  const done = [...open].flatMap(([key, left]) => (left === 0 ? [key] : []));
  if (done.length > 0) await (await store.exchange()).release(done);
  return receipt;
}

type WaitingPiece = Piece & {
  /** The row of the quarantine it comes from. */
  readonly row?: string;
};

/** A part of one thing that was sent; with the last one that thing is done. */
interface Opened {
  readonly pieces: readonly WaitingPiece[];
  /** Of the whole thing. */
  readonly all: number;
  /** Bytes of texts these pieces come to. */
  readonly unfolds: number;
  readonly isLast: boolean;
}

const isSent = (value: unknown): value is Sent =>
  typeof value === 'string' || value instanceof Uint8Array || value instanceof Blob;

/** One thing, or many; whatever else was given is nothing. */
function thingsIn(input: unknown): Iterable<unknown> | AsyncIterable<unknown> {
  if (isSent(input)) return [input];
  if (typeof input !== 'object' || input === null) return [''];
  if (Symbol.iterator in input || Symbol.asyncIterator in input) return input as never;
  return [''];
}

const sizeOf = (things: object): number => {
  const {length, size} = things as {length?: unknown; size?: unknown};
  return typeof length === 'number' ? length : typeof size === 'number' ? size : 0;
};

/** Opens what was sent, some at a time and never much more than a large file's worth. */
async function* openedIn(
  things: Iterable<unknown> | AsyncIterable<unknown>,
): AsyncGenerator<Opened> {
  let opening: Promise<readonly Piece[]>[] = [];
  let weight = 0;
  for await (const thing of things) {
    const sent = isSent(thing) ? thing : '';
    opening.push(piecesIn(sent));
    weight += sent instanceof Blob ? sent.size : sent.length;
    if (opening.length < width && weight < 4_000_000) continue;
    for (const pieces of await Promise.all(opening)) yield* portions(pieces);
    opening = [];
    weight = 0;
  }
  for (const pieces of await Promise.all(opening)) yield* portions(pieces);
}

function* portions(pieces: readonly WaitingPiece[]): Generator<Opened> {
  const all = pieces.length;
  for (let at = 0; at < all;) {
    let unfolds = unfoldingIn(pieces[at]);
    let end = at + 1;
    while (end < Math.min(all, at + width)) {
      const next = unfolds + unfoldingIn(pieces[end]);
      if (next > mostAtOnce) break;
      unfolds = next;
      end++;
    }
    yield {pieces: pieces.slice(at, end), all, unfolds, isLast: end === all};
    at = end;
  }
}

const unfoldingIn = (piece: Piece | undefined): number =>
  piece && 'bytes' in piece ? unfoldingOf(piece.bytes) : 0;

/** What a piece says, or why it says nothing. */
type Read = {readonly piece: WaitingPiece} & (
  | {readonly packet: Packet}
  | {readonly receipted: Receipted}
  | {readonly invitation: Invitation}
  | {readonly claim: Claim}
  | {readonly refused: Unreadable}
);

async function readPiece(
  piece: WaitingPiece,
  courses: readonly Course[],
  lessonOf: LessonOf | undefined,
): Promise<Read> {
  if ('reason' in piece) return {piece, refused: piece};
  const {kind, bytes} = piece;
  if (kind === 'receipt') {
    const receipted = decodeReceipt(bytes, courses);
    return 'reason' in receipted ? {piece, refused: receipted} : {piece, receipted};
  }
  if (kind === 'invitation') {
    const invitation = decodeInvitation(bytes, courses);
    return 'reason' in invitation ? {piece, refused: invitation} : {piece, invitation};
  }
  if (kind === 'claim') {
    const claim = decodeClaim(bytes);
    return 'reason' in claim ? {piece, refused: claim} : {piece, claim};
  }
  const packet =
    kind === 'section' ? await readSection(bytes, courses, lessonOf) : decodeDigest(bytes, courses);
  return 'reason' in packet ? {piece, refused: packet} : {piece, packet};
}

const sections = () => chunk(import('./section.js'));
let reading: ReturnType<typeof sections> | undefined;

/** Fetches what reads the records of a section. */
export const recordsIn = async () => (await sections()).recordsIn;

/** Both ways of reading are fetched with the first of them: codes need none of it. */
async function readSection(
  bytes: Uint8Array,
  courses: readonly Course[],
  lessonOf: LessonOf | undefined,
): Promise<Packet | Unreadable> {
  // Asked for again and again it would cost more than what it reads of some.
  const {decodeSection} = await (reading ??= sections().catch((error: unknown) => {
    reading = undefined;
    throw error;
  }));
  if (bytes[2] !== 2) return decodeSection(bytes);
  const {unpackSection} = await chunk(import('./packed-section.js'));
  const whole = await unpackSection(bytes, courses, lessonOf);
  return 'reason' in whole ? whole : decodeSection(whole);
}

interface Counting {
  /** How many things were sent, or 0 when nobody knows; absent for one thing, whose pieces are counted instead. */
  readonly total?: number;
  /** Told of each piece that was kept, when it waited in the quarantine. */
  readonly takenIn?: (row: string) => void;
}

async function intake(
  store: Door,
  things: AsyncIterable<Opened>,
  {courses, lessonOf, batch = newBatch(), signal, onProgress}: ReceiveOptions,
  {total, takenIn}: Counting,
): Promise<Receipt> {
  const admissions: Admission[] = [];
  const refused: Refused[] = [];
  const receipts: ReceiptSeen[] = [];
  const invitations: Invitation[] = [];
  const claims: ClaimSeen[] = [];
  let group: WaitingPiece[] = [];
  let opened = 0;
  let done = 0;
  let isFull = false;
  /** One first, so that whoever waits sees soon that it goes on. */
  let together = 1;
  let keeping = Promise.resolve();
  /** Whoever watches reads everything again: told of each part, they would read more than is received. */
  const untold: Admission[] = [];

  async function keep(reads: readonly Read[], thing: number, all: number): Promise<void> {
    const tell = (pieces: number) =>
      total === undefined
        ? onProgress?.(done + pieces, all)
        : onProgress?.(thing, Math.max(total, thing));
    const packets = reads.filter((read) => 'packet' in read);
    const kept: Admission[] = [];
    while (kept.length < packets.length && !signal?.aborted) {
      const from = kept.length;
      const part = packets.slice(from, from + together).map(({packet}) => packet);
      const onPart = (done: number) => tell(from + done);
      const admitted = await store.admit(part, {
        batch,
        quietly: store.exchange !== undefined,
        ...(signal && {signal}),
        ...(total === undefined && {onProgress: onPart}),
      });
      kept.push(...admitted);
      untold.push(...admitted);
      if (kept.length < from + part.length) break;
      together = Math.min(2 * together, width);
    }
    const flawed = reads.filter((read) => 'refused' in read);
    for (const [index, {outcome, learner, ...admission}] of kept.entries()) {
      const {piece} = packets[index]!;
      if (outcome === 'forgotten')
        refused.push({...refusedOf(piece, {reason: 'learner-forgotten', facts: {}}), learner});
      else if (outcome === 'full')
        flawed.push({piece, refused: {reason: 'learner-full', facts: {}, learner}});
      else {
        admissions.push({...admission, outcome, learner});
        if (piece.row !== undefined) takenIn?.(piece.row);
      }
    }
    refused.push(...flawed.map((read) => refusedOf(read.piece, read.refused)));
    await keepClaims(reads.flatMap((read) => ('claim' in read ? [read.claim] : [])));
    for (const read of reads) {
      if ('invitation' in read) invitations.push(read.invitation);
      else if (!store.exchange || signal?.aborted) continue;
      else if ('receipted' in read) {
        const outcome = await (await store.exchange()).keepReceipt(read.receipted);
        receipts.push({...read.receipted, outcome});
      } else if (!('claim' in read)) continue;
      if (read.piece.row !== undefined) takenIn?.(read.piece.row);
    }
    if (!takenIn) await setAside(flawed);
    done += reads.length;
    if (total !== undefined || reads.length > kept.length) tell(0);
  }

  async function keepClaims(found: readonly Claim[]) {
    if (found.length === 0 || !store.exchange || signal?.aborted) return;
    const outcomes = await (await store.exchange()).claim(found, batch);
    claims.push(...found.map((claim, at) => ({...claim, outcome: outcomes[at]!})));
  }

  /** What has bytes of ours can be tried again, or is a proof; of the rest the sender has the whole. */
  async function setAside(flawed: readonly (Read & {readonly refused: Unreadable})[]) {
    const items = flawed.flatMap(({piece, refused: {reason, facts, learner}}) => {
      if (!('bytes' in piece) || reason === 'too-big') return [];
      const {kind, bytes, file} = piece;
      const found = kind === 'section' ? bytes : textCodeOf(bytes, kind);
      const more = {...(file !== undefined && {file}), ...(learner !== undefined && {learner})};
      return [{reason, facts, found, ...more}];
    });
    if (items.length === 0 || !store.exchange) return;
    try {
      await (await store.exchange()).quarantine(items, batch);
    } catch (error) {
      if (!(error instanceof KnsError) || error.code !== 'quarantine-full') throw error;
      isFull = true;
      refused.push({found: '', reason: error.code, facts: error.facts});
    }
  }

  /** Reads the next group while the one before is written. */
  async function next(all: number): Promise<void> {
    const reading: Promise<Read>[] = [];
    for (const piece of group) {
      reading.push(readPiece(piece, courses, lessonOf));
      // Between two of them the page draws, and what is being written goes on.
      await reading[reading.length - ahead];
    }
    const reads = await Promise.all(reading);
    group = [];
    await keeping;
    if (signal?.aborted || isFull || reads.length === 0) return;
    keeping = keep(reads, opened, all);
    // It is waited for after the next group has been read.
    keeping.catch(() => undefined);
  }

  let all = 0;
  let unfolds = 0;
  try {
    for await (const thing of things) {
      if (unfolds + thing.unfolds > mostAtOnce) {
        await next(all);
        unfolds = 0;
      }
      if (signal?.aborted || isFull) break;
      ({all} = thing);
      group.push(...thing.pieces);
      unfolds += thing.unfolds;
      if (thing.isLast) opened++;
      if (group.length < width) continue;
      await next(all);
      unfolds = 0;
    }
    await next(all);
    await keeping;
  } finally {
    await keeping.catch(() => undefined);
    if (untold.length > 0) {
      const exchange = await store.exchange?.();
      // A receipt may follow, and then nobody sends it a second time.
      await exchange?.secured();
      exchange?.announce({admissions: untold});
      // In the background, and after the next import where the page goes before it is done.
      exchange?.compact(untold, {recordsIn}).catch(() => undefined);
    }
  }
  const unknown = await namelessIn(store, admissions);
  return {admissions, refused, unknown, receipts, invitations, claims};
}

const refusedOf = ({found, file}: Piece, {reason, facts}: Unreadable): Refused => ({
  found,
  reason,
  facts,
  ...(file !== undefined && {file}),
});

/** Names what came together, so that it can be taken back together. */
const newBatch = (): string => toBase32(crypto.getRandomValues(new Uint8Array(10)));

/** Each learner once, in the order they came. */
async function namelessIn(
  store: Door,
  admissions: readonly Admission[],
): Promise<readonly LearnerKey[]> {
  const learners = new Set(admissions.map(({learner}) => learner));
  if (store.exchange) return (await store.exchange()).nameless(learners);
  const named = new Set<LearnerKey>();
  for (const course of new Set(admissions.map((admission) => admission.course))) {
    for (const {learner, name} of await store.received(course)) if (name) named.add(learner);
  }
  return [...learners].filter((learner) => !named.has(learner));
}
