import {ContextConsumer} from '@lit/context';
import type {ReactiveControllerHost} from 'lit';
import type {LessonOf} from '../../exchange/packed-section.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import {courseContext} from '../contexts.js';

/** The lessons of the course an element stands in, for records that travel by their questions' places. */
export class LessonsAtHand {
  #loaded: LoadedCourse | undefined;
  readonly #store: Store;

  /** `loaded` is the course of an element that provides it itself, and so cannot ask for it. */
  constructor(host: ReactiveControllerHost & HTMLElement, store: Store, loaded?: LoadedCourse) {
    this.#store = store;
    this.#loaded = loaded;
    if (loaded) return;
    new ContextConsumer(host, {
      context: courseContext,
      subscribe: true,
      callback: (loaded) => (this.#loaded = loaded),
    });
  }

  /** Nothing for a lesson that cannot be had, or of another course. Never rejects. */
  readonly lessonOf: LessonOf = async (course, id) =>
    this.#loaded?.course.id === course.id
      ? this.#store.courses.lesson(this.#loaded, id).catch(() => undefined)
      : undefined;
}
