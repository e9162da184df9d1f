import type {LitElement, ReactiveController} from 'lit';

/** A press or a key moves the focus, or makes the panel larger. */
const moves = ['focusin', 'click', 'keydown'] as const;

/** Keeps what has the focus out from under a panel that stays in sight: the reasons of a cell do not hide the cell. */
export class UncoverController implements ReactiveController {
  readonly #host: LitElement;
  readonly #panel: string;

  /** `panel`: the selector of what covers. */
  constructor(host: LitElement, panel: string) {
    this.#host = host;
    this.#panel = panel;
    host.addController(this);
  }

  hostConnected() {
    // On the root: the host does not hear of focus that stays inside.
    for (const move of moves) this.#host.renderRoot.addEventListener(move, this.#moved);
  }

  readonly #moved = () => void this.#host.updateComplete.then(() => this.#uncover());

  #uncover() {
    const root = this.#host.renderRoot as ShadowRoot;
    const panel = root.querySelector<HTMLElement>(this.#panel);
    const focused = root.activeElement;
    if (!panel || !(focused instanceof HTMLElement) || panel.contains(focused)) return;
    if (focused.getBoundingClientRect().bottom <= panel.getBoundingClientRect().top) return;
    focused.style.scrollMarginBlockEnd = `${panel.offsetHeight + 16}px`;
    focused.scrollIntoView({block: 'nearest', inline: 'nearest'});
    focused.style.scrollMarginBlockEnd = '';
  }
}
