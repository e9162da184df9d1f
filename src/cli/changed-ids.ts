import type {Inline} from '../curriculum/inline.js';
import type {Lesson} from '../curriculum/lesson.js';
import type {Question} from '../curriculum/question.js';
import type {CourseDraft} from './course-draft.js';
import type {Report} from './flaw.js';
import {wordsOfInline} from './words-of-inline.js';

/** Something with an id and words: when only the id differs from one build to the next, it was changed. */
interface NamedWords {
  readonly id: string;
  readonly words: string;
}

const named = (id: string, ...words: readonly Inline[]): NamedWords => ({
  id,
  words: words.map(wordsOfInline).join('\n'),
});

/** The parts of a question that answers name. */
function partsOf(question: Question): NamedWords[] {
  switch (question.type) {
    case 'choice':
    case 'choices':
      return question.options.map(({id, text}) => named(id, text));
    case 'ordering':
      return question.items.map(({id, text}) => named(id, text));
    case 'matching':
      return [
        ...question.pairs.map(({id, left, right}) => named(id, left, right)),
        ...(question.decoys ?? []).map(({id, right}) => named(id, right)),
      ];
    case 'spot':
      return question.parts.flatMap((part) =>
        typeof part === 'string' ? [] : [named(part.id, part.text)],
      );
    case 'scenario':
      return question.turns.flatMap(({replies}) => replies.map(({id, text}) => named(id, text)));
    default:
      return [];
  }
}

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

/** Holds the ids of questions and options against an earlier build: answers are filed under them. */
export function compareIds(course: CourseDraft, built: readonly Lesson[], report: Report): void {
  for (const {lesson, questions, ids} of course.lessons) {
    const former = built.find(({id}) => id === lesson.id);
    if (!former) continue;
    const tell = (within: string, changes: readonly {id: string; former: string}[]) => {
      for (const {id, former: was} of changes) {
        const found = ids.find((one) => one.id === id && one.within.split('/')[0] === within);
        if (found) report('id-changed', found.place, {id, former: was});
      }
    };
    tell('', changesOf(stems(former), stems(lesson)));
    for (const {question} of questions) {
      const before = former.questions.find(({id}) => id === question.id);
      if (before) tell(question.id, changesOf(partsOf(before), partsOf(question)));
    }
  }
}
