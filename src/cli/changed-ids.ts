import {majorOf} from '../curriculum/ids.js';
import type {Lesson} from '../curriculum/lesson.js';
import {changesMeaning} from './changed-meaning.js';
import type {CourseDraft} from './course-draft.js';
import type {Report} from './flaw.js';
import {type NamedWords, named, partsOf} from './question-parts.js';

/** Pairs of ids, former and new, under which the same words stand. */
function changesOf(before: readonly NamedWords[], now: readonly NamedWords[]) {
  const gone = before.filter(({id}) => !now.some((one) => one.id === id));
  return now.flatMap(({id, words}) => {
    if (before.some((one) => one.id === id)) return [];
    const former = gone.find((one) => one.words === words);
    return former ? [{id, former: former.id}] : [];
  });
}

const stems = ({questions}: Lesson) => questions.map(({id, stem}) => named(id, stem));

/** An id that became another. `question`: whose part it names; nothing when it names the question itself. */
export interface ChangedId {
  readonly id: string;
  readonly former: string;
  readonly question?: string;
}

/** Ids of questions and of their parts that changed while the words stayed. */
export const changedIds = (former: Lesson, now: Lesson): ChangedId[] => [
  ...changesOf(stems(former), stems(now)),
  ...now.questions.flatMap((question) => {
    const before = former.questions.find(({id}) => id === question.id);
    if (!before) return [];
    const changes = changesOf(partsOf(before), partsOf(question));
    return changes.map((change) => ({...change, question: question.id}));
  }),
];

/** Holds the ids and the meaning of questions against an earlier build: answers are filed under them. */
export function compareQuestions(
  course: CourseDraft,
  built: readonly Lesson[],
  report: Report,
): void {
  for (const {lesson, questions, ids, source} of course.lessons) {
    const former = built.find(({id}) => id === lesson.id);
    if (!former) continue;
    const changed = changedIds(former, lesson);
    for (const {id, former: was, question = ''} of changed) {
      const found = ids.find((one) => one.id === id && one.within.split('/')[0] === question);
      if (found) report('id-changed', found.place, {id, former: was});
    }
    const raised = majorOf(lesson.version) > majorOf(former.version);
    for (const {question, offset} of questions) {
      const before = former.questions.find(({id}) => id === question.id);
      // A part under another id is a changed meaning too, and has been named already.
      if (!before || changed.some((one) => one.question === question.id)) continue;
      if (changesMeaning(before, question) && !(raised && question.rev > before.rev)) {
        report('meaning-changed', source.placeAt(offset), {question: question.id});
      }
    }
  }
}
