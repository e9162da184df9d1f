import {type Course, lessonsOf} from '../../curriculum/course.js';
import {lessonKey, majorOf, questionKey} from '../../curriculum/ids.js';
import type {LessonKey, QuestionKey} from '../../curriculum/ids.js';

/** What there is to complete in a course, by the names standings use. */
export interface Plan {
  readonly lessons: readonly {
    readonly id: string;
    readonly key: LessonKey;
    readonly major: number;
    readonly questions: readonly {readonly id: string; readonly key: QuestionKey}[];
  }[];
  readonly milestones: readonly {
    readonly id: string;
    readonly key: LessonKey;
    readonly lessons: readonly string[];
    /** Must be right at their present rev, even where an older lesson was completed. */
    readonly safety: readonly QuestionKey[];
  }[];
}

const plans = new WeakMap<Course, Plan>();

/** Made once per course object; every answer asks for it. */
export function planOf(course: Course): Plan {
  let plan = plans.get(course);
  if (!plan) {
    const entries = lessonsOf(course);
    plan = {
      lessons: entries.map(({id, version, questions}) => ({
        id,
        key: lessonKey(id, version),
        major: majorOf(version),
        questions: questions.map((question) => ({
          id: question.id,
          key: questionKey(id, question.id, question.rev),
        })),
      })),
      milestones: course.milestones.map(({id, version, lessons}) => ({
        id,
        key: lessonKey(id, version),
        lessons,
        safety: entries.flatMap((entry) =>
          lessons.includes(entry.id)
            ? entry.questions.flatMap(({id: question, rev, safety}) =>
                safety ? [questionKey(entry.id, question, rev)] : [],
              )
            : [],
        ),
      })),
    };
    plans.set(course, plan);
  }
  return plan;
}
