import type {MemberCode} from '../../store/reckoning/member.js';
import {readMemberCode} from '../../store/reckoning/member-code.js';
import {withoutName} from '../../store/reckoning/member-register.js';
import type {PacketRow} from '../../store/reckoning/packet.js';
import type {CivilDay, DeviceKey, LearnerKey} from '../../store/reckoning/record.js';
import type {UnitKey} from '../../store/reckoning/unit.js';
import {unitTree, within} from '../../store/reckoning/unit-tree.js';
import type {Pack, RosterRegisters, RosterView} from '../../store/roster-contract.js';
import {isSealed, seal, type SealFlaw, unseal} from '../../store/sealing.js';
import {crc32} from '../crc32.js';
import {deflate} from '../deflate.js';
import {type FoundFile, findFiles} from '../found-files.js';
import {mostInFile} from '../pieces.js';
import {progressOf} from '../progress-file.js';
import {mostOfRoster, packContent} from './pack-content.js';
import type {LeftOut} from './left-out.js';
import {isObject, isText, registersIn} from './registers-json.js';

const mark = [0x4b, 0x4e, 0x53, 0x50] as const;
const layout = 1;
/** Mark, layout, length of the text, its check sum. */
const headLength = mark.length + 1 + 4 + 4;
/** Of a file: a province whole, with room. */
export const mostInPack = mostOfRoster + mostInFile;
const mostRows = 200_000;
const deepest = 20;

/** A pack as a file: the roster below a unit, and the progress of its members. */
export interface PackFile extends Pack {
  /** A progress file of what was received of the members. */
  readonly progress: string;
}

/** Why a file is no pack that can be opened. `locked`: with words it may be; `backup`: it is a trainer's own copy. */
export type PackFlaw =
  | 'not-a-pack'
  | 'damaged'
  | 'too-big'
  | 'newer'
  | 'locked'
  | 'backup'
  | Exclude<SealFlaw, 'no-seal'>;

export interface PackOptions {
  /** The unit whose part of the roster goes up. */
  readonly unit: UnitKey;
  readonly named: boolean;
  /** Civil day in Vietnam. */
  readonly on: CivilDay;
  readonly by: DeviceKey;
}

/** What goes up of a unit, to be read before it is written. */
export interface PackContent {
  readonly pack: PackFile;
  /** Units that still are, people who have not been taken out, and those of them with progress. */
  readonly units: number;
  readonly people: number;
  readonly heard: number;
}

const byKey = <T>(entries: Iterable<readonly [string, T]>) =>
  [...entries].sort(([one], [other]) => (one < other ? -1 : 1));

/**
 * The part of a roster below a unit, with everybody who is or was there, and what was received of them. What was taken out
 * goes with it, as bare keys. Without names nothing is left of a member but code and posts.
 */
export function packOf(
  view: RosterView,
  registers: RosterRegisters,
  packets: readonly PacketRow[],
  {unit, named, on, by}: PackOptions,
): PackContent {
  const node = unitTree(view.units).at.get(unit);
  const inside = new Set(node ? within(node).map((one) => one.unit.id) : []);
  const units = byKey(registers.units).filter(([id, {value}]) => !value || inside.has(id));
  const members = byKey(registers.members)
    .filter(([, {value}]) => !value || value.posts.some((post) => inside.has(post.unit)))
    .map(([code, register]) => [code, named ? register : withoutName(register)] as const);
  const codes = new Set(members.map(([code]) => code));
  const said = registers.links.filter(({member}) => codes.has(member));
  const names = new Set(said.map(nameOf));
  // What follows from a claim is written nowhere: above it is said in this unit's name.
  const claimed = [...codes].flatMap((member) =>
    (view.learnersOf.get(member) ?? []).flatMap((learner) =>
      names.has(nameOf({learner, member}))
        ? []
        : [{learner, member, register: {value: true as const, counter: 1, by}}],
    ),
  );
  const links = [...said, ...claimed].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  const learners = new Set(
    members.flatMap(([code, {value}]) => (value ? (view.learnersOf.get(code) ?? []) : [])),
  );
  const theirs = packets.filter(({learner, admitted}) => admitted && learners.has(learner));
  const heardOf = new Set(theirs.map(({learner}) => learner));
  const progress = progressOf(theirs);
  const isHeard = (code: MemberCode) =>
    view.learnersOf.get(code)?.some((learner) => heardOf.has(learner)) ?? false;
  const people = members.filter(([, {value}]) => value);
  return {
    pack: {
      of: unit,
      on,
      by,
      named,
      registers: {units: new Map(units), members: new Map(members), links},
      packets: progress.packets,
      progress: progress.text,
    },
    units: inside.size,
    people: people.length,
    heard: people.filter(([code]) => isHeard(code)).length,
  };
}

const nameOf = ({learner, member}: {learner: LearnerKey; member: MemberCode}) =>
  `${learner}/${member}`;

function textOf({of, on, by, named, registers, progress}: PackFile): string {
  const {units, members, links} = registers;
  return JSON.stringify({
    ...{of, on, by, named},
    ...{units: [...units], members: [...members], links},
    // Last, since whoever opens it reads the rest first.
    progress,
  });
}

/** Whether whoever receives it will open it. */
export const isOpenable = (pack: PackFile): boolean =>
  pack.progress.length <= mostInFile &&
  new TextEncoder().encode(textOf({...pack, progress: ''})).length < mostOfRoster;

/** The bytes of a pack: the same pack, the same bytes. */
export function packBytes(pack: PackFile): Uint8Array {
  const text = new TextEncoder().encode(textOf(pack));
  const deflated = deflate(text);
  const bytes = new Uint8Array(headLength + deflated.length);
  bytes.set(mark);
  bytes[mark.length] = layout;
  const head = new DataView(bytes.buffer);
  head.setUint32(mark.length + 1, text.length);
  head.setUint32(mark.length + 5, crc32(text));
  bytes.set(deflated, headLength);
  return bytes;
}

/** The bytes of a pack under a lock that these words open; nothing where the browser cannot seal. */
export const sealedPack = (pack: PackFile, words: string): Promise<Uint8Array | undefined> =>
  seal(packBytes(pack), words);

/** Whether the first bytes of a file claim that it is a pack, or something under a lock. */
export const mayBePack = (head: Uint8Array): boolean =>
  hasMark(head) || isSealed(concat(head, new Uint8Array(64)));

const concat = (one: Uint8Array, other: Uint8Array) => {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};

const hasMark = (bytes: Uint8Array) => mark.every((byte, at) => bytes[at] === byte);

/** What a file holds, or why it does not open. Nothing of it is believed before it was parsed. Never throws. */
export async function openedPack(bytes: Uint8Array, words?: string): Promise<PackFile | PackFlaw> {
  if (bytes.length > mostInPack) return 'too-big';
  if (!isSealed(bytes)) return readPack(bytes);
  if (words === undefined) return 'locked';
  const open = await unseal(bytes, words);
  if (typeof open === 'string') return open === 'no-seal' ? 'not-a-pack' : open;
  return hasMark(open) ? readPack(open) : 'backup';
}

function readPack(bytes: Uint8Array): PackFile | PackFlaw {
  if (!hasMark(bytes)) return 'not-a-pack';
  if (bytes.length <= headLength) return 'damaged';
  if (bytes[mark.length] !== layout) return 'newer';
  const head = new DataView(bytes.buffer, bytes.byteOffset);
  const content = packContent(bytes.subarray(headLength), {
    size: head.getUint32(mark.length + 1),
    sum: head.getUint32(mark.length + 5),
  });
  if (content === 'too-big') return content;
  return (isObject(content) && packIn(content)) || 'damaged';
}

const unitKey = /^[0-9A-HJKMNP-TV-Z]{6}$/;

function packIn(content: Readonly<Record<string, unknown>>): PackFile | undefined {
  const {of, on, by, named, progress} = content;
  const flaws: LeftOut[] = [];
  const registers = registersIn(content, flaws);
  // Who sent it can send it again: a pack stands for a unit's whole figures, or for none.
  if (flaws.length > 0 || !isText(of) || !isText(by) || typeof progress !== 'string')
    return undefined;
  if (typeof named !== 'boolean' || !Number.isInteger(on)) return undefined;
  const file = onlyFile(progress);
  if (!file || !isSound(registers, of, named)) return undefined;
  return {of, on: on as CivilDay, by, named, registers, packets: file.lines.length, progress};
}

/** Progress is one whole file, and nothing beside it. */
function onlyFile(text: string): FoundFile | undefined {
  const [file, ...others] = findFiles(text);
  const isAll = file?.whole && file.from === 0 && file.to === text.length;
  return isAll && others.length === 0 ? file : undefined;
}

/** One tree below one unit, real codes, and no name where none was promised. */
function isSound({units, members, links}: RosterRegisters, of: UnitKey, named: boolean): boolean {
  if (units.size > mostRows || members.size > mostRows || links.length > mostRows) return false;
  if (!units.get(of)?.value) return false;
  for (const [id, {value}] of units) {
    if (!unitKey.test(id)) return false;
    let above = value;
    let steps = 0;
    while (above && above.id !== of) {
      if (++steps > deepest) return false;
      above = above.parent === undefined ? undefined : units.get(above.parent)?.value;
    }
    if (value && !above) return false;
  }
  for (const [code, register] of members) {
    const {value} = register;
    if (readMemberCode(code) !== code) return false;
    if ((register.named?.counter ?? 0) > register.counter) return false;
    if (value && !value.posts.some((post) => units.has(post.unit))) return false;
    const isNamed =
      value && (value.name || value.phoneTail !== undefined || value.birthYear !== undefined);
    if (isNamed && !named) return false;
  }
  return links.every(({member}) => members.has(member));
}
