import type {Lesson} from './lesson.js';

/** A passage of a lesson that can be heard: a whole part, or one block of it. */
export interface Recording {
  /** Beside course.json; its name changes with its bytes. */
  readonly file: string;
  readonly section: string;
  /** From 1, in the order of reading; without it the whole part is read. */
  readonly block?: number | undefined;
  readonly seconds: number;
  /** Whose voice it is: shown, so that nobody takes a machine's for a person's. */
  readonly voice: string;
}

// By hand and not by a schema: the first script would have to hand each piece of one to the chunk that plays.
function isRecording(value: unknown): value is Recording {
  if (typeof value !== 'object' || value === null) return false;
  const {file, section, block, seconds, voice} = value as Partial<Record<string, unknown>>;
  return (
    typeof file === 'string' &&
    // Nothing that leads away from the course's own folder.
    /^[a-z0-9][a-z0-9.-]*\.(ogg|opus|mp3|m4a|wav)$/.test(file) &&
    typeof section === 'string' &&
    (block === undefined || typeof block === 'number') &&
    typeof seconds === 'number' &&
    typeof voice === 'string'
  );
}

/** What can be heard of a lesson; what a newer build says in a way this reader does not know is left out. */
export const recordingsOf = ({audio}: Lesson): readonly Recording[] =>
  Array.isArray(audio) ? audio.filter(isRecording) : [];
