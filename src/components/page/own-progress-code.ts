import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import {below, emptyStanding} from '../../store/reckoning/standing.js';
import {progressCodeOf} from '../../exchange/progress-code.js';

/**
 * The progress code of whoever learns on this device, or `''` where nothing was learned yet. Never rejects,
 * and makes no learner where there is none.
 */
export async function ownProgressCode(
  store: Store | undefined,
  loaded: LoadedCourse | undefined,
): Promise<string> {
  try {
    if (!store || !loaded || (await store.learners()).length === 0) return '';
    const study = await store.study(loaded.course);
    return below(study.snapshot.standing, emptyStanding) ? '' : progressCodeOf(study);
  } catch {
    return '';
  }
}
