import {type Course, type LessonEntry, lessonsOf, parseCourse} from '../curriculum/course.js';
import {type Fact, parseFactPack} from '../curriculum/facts.js';
import {type Lesson, parseLesson} from '../curriculum/lesson.js';
import {KnsError} from '../errors.js';
import {abortable} from './abortable.js';
import type {Courses, CoursesOptions, LoadedCourse} from './courses.js';
import {fetched, parsedText, unreachable} from './fetched-text.js';
import {sha256Hex} from './keys.js';

/** Where a file lies and what its bytes must hash to. */
interface FileEntry {
  readonly file: string;
  readonly sha256: string;
}

/** What lies beside course.json: all lessons but the first, and the facts. */
export interface CourseFiles extends Pick<Courses, 'facts' | 'keepAll'> {
  lesson(course: LoadedCourse, entry: LessonEntry): Promise<Lesson>;
}

const filesOf = (course: Course): readonly FileEntry[] => [...lessonsOf(course), ...course.facts];

/** Checks every file against its hash and keeps it; a first lesson needs none of this. */
export function openCourseFiles({
  database,
  fetch: request,
}: Pick<CoursesOptions, 'database' | 'fetch'>): CourseFiles {
  const fetching = new Map<string, Promise<string>>();
  const lessons = new Map<string, Lesson>();

  /** Kept beside the answers, never before them: a full or missing database only costs a later request. */
  const keep = (sha256: string, text: string): void => {
    database
      .write(['files'], (tx) => Promise.resolve(tx.put('files', sha256, text)), 'relaxed')
      .catch(() => undefined);
  };

  /** The text of a file whose bytes hash to its name; the same file is fetched once at a time. */
  function fileText(course: LoadedCourse, entry: FileEntry): Promise<string> {
    const running = fetching.get(entry.sha256);
    if (running) return running;
    const text = readFile(course, entry).finally(() => fetching.delete(entry.sha256));
    fetching.set(entry.sha256, text);
    return text;
  }

  async function readFile({src}: LoadedCourse, {file, sha256}: FileEntry): Promise<string> {
    const kept = await database
      .read(['files'], (tx) => tx.get('files', sha256))
      .catch(() => undefined);
    if (kept !== undefined && (await sha256Hex(new TextEncoder().encode(kept))) === sha256) {
      return kept;
    }
    const address = new URL(file, src).href;
    // A damaged copy may sit in the browser's cache: once more, past it.
    for (const cache of ['default', 'reload'] as const) {
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(await (await fetched(request, address, cache)).arrayBuffer());
      } catch (error) {
        throw unreachable('lesson-unreachable', address, error);
      }
      if ((await sha256Hex(bytes)) === sha256) {
        const text = new TextDecoder().decode(bytes);
        keep(sha256, text);
        return text;
      }
    }
    throw new KnsError('lesson-damaged', `${address} is not what the course promises.`, {
      facts: {file},
    });
  }

  async function factsOf(course: LoadedCourse, scope: string): Promise<readonly Fact[]> {
    const entry = course.course.facts.find((pack) => pack.scope === scope);
    if (!entry) return [];
    try {
      const parsed = parsedText(await fileText(course, entry), parseFactPack);
      return parsed.ok ? parsed.value.facts : [];
    } catch {
      // Every token has its safe fallback.
      return [];
    }
  }

  /** Files no kept course names any more. */
  async function dropOldFiles(): Promise<void> {
    await database.write(
      ['courses', 'files'],
      async (tx) => {
        const named = new Set<string>();
        for (const {text} of await tx.all('courses')) {
          const parsed = parsedText(text, parseCourse);
          // Unreadable here may be readable to a newer copy: then nothing is dropped.
          if (!parsed.ok) return;
          for (const {sha256} of filesOf(parsed.value)) named.add(sha256);
        }
        for (const key of await tx.keys('files')) if (!named.has(key)) tx.delete('files', key);
      },
      'relaxed',
    );
  }

  return {
    async lesson(course, entry) {
      const inHand = lessons.get(entry.sha256);
      if (inHand) return inHand;
      const parsed = parsedText(await fileText(course, entry), parseLesson);
      if (!parsed.ok) {
        throw new KnsError('lesson-invalid', `${entry.file} was refused.`, {
          facts: {lesson: entry.id},
          issues: parsed.issues,
        });
      }
      lessons.set(entry.sha256, parsed.value);
      return parsed.value;
    },

    async facts(course, province) {
      const scopes = province === undefined ? ['VN'] : [province, 'VN'];
      const packs = await Promise.all(scopes.map((scope) => factsOf(course, scope)));
      const found = packs.flat();
      const known = new Set(found.map(({scope, id}) => `${scope}/${id}`));
      return [...found, ...course.facts.filter(({scope, id}) => !known.has(`${scope}/${id}`))];
    },

    async keepAll(course, {signal, onProgress} = {}) {
      const files = filesOf(course.course);
      for (const [index, file] of files.entries()) {
        await abortable(fileText(course, file), signal);
        onProgress?.(index + 1, files.length);
      }
      await dropOldFiles();
    },
  };
}
