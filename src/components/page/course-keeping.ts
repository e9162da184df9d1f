import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';

/**
 * Fetches and keeps every file of a course, counts them, and goes on by itself after an interruption:
 * when the network is back, and when the page is looked at again.
 */
export class CourseKeeping implements ReactiveController {
  /** idle: nobody asked yet · interrupted: goes on later · kept: every file is on this device. */
  state: 'idle' | 'keeping' | 'interrupted' | 'kept' = 'idle';
  done = 0;
  /** 0 until the first file is kept. */
  total = 0;
  readonly #host: ReactiveControllerHost;
  #of: LoadedCourse | undefined;
  #store: Store | undefined;
  #stop: AbortController | undefined;
  /** The database was emptied: what names the files is to be kept anew as well. */
  #isEmptied = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('online', this.#resume);
    document.addEventListener('visibilitychange', this.#resume);
    this.#resume();
  }

  hostDisconnected() {
    removeEventListener('online', this.#resume);
    document.removeEventListener('visibilitychange', this.#resume);
    if (this.state === 'keeping') this.#become('interrupted');
    this.#stop?.abort();
  }

  /** Whether this course was asked for last, from this store; interrupted, it goes on by itself. */
  isAt(course: LoadedCourse, store: Store): boolean {
    return this.#of === course && this.#store === store;
  }

  /** Nothing was asked for, as at first; `isEmptied`: nothing that was kept is there either. */
  forget(isEmptied = false): void {
    this.#isEmptied ||= isEmptied;
    if (!this.#of) return;
    this.#stop?.abort();
    this.#of = this.#store = undefined;
    this.done = this.total = 0;
    this.#become('idle');
  }

  /** Begins, or goes on; asking twice for the same course changes nothing. */
  keep(course: LoadedCourse, store: Store): void {
    if (this.isAt(course, store)) {
      if (this.state !== 'interrupted') return;
    } else this.done = this.total = 0;
    this.#of = course;
    this.#store = store;
    void this.#keep(course, store);
  }

  async #keep(course: LoadedCourse, store: Store) {
    this.#stop?.abort();
    const {signal} = (this.#stop = new AbortController());
    this.#become('keeping');
    try {
      const wanted = this.#isEmptied ? await store.courses.load(course.src, {signal}) : course;
      this.#isEmptied = false;
      await store.courses.keepAll(wanted, {
        signal,
        onProgress: (done, total) => {
          if (signal.aborted) return;
          this.done = done;
          this.total = total;
          this.#host.requestUpdate();
        },
      });
      if (!signal.aborted) this.#become('kept');
    } catch {
      // What is kept stays kept; the rest follows.
      if (!signal.aborted) this.#become('interrupted');
    }
  }

  #become(state: CourseKeeping['state']) {
    this.state = state;
    this.#host.requestUpdate();
  }

  readonly #resume = () => {
    if (this.state !== 'interrupted' || document.visibilityState === 'hidden') return;
    if (this.#of && this.#store) this.keep(this.#of, this.#store);
  };
}
