import {html, nothing} from 'lit';
import {asideIcon} from '../../icons-aside.js';
import type {Stand} from './stand.js';

/** How far receiving has come. `total` 0: still looking for codes. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Where what learners sent is laid down: a conversation to paste. */
export class Tray {
  text = '';
  readonly #stand: Stand;
  readonly #receive: () => void;
  readonly #stop: () => void;

  constructor(stand: Stand, {receive, stop}: {receive: () => void; stop: () => void}) {
    this.#stand = stand;
    this.#receive = receive;
    this.#stop = stop;
  }

  render(progress: Progress | undefined) {
    const {messages} = this.#stand;
    return html`
      <div class="pasting">
        <label for="paste">${messages.paste}</label>
        <textarea
          id="paste"
          part="paste"
          rows="5"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-describedby="paste-hint"
          placeholder="[10:29 22/11/2026] Lan: KNS1.…"
          .value=${this.text}
          @input=${this.#write}
        ></textarea>
        <p id="paste-hint" class="quietly">${messages.pasteHint}</p>
        <div class="row">
          <button
            type="button"
            class="main"
            aria-disabled=${progress ? 'true' : 'false'}
            @click=${this.#receive}
          >
            ${asideIcon('bring')}${messages.receive}
          </button>
          ${
            progress
              ? html`
                  <button type="button" @click=${this.#stop}>${messages.stop}</button>
                  <span class="progress">
                    <span>
                      ${
                        progress.total > 0
                          ? messages.receivingOf(progress.done, progress.total)
                          : messages.receiving
                      }
                    </span>
                    <progress
                      aria-label=${messages.receiving}
                      max=${Math.max(1, progress.total)}
                      value=${progress.total > 0 ? progress.done : nothing}
                    ></progress>
                  </span>
                `
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** Leads to the empty field. */
  focus() {
    this.#stand.host.renderRoot.querySelector<HTMLElement>('#paste')?.focus();
  }

  readonly #write = ({target}: Event) => {
    this.text = (target as HTMLTextAreaElement).value;
  };
}
