import {ContextConsumer} from '@lit/context';
import type {ReactiveControllerHost} from 'lit';
import type {Lesson} from '../../curriculum/lesson.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import {courseContext, storeContext} from '../contexts.js';
import {KnsFailedEvent} from '../events.js';
import {failureOf, type Failure} from '../failure.js';

/** Fetches the lesson an element asks for and keeps it until another is asked for. */
export class LessonController {
  loaded: LoadedCourse | undefined;
  lesson: Lesson | undefined;
  failure: Failure | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #store: Store | undefined;
  #asked: {loaded: LoadedCourse; id: string} | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new ContextConsumer(host, {
      context: courseContext,
      subscribe: true,
      callback: (loaded) => {
        this.loaded = loaded;
        host.requestUpdate();
      },
    });
    new ContextConsumer(host, {
      context: storeContext,
      subscribe: true,
      callback: (store) => {
        this.#store = store;
        host.requestUpdate();
      },
    });
  }

  /** To be called before each drawing; asks at most once for the same lesson of the same course. */
  want(id: string) {
    const {loaded} = this;
    if (!loaded || !this.#store || !id) return;
    if (this.#asked?.loaded === loaded && this.#asked.id === id) return;
    const asked = {loaded, id};
    this.#asked = asked;
    this.failure = undefined;
    const {lesson: first} = loaded.course.first;
    // The first lesson rides in the manifest: it is there at once.
    this.lesson = first.id === id ? first : undefined;
    if (this.lesson) return;
    this.#store.courses.lesson(loaded, id).then(
      (lesson) => this.#settle(asked, lesson),
      (error: unknown) => this.#settle(asked, undefined, failureOf(error)),
    );
  }

  /** Fetches another lesson of the course ahead of time. */
  async fetch(id: string) {
    if (this.loaded) await this.#store?.courses.lesson(this.loaded, id);
  }

  readonly retry = () => {
    this.#asked = undefined;
    this.#host.requestUpdate();
  };

  #settle(asked: object, lesson: Lesson | undefined, failure?: Failure) {
    if (asked !== this.#asked) return;
    this.lesson = lesson;
    this.failure = failure;
    this.#host.requestUpdate();
    if (failure) this.#host.dispatchEvent(new KnsFailedEvent(failure.code, failure.facts));
  }
}
