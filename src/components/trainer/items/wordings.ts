import type {Question} from '../../../curriculum/question.js';
import type {LoadedCourse} from '../../../store/courses.js';
import type {Item} from '../../../store/reckoning/items.js';
import type {Store} from '../../../store/store.js';
import {answerWords} from '../../learner/share/answer-words.js';
import type {ItemsMessages} from '../../messages/items.js';

/** Questions as they are worded, of lessons that were opened. */
export class Wordings {
  /** Nothing for a lesson that cannot be had. */
  readonly #questions = new Map<string, ReadonlyMap<string, Question> | undefined>();

  /** The question, once its lesson was fetched. */
  of({lesson, question}: Pick<Item, 'lesson' | 'question'>): Question | undefined {
    return this.#questions.get(lesson)?.get(question);
  }

  /** Whether the lesson was asked for, in vain or not. */
  isFetched(lesson: string): boolean {
    return this.#questions.has(lesson);
  }

  /** Asks for a lesson; one that could not be had is asked for again. */
  async fetch(lesson: string, store: Store, loaded: LoadedCourse): Promise<void> {
    if (this.#questions.get(lesson)) return;
    const fetched = await store.courses.lesson(loaded, lesson).catch(() => undefined);
    this.#questions.set(
      lesson,
      fetched && new Map(fetched.questions.map((question) => [question.id, question])),
    );
  }

  /** A wrong answer in the words of its question, once that was fetched. */
  wordsOf(item: Item, {response, text}: Item['wrong'][number], messages: ItemsMessages): string {
    const asked = this.of(item);
    return (asked ? answerWords(asked, response, messages) : text) || messages.empty;
  }
}
