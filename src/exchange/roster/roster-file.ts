import type {LearnerKey} from '../../store/reckoning/record.js';
import type {Registered} from '../../store/reckoning/register.js';
import type {Session} from '../../store/sessions.js';
import type {AssignmentRegister, PaperRegister} from '../../store/reports-contract.js';
import type {RosterRegisters} from '../../store/roster-contract.js';
import {seal, type SealFlaw, unseal} from '../../store/sealing.js';
import {deflate, inflate} from '../deflate.js';
import {holdsFile} from '../found-files.js';
import {assignmentsIn, isCount} from './assignments-json.js';
import {type LeftOut, sift, type Sifted} from './left-out.js';
import {eveningsIn, papersIn} from './papers-json.js';
import {type Fields, isObject, isText, registersIn} from './registers-json.js';

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

/** A backup as far as it could be read. */
export interface OpenedRoster extends RosterFile {
  /** What of it was no entry, part by part. */
  readonly leftOut: readonly LeftOut[];
}

const mostBytes = 80_000_000;

/**
 * Everything a trainer keeps as one file that only these words open. `cannot-seal` where the browser cannot seal, `too-big` where
 * no reader would take it.
 */
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
): Promise<Uint8Array | 'cannot-seal' | 'too-big'> {
  if (progress.length > mostBytes) return 'too-big';
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
  if (text.length > mostBytes) return 'too-big';
  const deflated = deflate(text);
  const bytes = new Uint8Array(4 + deflated.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(deflated, 4);
  return (await seal(bytes, words)) ?? 'cannot-seal';
}

/**
 * What a file of a trainer holds, or why it does not open. An entry that is none is left out and named, the rest is read;
 * where nothing at all can be read it is no backup. Never throws.
 */
export async function openedRoster(
  file: Uint8Array,
  words: string,
): Promise<OpenedRoster | SealFlaw | 'newer'> {
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
    return parts.some((part) => Array.isArray(content[part])) ? fileOf(content) : 'no-seal';
  } catch {
    return 'no-seal';
  }
}

const parts = ['units', 'members', 'links', 'names'];

function nameOf(entry: unknown): Sifted<string> {
  const [learner, name] = Array.isArray(entry) ? (entry as unknown[]) : [];
  return isText(learner) && isText(name) ? [learner, name] : 'unreadable';
}

function receivedAtOf(entry: unknown): Sifted<number> {
  const [hash, at] = Array.isArray(entry) ? (entry as unknown[]) : [];
  return isText(hash) && isCount(at) ? [hash, at] : 'unreadable';
}

function fileOf(content: Fields): OpenedRoster {
  const leftOut: LeftOut[] = [];
  const {progress} = content;
  const isProgress = typeof progress === 'string' && (progress === '' || holdsFile(progress));
  if (!isProgress) leftOut.push({part: 'progress', row: 0, flaw: 'unreadable'});
  return {
    registers: registersIn(content, leftOut),
    names: sift('names', content['names'], nameOf, leftOut),
    progress: isProgress ? progress : '',
    receivedAt: sift('receivedAt', content['receivedAt'] ?? [], receivedAtOf, leftOut),
    assignments: assignmentsIn(content['assignments'] ?? [], leftOut),
    papers: papersIn(content['papers'] ?? [], leftOut),
    evenings: eveningsIn(content['evenings'] ?? [], leftOut),
    leftOut,
  };
}
