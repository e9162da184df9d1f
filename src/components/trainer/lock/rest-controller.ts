import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How long nobody touches the room before it is left, in ms. */
const patience = 10 * 60_000;

/** Calls back when nobody touched the element's page for ten minutes, also where the machine slept meanwhile. */
export class RestController implements ReactiveController {
  readonly #left: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touchedAt = 0;

  constructor(host: ReactiveControllerHost, left: () => void) {
    this.#left = left;
    host.addController(this);
  }

  hostConnected() {
    for (const name of ['pointerdown', 'keydown', 'wheel'])
      addEventListener(name, this.touched, {capture: true, passive: true});
    document.addEventListener('visibilitychange', this.#looked);
    this.touched();
  }

  hostDisconnected() {
    for (const name of ['pointerdown', 'keydown', 'wheel'])
      removeEventListener(name, this.touched, {capture: true});
    document.removeEventListener('visibilitychange', this.#looked);
    clearTimeout(this.#timer);
  }

  /** Somebody is here. */
  readonly touched = () => {
    this.#touchedAt = Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#left, patience);
  };

  readonly #looked = () => {
    if (!document.hidden && Date.now() - this.#touchedAt >= patience) this.#left();
  };
}
