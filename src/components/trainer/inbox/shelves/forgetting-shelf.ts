import {html, nothing} from 'lit';
import type {LearnerKey} from '../../../../store/reckoning/record.js';
import {compareNames} from '../../../../store/roster.js';
import type {Shelf, ShelfStand} from './shelf.js';

/** Somebody who was forgotten, as far as this page knows. */
interface Forgotten {
  readonly learner: LearnerKey;
  readonly name: string;
}

/** "Xóa người học khỏi sổ": forgets somebody for good, and lets them in again. */
export class ForgettingShelf implements Shelf {
  readonly id = 'forgetting';
  readonly #stand: ShelfStand;
  /** Whose forgetting was asked for once. */
  #asked: LearnerKey | undefined;
  /** Who was forgotten since the page was opened. What is kept of them is only a mark nobody can read. */
  #forgotten: readonly Forgotten[] = [];

  /** Who was let in again; what was refused before still stands above. */
  readonly #welcomed = new Set<LearnerKey>();

  constructor(stand: ShelfStand) {
    this.#stand = stand;
  }

  title() {
    const {messages, learners} = this.#stand;
    return learners.length > 0 || this.#kept().length > 0 ? messages.forgetting : undefined;
  }

  turned() {
    this.#asked = undefined;
  }

  render() {
    const {messages, learners} = this.#stand;
    const kept = this.#kept();
    return html`
      ${learners.length > 0 ? this.#asking() : nothing}
      ${
        kept.length > 0
          ? html`
              <div>
                <h5>${messages.forgottenList}</h5>
                <ul class="lines">
                  ${kept.map(
                    (one) => html`
                      <li>
                        <p>${one.name}</p>
                        <p class="row">
                          <button
                            type="button"
                            class="quiet"
                            aria-label=${messages.welcomeOf(one.name)}
                            @click=${() => this.#welcome(one)}
                          >
                            ${messages.welcome}
                          </button>
                        </p>
                      </li>
                    `,
                  )}
                </ul>
              </div>
            `
          : nothing
      }
    `;
  }

  #asking() {
    const {messages, learners} = this.#stand;
    const asked = learners.find(({learner}) => learner === this.#asked);
    if (asked)
      return html`
        <div class="sure" role="alert">
          <p>${messages.forgetSure(this.#stand.nameOf(asked.learner))}</p>
          <div class="row">
            <button type="button" class="danger" @click=${() => this.#forget(asked.learner)}>
              ${messages.forgetNow}
            </button>
            <button type="button" class="quiet" @click=${() => this.#ask(undefined)}>
              ${messages.cancel}
            </button>
          </div>
        </div>
      `;
    const names = learners
      .map(({learner}) => [learner, this.#stand.nameOf(learner)] as const)
      .sort(([, a], [, b]) => compareNames(a, b));
    return html`
      <p class="quietly">${messages.forgettingNote}</p>
      <div class="naming">
        <label for="forget">${messages.forgetWhom}</label>
        <div class="row">
          <select id="forget">
            <option value="">${messages.choose}</option>
            ${names.map(
              ([learner, name]) => html`
                <option value=${learner}>${name} (${learner.slice(0, 4)})</option>
              `,
            )}
          </select>
          <button type="button" @click=${this.#askChosen}>${messages.forget}</button>
        </div>
      </div>
    `;
  }

  /** Those forgotten just now, and those of whom something came and was kept out. */
  #kept(): readonly Forgotten[] {
    const {inbox, messages} = this.#stand;
    const strangers = inbox.refused
      .flatMap(({learner}) => (learner === undefined ? [] : [learner]))
      .filter(
        (learner) =>
          !this.#welcomed.has(learner) && !this.#forgotten.some((one) => one.learner === learner),
      )
      .map((learner) => ({learner, name: messages.stranger(learner.slice(0, 4))}));
    const once = new Map(strangers.map((one) => [one.learner, one]));
    return [...this.#forgotten, ...once.values()];
  }

  readonly #askChosen = () => {
    const field = this.#stand.inbox.host.renderRoot.querySelector<HTMLSelectElement>('#forget');
    if (!field?.value) {
      this.#stand.inbox.say(this.#stand.messages.chooseOne, true);
      field?.focus();
      return;
    }
    this.#ask(field.value);
  };

  #ask(learner: LearnerKey | undefined) {
    this.#asked = learner;
    this.#stand.inbox.redraw();
  }

  #forget(learner: LearnerKey) {
    const name = this.#stand.nameOf(learner);
    this.#asked = undefined;
    return this.#stand.attempt(async () => {
      await this.#stand.aside.exchange.forget(learner);
      this.#welcomed.delete(learner);
      this.#forgotten = [...this.#forgotten, {learner, name}];
      this.#stand.inbox.say(this.#stand.messages.forgot(name));
    });
  }

  #welcome({learner, name}: Forgotten) {
    return this.#stand.attempt(async () => {
      await this.#stand.aside.exchange.welcome(learner);
      this.#welcomed.add(learner);
      this.#forgotten = this.#forgotten.filter((one) => one.learner !== learner);
      this.#stand.inbox.say(this.#stand.messages.welcomed(name));
    });
  }
}
