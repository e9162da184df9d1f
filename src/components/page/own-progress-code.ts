import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import type {Study} from '../../store/study.js';
import {below, emptyStanding} from '../../store/reckoning/standing.js';
import {progressCodeOf} from '../../exchange/progress-code.js';

/** The study of whoever learns on this device. Never rejects, and makes no learner where there is none. */
export async function ownStudy(
  store: Store | undefined,
  loaded: LoadedCourse | undefined,
): Promise<Study | undefined> {
  try {
    if (!store || !loaded || (await store.learners()).length === 0) return undefined;
    return await store.study(loaded.course);
  } catch {
    return undefined;
  }
}

/** The progress code as of now, or `''` where nothing was learned yet. Never throws. */
export function progressCodeIn(study: Study | undefined): string {
  try {
    return !study || below(study.snapshot.standing, emptyStanding) ? '' : progressCodeOf(study);
  } catch {
    return '';
  }
}
