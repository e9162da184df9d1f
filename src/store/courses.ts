import {type Course, lessonOf, parseCourse} from '../curriculum/course.js';
import type {Fact} from '../curriculum/facts.js';
import type {Lesson} from '../curriculum/lesson.js';
import {KnsError} from '../errors.js';
import {abortable} from './abortable.js';
import {chunk} from './chunk.js';
import type {CourseFiles} from './course-files.js';
import type {Database} from './database.js';
import {fetched, parsedText, unreachable} from './fetched-text.js';

/** Where a file lies, relative to course.json, and what the hash of its bytes must begin with. */
export interface FileEntry {
  readonly file: string;
  readonly sha256: string;
}

/** A course in hand, with where it came from. */
export interface LoadedCourse {
  readonly course: Course;
  /** Absolute address of course.json. */
  readonly src: string;
  /** `kept`: the network did not answer, this is the copy in the database, taken on `keptOn` (ms UTC). */
  readonly from: 'network' | 'kept';
  readonly keptOn: number;
  /** Facts in hand at once: those the first lesson shows. */
  readonly facts: readonly Fact[];
  /** With a kept copy that stands in for a slow network: the network's answer, still on its way. */
  readonly later?: Promise<LoadedCourse>;
}

/** Loads courses, checks every file against its hash, keeps them, and serves them without network. */
export interface Courses {
  /** Every course this page knows, by id: what was loaded here, and what is being studied. */
  readonly inHand: Map<string, Course>;
  /**
   * Network first, else the database. Throws KnsError `course-unreachable`, `course-invalid` (with issues) or
   * `course-newer-format`. A damaged answer from the network falls back to the kept copy.
   */
  load(src: string, options?: {signal?: AbortSignal}): Promise<LoadedCourse>;
  /**
   * A lesson of a loaded course: from hand, else the database, else the network. Where it was translated into
   * `lang`, that; else as it was written.
   * Throws `lesson-unknown`, `lesson-unreachable`, `lesson-damaged` (hash) or `lesson-invalid` (issues).
   */
  lesson(
    course: LoadedCourse,
    id: string,
    options?: {signal?: AbortSignal; lang?: string},
  ): Promise<Lesson>;
  /**
   * Facts of the course, the province's before the country's: first what is in hand, then, when the network
   * has others, those. A course.json that has this moment come from the network is not asked for again.
   * The lessons stay those of `course`. Never throws.
   */
  facts(course: LoadedCourse, province?: string): AsyncIterable<readonly Fact[]>;
  /** The text of another file that course.json names. Throws `lesson-unreachable` or `lesson-damaged`. */
  text(course: LoadedCourse, entry: FileEntry): Promise<string>;
  /** Fetches and keeps every lesson and facts file, one after another, so that the course works offline. */
  keepAll(
    course: LoadedCourse,
    options?: {signal?: AbortSignal; onProgress?: (done: number, total: number) => void},
  ): Promise<void>;
}

export interface CoursesOptions {
  readonly database: Database;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** How long a network that does not answer is waited for when a kept copy is at hand, in ms. */
  readonly patience?: number;
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

export function openCourses({
  database,
  fetch: request,
  now,
  patience = 4000,
}: CoursesOptions): Courses {
  const loading = new Map<string, Promise<LoadedCourse>>();
  const inHand = new Map<string, Course>();
  let opening: Promise<CourseFiles> | undefined;

  /** Kept beside the answers, never before them: a full or missing database only costs a later request. */
  const keep = (src: string, text: string): void => {
    database
      .write(
        ['courses'],
        (tx) => Promise.resolve(tx.put('courses', src, {text, keptOn: now()})),
        'relaxed',
      )
      .catch(() => undefined);
  };

  function loaded(
    course: Course,
    src: string,
    from: LoadedCourse['from'],
    keptOn: number,
  ): LoadedCourse {
    inHand.set(course.id, course);
    return {course, src, from, keptOn, facts: course.first.facts};
  }

  async function fromNetwork(src: string): Promise<LoadedCourse> {
    let text: string;
    try {
      text = await (await fetched(request, src, 'no-cache')).text();
    } catch (error) {
      throw unreachable('course-unreachable', src, error);
    }
    const course = courseOf(text, src);
    keep(src, text);
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
      // When it comes after all, it is kept for the next time, and its facts count now; when it fails, the copy stands.
      network.catch(() => undefined);
      const kept = await fromDatabase(src);
      return kept ? {...kept, later: network} : await network;
    } catch (error) {
      const kept = await fromDatabase(src);
      if (kept) return kept;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  const files = () =>
    (opening ??= chunk(import('./course-files.js')).then(
      ({openCourseFiles}) => openCourseFiles({database, fetch: request}),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    ));

  async function lessonNow(loaded: LoadedCourse, id: string, lang = ''): Promise<Lesson> {
    const {course} = loaded;
    const entry = lessonOf(course, id);
    if (!entry) {
      throw new KnsError('lesson-unknown', `The course has no lesson ${id}.`, {
        facts: {lesson: id},
      });
    }
    // `en-GB` is content with `en`.
    const translated = entry.langs?.find((one) => lang.startsWith(one.lang));
    const {lesson: first} = course.first;
    if (!translated && first.id === id && first.version === entry.version) return first;
    return (await files()).lesson(loaded, entry, translated);
  }

  return {
    inHand,

    load(src, {signal} = {}) {
      let running = loading.get(src);
      if (!running) {
        running = loadNow(src).finally(() => loading.delete(src));
        loading.set(src, running);
      }
      return abortable(running, signal);
    },

    lesson: (course, id, {signal, lang} = {}) => abortable(lessonNow(course, id, lang), signal),

    async *facts(course, province) {
      try {
        yield* (await files()).facts(course, province);
      } catch {
        // Every token has its safe fallback.
      }
    },

    text: async (course, entry) => (await files()).text(course, entry),
    keepAll: async (course, options) => (await files()).keepAll(course, options),
  };
}
