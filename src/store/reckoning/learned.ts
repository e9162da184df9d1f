import type {Standing} from './standing.js';

/** Entered for somebody by a trainer is not learned: from `group` on it is. */
export const learnedReach = 4;

/** How a lesson was completed at its highest completed major, whatever the course's version is now. */
export interface Learned {
  readonly major: number;
  /** Highest epoch over all majors. */
  readonly run: number;
}

/** Every lesson and milestone id that was completed at some major. */
export function learnedIn(standing: Standing): ReadonlyMap<string, Learned> {
  const learned = new Map<string, Learned>();
  for (const [key, {reach, run}] of Object.entries(standing.lessons)) {
    if (reach < learnedReach) continue;
    const at = key.lastIndexOf('@');
    const id = key.slice(0, at);
    const before = learned.get(id);
    learned.set(id, {
      major: Math.max(Number(key.slice(at + 1)), before?.major ?? 0),
      run: Math.max(run, before?.run ?? -1),
    });
  }
  return learned;
}
