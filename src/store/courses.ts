import type {Course} from '../curriculum/course.js';
import type {Fact} from '../curriculum/facts.js';
import type {Lesson} from '../curriculum/lesson.js';

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
  /** Facts packs of the course for a province, newest first; resolves to what could be had. Never throws. */
  facts(course: LoadedCourse, province?: string): Promise<readonly Fact[]>;
  /** Fetches and keeps every lesson and facts file, one after another, so that the course works offline. */
  keepAll(
    course: LoadedCourse,
    options?: {signal?: AbortSignal; onProgress?: (done: number, total: number) => void},
  ): Promise<void>;
}
