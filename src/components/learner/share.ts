import {ContextConsumer} from '@lit/context';
import {LitElement, css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import type {Store} from '../../store/store.js';
import type {Study} from '../../store/study.js';
import {storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {StudyController} from '../controllers/study.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {asideIcon} from '../icons-aside.js';
import {learnedLanguages} from '../messages/learned.js';
import {learnerLanguages} from '../messages/messages.js';
import {base} from '../styles/base.js';
import {field} from '../styles/field.js';
import {tokens} from '../styles/tokens.js';
import {failureNotice} from './notice.js';
import type {BringIn} from './bring-in.js';
import type {HandOver} from './hand-over.js';

/**
 * Hands progress over as a text code, and brings in what was learned elsewhere.
 *
 * Stands inside a `<kns-course>`.
 *
 * @element kns-share
 *
 * @shows closed - Two ways: hand over, bring in.
 * @shows hand-over - The code, to be copied.
 * @shows copied - It is in the clipboard, and what to do with it.
 * @shows by-hand - The browser refuses to copy; the code stands marked.
 * @shows bring-in - Room for a code from elsewhere.
 * @shows nothing-found - No code in what was pasted.
 * @shows adopted - This device goes on as the learner of that code.
 * @shows taken - Something was added.
 * @shows taken-nothing-new - A new code that adds nothing.
 * @shows taken-again - A code that was here before.
 * @shows refused - Codes with flaws, each with its reason.
 * @shows whose - Another learner's code: is it the reader's own?
 * @shows not-taken - The device has no room for it.
 * @shows part-missing - The panel could not be fetched.
 *
 * @fires {KnsFailedEvent} kns-failed - After the learner was told what did not work.
 */
export class KnsShare extends LitElement {
  static override styles = [
    tokens,
    base,
    field,
    css`
      .open,
      .notice {
        margin-top: 0.8em;
      }

      button {
        text-wrap: balance;
      }
    `,
  ];

  @state() private store: Store | undefined;
  @state() private panel: HandOver | BringIn | undefined;
  @state() private open: 'hand-over' | 'bring-in' | undefined;
  @state() private failure: Failure | undefined;

  #localize = new LocalizeController(this, learnedLanguages);
  #failing = new LocalizeController(this, learnerLanguages);
  #reading = new StudyController(this);
  /** Whose panel is open. */
  #opened: Study | undefined;

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: storeContext,
      subscribe: true,
      callback: (store) => (this.store = store),
    });
  }

  override willUpdate() {
    // The code on show is one learner's; whoever comes next must not send it for their own.
    if (this.open === 'hand-over' && this.#reading.study !== this.#opened) this.open = undefined;
  }

  override render() {
    const {messages} = this.#localize;
    const ready = this.store && this.#reading.study;
    return html`
      <div class="row">
        <button
          type="button"
          ?disabled=${!ready}
          aria-expanded=${this.open === 'hand-over'}
          @click=${() => this.#toggle('hand-over')}
        >
          ${asideIcon('share')}${messages.share}
        </button>
        <button
          type="button"
          class="quiet"
          ?disabled=${!ready}
          aria-expanded=${this.open === 'bring-in'}
          @click=${() => this.#toggle('bring-in')}
        >
          ${asideIcon('bring')}${messages.bring}
        </button>
      </div>
      ${
        this.failure
          ? html`
              <div role="alert">${failureNotice(this.#failing.messages, this.failure)}</div>
            `
          : nothing
      }
      ${
        this.open && this.panel
          ? html`
              <div class="card open stack">${this.panel.render()}</div>
            `
          : nothing
      }
    `;
  }

  async #toggle(what: 'hand-over' | 'bring-in') {
    const {store} = this;
    const {study} = this.#reading;
    this.failure = undefined;
    this.panel = undefined;
    this.open = this.open === what ? undefined : what;
    if (!this.open || !store || !study) return;
    this.#opened = study;
    try {
      const panel =
        what === 'hand-over'
          ? new (await chunk(import('./hand-over.js'))).HandOver(this, study)
          : new (await chunk(import('./bring-in.js'))).BringIn(
              this,
              store,
              study.course,
              () => this.#reading.study,
            );
      if (this.open === what) this.panel = panel;
    } catch (error) {
      this.failure = failureOf(error);
      /** @internal */
      this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
    }
  }
}
