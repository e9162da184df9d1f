import {openSearch} from '../../curriculum/search.js';
import {type SearchIndex, parseSearchIndex} from '../../curriculum/search-index.js';
import type {LoadedCourse} from '../../store/courses.js';
import {parsedText} from '../../store/fetched-text.js';
import type {Store} from '../../store/store.js';

/**
 * What a search of the course looks through besides titles; nothing where the course has none, or one
 * of a later format. Throws KnsError `lesson-unreachable` or `lesson-damaged`.
 */
export async function searchIndexOf(
  store: Store,
  loaded: LoadedCourse,
): Promise<SearchIndex | undefined> {
  const {search} = loaded.course;
  if (!search) return undefined;
  const parsed = parsedText(await store.courses.text(loaded, search), parseSearchIndex);
  return parsed.ok ? parsed.value : undefined;
}

export {openSearch};
