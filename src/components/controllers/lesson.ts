import {ContextConsumer} from '@lit/context';
import type {ReactiveControllerHost} from 'lit';
import type {Lesson} from '../../curriculum/lesson.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import {courseContext, storeContext} from '../contexts.js';
import {KnsFailedEvent} from '../events.js';
import {failureOf, type Failure} from '../failure.js';
import {nearestLang} from './localize.js';

/** Fetches the lesson an element asks for and keeps it until another is asked for. */
export class LessonController {
  loaded: LoadedCourse | undefined;
  lesson: Lesson | undefined;
  failure: Failure | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #store: Store | undefined;
  #asked: {loaded: LoadedCourse; id: string; lang: string} | undefined;

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

  /** The language of what is on show, for whoever reads it aloud. */
  get lang() {
    return this.lesson?.lang ?? this.loaded?.course.lang;
  }

  /** To be called before each drawing; asks at most once for the same lesson of the same course and language. */
  want(id: string) {
    const {loaded} = this;
    if (!loaded || !this.#store || !id) return;
    const lang = nearestLang(this.#host);
    const before = this.#asked;
    if (before?.loaded === loaded && before.id === id && before.lang === lang) return;
    const asked = {loaded, id, lang};
    this.#asked = asked;
    this.failure = undefined;
    // The first lesson rides in the manifest: it is there before anything else is drawn.
    this.lesson = undefined;
    this.#store.courses.lesson(loaded, id, asked).then(
      (lesson) => this.#settle(asked, lesson),
      (error: unknown) => this.#settle(asked, undefined, failureOf(error)),
    );
  }

  /** Fetches another lesson of the course ahead of time. */
  async fetch(id: string) {
    if (this.loaded) await this.#store?.courses.lesson(this.loaded, id, this.#asked);
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
