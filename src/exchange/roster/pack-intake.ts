import type {Exchange} from '../../store/exchange-contract.js';
import {sha256Hex} from '../../store/keys.js';
import type {Member, MemberCode} from '../../store/reckoning/member.js';
import type {Admission} from '../../store/reckoning/packet.js';
import type {CivilDay} from '../../store/reckoning/record.js';
import type {UnitKey} from '../../store/reckoning/unit.js';
import {packImport} from '../../store/reckoning/pack-import.js';
import {placeOn, postOn, presentName, unitTree, within} from '../../store/reckoning/unit-tree.js';
import type {Pack, PackRow, Roster, RosterView} from '../../store/roster-contract.js';
import type {Store} from '../../store/store.js';
import {findFiles} from '../found-files.js';
import {type Door, receive, type Receipt, type ReceiveOptions, recordsIn} from '../receive.js';
import {findTextCodes} from '../text-code.js';
import {isSameUnit} from './roster-units.js';
import {sameName} from './same-name.js';
import {packBytes, type PackFile} from './pack-file.js';

/** What a pack says of a key of which something else is known here. */
export type Contradiction =
  /** One code, and two people who have nothing in common. */
  | {
      readonly what: 'other-person';
      readonly code: MemberCode;
      readonly here: string;
      readonly there: string;
    }
  /** One unit below two others. */
  | {
      readonly what: 'other-parent';
      readonly unit: UnitKey;
      readonly here: UnitKey;
      readonly there: UnitKey;
    }
  /** The packed unit under another key, with people in it: whoever stands in both is counted twice. */
  | {readonly what: 'twin'; readonly here: string; readonly people: number}
  /** One key, and two units that never had a name in common. */
  | {
      readonly what: 'other-unit';
      readonly unit: UnitKey;
      readonly here: string;
      readonly there: string;
    };

/** What a pack would bring, before anything of it is written. */
export interface PackPreview {
  readonly hash: string;
  /** It came before: it counts, or was taken back. */
  readonly before?: 'counts' | 'taken-back';
  readonly units: number;
  readonly people: number;
  /** Of these people: not known here, elsewhere now, and no longer in any unit. */
  readonly fresh: number;
  readonly moved: number;
  /** Whose name is told for the first time. */
  readonly named: number;
  readonly left: number;
  /** Of these packets: here already. */
  readonly packets: number;
  readonly known: number;
  /** Lines that are no packet. */
  readonly unreadable: number;
  readonly contradictions: readonly Contradiction[];
}

const nameLength = 32;

/** What a pack is called: the first 16 bytes of SHA-256 of its bytes, without a lock, in hex. */
export const packName = async (pack: PackFile): Promise<string> =>
  (await sha256Hex(packBytes(pack))).slice(0, nameLength);

/** What there is here to compare with. */
export interface Known {
  readonly view: RosterView;
  readonly packs: ReadonlyMap<string, PackRow>;
  /** Hashes of all packets, also of those that went because others say the same. */
  readonly packets: ReadonlySet<string>;
}

export async function knownHere(roster: Roster, exchange: Exchange): Promise<Known> {
  const [view, packs, packets] = await Promise.all([
    roster.read(),
    roster.packs(),
    exchange.packetsOf(),
  ]);
  const hashes = packets.flatMap(({hash, covers = []}) => [hash, ...covers.map((one) => one.hash)]);
  return {view, packs, packets: new Set(hashes)};
}

/**
 * Compares a pack with what is here, and for contradictions also with packs that lie `beside` it: taken in together they
 * would contradict each other. Writes nothing.
 */
export async function previewOf(
  pack: PackFile,
  {view, packs, packets}: Known,
  today: CivilDay,
  beside: readonly Pack[] = [],
): Promise<PackPreview> {
  const hash = await packName(pack);
  const row = packs.get(hash);
  const {units, members} = pack.registers;
  let fresh = 0;
  let moved = 0;
  let left = 0;
  let named = 0;
  let people = 0;
  for (const {value} of members.values()) {
    if (!value) continue;
    people++;
    const there = view.members.get(value.code);
    const post = postOn(value, today);
    if (!post) left++;
    if (there?.name === '' && value.name !== '') named++;
    if (!there) fresh++;
    else if (post && postOn(there, today)?.unit !== post.unit) moved++;
  }
  const lines = findFiles(pack.progress).flatMap((file) => file.lines);
  let known = 0;
  let unreadable = 0;
  for (const line of lines) {
    const found = typeof line === 'string' ? findTextCodes(line)[0] : undefined;
    const bytes = typeof line === 'string' ? found && 'bytes' in found && found.bytes : line;
    if (!bytes) unreadable++;
    else if (packets.has((await sha256Hex(bytes)).slice(0, nameLength))) known++;
  }
  return {
    hash,
    ...(row && {before: row.admitted ? 'counts' : 'taken-back'}),
    units: [...units.values()].filter(({value}) => value).length,
    people,
    fresh,
    moved,
    named,
    left,
    packets: lines.length,
    known,
    unreadable,
    contradictions: contradictionsOf(pack, saidBy(view, beside), today),
  };
}

type Said = Pick<RosterView, 'units' | 'members'>;

/** What is known here, and of whatever is not what the first of these packs says. */
function saidBy(view: RosterView, packs: readonly Pack[]): Said {
  if (packs.length === 0) return view;
  const [units, members] = [new Map(view.units), new Map(view.members)];
  for (const {registers} of packs) {
    for (const [key, {value}] of registers.units)
      if (value && !units.has(key)) units.set(key, value);
    for (const [code, {value}] of registers.members)
      if (value && !members.has(code)) members.set(code, value);
  }
  return {units, members};
}

/** A unit that was written down here as well, with its people under codes of their own. */
function twinOf({of, registers}: Pack, {units, members}: Said, today: CivilDay): Contradiction[] {
  const packed = registers.units.get(of)?.value;
  if (!packed || units.has(of)) return [];
  const name = presentName(packed);
  const tree = unitTree(units);
  return tree.all.flatMap((node): Contradiction[] => {
    const {unit} = node;
    if (unit.level !== packed.level || !isSameUnit(presentName(unit), name)) return [];
    const inside = new Set(within(node));
    const people = [...members.values()].filter((member) => {
      const place = placeOn(member, tree, today);
      return place?.node && inside.has(place.node);
    }).length;
    return people > 0 ? [{what: 'twin', here: presentName(unit), people}] : [];
  });
}

function contradictionsOf(pack: Pack, view: Said, today: CivilDay): readonly Contradiction[] {
  const {registers} = pack;
  const found = twinOf(pack, view, today);
  for (const [unit, {value}] of registers.units) {
    const here = view.units.get(unit);
    if (!value || !here) continue;
    const names = new Set(here.names.map(({name}) => sameName(name)));
    if (!value.names.some(({name}) => names.has(sameName(name)))) {
      const [last, now] = [here.names.at(-1)!.name, value.names.at(-1)!.name];
      found.push({what: 'other-unit', unit, here: last, there: now});
    } else if (here.parent && value.parent && here.parent !== value.parent) {
      found.push({what: 'other-parent', unit, here: here.parent, there: value.parent});
    }
  }
  for (const [code, {value}] of registers.members) {
    const here = view.members.get(code);
    if (value && here && isOther(here, value)) {
      found.push({what: 'other-person', code, here: here.name || code, there: value.name || code});
    }
  }
  return found;
}

/** Whoever moved stood in a common unit once; whoever was renamed still does. */
function isOther(one: Member, other: Member): boolean {
  const units = new Set(one.posts.map(({unit}) => unit));
  if (!other.posts.some(({unit}) => units.has(unit))) return true;
  return (
    one.birthYear !== undefined &&
    other.birthYear !== undefined &&
    one.birthYear !== other.birthYear &&
    sameName(one.name) !== sameName(other.name)
  );
}

/** What came of taking a pack in. */
export interface PackReceipt {
  readonly outcome: 'new' | 'again' | 'back';
  readonly receipt: Receipt;
}

/**
 * Takes packs in, one after the other: the packets of each through the one door, each checked and kept as it came, then its
 * part of the roster. Twice is once, and in any order the end is the same. What was taken back before stays out.
 * Whoever watches is told once, when all are in or no more of them is wanted.
 */
export async function* takePacks(
  store: Store,
  packs: readonly PackFile[],
  options: Omit<ReceiveOptions, 'batch'>,
): AsyncGenerator<PackReceipt> {
  const admissions: Admission[] = [];
  const door = quietDoor(store, admissions);
  try {
    for (const pack of packs) {
      if (options.signal?.aborted) break;
      yield await takeOne(store, door, pack, options);
    }
  } finally {
    const exchange = await store.exchange();
    exchange.announce({admissions, packs: true});
    exchange.compact(admissions, {recordsIn}).catch(() => undefined);
  }
}

/** Takes one pack in, as `takePacks` does. */
export async function takePack(
  store: Store,
  pack: PackFile,
  options: Omit<ReceiveOptions, 'batch'>,
): Promise<PackReceipt> {
  for await (const taken of takePacks(store, [pack], options)) return taken;
  return {outcome: 'again', receipt: nothing};
}

const nothing: Receipt = {
  admissions: [],
  refused: [],
  unknown: [],
  receipts: [],
  invitations: [],
  claims: [],
};

async function takeOne(
  store: Store,
  door: Door,
  pack: PackFile,
  options: Omit<ReceiveOptions, 'batch'>,
): Promise<PackReceipt> {
  const hash = await packName(pack);
  const roster = await store.roster();
  const {progress, ...rest} = pack;
  const isBack = (await roster.pack(hash))?.admitted === false;
  const receipt = isBack
    ? nothing
    : await receive(door, [progress], {...options, batch: packImport(hash)});
  // Stopped in the middle it is not in; what came of it already is what its packets say.
  if (options.signal?.aborted) return {outcome: 'again', receipt};
  return {outcome: await roster.keepPack(hash, rest, {quietly: true}), receipt};
}

/**
 * Notes what came, to be told of in the end. Who somebody is comes with the pack's roster: nobody is looked up in all that
 * is known before.
 */
const quietDoor = (store: Store, admissions: Admission[]): Door => ({
  async admit(...given) {
    const admitted = await store.admit(...given);
    admissions.push(...admitted);
    return admitted;
  },
  received: (course) => store.received(course),
  exchange: async () => ({
    ...(await store.exchange()),
    announce: () => undefined,
    nameless: () => Promise.resolve([]),
    // After all packs, not between two of them.
    compact: () => Promise.resolve(0),
  }),
});

/** Takes a pack back with all it brought, or lets it count again. */
export async function admitPack(store: Store, hash: string, admitted: boolean): Promise<void> {
  const [roster, exchange] = await Promise.all([store.roster(), store.exchange()]);
  await exchange.admitImport(packImport(hash), admitted);
  await roster.admitPack(hash, admitted);
}
