import type {LitElement, ReactiveController} from 'lit';

/**
 * Keeps the keys that an element has used, Enter above all, from the page around it: portals with one big form
 * take any Enter for "submit", old menus take the arrows, old scripts undo Backspace and Space. What leads out of
 * the element or belongs to the page (Tab, Escape, F keys, shortcuts) goes through, and what the page put inside
 * by slot keeps its own.
 */
export class EnterController implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // Adding the same listener again changes nothing.
    for (const type of ['keydown', 'keypress', 'keyup'] as const)
      this.#host.addEventListener(type, this.#stop);
  }

  readonly #stop = (event: KeyboardEvent) => {
    const [origin] = event.composedPath();
    if (
      !/^(Tab|Esc|F\d)/.test(event.key) &&
      !event.ctrlKey &&
      !event.altKey &&
      !event.metaKey &&
      (origin as Node).getRootNode() === this.#host.renderRoot
    )
      event.stopPropagation();
  };
}
