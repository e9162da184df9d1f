import {html, nothing} from 'lit';
import type {Learner} from '../../../store/learner.js';
import {failureOf} from '../../failure.js';
import {icon} from '../../icons.js';
import {digitsIn, pinField} from './pin-field.js';
import type {Screen, Stand} from './screen.js';

/** Sets, changes or drops a PIN; the one in force is asked for. */
export class SetPinScreen implements Screen {
  readonly #stand: Stand;
  readonly #learner: Learner;
  #said = '';

  constructor(stand: Stand, learner: Learner) {
    this.#stand = stand;
    this.#learner = learner;
  }

  render() {
    const stand = this.#stand;
    const {messages} = stand;
    const {hasPin} = this.#learner;
    return html`
      <h3 class="first" tabindex="-1">${hasPin ? messages.changePin : messages.setPin}</h3>
      <p>${messages.pinNote(stand.nameOf(this.#learner))}</p>
      ${hasPin ? pinField('former', messages.formerPin, true, this.#save) : nothing}
      ${pinField('new-pin', messages.newPin, false, this.#save)}
      <p role="status" class=${this.#said ? '' : 'none'}>${this.#said}</p>
      <div class="row">
        <button type="button" class="main" aria-disabled=${stand.busy} @click=${this.#save}>
          ${icon('shield')}${messages.savePin}
        </button>
        ${
          hasPin
            ? html`
                <button type="button" @click=${() => this.#set(undefined)}>
                  ${messages.dropPin}
                </button>
              `
            : nothing
        }
        <button type="button" class="quiet" @click=${() => stand.list()}>${messages.back}</button>
      </div>
    `;
  }

  readonly #save = () => {
    const digits = digitsIn(this.#stand.root, 'new-pin');
    if (/^\d{4,6}$/.test(digits)) return void this.#set(digits);
    this.#said = this.#stand.messages.pinShape;
    this.#stand.redraw();
  };

  #set(digits: string | undefined) {
    const stand = this.#stand;
    const former = this.#learner.hasPin ? digitsIn(stand.root, 'former') : undefined;
    // A field left empty is no try: three wrong ones make wait.
    if (former !== undefined && !/^\d{4,6}$/.test(former)) {
      this.#said = stand.messages.pinShape;
      stand.redraw();
      return;
    }
    return stand.attempt(async () => {
      try {
        await stand.store.setPin(this.#learner.key, digits, former);
        stand.list();
      } catch (error) {
        const {code, facts} = failureOf(error);
        if (code !== 'pin-wrong' && code !== 'pin-needed') throw error;
        const {wait, tries} = facts;
        this.#said =
          Number(wait) > 0
            ? stand.messages.pinWait(`${Math.ceil(Number(wait) / 1000)} s`)
            : stand.messages.pinWrong(Number(tries));
      }
    });
  }
}
