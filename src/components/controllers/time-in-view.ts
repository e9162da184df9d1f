import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Counts how long an element was in view on a visible page, so that a phone left on the table adds nothing. */
export class TimeInViewController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer: IntersectionObserver | undefined;
  #inView = false;
  #total = 0;
  #since: number | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    // Server rendering has no views.
    if ('IntersectionObserver' in globalThis)
      this.#observer = new IntersectionObserver((entries) => {
        this.#inView = entries.at(-1)?.isIntersecting ?? false;
        this.#turn();
      });
    host.addController(this);
  }

  /** Milliseconds since the last `restart`. */
  get elapsed(): number {
    return Math.round(
      this.#total + (this.#since === undefined ? 0 : performance.now() - this.#since),
    );
  }

  restart() {
    this.#total = 0;
    this.#since = undefined;
    this.#turn();
  }

  hostConnected() {
    this.#observer?.observe(this.#host);
    document.addEventListener('visibilitychange', this.#turn);
  }

  hostDisconnected() {
    this.#observer?.disconnect();
    document.removeEventListener('visibilitychange', this.#turn);
    this.#inView = false;
    this.#turn();
  }

  readonly #turn = () => {
    this.#total = this.elapsed;
    this.#since =
      this.#inView && document.visibilityState === 'visible' ? performance.now() : undefined;
  };
}
