import {html, nothing} from 'lit';
import {entered, typed} from './fields.js';
import type {RosterStand} from './stand.js';

const fewestLetters = 8;

/** What the field is called and what is said beside it. */
export interface WordsMessages {
  readonly words: string;
  readonly wordsHint: string;
  readonly wordsShort: string;
}

/** The words that a file is locked with. */
export class WordsField {
  readonly #stand: RosterStand;
  readonly #id: string;
  readonly #messages: () => WordsMessages;
  #flaw: string | undefined;

  constructor(stand: RosterStand, id: string, messages: () => WordsMessages) {
    this.#stand = stand;
    this.#id = id;
    this.#messages = messages;
  }

  /** Nothing is called wrong any longer. */
  forgetFlaw(): void {
    this.#flaw = undefined;
  }

  render(enter?: () => void) {
    const messages = this.#messages();
    const id = this.#id;
    return html`
      <div class="field">
        <label for=${id}>${messages.words}</label>
        <input
          id=${id}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="200"
          aria-invalid=${this.#flaw === undefined ? nothing : 'true'}
          aria-describedby=${`${id}-hint`}
          @keydown=${enter ? typed(enter) : nothing}
        />
        <p id=${`${id}-hint`} class=${this.#flaw === undefined ? 'quietly' : 'wanted'}>
          ${this.#flaw ?? messages.wordsHint}
        </p>
      </div>
    `;
  }

  /** What was typed, when it is long enough to lock anything; else it is said that it is not. */
  read(): string | undefined {
    const {host} = this.#stand;
    const words = entered(host, this.#id);
    this.#flaw = words.length < fewestLetters ? this.#messages().wordsShort : undefined;
    if (this.#flaw === undefined) return words;
    this.#stand.say(this.#flaw, true);
    host.renderRoot.querySelector<HTMLElement>(`#${this.#id}`)?.focus();
    return undefined;
  }
}
