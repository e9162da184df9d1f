import {
  css,
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import {LocalizeController} from '../controllers/localize.js';
import {pageLanguages} from '../messages/page.js';
import {setTextScale, textScale, textScales, watchTextScale} from './text-scale.js';

const stepNow = () => textScales.findIndex((one) => one === textScale());

/** For the root that draws the buttons. */
export const buttonStyles = css`
  [role='group'] {
    display: inline-flex;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
  }

  button {
    min-width: min(2.6em, 22vw);
    min-height: 2.6em;
    padding: 0.2em 0.35em;
    border: 0;
    background: none;
    white-space: nowrap;
  }

  button + button {
    border-inline-start: 1px solid var(--_rule);
    border-radius: 0;
  }

  .larger {
    border-radius: var(--_radius) 0 0 var(--_radius);
  }

  .smaller {
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }

  .larger span {
    font-size: 1.3em;
  }

  .smaller span {
    font-size: 0.85em;
  }

  button[aria-disabled='true'] {
    color: var(--_quiet);
    cursor: default;
  }

  button[aria-disabled='true'] span {
    opacity: 0.6;
  }

  button[aria-pressed='true'] {
    background: var(--_tint);
    box-shadow: inset 0 -3px var(--_accent);
  }

  @media (forced-colors: active) {
    button[aria-disabled='true'] {
      color: GrayText;
    }

    button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
`;

/** The three buttons; fetched when a page has a place for them, with the size that was chosen before. */
export class SizeButtons implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #localize: LocalizeController<typeof pageLanguages.vi>;
  #unwatch: (() => void) | undefined;
  /** Nothing is read aloud before somebody changes it. */
  #changed = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, pageLanguages);
    host.addController(this);
  }

  hostConnected() {
    this.#unwatch = watchTextScale(() => this.#host.requestUpdate());
  }

  hostDisconnected() {
    this.#unwatch?.();
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    const step = stepNow();
    return html`
      <div role="group" part="buttons" aria-label=${messages.textSize}>
        <button
          type="button"
          class="larger"
          aria-label=${messages.larger}
          title=${messages.larger}
          aria-disabled=${step === textScales.length - 1}
          @click=${() => this.#move(1)}
        >
          <span>A+</span>
        </button>
        <button
          type="button"
          class="usual"
          aria-label=${messages.usual}
          title=${messages.usual}
          aria-pressed=${textScale() === 1}
          @click=${() => this.#take(1)}
        >
          <span>A</span>
        </button>
        <button
          type="button"
          class="smaller"
          aria-label=${messages.smaller}
          title=${messages.smaller}
          aria-disabled=${step === 0}
          @click=${() => this.#move(-1)}
        >
          <span>A-</span>
        </button>
      </div>
      <p class="unseen" role="status">${this.#changed ? messages.sizes[step] : nothing}</p>
    `;
  }

  #move(by: 1 | -1) {
    const next = textScales[stepNow() + by];
    if (next !== undefined) this.#take(next);
  }

  #take(scale: number) {
    this.#changed = true;
    setTextScale(scale);
  }
}
