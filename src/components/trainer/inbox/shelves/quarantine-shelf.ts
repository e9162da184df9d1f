import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {writtenDayOf} from '../../dates.js';
import {refusalOf} from '../refusals.js';
import type {Shelf, ShelfStand, Waiting} from './shelf.js';

/** So many are listed at once. */
const shownAtOnce = 10;
/** No key: those are made of hashes. */
const everything = 'all';

/** "Chưa nhận được": what waits outside the register, why, and what can be done about it. */
export class QuarantineShelf implements Shelf {
  readonly id = 'quarantine';
  readonly #stand: ShelfStand;
  #shown = shownAtOnce;
  /** What is to be dropped was asked for once: everything, or one by its key. Nobody can bring it back. */
  #sure: string | undefined;

  constructor(stand: ShelfStand) {
    this.#stand = stand;
  }

  title() {
    const {messages, aside} = this.#stand;
    return aside.waiting.length > 0 ? messages.quarantine(aside.waiting.length) : undefined;
  }

  turned() {
    this.#sure = undefined;
    this.#shown = shownAtOnce;
  }

  render() {
    const {messages, aside} = this.#stand;
    const {waiting} = aside;
    const hidden = waiting.length - this.#shown;
    return html`
      <p class="quietly">${messages.quarantineNote}</p>
      ${waiting.length > 1 ? this.#all(waiting) : nothing}
      <ul class="lines">
        ${repeat(
          waiting.slice(0, this.#shown),
          ({key}) => key,
          (one) => this.#line(one),
        )}
      </ul>
      ${
        hidden > 0
          ? html`
              <button type="button" class="quiet" @click=${this.#more}>
                ${messages.more(Math.min(hidden, shownAtOnce))}
              </button>
            `
          : nothing
      }
    `;
  }

  #all(waiting: readonly Waiting[]) {
    const {messages} = this.#stand;
    if (this.#sure === everything) return this.#asked(waiting);
    return html`
      <div class="row">
        <button type="button" @click=${() => this.#retry(waiting)}>${messages.retryAll}</button>
        <button type="button" class="quiet" @click=${() => this.#ask(everything)}>
          ${messages.dropAll(waiting.length)}
        </button>
      </div>
    `;
  }

  #asked(rows: readonly Waiting[]) {
    const {messages} = this.#stand;
    return html`
      <div class="sure" role="alert">
        <p>${messages.dropSure(rows.length)}</p>
        <div class="row">
          <button type="button" class="danger" @click=${() => this.#drop(rows)}>
            ${messages.dropAll(rows.length)}
          </button>
          <button type="button" class="quiet" @click=${() => this.#ask(undefined)}>
            ${messages.cancel}
          </button>
        </div>
      </div>
    `;
  }

  #line(one: Waiting) {
    const {messages, inbox} = this.#stand;
    const {what, todo} = refusalOf(inbox, one.reason);
    const name = this.#nameOf(one);
    return html`
      <li>
        <p class="file">${name}</p>
        <p><strong>${what}</strong></p>
        <p>${todo}</p>
        <p class="quietly">
          ${messages.cameOn(writtenDayOf(one.firstReceivedAt))} · ${inbox.room.code(one.reason)}
        </p>
        ${
          this.#sure === one.key
            ? this.#asked([one])
            : html`
                <p class="row">
                  <button
                    type="button"
                    class="quiet"
                    aria-label=${messages.retryOf(name)}
                    @click=${() => this.#retry([one])}
                  >
                    ${messages.retry}
                  </button>
                  <button
                    type="button"
                    class="quiet"
                    aria-label=${messages.dropOf(name)}
                    @click=${() => this.#ask(one.key)}
                  >
                    ${messages.drop}
                  </button>
                </p>
              `
        }
      </li>
    `;
  }

  #nameOf({file, found}: Waiting): string {
    const {messages} = this.#stand;
    return file ?? messages.textBegins(typeof found === 'string' ? found.slice(0, 16) : '');
  }

  readonly #more = () => {
    this.#shown += shownAtOnce;
    this.#stand.inbox.redraw();
  };

  #ask(sure: string | undefined) {
    this.#sure = sure;
    const {host} = this.#stand.inbox;
    this.#stand.inbox.redraw();
    // The button that was pressed is gone, with the focus on it.
    if (sure === undefined) return;
    void host.updateComplete.then(() =>
      host.renderRoot.querySelector<HTMLElement>('.sure .danger')?.focus(),
    );
  }

  #retry(rows: readonly Waiting[]) {
    return this.#stand.attempt(async () => {
      const before = this.#stand.aside.waiting.length;
      await this.#stand.inbox.receiveAgain(rows);
      const left = (await this.#stand.aside.exchange.quarantined()).length;
      const taken = before - left;
      this.#stand.inbox.say(this.#stand.messages.retried(taken, rows.length - taken), taken === 0);
    });
  }

  #drop(rows: readonly Waiting[]) {
    this.#sure = undefined;
    return this.#stand.attempt(async () => {
      await this.#stand.aside.exchange.release(rows.map(({key}) => key));
      this.#stand.inbox.say(this.#stand.messages.dropped(rows.length));
    });
  }
}
