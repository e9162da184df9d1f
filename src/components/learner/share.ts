import {ContextConsumer} from '@lit/context';
import {LitElement, css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import type {Store} from '../../store/store.js';
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
 * @fires {KnsFailedEvent} kns-failed - After the learner was told what did not work.
 */
export class KnsShare extends LitElement {
  static override styles = [
    tokens,
    base,
    field,
    css`
      .open {
        margin-top: 0.8em;
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

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: storeContext,
      subscribe: true,
      callback: (store) => (this.store = store),
    });
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
    try {
      const panel =
        what === 'hand-over'
          ? new (await chunk(import('./hand-over.js'))).HandOver(this, study)
          : new (await chunk(import('./bring-in.js'))).BringIn(this, store, study.course, study);
      if (this.open === what) this.panel = panel;
    } catch (error) {
      this.failure = failureOf(error);
      /** @internal */
      this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
    }
  }
}
