import type {Slots} from '../curriculum/course.js';
import type {Lesson} from '../curriculum/lesson.js';
import {compareQuestions} from './changed-ids.js';
import {readCourse} from './course.js';
import {type Flaw, type FlawCode, inOrder, severities, startOf} from './flaw.js';
import {openFolder} from './folder.js';
import {type Output, outputOf} from './output.js';
import {compareSlots} from './slots.js';

export interface CompileOptions {
  /** Nobody releases a draft: a lesson that no one has reviewed becomes an error. */
  readonly release?: boolean;
  /** Shown to its author while it is being written: what is still to be written holds nothing up. */
  readonly unfinished?: boolean;
  /** The places of an earlier release, which must still be where they were. */
  readonly released?: Slots | undefined;
  /** The lessons of that release, whose ids and meanings must still be theirs. */
  readonly lessons?: readonly Lesson[];
}

export interface Compiled {
  /** In reading order. */
  readonly flaws: readonly Flaw[];
  /** Nothing when there is an error. */
  readonly output?: Output;
}

/** Reads a course folder and makes of it what pages load. Writes nothing and names every flaw at once. */
export function compile(
  path: string,
  {release = false, unfinished = false, released, lessons = []}: CompileOptions = {},
): Compiled {
  const flaws: Flaw[] = [];
  const severityOf = (code: FlawCode) => {
    if (release && code === 'review-missing') return 'error';
    if (unfinished && (code === 'unwritten' || code === 'unnamed')) return 'warning';
    return severities[code];
  };
  const report = (code: FlawCode, place: Omit<Flaw, 'severity' | 'code' | 'facts'>, facts = {}) => {
    flaws.push({severity: severityOf(code), code, ...place, facts});
  };
  const hasErrors = () => flaws.some(({severity}) => severity === 'error');

  const folder = openFolder(path, report);
  if (!folder) report('course-folder-missing', startOf(path));
  const draft = folder && readCourse(folder, report);
  if (draft && released) compareSlots(draft.slots, released, report);
  if (draft) compareQuestions(draft, lessons, report);
  const output = draft && !hasErrors() ? outputOf(draft, report) : undefined;
  return {flaws: inOrder(flaws), ...(output && {output})};
}
