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

  /** Begins, or goes on; asking twice for the same course changes nothing. */
  keep(course: LoadedCourse, store: Store): void {
    if (this.#of === course && this.#store === store && this.state !== 'interrupted') return;
    this.#of = course;
    this.#store = store;
    void this.#keep(course, store);
  }

  async #keep(course: LoadedCourse, store: Store) {
    this.#stop?.abort();
    const {signal} = (this.#stop = new AbortController());
    this.#become('keeping');
    try {
      await store.courses.keepAll(course, {
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
