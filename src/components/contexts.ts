import {createContext} from '@lit/context';
import type {Fact} from '../curriculum/facts.js';
import type {LoadedCourse} from '../store/courses.js';
import type {Store} from '../store/store.js';
import type {Study} from '../store/study.js';

/** Facts in hand, and where and when they are read: what a `{{token}}` becomes. */
export interface FactsInForce {
  readonly facts: readonly Fact[];
  readonly province?: string;
  /** The civil day in Vietnam on which the reader reads, as `2026-11-22`. */
  readonly on: string;
}

/** Where the reader is in a course: a lesson id, or `''` for the outline. */
export interface Place {
  readonly lesson: string;
  /** Turns to a lesson (or the outline) and leads the focus there, because the reader asked for it. */
  go(lesson: string): void;
}

/** The study of whoever learns; without one it is on its way, or could not be had. */
export interface Studying {
  readonly study?: Study;
  /** The study once it is there, asked for again where it failed before. Rejects with a KnsError. */
  arrival(): Promise<Study>;
}

// Keys by Symbol.for, so that elements of two bundles on one page meet.
/** The page's store. */
export const storeContext = createContext<Store>(Symbol.for('kynangso/store-context/1'));
/** The course in hand; absent while it loads or when it was refused. */
export const courseContext = createContext<LoadedCourse | undefined>(
  Symbol.for('kynangso/course-context/1'),
);
/** One learner × one course; absent while what was learned before is worth waiting for. */
export const studyContext = createContext<Studying | undefined>(
  Symbol.for('kynangso/study-context/1'),
);
/** What dated facts say. */
export const factsContext = createContext<FactsInForce | undefined>(
  Symbol.for('kynangso/facts-context/1'),
);
/** Where the reader is. */
export const placeContext = createContext<Place | undefined>(
  Symbol.for('kynangso/place-context/1'),
);
