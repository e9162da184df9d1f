import {html} from 'lit';
import {icon} from '../../icons.js';
import type {Screen, Stand} from './screen.js';

/** Says what a shared machine means before it begins. */
export class SharedScreen implements Screen {
  readonly #stand: Stand;

  constructor(stand: Stand) {
    this.#stand = stand;
  }

  render() {
    const stand = this.#stand;
    const {messages} = stand;
    return html`
      <h3 class="first" tabindex="-1">${messages.share}</h3>
      ${messages.sharedNote.map(
        (note) => html`
          <p>${note}</p>
        `,
      )}
      <div class="row">
        <button type="button" class="main" aria-disabled=${stand.busy} @click=${this.#start}>
          ${icon('next')}${messages.sharedStart}
        </button>
        <button type="button" class="quiet" @click=${() => stand.list()}>${messages.back}</button>
      </div>
    `;
  }

  readonly #start = () => {
    const stand = this.#stand;
    return stand.attempt(async () => {
      await stand.store.setShared(true);
      stand.shut();
    });
  };
}
