import {dayInVietnam, dayText} from '../../../store/reckoning/calendar.js';
import type {Lesson} from '../../../curriculum/lesson.js';
import type {LessonEntry} from '../../../curriculum/course.js';
import type {LoadedCourse} from '../../../store/courses.js';
import type {Store} from '../../../store/store.js';
import type {FactsInForce} from '../../contexts.js';

/** What is shown on a wall and printed. */
export interface Contents {
  readonly loaded: LoadedCourse;
  readonly lessons: readonly Lesson[];
  readonly facts: FactsInForce;
}

/** Fetches it whole: everything that is shown is at hand before the first of it is on the wall. */
export async function contentsOf(
  chosen: readonly LessonEntry[],
  store: Store,
  loaded: LoadedCourse,
  {province, now}: {readonly province: string; readonly now: number},
): Promise<Contents> {
  const lessons: Lesson[] = [];
  for (const {id} of chosen) lessons.push(await store.courses.lesson(loaded, id));
  let facts: FactsInForce['facts'] = loaded.facts;
  for await (const found of store.courses.facts(loaded, province)) facts = found;
  return {lessons, loaded, facts: {facts, on: dayText(dayInVietnam(now)), province}};
}
