import type {LitElement, ReactiveController} from 'lit';

/**
 * Keeps the Enter that an element has used from the page around it: portals with one big form
 * take any Enter for "submit". What the page put inside by slot keeps its own.
 */
export class EnterController implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#host.addEventListener('keydown', this.#stop);
  }

  hostDisconnected() {
    this.#host.removeEventListener('keydown', this.#stop);
  }

  readonly #stop = (event: KeyboardEvent) => {
    const [origin] = event.composedPath();
    if (event.key === 'Enter' && (origin as Node).getRootNode() === this.#host.renderRoot)
      event.stopPropagation();
  };
}
