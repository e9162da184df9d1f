import {quarterOf} from './calendar.js';
import {isPackImport} from './pack-import.js';
import type {PacketRow, StreamHead} from './packet.js';
import type {CivilDay} from './record.js';
import {below, type Standing} from './standing.js';

/** A packet of one learner × course as it is weighed against the others. */
export interface Weighed {
  readonly row: PacketRow;
  readonly standing: Standing;
  /** All texts of one with records; without them nobody knows what it holds, and it stays. */
  readonly texts?: ReadonlySet<string>;
}

/** So long an import may be undone with nothing lost; in ms. */
const undoFor = 30 * 86_400_000;
/** Nobody undoes so many imports by mistake. */
const manyImports = 8;
/** Of so many quarters the newest packet stays. */
const quartersKept = 4;
/** A phone whose clock is further off than this may be off by years; in days. */
const credible = 30;

/** The day a packet speaks of, as far as it can be told without its course. */
const dayOf = ({madeOn, firstReceivedOn}: PacketRow): CivilDay => Math.min(madeOn, firstReceivedOn);

/** Imports that let a packet count. */
const countingImports = ({import: first, again = [], undone = []}: PacketRow): readonly string[] =>
  [first, ...again].filter((one) => !undone.includes(one));

/** The one import with which a packet goes when it is undone; nothing where another brought it, too. */
function onlyImport(row: PacketRow): string | undefined {
  const imports = new Set(countingImports(row));
  return imports.size === 1 ? [...imports][0] : undefined;
}

/** Whether it came here so lately that the import may still be undone by mistake, however long others have had it. */
export const isYoung = ({cameAt, firstReceivedAt}: PacketRow, now: number): boolean =>
  now - (cameAt ?? firstReceivedAt) < undoFor;

/** Whether the import that brought it first still counts, and is too old to be undone by mistake. */
const isSettled = (row: PacketRow, now: number): boolean =>
  !isYoung(row, now) && countingImports(row).includes(row.import);

const lastNumber = ({through, beyond}: StreamHead): number =>
  beyond > 0 ? through + 1 + beyond : through;

/** Whether whatever is read from `head` is read from `other` as well, or something later. */
function tells(other: StreamHead, head: StreamHead): boolean {
  if (other.device !== head.device || lastNumber(other) < lastNumber(head)) return false;
  const isLater =
    other.through > head.through ||
    (other.through === head.through && other.beyond >= head.beyond && other.tail === head.tail);
  if (!isLater || !head.diary) return isLater;
  const [quarter, seq, totals] = head.diary;
  const [sameQuarter, later, theirs] = other.diary ?? [];
  if (sameQuarter !== quarter || later === undefined) return false;
  return later > seq || (later === seq && String(theirs) === String(totals));
}

/** Whether `q` says all that `p` says, and is at least as well proven. */
export function saysAll(
  q: Weighed,
  p: Omit<Weighed, 'row'> & {readonly row: Pick<PacketRow, 'kind' | 'signer' | 'streams'>},
): boolean {
  if (p.row.signer !== undefined && q.row.signer !== p.row.signer) return false;
  if (p.row.kind === 'records') {
    const {texts} = q;
    if (!p.texts || !texts || texts.size < p.texts.size) return false;
    for (const text of p.texts) if (!texts.has(text)) return false;
  }
  return (
    p.row.streams.every((head) => q.row.streams.some((other) => tells(other, head))) &&
    below(p.standing, q.standing)
  );
}

/** Of two with the same days the hash decides: everybody comes to the same. */
function isBefore(one: PacketRow, other: PacketRow): boolean {
  const [day, otherDay] = [dayOf(one), dayOf(other)];
  if (day !== otherDay) return day < otherDay;
  if (one.firstReceivedAt !== other.firstReceivedAt) {
    return one.firstReceivedAt < other.firstReceivedAt;
  }
  return one.hash < other.hash;
}

/** Whether `r` is newer than `p` whichever edition of the course it is judged by. */
const isNewer = (r: PacketRow, p: PacketRow): boolean =>
  isBefore(p, r) &&
  r.firstReceivedAt >= p.firstReceivedAt &&
  r.madeOn >= p.madeOn &&
  (String(r.courseVersion) === String(p.courseVersion) ||
    Math.abs(r.firstReceivedOn - r.madeOn) <= credible);

/** The newest of each quarter, of the last quarters there are. */
function newestOfQuarters(rows: readonly PacketRow[], most: number): ReadonlySet<string> {
  const newest = new Map<number, PacketRow>();
  for (const row of rows) {
    const quarter = quarterOf(dayOf(row));
    const there = newest.get(quarter);
    if (!there || isBefore(there, row)) newest.set(quarter, row);
  }
  const quarters = [...newest.keys()].sort((a, b) => b - a).slice(0, most);
  return new Set(quarters.map((quarter) => newest.get(quarter)!.hash));
}

/** Whether it came, or came as well, otherwise than with a pack. */
const isDirect = ({row}: Weighed): boolean =>
  countingImports(row).some((one) => !isPackImport(one));

/**
 * The second of two of which one is left whatever is taken back: no import brought both, unless `p` goes with it; and what
 * did not come with a pack has one that did not either, since several packs may be taken back. Nothing where there are
 * no such two.
 */
function safely(p: Weighed, found: Iterable<Weighed>): Weighed | undefined {
  const own = onlyImport(p.row);
  const before: Weighed[] = [];
  for (const q of found) {
    const one = onlyImport(q.row);
    const isPair = before.some(
      (two) =>
        (one === undefined || one !== onlyImport(two.row) || one === own) &&
        (!isDirect(p) || isDirect(q) || isDirect(two)),
    );
    if (isPair) return q;
    before.push(q);
  }
  return undefined;
}

function* among<T>(all: readonly T[], is: (one: T) => boolean): Generator<T> {
  for (const one of all) if (is(one)) yield one;
}

/** Whether something newer is safely there, in general and of each of its streams. */
function isOutdated(p: Weighed, others: readonly Weighed[]): boolean {
  const newer = others.filter((one) => isNewer(one.row, p.row));
  const names = (device: string) => (one: Weighed) =>
    one.row.streams.some((head) => head.device === device);
  return (
    safely(p, newer) !== undefined &&
    p.row.streams.every(({device}) => safely(p, among(newer, names(device))) !== undefined)
  );
}

/** The newest of those that say all `p` says, where they are newer and came in many imports. */
function saidByMany(p: Weighed, others: readonly Weighed[]): Weighed | undefined {
  const found = others.filter(
    (q) => (!isDirect(p) || isDirect(q)) && isNewer(q.row, p.row) && saysAll(q, p),
  );
  const imports = new Set(found.flatMap(({row}) => onlyImport(row) ?? []));
  return imports.size < manyImports ? undefined : found[0];
}

/**
 * The packets of one learner × course that may go, each with one that stays and says all it says. The same
 * packets at the same time give the same. `crowded`: where there is no room for another, those of one import, and what
 * many imports say, need not wait until they are too old to be undone.
 */
export function needlessAmong(
  all: readonly Weighed[],
  now: number,
  crowded = false,
): ReadonlyMap<string, string> {
  const under = new Map<string, string>();
  let left = all.filter(({row}) => row.admitted).sort((a, b) => (isBefore(b.row, a.row) ? -1 : 1));
  const kept = newestOfQuarters(
    left.map(({row}) => row),
    quartersKept,
  );
  // From the oldest on: what it is kept for is said by something that may go itself, by something that stays.
  for (const p of left.slice().reverse()) {
    const {row} = p;
    if (row.partial || row.kind === 'rescue' || kept.has(row.hash)) continue;
    const isOld = isSettled(row, now);
    const own = onlyImport(row);
    if (!isOld && !crowded) continue;
    const others = left.filter((one) => one !== p);
    const candidates = others.filter(
      (q) =>
        (isOld && isSettled(q.row, now)) ||
        (crowded && own !== undefined && onlyImport(q.row) === own),
    );
    const isSaid = among(candidates, (q) => saysAll(q, p));
    const witness =
      (isOutdated(p, candidates) ? safely(p, isSaid) : undefined) ??
      (crowded ? saidByMany(p, others) : undefined);
    if (!witness) continue;
    under.set(row.hash, witness.row.hash);
    left = others;
  }
  // Whom one was to be found under may have gone after it.
  for (const [hash, holder] of under) {
    let last = holder;
    for (let next = under.get(last); next !== undefined; next = under.get(last)) last = next;
    under.set(hash, last);
  }
  return under;
}

/** A packet goes where two say it: so many of a quarter are the last to tell its diary. */
const lastOfQuarter = 2;

/** The newest packets that name a stream, of each quarter they tell of it. */
function lastToTell(rows: readonly PacketRow[]): ReadonlySet<PacketRow> {
  const groups = new Map<string, PacketRow[]>();
  for (const row of rows) {
    for (const {device, diary} of row.streams) {
      const name = `${device} ${diary?.[0] ?? quarterOf(dayOf(row))}`;
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
  }
  const newest = (group: PacketRow[]) =>
    group.sort((a, b) => (isBefore(a, b) ? 1 : -1)).slice(0, lastOfQuarter);
  return new Set([...groups.values()].flatMap(newest));
}

/** Streams of which more old packets stay, besides those that tell a quarter last, than anybody's learning makes. */
export function crowdedStreams(
  rows: readonly PacketRow[],
  now: number,
  most: number,
): readonly string[] {
  const admitted = rows.filter((row) => row.admitted);
  const last = lastToTell(admitted);
  const counts = new Map<string, number>();
  for (const row of admitted) {
    if (last.has(row) || isYoung(row, now)) continue;
    for (const {device} of row.streams) counts.set(device, (counts.get(device) ?? 0) + 1);
  }
  return [...counts].flatMap(([device, count]) => (count > most ? [device] : []));
}
