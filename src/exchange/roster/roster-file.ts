import type {LearnerKey} from '../../store/reckoning/record.js';
import type {Registered} from '../../store/reckoning/register.js';
import type {Session} from '../../store/sessions.js';
import type {AssignmentRegister, PaperRegister} from '../../store/reports-contract.js';
import type {RosterRegisters} from '../../store/roster-contract.js';
import {seal, type SealFlaw, unseal} from '../../store/sealing.js';
import {deflate, inflate} from '../deflate.js';
import {assignmentsIn} from './assignments-json.js';
import {eveningsIn, papersIn} from './papers-json.js';
import {entriesOf, type Fields, isObject, isText, registersIn} from './registers-json.js';

/** What a trainer keeps: who belongs where, what learners are called, and what was received of them. */
export interface RosterFile {
  readonly registers: RosterRegisters;
  readonly names: ReadonlyMap<LearnerKey, string>;
  /** A progress file of everything that was received. */
  readonly progress: string;
  /** When each packet came first, ms UTC by its hash; none in files of older versions. */
  readonly receivedAt: ReadonlyMap<string, number>;
  /** What was assigned, and what of it was taken back; none in files of older versions. */
  readonly assignments: readonly AssignmentRegister[];
  /** What was written into reports and received of them, and the evenings; none in files of older versions. */
  readonly papers: readonly PaperRegister[];
  readonly evenings: ReadonlyMap<string, Registered<Session>>;
}

const mostBytes = 80_000_000;

/** Everything a trainer keeps as one file that only these words open; nothing where the browser cannot seal. */
export async function sealedRoster(
  {
    registers: {units, members, links},
    names,
    progress,
    receivedAt,
    assignments,
    papers,
    evenings,
  }: RosterFile,
  words: string,
): Promise<Uint8Array | undefined> {
  const content = {
    v: 1,
    units: [...units],
    members: [...members],
    links,
    names: [...names],
    progress,
    receivedAt: [...receivedAt],
    assignments,
    papers,
    evenings: [...evenings],
  };
  const text = new TextEncoder().encode(JSON.stringify(content));
  const deflated = deflate(text);
  const bytes = new Uint8Array(4 + deflated.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(deflated, 4);
  return seal(bytes, words);
}

/** What a file of a trainer holds, or why it does not open. Never throws. */
export async function openedRoster(
  file: Uint8Array,
  words: string,
): Promise<RosterFile | SealFlaw | 'newer'> {
  if (file.length > mostBytes) return 'no-seal';
  const bytes = await unseal(file, words);
  if (typeof bytes === 'string') return bytes;
  const size = bytes.length > 4 ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) : 0;
  const text = size > 0 && size <= mostBytes ? inflate(bytes.subarray(4), size) : undefined;
  if (!text) return 'no-seal';
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(text));
    if (!isObject(content)) return 'no-seal';
    if (content['v'] !== 1) return 'newer';
    return fileOf(content) ?? 'no-seal';
  } catch {
    return 'no-seal';
  }
}

function fileOf(content: Fields): RosterFile | undefined {
  const registers = registersIn(content);
  const names = entriesOf(content['names'], (_, name) => (isText(name) ? name : undefined));
  const receivedAt = entriesOf(content['receivedAt'] ?? [], (_, at) =>
    Number.isSafeInteger(at) && (at as number) >= 0 ? (at as number) : undefined,
  );
  const assignments = assignmentsIn(content['assignments'] ?? []);
  const papers = papersIn(content['papers'] ?? []);
  const evenings = eveningsIn(content['evenings'] ?? []);
  const {progress} = content;
  if (!registers || !names || typeof progress !== 'string') return undefined;
  if (!receivedAt || !assignments || !papers || !evenings) return undefined;
  return {registers, names, progress, receivedAt, assignments, papers, evenings};
}
