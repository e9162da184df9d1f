import {html, nothing} from 'lit';
import type {ReceivedLearner} from '../../../store/reckoning/packet.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import type {Stand} from './stand.js';

/** Writes down whose a code is: asked once of a stranger, changed when it was mistyped. */
export class Naming {
  /** The packet in whose line a name is being changed. */
  renaming: string | undefined;
  readonly #stand: Stand;
  /** Whose line or field is about to go with the focus inside it. */
  #asking: string | undefined;

  constructor(stand: Stand) {
    this.#stand = stand;
  }

  /** A field for the name of `learner`; `guess` stands in it where there is none yet. */
  render(learner: ReceivedLearner, guess = '') {
    const {messages} = this.#stand;
    const id = `name-${learner.learner}`;
    return html`
      <div class="naming">
        <label for=${id}>${messages.name}</label>
        <div class="row">
          <input
            id=${id}
            type="text"
            autocomplete="off"
            autocapitalize="words"
            maxlength="80"
            .defaultValue=${learner.name ?? guess}
            data-learner=${learner.learner}
            @keydown=${this.#typed}
          />
          <button type="button" @click=${() => this.#name(learner.learner)}>
            ${messages.saveName}
          </button>
          ${
            learner.name === undefined
              ? nothing
              : html`
                  <button type="button" class="quiet" @click=${this.#keep}>
                    ${messages.cancel}
                  </button>
                `
          }
        </div>
      </div>
    `;
  }

  /** Begins to change the name in the line of a packet. */
  change(learner: LearnerKey, hash: string) {
    this.renaming = hash;
    this.#stand.redraw();
    void this.#stand.host.updateComplete.then(() => this.#field(learner)?.select());
  }

  /** Called after each drawing: the field that was just answered is gone, so the focus goes on to the next one. */
  drawn() {
    const asked = this.#asking;
    if (asked === undefined || this.#field(asked)) return;
    this.#asking = undefined;
    const {renderRoot} = this.#stand.host;
    const next =
      renderRoot.querySelector<HTMLElement>(`[data-rename="${asked}"]`) ??
      renderRoot.querySelector<HTMLElement>('.whose input') ??
      renderRoot.querySelector<HTMLElement>('#heading');
    next?.focus();
  }

  readonly #typed = (event: KeyboardEvent) => {
    // An input method for Vietnamese takes Enter to finish a word.
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.#name((event.target as HTMLElement).dataset['learner'] ?? '');
  };

  async #name(learner: LearnerKey) {
    const {messages, store} = this.#stand;
    const field = this.#field(learner);
    const name = field?.value.normalize('NFC').trim().replace(/\s+/g, ' ') ?? '';
    if (name === '') {
      this.#stand.say(messages.nameNeeded, true);
      field?.focus();
      return;
    }
    const renamed = this.renaming;
    await this.#stand.attempt(async () => {
      await store?.nameLearner(learner, name);
      this.#stand.say(messages.named(name));
      this.renaming = undefined;
      this.#asking = renamed ?? learner;
    });
  }

  readonly #keep = () => {
    this.#asking = this.renaming;
    this.renaming = undefined;
    this.#stand.redraw();
  };

  #field(learner: string) {
    return this.#stand.host.renderRoot.querySelector<HTMLInputElement>(
      `input[data-learner="${learner}"]`,
    );
  }
}
