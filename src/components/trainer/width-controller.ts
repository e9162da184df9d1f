import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Whether the element has room for more than a phone's width, measured in its own ems so that large text counts. */
export class WidthController implements ReactiveController {
  wide = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #from: number;
  readonly #observer: ResizeObserver;

  constructor(host: ReactiveControllerHost & HTMLElement, from: number) {
    this.#host = host;
    this.#from = from;
    // A new layout within the observer's own turn would be reported to the page as an error.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    host.addController(this);
  }

  hostConnected() {
    this.#measure();
    this.#observer.observe(this.#host);
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }

  #measure() {
    const em = Number.parseFloat(getComputedStyle(this.#host).fontSize);
    const wide = this.#host.clientWidth >= this.#from * em;
    if (wide === this.wide) return;
    this.wide = wide;
    this.#host.requestUpdate();
  }
}
