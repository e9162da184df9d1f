import {consume} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {RosterView} from '../../store/reckoning/roster-view.js';
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
import type {Desk} from './report/desk.js';

/** Without a roster there are neither units nor members. */
const nobody: RosterView = {
  units: new Map(),
  members: new Map(),
  learnersOf: new Map(),
  contested: new Map(),
};

/**
 * The report of a team, a commune or a province for a quarter, half a year or a year: figures reckoned from what was
 * received, what people write themselves, a text for the group with a line that machines add up, and the reports of
 * the units below put together.
 *
 * Stands inside a `<kns-trainer>`, which says of which course.
 *
 * @element kns-report
 *
 * @shows opening - Until it is known what was received.
 * @shows no-roster - Nobody made a list of members: everybody received is counted, without a line for machines.
 * @shows own-team - A team's quarter, part of it known, nothing written yet.
 * @shows written - What people write themselves is in the report, beside the period before.
 * @shows wrong-number - A field with something else than a whole number in it.
 * @shows copied - The text for the group is in the clipboard.
 * @shows below - Reports of the units below, added up, with those that cannot be read or do not count.
 * @shows needs - Who may be glad of help, and a task to be sent.
 * @shows assigned - A task was written down, with what is known of it.
 * @shows charts - The figures drawn, one of them as a table.
 * @shows commended - Teams and people to be commended.
 * @shows unreachable - The code that reckons could not be fetched.
 *
 * @fires {KnsFailedEvent} kns-failed - After the trainer was told what could not be kept or fetched.
 */
export class KnsReport extends LitElement {
  static override styles = [tokens, base, field];

  /** ms UTC; what "today" is. */
  @property({attribute: false}) now: () => number = Date.now;

  @consume({context: storeContext, subscribe: true})
  @state()
  private store?: Store;

  @consume({context: courseContext, subscribe: true})
  @state()
  private loaded?: LoadedCourse | undefined;

  /** Where the learners' app stands; absent where the page knows of none. */
  @consume({context: appAddressContext, subscribe: true})
  @state()
  private app?: string;

  @state() private failure: Failure | undefined;

  #room = new LocalizeController(this, trainerLanguages);
  #received = new ReceivedController(this, {persons: true, roster: true});
  #desk: Desk | undefined;
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
    this.#desk?.leave();
  }

  protected override willUpdate() {
    const {store, loaded} = this;
    this.#received.follow(store, loaded?.course.id);
    if (!this.#desk && !this.failure) void this.#fetch();
    const {learners, persons, roster, failure} = this.#received;
    if (failure && failure !== this.#told) {
      this.#told = failure;
      this.#fail(failure);
    }
    if (!store || !loaded || !learners || !this.#desk || !this.isConnected) return;
    this.#desk.hold({
      store,
      course: loaded.course,
      view: roster ?? nobody,
      received: learners,
      persons,
      now: this.now(),
      app: this.app,
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
        this.#desk?.isReady
          ? this.#desk.render()
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
      const {Desk} = await chunk(import('./report/desk.js'));
      this.#desk = new Desk(this, (error) => this.#fail(error));
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
