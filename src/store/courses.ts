import {type Course, lessonOf, lessonsOf, parseCourse} from '../curriculum/course.js';
import {type Fact, parseFactPack} from '../curriculum/facts.js';
import {type Lesson, parseLesson} from '../curriculum/lesson.js';
import {type Issue, KnsError, type Parsed} from '../errors.js';
import type {Database} from './database.js';
import {sha256Hex} from './keys.js';

/** A course in hand, with where it came from. */
export interface LoadedCourse {
  readonly course: Course;
  /** Absolute address of course.json. */
  readonly src: string;
  /** `kept`: the network did not answer, this is the copy in the database, taken on `keptOn` (ms UTC). */
  readonly from: 'network' | 'kept';
  readonly keptOn: number;
  /** Facts in hand, for one scope after another: the province first. */
  readonly facts: readonly Fact[];
}

/** Loads courses, checks every file against its hash, keeps them, and serves them without network. */
export interface Courses {
  /**
   * Network first, else the database. Throws KnsError `course-unreachable`, `course-invalid` (with issues) or
   * `course-newer-format`. A damaged answer from the network falls back to the kept copy.
   */
  load(src: string, options?: {signal?: AbortSignal}): Promise<LoadedCourse>;
  /**
   * A lesson of a loaded course: from hand, else the database, else the network.
   * Throws `lesson-unknown`, `lesson-unreachable`, `lesson-damaged` (hash) or `lesson-invalid` (issues).
   */
  lesson(course: LoadedCourse, id: string, options?: {signal?: AbortSignal}): Promise<Lesson>;
  /** Facts of the course, the province's before the country's; resolves to what could be had. Never throws. */
  facts(course: LoadedCourse, province?: string): Promise<readonly Fact[]>;
  /** Fetches and keeps every lesson and facts file, one after another, so that the course works offline. */
  keepAll(
    course: LoadedCourse,
    options?: {signal?: AbortSignal; onProgress?: (done: number, total: number) => void},
  ): Promise<void>;
}

/** Where a file lies and what its bytes must hash to. */
interface FileEntry {
  readonly file: string;
  readonly sha256: string;
}

export interface CoursesOptions {
  readonly database: Database;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** How long a network that does not answer is waited for when a kept copy is at hand, in ms. */
  readonly patience?: number;
}

/** A file could not be had, with what is known of why. */
const unreachable = (
  code: 'course-unreachable' | 'lesson-unreachable',
  src: string,
  cause: unknown,
) => new KnsError(code, `${src} could not be fetched.`, {facts: {src}, cause});

function parsedText<T>(text: string, parse: (input: unknown) => Parsed<T>): Parsed<T> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    const issues: Issue[] = [{path: [], code: 'not-json'}];
    return {ok: false, issues};
  }
  return parse(input);
}

function courseOf(text: string, src: string): Course {
  const parsed = parsedText(text, parseCourse);
  if (parsed.ok) return parsed.value;
  const {issues} = parsed;
  const newer = issues.some(({code, path}) => code === 'newer-format' && path[0] === 'format');
  throw new KnsError(newer ? 'course-newer-format' : 'course-invalid', `${src} was refused.`, {
    facts: {src},
    issues,
  });
}

/** One caller leaves; the request goes on for the others. */
function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, {once: true});
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

export function openCourses({
  database,
  fetch: request,
  now,
  patience = 4000,
}: CoursesOptions): Courses {
  const loading = new Map<string, Promise<LoadedCourse>>();
  const fetching = new Map<string, Promise<string>>();
  const lessons = new Map<string, Lesson>();

  /** Kept beside the answers, never before them: a full or missing database only costs a later request. */
  const keepText = (store: 'courses' | 'files', key: string, text: string): void => {
    const kept = database.write(
      [store],
      (tx) => {
        if (store === 'courses') tx.put(store, key, {text, keptOn: now()});
        else tx.put(store, key, text);
        return Promise.resolve();
      },
      'relaxed',
    );
    kept.catch(() => undefined);
  };

  const loaded = (course: Course, src: string, from: LoadedCourse['from'], keptOn: number) => ({
    course,
    src,
    from,
    keptOn,
    facts: course.first.facts,
  });

  async function fromNetwork(src: string): Promise<LoadedCourse> {
    let text: string;
    try {
      const response = await request(src, {cache: 'no-cache'});
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      text = await response.text();
    } catch (error) {
      throw unreachable('course-unreachable', src, error);
    }
    const course = courseOf(text, src);
    keepText('courses', src, text);
    return loaded(course, src, 'network', now());
  }

  async function fromDatabase(src: string): Promise<LoadedCourse | undefined> {
    try {
      const row = await database.read(['courses'], (tx) => tx.get('courses', src));
      return row && loaded(courseOf(row.text, src), src, 'kept', row.keptOn);
    } catch {
      // Unreadable or refused storage has nothing to offer; the network's own failure is the one to tell.
      return undefined;
    }
  }

  async function loadNow(src: string): Promise<LoadedCourse> {
    const network = fromNetwork(src);
    const waiting = Symbol('waiting');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hanging = new Promise<typeof waiting>((resolve) => {
      timer = setTimeout(() => resolve(waiting), patience);
    });
    try {
      const first = await Promise.race([network, hanging]);
      if (first !== waiting) return first;
      // When it comes after all, it is kept for the next time; when it fails, the copy stands.
      network.catch(() => undefined);
      return (await fromDatabase(src)) ?? (await network);
    } catch (error) {
      const kept = await fromDatabase(src);
      if (kept) return kept;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

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
        const response = await request(address, {cache});
        if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
        bytes = new Uint8Array(await response.arrayBuffer());
      } catch (error) {
        throw unreachable('lesson-unreachable', address, error);
      }
      if ((await sha256Hex(bytes)) === sha256) {
        const text = new TextDecoder().decode(bytes);
        keepText('files', sha256, text);
        return text;
      }
    }
    throw new KnsError('lesson-damaged', `${address} is not what the course promises.`, {
      facts: {file},
    });
  }

  async function lessonNow(course: LoadedCourse, id: string): Promise<Lesson> {
    const entry = lessonOf(course.course, id);
    if (!entry) {
      throw new KnsError('lesson-unknown', `The course has no lesson ${id}.`, {
        facts: {lesson: id},
      });
    }
    const {lesson: first} = course.course.first;
    if (first.id === id && first.version === entry.version) return first;
    const inHand = lessons.get(entry.sha256);
    if (inHand) return inHand;
    const parsed = parsedText(await fileText(course, entry), parseLesson);
    if (!parsed.ok) {
      throw new KnsError('lesson-invalid', `${entry.file} was refused.`, {
        facts: {lesson: id},
        issues: parsed.issues,
      });
    }
    lessons.set(entry.sha256, parsed.value);
    return parsed.value;
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
    load(src, {signal} = {}) {
      let running = loading.get(src);
      if (!running) {
        running = loadNow(src).finally(() => loading.delete(src));
        loading.set(src, running);
      }
      return abortable(running, signal);
    },

    lesson: (course, id, {signal} = {}) => abortable(lessonNow(course, id), signal),

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

const filesOf = (course: Course): readonly FileEntry[] => [...lessonsOf(course), ...course.facts];
