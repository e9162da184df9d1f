import type {Course} from '../../curriculum/course.js';
import type {QuestionKey} from '../../curriculum/ids.js';
import {hearingOf} from './matrix-row.js';
import {stuckTries} from './items.js';
import {learnedIn} from './learned.js';
import {personFigures, type Heard} from './period-figures.js';
import {planOf} from './plan.js';
import type {CivilDay} from './record.js';

/** Why somebody may be glad of help, with what it rests on. */
export type Need =
  | {
      /** Tried a question three times or more and is not right yet. */
      readonly kind: 'stuck';
      readonly lesson: string;
      readonly question: string;
      readonly key: QuestionKey;
      /** At least so often; 7 stands for any more. */
      readonly tries: number;
    }
  | {
      /** Completed lessons and then none for a while, though news of them came. */
      readonly kind: 'stopped';
      readonly last: CivilDay;
      readonly days: number;
      readonly done: number;
      readonly total: number;
      /** The first lesson of the course they have not completed. */
      readonly next: string;
    }
  | {
      /** Began the lessons of a milestone, and is not right on what keeps people safe. */
      readonly kind: 'safety';
      readonly milestone: string;
      /** Answered and not right yet. */
      readonly wrong: readonly QuestionKey[];
      /** Not answered yet. */
      readonly open: number;
    };

/** Longer without a completed lesson than this is a pause worth a call. */
export const pauseDays = 21;

/** Needs of one person; `since` is the effective day of what they rest on. */
export interface Needs {
  readonly needs: readonly Need[];
  /** What is known is new enough to say something of them at all. */
  readonly fresh: boolean;
  readonly since?: CivilDay;
}

/**
 * Who is stuck, who paused, and who lacks what keeps people safe, on `today`. Nobody is said to need help whose data is
 * old, has a gap, or never came: unknown is no fault of anybody's.
 */
export function needsOf(course: Course, heard: Heard, today: CivilDay): Needs {
  const {standing, packets} = heard;
  const {fresh, dataDay} = hearingOf(standing, packets, course, today);
  const since = dataDay === undefined ? {} : {since: dataDay};
  if (!fresh) return {needs: [], fresh, ...since};

  const plan = planOf(course);
  const learned = learnedIn(standing);
  const needs: Need[] = [];
  for (const {id, questions} of plan.lessons) {
    for (const {id: question, key} of questions) {
      const at = standing.questions[key];
      if (!at || at.right || at.tries < stuckTries) continue;
      needs.push({kind: 'stuck', lesson: id, question, key, tries: at.tries});
    }
  }

  for (const {id, lessons, safety} of plan.milestones) {
    // The smallest milestone that asks for a question names it; larger ones repeat it.
    const isLeast = plan.milestones.every(
      (other) =>
        other.id === id ||
        other.lessons.length >= lessons.length ||
        !other.safety.some((key) => safety.includes(key)),
    );
    if (safety.length === 0 || learned.has(id) || !isLeast) continue;
    const open = safety.filter((key) => !standing.questions[key]?.right);
    const tried = open.filter((key) => (standing.questions[key]?.tries ?? 0) > 0);
    const begun = lessons.some((lesson) => learned.has(lesson)) || tried.length > 0;
    if (open.length > 0 && begun) {
      needs.push({kind: 'safety', milestone: id, wrong: tried, open: open.length - tried.length});
    }
  }

  const span = {from: 0, until: today + 1};
  const {completions} = personFigures(course, heard, span, today);
  const days = completions.flatMap(({day}) => day ?? []);
  const next = plan.lessons.find(({id}) => !learned.has(id));
  // One completion without a day may be from yesterday.
  if (next && days.length > 0 && days.length === completions.length) {
    const last = Math.max(...days);
    // Counted up to the day of the news: what came after it nobody knows.
    const pause = (dataDay ?? last) - last;
    if (pause >= pauseDays) {
      needs.push({
        kind: 'stopped',
        last,
        days: pause,
        done: completions.length,
        total: plan.lessons.length,
        next: next.id,
      });
    }
  }
  return {needs, fresh, ...since};
}
