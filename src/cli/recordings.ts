import {createHash} from 'node:crypto';
import {dirname} from 'node:path';
import type {Recording} from '../curriculum/recording.js';
import {RecordingsSource} from '../curriculum/source.js';
import {readFields} from './fields.js';
import type {Report} from './flaw.js';
import type {Folder} from './folder.js';
import type {LessonDraft} from './lesson.js';
import {dialledNumbers} from './rules/dialled-numbers.js';
import {forbiddenWords} from './rules/forbidden-wording.js';
import {readYaml} from './yaml-source.js';

export const audioEnding = '.audio.yaml';

/** `m05/b02.audio.yaml` of `m05/b02.md`. */
export const recordingsFile = (lesson: string): string => lesson.replace(/\.md$/, audioEnding);

/** A minute of speech at 40 kb/s; a village phone pays for every byte of it. */
const largest = 300_000;

const startsWith = (bytes: Uint8Array, words: string, at = 0): boolean =>
  Buffer.from(bytes.subarray(at, at + words.length)).toString('latin1') === words;

/** How a file of each kind begins, whatever its name says. */
const beginnings: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  ogg: (bytes) => startsWith(bytes, 'OggS'),
  opus: (bytes) => startsWith(bytes, 'OggS'),
  // A tag, or a frame of layer III.
  mp3: (bytes) =>
    startsWith(bytes, 'ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2),
  m4a: (bytes) => startsWith(bytes, 'ftyp', 4),
  wav: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8),
};

/** The lesson with what can be heard of it; most lessons have nothing of the kind. */
export function readRecordings(folder: Folder, draft: LessonDraft, report: Report): LessonDraft {
  const path = recordingsFile(draft.source.path);
  if (!folder.has(path)) return draft;
  const file = folder.read(path);
  const yaml = file && readYaml(file, report);
  const source = yaml && readFields(RecordingsSource, yaml, report);
  if (!yaml || !source) return draft;
  for (const {words, instead, index} of forbiddenWords(file.text)) {
    report('wording-forbidden', file.placeAt(index), {words, instead});
  }
  for (const {digits, index} of dialledNumbers(file.text)) {
    report('digits-outside-token', file.placeAt(index), {digits});
  }

  const {lesson} = draft;
  const [stem = ''] = path.slice(dirname(path).length + 1).split('.');
  const lines = new Map<string, number>();
  const sounds = new Map<string, Uint8Array>();
  const audio = source.recordings.flatMap((recording, at): Recording[] => {
    const {section, block, file: name} = recording;
    const placeOf = (field: string) => yaml.placeOf(['recordings', at, field]);
    const blocks = lesson.sections.find(({id}) => id === section)?.blocks.length ?? 0;
    if (blocks < (block ?? 1)) {
      const missing = block === undefined ? 'section' : 'block';
      report('recording-nowhere', placeOf(missing), {section, block: block ?? 1});
    }
    for (const [key, field] of [
      [`${section} ${block ?? ''}`, 'section'],
      [name, 'file'],
    ] as const) {
      const {line} = placeOf(field);
      const before = lines.get(key);
      if (before === undefined) lines.set(key, line);
      else report('recording-doubled', placeOf(field), {line: before});
    }
    const [, prefix, label, ending = ''] =
      /^([a-z0-9]+)-([a-z0-9-]+)\.([a-z0-9]+)$/.exec(name) ?? [];
    const isSound = Object.hasOwn(beginnings, ending) ? beginnings[ending] : undefined;
    if (prefix !== stem || label === undefined || !isSound) {
      report('recording-name', placeOf('file'), {name, stem});
      return [];
    }
    const beside = `${dirname(path)}/${name}`;
    const bytes = folder.bytes(beside, placeOf('file'), largest);
    if (!bytes) return [];
    if (!isSound(bytes)) {
      report('recording-not-sound', placeOf('file'), {name: beside});
      return [];
    }
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    const built = `${lesson.id}.${label}.${hash}.${ending}`;
    sounds.set(built, bytes);
    return [{...recording, file: built}];
  });
  return {...draft, lesson: {...lesson, audio}, sounds};
}
