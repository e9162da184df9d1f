import {ContextConsumer} from '@lit/context';
import {LitElement, adoptStyles, css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import type {Learner} from '../../store/learner.js';
import type {LearnerKey} from '../../store/reckoning/record.js';
import type {Store} from '../../store/store.js';
import {storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {StudyController} from '../controllers/study.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {asideIcon} from '../icons-aside.js';
import {icon} from '../icons.js';
import {chipLanguages} from '../messages/learner-chip.js';
import {learnerLanguages} from '../messages/messages.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {courseAround} from './course-around.js';
import type {LearnerPanel} from './learner/panel.js';
import {failureNotice} from '../notice.js';

/**
 * Who studies on this device: a name and a picture, and behind them the list to switch, add, rename,
 * lock with a PIN, remove, or study on a shared machine without leaving anything.
 *
 * Inside a `<kns-course learner>` it only says that the page decides.
 *
 * @element kns-learner
 *
 * @shows waiting - Until it is known who studies.
 * @shows unnamed - The one learner of this device, who has no name yet.
 * @shows named - A name with its picture.
 * @shows ruled - The page decides who studies.
 * @shows list - Everybody on this device, and what can be done with the one in use.
 * @shows adding - A name and a picture for somebody new.
 * @shows nameless - Nobody can be added without a name.
 * @shows changing - The name and picture of who is here.
 * @shows setting-pin - A PIN is set.
 * @shows pin-shape - What was entered is no PIN.
 * @shows changing-pin - A PIN is changed or taken away.
 * @shows asking-pin - Another learner is locked.
 * @shows wrong-pin - The PIN was wrong; so many tries are left.
 * @shows waiting-pin - Three wrong ones: a pause.
 * @shows forgotten-pin - What can be done without the PIN.
 * @shows away - Whoever was away for long is asked for the PIN.
 * @shows removing - What is lost with a learner, and the code first.
 * @shows removing-with-code - The code stands there to be copied.
 * @shows removing-sure - Removal was asked for once.
 * @shows removed - Somebody was removed here.
 * @shows gone - Who studies here was removed in another tab.
 * @shows sharing - What a shared machine means.
 * @shows shared - The machine keeps nothing.
 * @shows shared-code - The code to take home, before everything goes.
 * @shows part-missing - The list could not be fetched.
 * @shows not-done - The device has no room for a name.
 *
 * @fires {KnsFailedEvent} kns-failed - After the learner was told what did not work.
 */
export class KnsLearner extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      .chip {
        min-height: 2.75em;
        padding: 0.15em 0.8em 0.15em 0.2em;
        border-color: var(--_rule);
        border-radius: 2em;
        justify-content: flex-start;
        text-align: start;
      }

      .chip:not(button) {
        display: inline-flex;
        align-items: center;
        gap: 0.5em;
      }

      .face {
        flex: none;
        display: grid;
        place-items: center;
        width: min(2.3em, 14vw);
        height: min(2.3em, 14vw);
        border-radius: 50%;
        background: var(--_tint);
        overflow: hidden;
      }

      .turned {
        transform: rotate(180deg);
      }
    `,
  ];

  @state() private store: Store | undefined;
  @state() private learners: readonly Learner[] = [];
  @state() private panel: LearnerPanel | undefined;
  @state() private failure: Failure | undefined;

  #localize = new LocalizeController(this, chipLanguages);
  #failing = new LocalizeController(this, learnerLanguages);
  #reading = new StudyController(this);
  #unwatch: (() => void) | undefined;
  #wasShared = false;
  /** Whoever was away and has not entered the PIN since. */
  #away: LearnerKey | undefined;

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: storeContext,
      subscribe: true,
      callback: (store) => {
        this.store = store;
        this.#follow();
      },
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.panel?.rest();
  }

  override render() {
    const {messages} = this.#localize;
    const {panel} = this;
    if (courseAround(this)?.learner)
      return html`
        <p class="chip quietly">
          <span class="face">${asideIcon('people')}</span>
          ${messages.ruled}
        </p>
      `;
    if (this.store?.state === 'shared') return panel ? panel.banner() : nothing;
    const learner = this.#shown();
    const name = learner?.name || messages.unnamed;
    return html`
      <button
        type="button"
        class="chip"
        aria-expanded=${panel?.open ?? false}
        @click=${this.#toggle}
      >
        <span class="face">${panel?.face(learner) ?? asideIcon('people')}</span>
        <span class="unseen">${messages.who}</span>
        <span>${learner ? name : messages.wait}</span>
        <span class=${panel?.open ? 'turned' : ''}>${icon('down')}</span>
      </button>
      ${
        this.failure
          ? html`
              <div role="alert">${failureNotice(this.#failing.messages, this.failure)}</div>
            `
          : nothing
      }
      ${panel?.render() ?? nothing}
    `;
  }

  override updated() {
    this.panel?.drawn();
  }

  /** Who this subtree studies as; without a study, who does on this device. */
  #shown(): Learner | undefined {
    const {study} = this.#reading;
    return this.learners.find(({key, inUse}) => (study ? key === study.learner : inUse));
  }

  #follow() {
    this.#unwatch?.();
    if (!this.isConnected) return;
    this.#unwatch = this.store?.watchState(() => void this.#read());
    void this.#read();
  }

  async #read() {
    const {store} = this;
    if (!store) return;
    try {
      await store.opened;
      const learners = await store.learners();
      if (store !== this.store) return;
      // How it was opened says nothing of a store that is emptied later. Nobody was removed then.
      if (store.state === 'lost') return void (this.learners = []);
      const former = this.#shown();
      this.learners = learners;
      if (store.state === 'shared' || learners.some(({picture}) => picture)) await this.#fetch();
      const isShared = store.state === 'shared';
      // On a shared machine nobody is gone, only out of the way.
      const isGone =
        !isShared && !this.#wasShared && learners.every(({key}) => key !== former?.key);
      this.#wasShared = isShared;
      if (former && isGone) (await this.#fetch()).gone(former);
      const current = learners.find(({inUse}) => inUse);
      const isAway = current?.hasPin && !courseAround(this)?.learner && (await this.#isAway(store));
      this.#away = isAway ? current.key : undefined;
      if (isAway) await (await this.#fetch()).lock(current);
      else this.panel?.unlock();
    } catch (error) {
      this.#fail(error);
    }
    this.requestUpdate();
  }

  /** Whoever was away is asked for the PIN before going on. */
  async #isAway(store: Store): Promise<boolean> {
    try {
      await store.currentLearner();
      return false;
    } catch (error) {
      if (failureOf(error).code !== 'pin-needed') throw error;
      return true;
    }
  }

  async #fetch(): Promise<LearnerPanel> {
    const {LearnerPanel, panelStyles} = await chunk(import('./learner/panel.js'));
    if (this.panel) return this.panel;
    adoptStyles(this.renderRoot as ShadowRoot, [...KnsLearner.elementStyles, ...panelStyles]);
    return (this.panel = new LearnerPanel(this, {
      store: () => this.store!,
      study: () => this.#reading.study,
      learners: () => this.learners,
      shown: () => this.#shown(),
      away: () => this.#away,
    }));
  }

  readonly #toggle = async () => {
    this.failure = undefined;
    try {
      (await this.#fetch()).toggle();
    } catch (error) {
      this.failure = failureOf(error);
      this.#fail(error);
    }
  };

  #fail(error: unknown) {
    const {code, facts} = failureOf(error);
    /** @internal */
    this.dispatchEvent(new KnsFailedEvent(code, facts));
  }
}
