import type {Question} from '../curriculum/question.js';
import {answerKeyOf} from './changed-meaning.js';
import type {LessonDraft} from './lesson.js';

const named = /^(.+)\.([a-z]{2,3})\.md$/;

/** A translation lies beside its lesson: `m05/b02.en.md` beside `m05/b02.md`. Nothing when the name says nothing of the kind. */
export function translationName(path: string): {original: string; lang: string} | undefined {
  const [, stem, lang] = named.exec(path) ?? [];
  return stem === undefined || lang === undefined ? undefined : {original: `${stem}.md`, lang};
}

/** What answers are filed under and graded by. Units and typed words are another language's own. */
const gradedBy = (question: Question): string => {
  const {type, rev, safety = false} = question;
  const key =
    question.type === 'numeric'
      ? [question.answer, question.tolerance ?? 0]
      : answerKeyOf(question);
  return JSON.stringify([type, rev, safety, key]);
};

/**
 * Holds a translation against its original. True when it may be published: an answer to it is an answer
 * to the original, whatever language it was read in.
 */
export function checkTranslation(translation: LessonDraft, original: LessonDraft): boolean {
  const {lesson, questions, frontMatter, source, report} = translation;
  if (lesson.id !== original.lesson.id) {
    report('lesson-misplaced', frontMatter.placeOf(['id']), {
      lesson: lesson.id,
      name: original.source.path,
    });
    return false;
  }
  if (lesson.version !== original.lesson.version) {
    // Whoever mends the original must be able to publish it before the translator has come.
    report('translation-behind', frontMatter.placeOf(['version']), {
      version: lesson.version,
      now: original.lesson.version,
    });
    return false;
  }
  let isSame = true;
  const differs = (question: string, place = frontMatter.placeOf(['id'])) => {
    isSame = false;
    report('translation-differs', place, {question});
  };
  for (const asked of original.lesson.questions) {
    const placed = questions.find(({question}) => question.id === asked.id);
    if (!placed) differs(asked.id);
    else if (gradedBy(placed.question) !== gradedBy(asked)) {
      differs(asked.id, source.placeAt(placed.offset));
    }
  }
  for (const {question, offset} of questions) {
    if (!original.lesson.questions.some(({id}) => id === question.id)) {
      differs(question.id, source.placeAt(offset));
    }
  }
  return isSame;
}
