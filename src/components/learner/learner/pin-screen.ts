import {html, nothing} from 'lit';
import type {Facts} from '../../../errors.js';
import type {Learner} from '../../../store/learner.js';
import {failureOf} from '../../failure.js';
import {icon} from '../../icons.js';
import {digitsIn, pinField} from './pin-field.js';
import {RemovalScreen} from './removal-screen.js';
import type {Screen, Stand} from './screen.js';

const clock = (ms: number) => {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Asks for a learner's PIN before going on as them. */
export class PinScreen implements Screen {
  readonly #stand: Stand;
  readonly learner: Learner;
  /** When the pause is over, by the page's own clock: the device's may jump. */
  #until = 0;
  #said = '';
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(stand: Stand, learner: Learner, facts: Facts = {}) {
    this.#stand = stand;
    this.learner = learner;
    this.#pause(facts);
  }

  /** Reads how long the pause is, where it is not known yet. */
  async look() {
    try {
      await this.#stand.store.useLearner(this.learner.key);
    } catch (error) {
      const {code, facts} = failureOf(error);
      if (code !== 'pin-needed') throw error;
      this.#pause(facts);
    }
  }

  render() {
    const stand = this.#stand;
    const {messages} = stand;
    const name = stand.nameOf(this.learner);
    const left = this.#until - performance.now();
    const said = left > 0 ? '' : this.#said;
    return html`
      <h3 class="first" tabindex="-1">${messages.pinOf(name)}</h3>
      ${pinField('pin', messages.pin, true, () => void this.#enter())}
      <p role="status" class=${said ? '' : 'none'}>${said}</p>
      ${
        left > 0
          ? html`
              <p class="notice">
                ${icon('clock')}
                <span>${messages.pinWait(clock(left))}</span>
              </p>
            `
          : nothing
      }
      <div class="row">
        <button
          type="button"
          class="main"
          aria-disabled=${stand.busy || left > 0}
          @click=${() => this.#enter()}
        >
          ${icon('next')}${messages.enter}
        </button>
        <button type="button" class="quiet" @click=${() => stand.list()}>${messages.other}</button>
      </div>
      <details>
        <summary>${messages.forgotten}</summary>
        <div class="stack">
          ${messages.forgottenNote.map(
            (note) => html`
              <p>${note}</p>
            `,
          )}
          <div class="row">
            <button type="button" @click=${() => stand.go(new RemovalScreen(stand, this.learner))}>
              ${messages.toRemoval}
            </button>
          </div>
        </div>
      </details>
    `;
  }

  drawn() {
    if (this.#until > performance.now()) this.#timer ??= setInterval(this.#tick, 1000);
  }

  rest() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #pause({wait}: Facts) {
    this.#until = typeof wait === 'number' && wait > 0 ? performance.now() + wait : 0;
  }

  readonly #tick = () => {
    if (this.#until <= performance.now()) {
      this.rest();
      this.#said = this.#stand.messages.pinAgain;
    }
    this.#stand.redraw();
  };

  #enter() {
    const stand = this.#stand;
    const digits = digitsIn(stand.root, 'pin');
    if (this.#until > performance.now()) return;
    if (!/^\d{4,6}$/.test(digits)) {
      this.#said = stand.messages.pinShape;
      stand.redraw();
      return;
    }
    return stand.attempt(async () => {
      try {
        await stand.store.useLearner(this.learner.key, digits);
        stand.shut();
      } catch (error) {
        const {code, facts} = failureOf(error);
        if (code !== 'pin-wrong' && code !== 'pin-needed') throw error;
        this.#pause(facts);
        this.#said = stand.messages.pinWrong(Number(facts.tries));
        const field = stand.root.querySelector<HTMLInputElement>('#pin');
        if (field) field.value = '';
        field?.focus();
      }
    });
  }
}
