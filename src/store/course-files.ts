import {type Course, type LessonEntry, lessonsOf, parseCourse} from '../curriculum/course.js';
import {parseFactPack} from '../curriculum/fact-pack.js';
import type {Fact} from '../curriculum/facts.js';
import {type Lesson, parseLesson} from '../curriculum/lesson.js';
import {KnsError} from '../errors.js';
import {abortable} from './abortable.js';
import type {Courses, CoursesOptions, FileEntry, LoadedCourse} from './courses.js';
import {fetched, parsedText, unreachable} from './fetched-text.js';
import {sha256Hex} from './keys.js';

/** What lies beside course.json: all lessons but the first, and the facts. */
export interface CourseFiles extends Pick<Courses, 'facts' | 'text' | 'keepAll'> {
  /** `translated`: the file of another language; what cannot be had of it is read as it was written. */
  lesson(course: LoadedCourse, entry: LessonEntry, translated?: FileEntry): Promise<Lesson>;
}

/** What of a course.json may replace an older one's while the lessons stay. */
interface FactsPart {
  readonly facts: unknown;
  readonly first: {readonly facts: unknown};
}

/** What is no lesson. */
const aside = ({facts, selfAssessment, search}: Course): readonly FileEntry[] => [
  ...facts,
  ...(selfAssessment ? [selfAssessment] : []),
  ...(search ? [search] : []),
];

/** Without the first lesson, which course.json carries itself. */
const filesBeside = (course: Course): readonly FileEntry[] => {
  const {id, version} = course.first.lesson;
  const others = lessonsOf(course).filter((one) => one.id !== id || one.version !== version);
  return [...others, ...aside(course)];
};

const filesOf = (course: Course): readonly FileEntry[] => [
  ...lessonsOf(course).flatMap((lesson) => [lesson, ...(lesson.langs ?? [])]),
  ...aside(course),
];

const namesOf = ({facts, first}: Course): string =>
  JSON.stringify([facts.map(({scope, sha256}) => [scope, sha256]), first.facts]);

const factsDiffer = (one: Course, other: Course): boolean => namesOf(one) !== namesOf(other);

/** Checks every file against its hash and keeps it; a first lesson needs none of this. */
export function openCourseFiles({
  database,
  fetch: request,
}: Pick<CoursesOptions, 'database' | 'fetch'>): CourseFiles {
  const fetching = new Map<string, Promise<string>>();
  const lessons = new Map<string, Lesson>();
  /** By address: the newest course.json the network gave. Whatever course is open, its facts count. */
  const newest = new Map<string, Course>();
  /** Courses whose facts were asked for already; a second time the network is asked again. */
  const asked = new WeakSet<LoadedCourse>();
  const asking = new Map<string, Promise<Course | undefined>>();

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
    if (
      kept !== undefined &&
      (await sha256Hex(new TextEncoder().encode(kept))).startsWith(sha256)
    ) {
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
      if ((await sha256Hex(bytes)).startsWith(sha256)) {
        const text = new TextDecoder().decode(bytes);
        keep(sha256, text);
        return text;
      }
    }
    throw new KnsError('lesson-damaged', `${address} is not what the course promises.`, {
      facts: {file},
    });
  }

  async function packOf(
    loaded: LoadedCourse,
    {facts}: Course,
    scope: string,
  ): Promise<readonly Fact[]> {
    const entry = facts.find((pack) => pack.scope === scope);
    if (!entry) return [];
    try {
      const parsed = parsedText(await fileText(loaded, entry), parseFactPack);
      return parsed.ok ? parsed.value.facts : [];
    } catch {
      // Every token has its safe fallback.
      return [];
    }
  }

  /** What `course` says, which need not be the course that is open: only its address is that one's. */
  async function factsOf(
    loaded: LoadedCourse,
    course: Course,
    province: string | undefined,
  ): Promise<readonly Fact[]> {
    const scopes = province ? [province, 'VN'] : ['VN'];
    const packs = await Promise.all(scopes.map((scope) => packOf(loaded, course, scope)));
    const found = packs.flat();
    const known = new Set(found.map(({scope, id}) => `${scope}/${id}`));
    return [...found, ...course.first.facts.filter(({scope, id}) => !known.has(`${scope}/${id}`))];
  }

  /** Puts the facts of a newer course.json into the kept one: its lessons are the ones kept, its hotlines are not. */
  function keepFacts(src: string, text: string): void {
    const {facts, first} = JSON.parse(text) as FactsPart;
    database
      .write(
        ['courses'],
        async (tx) => {
          const row = await tx.get('courses', src);
          if (!row) return;
          const kept = JSON.parse(row.text) as FactsPart;
          const now = {...kept, facts, first: {...kept.first, facts: first.facts}};
          tx.put('courses', src, {...row, text: JSON.stringify(now)});
        },
        'relaxed',
      )
      .catch(() => undefined);
  }

  /** The course.json there is now; nothing when the network does not bring one of this course. */
  async function askNetwork({src, course, later}: LoadedCourse): Promise<Course | undefined> {
    const arrived = newest.has(src) ? undefined : await later?.catch(() => undefined);
    if (arrived) return arrived.course;
    const text = await (await fetched(request, src, 'no-cache')).text();
    const parsed = parsedText(text, parseCourse);
    if (!parsed.ok || parsed.value.id !== course.id) return undefined;
    if (factsDiffer(parsed.value, newest.get(src) ?? course)) keepFacts(src, text);
    return parsed.value;
  }

  /** Asked once at a time, so that an older answer cannot come after a newer one. */
  function fresh(loaded: LoadedCourse): Promise<Course | undefined> {
    const {src} = loaded;
    let running = asking.get(src);
    if (!running) {
      running = askNetwork(loaded)
        .then(
          (course) => {
            if (course) newest.set(src, course);
            return course;
          },
          () => undefined,
        )
        .finally(() => asking.delete(src));
      asking.set(src, running);
    }
    return running;
  }

  async function keptCourse(src: string): Promise<Course | undefined> {
    const row = await database
      .read(['courses'], (tx) => tx.get('courses', src))
      .catch(() => undefined);
    const parsed = row && parsedText(row.text, parseCourse);
    return parsed?.ok ? parsed.value : undefined;
  }

  /** Files that neither a kept course nor the page needs any more. */
  async function dropOldFiles(needed: readonly FileEntry[]): Promise<void> {
    await database.write(
      ['courses', 'files'],
      async (tx) => {
        const named = new Set(needed.map(({sha256}) => sha256));
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

  async function readLesson(course: LoadedCourse, entry: LessonEntry): Promise<Lesson> {
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
  }

  return {
    async lesson(course, entry, translated) {
      if (!translated) return readLesson(course, entry);
      try {
        return await readLesson(course, {...entry, ...translated});
      } catch (error) {
        // Without network what is kept is read, in the language it was written in.
        const {lesson: first} = course.course.first;
        if (first.id === entry.id && first.version === entry.version) return first;
        return readLesson(course, entry).catch(() => {
          throw error;
        });
      }
    },

    text: fileText,

    async *facts(loaded, province) {
      const {src, course, from} = loaded;
      const justCame = from === 'network' && !asked.has(loaded);
      asked.add(loaded);
      if (justCame) newest.set(src, course);
      const inHand = newest.get(src) ?? course;
      yield await factsOf(loaded, inHand, province);
      const now = justCame ? undefined : await fresh(loaded);
      if (now && factsDiffer(now, inHand)) yield await factsOf(loaded, now, province);
    },

    async keepAll(course, {signal, onProgress} = {}) {
      // What the network has put into the kept course since is needed as well.
      const later = await keptCourse(course.src);
      const files = [
        ...new Map(
          [course.course, ...(later ? [later] : [])]
            .flatMap(filesBeside)
            .map((file) => [file.sha256, file]),
        ).values(),
      ];
      for (const [index, file] of files.entries()) {
        await abortable(fileText(course, file), signal);
        onProgress?.(index + 1, files.length);
      }
      await dropOldFiles(files);
      const there = new Set(await database.read(['files'], (tx) => tx.keys('files')));
      if (files.some(({sha256}) => !there.has(sha256))) {
        throw new KnsError('storage-full', 'Not every file found room.');
      }
    },
  };
}
