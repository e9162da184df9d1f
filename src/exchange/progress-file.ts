import type {Course} from '../curriculum/course.js';
import type {Exchange, Signature} from '../store/exchange-contract.js';
import {civilDay, dayText} from '../store/reckoning/calendar.js';
import type {PacketRow} from '../store/reckoning/packet.js';
import type {CivilDay, LearnerKey} from '../store/reckoning/record.js';
import {toBase64} from './base64.js';
import {crc32Of} from './crc32.js';
import {intact} from './digest-layout.js';
import {courseAsKnown, encodeSection, isSigned, portionsOf, recordsIn} from './section.js';
import {textCodeOf} from './text-code.js';

export interface ProgressFileOptions {
  /** Whose records go in: what they wrote on this device, and what came here of them. */
  learners: readonly LearnerKey[];
  /** Courses at hand, so that the sections can say which slots this device knows. */
  courses: readonly Course[];
  /** Also everything this device keeps of other people, as it came. */
  carried?: boolean;
  /** ms UTC. */
  now?: () => number;
  /** Minutes east of UTC. */
  timezone?: () => number;
}

/** A file to download or to share: `kynangso-2026-11-22-1a2b3c4d.txt`, without anybody's name. */
export interface ProgressFile {
  readonly name: string;
  /** ASCII; the file is this text in UTF-8. */
  readonly text: string;
  /** Sections and codes in it. */
  readonly packets: number;
}

/** A section this device made. */
interface OwnSection {
  readonly texts: readonly string[];
  readonly bytes: Uint8Array;
  readonly isSigned: boolean;
}

/** What was signed last of each stream: who shares twice the same shares the same bytes, and they count once. */
const signed = new WeakMap<object, Map<string, readonly [Uint8Array, Signature]>>();

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** What these learners did on this device, one section a stream, or more where it is long. */
export async function ownSections(
  exchange: Pick<Exchange, 'recordsOf' | 'sign'>,
  {
    learners,
    courses,
    madeOn,
  }: Pick<ProgressFileOptions, 'learners' | 'courses'> & {madeOn: CivilDay},
): Promise<readonly OwnSection[]> {
  const memory = signed.get(exchange) ?? new Map<string, readonly [Uint8Array, Signature]>();
  signed.set(exchange, memory);
  const sections: OwnSection[] = [];
  for (const learner of new Set(learners)) {
    for (const {course, device, texts: all} of await exchange.recordsOf(learner)) {
      const known = courseAsKnown(courses.find(({id}) => id === course));
      for (const [nth, texts] of portionsOf(all).entries()) {
        const name = `${device}/${learner}/${course}/${nth}`;
        const sign = async (bytes: Uint8Array) => {
          const last = memory.get(name);
          if (last && same(last[0], bytes)) return last[1];
          const signature = await exchange.sign(bytes, device);
          if (signature) memory.set(name, [bytes, signature]);
          return signature;
        };
        const bytes = await encodeSection({learner, course, device, madeOn, ...known, texts}, sign);
        sections.push({texts, bytes, isSigned: isSigned(bytes)});
      }
    }
  }
  return sections;
}

/**
 * Everything there is of these learners as one file: own records, signed by this device, and what came here of them,
 * verbatim and with the signatures it came with, so that a new phone hands on what the old one wrote. A section whose
 * records all stand in another that is at least as well proven is left out. The same content on the same
 * day gives the same bytes, but for signatures, which are never twice the same.
 */
export async function progressFileOf(
  exchange: Exchange,
  {
    learners,
    courses,
    carried = false,
    now = Date.now,
    timezone = () => -new Date().getTimezoneOffset(),
  }: ProgressFileOptions,
): Promise<ProgressFile> {
  const madeOn = civilDay(now(), timezone());
  const own = await ownSections(exchange, {learners, courses, madeOn});
  const rows = carried
    ? await exchange.packetsOf()
    : (await Promise.all([...new Set(learners)].map((one) => exchange.packetsOf(one)))).flat();
  const {text, sum, packets} = written([
    ...own.map(({bytes}) => toBase64(bytes)),
    ...linesOf(rows, own),
  ]);
  return {name: `kynangso-${dayText(madeOn)}-${sum}.txt`, text, packets};
}

/** What came of somebody and counts, as the text of a file: nothing of this device's own is signed, so the same is the same. */
export function progressOf(rows: readonly PacketRow[]): Pick<ProgressFile, 'text' | 'packets'> {
  const {text, packets} = written(linesOf(rows, []));
  return {text, packets};
}

function written(found: readonly string[]) {
  const lines = [...new Set(found)].sort();
  const body = lines.join('\n');
  const sum = crc32Of(body).toString(16).padStart(8, '0');
  return {text: `KNSF1.${lines.length}.${sum}\n${body}`, sum, packets: lines.length};
}

/** What was received and counts, without sections that only repeat another. */
function linesOf(rows: readonly PacketRow[], own: readonly OwnSection[]): string[] {
  const lines: string[] = [];
  const people = new Map<string, PacketRow[]>();
  for (const row of rows) {
    if (!row.admitted) continue;
    if (row.kind !== 'records') {
      // What a second copy gave back may be no code anybody could read.
      if (intact(row.bytes)) lines.push(textCodeOf(row.bytes));
    } else {
      const whose = people.get(row.learner);
      if (whose) whose.push(row);
      else people.set(row.learner, [row]);
    }
  }
  for (const whose of people.values()) lines.push(...newestOf(whose, own));
  return lines;
}

function newestOf(rows: readonly PacketRow[], own: readonly OwnSection[]): string[] {
  const held = {proven: new Set<string>(), any: new Set<string>()};
  const hold = (texts: readonly string[], isProven: boolean) => {
    for (const text of texts) {
      held.any.add(text);
      if (isProven) held.proven.add(text);
    }
  };
  for (const section of own) hold(section.texts, section.isSigned);
  const isProven = ({signer}: PacketRow) => signer !== undefined;
  return rows
    .map((row) => ({...row, texts: recordsIn(row.bytes)}))
    .sort(
      (a, b) =>
        // What another might repeat comes first; the hash only for a fixed order.
        Number(isProven(b)) - Number(isProven(a)) ||
        b.madeOn - a.madeOn ||
        b.texts.length - a.texts.length ||
        (a.hash < b.hash ? -1 : 1),
    )
    .filter((row) => {
      const known = isProven(row) ? held.proven : held.any;
      if (row.texts.length > 0 && row.texts.every((text) => known.has(text))) return false;
      hold(row.texts, isProven(row));
      return true;
    })
    .map(({bytes}) => toBase64(bytes));
}
