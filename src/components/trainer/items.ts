import {consume} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import {appAddressContext} from '../app-address.js';
import {courseContext, storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {icon} from '../icons.js';
import {trainerLanguages} from '../messages/trainer.js';
import {base} from '../styles/base.js';
import {field} from '../styles/field.js';
import {tokens} from '../styles/tokens.js';
import {ReceivedController} from './received-controller.js';
import type {Analysis} from './items/analysis.js';

/**
 * What first answers say of each question: how many were right, what attracts those who were not, and which question
 * somebody should read again.
 *
 * Stands inside a `<kns-trainer>`, which says of which course.
 *
 * @element kns-items
 *
 * @shows opening - Until it is known what was received.
 * @shows empty - Nobody's answers were received.
 * @shows questions - Questions answered by codes alone: what was chosen is not known.
 * @shows flagged - Questions to be read again, with the wrong answers people sent in files.
 * @shows table - All of it as a table.
 * @shows worded - A question as learners read it.
 * @shows unreachable - The code that reckons could not be fetched.
 *
 * @fires {KnsFailedEvent} kns-failed - After the trainer was told what could not be read or fetched.
 */
export class KnsItems extends LitElement {
  static override styles = [tokens, base, field];

  /** ms UTC; what "today" is. */
  @property({attribute: false}) now: () => number = Date.now;

  /** Address of the learners' app, such as `../pwa/`: then every question has a link to its lesson. By default the page's. */
  @property() app = '';

  @consume({context: appAddressContext, subscribe: true})
  @state()
  private offeredApp?: string;

  @consume({context: storeContext, subscribe: true})
  @state()
  private store?: Store;

  @consume({context: courseContext, subscribe: true})
  @state()
  private loaded?: LoadedCourse | undefined;

  @state() private failure: Failure | undefined;

  #room = new LocalizeController(this, trainerLanguages);
  #received = new ReceivedController(this, {persons: true});
  #analysis: Analysis | undefined;
  #fetching = false;
  /** The last failure of reading that was told. */
  #told: unknown;

  constructor() {
    super();
    new EnterController(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#analysis?.leave();
  }

  protected override willUpdate() {
    const {store, loaded} = this;
    this.#received.follow(store, loaded?.course.id);
    if (!this.#analysis && !this.failure) void this.#fetch();
    const {learners, persons, failure} = this.#received;
    if (failure && failure !== this.#told) {
      this.#told = failure;
      this.#fail(failure);
    }
    if (!store || !loaded || !learners || !this.#analysis || !this.isConnected) return;
    this.#analysis.hold({
      store,
      loaded,
      received: learners,
      persons,
      now: this.now(),
      app: this.app || (this.offeredApp ?? ''),
    });
  }

  override render() {
    const {messages} = this.#room;
    const {failure} = this;
    return html`
      ${
        failure
          ? html`
              <div class="notice bad" role="alert">
                ${icon('alert')}
                <strong>${(messages.refusals[failure.code] ?? messages.unexpected).what}</strong>
                <span>${(messages.refusals[failure.code] ?? messages.unexpected).todo}</span>
                <span class="quietly">${messages.code(failure.code)}</span>
                <div class="row">
                  <button type="button" @click=${() => this.#again()}>
                    ${icon('again')}${messages.retry}
                  </button>
                </div>
              </div>
            `
          : nothing
      }
      ${
        this.#analysis?.isReady
          ? this.#analysis.render()
          : failure
            ? nothing
            : html`
                <p class="quietly" aria-busy="true" role="status">${messages.opening}</p>
              `
      }
    `;
  }

  #again() {
    this.failure = undefined;
    this.requestUpdate();
  }

  /** What reckons and draws comes when a report is first shown. */
  async #fetch() {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      const {Analysis} = await chunk(import('./items/analysis.js'));
      this.#analysis = new Analysis(this, (error) => this.#fail(error));
      this.requestUpdate();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#fetching = false;
    }
  }

  #fail(error: unknown) {
    this.failure = failureOf(error);
    this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
  }
}
