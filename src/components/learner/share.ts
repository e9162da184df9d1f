import {ContextConsumer} from '@lit/context';
import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import {below, emptyStanding} from '../../store/reckoning/standing.js';
import type {Store} from '../../store/store.js';
import type {Study, StudySnapshot} from '../../store/study.js';
import {courseContext, storeContext} from '../contexts.js';
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
import {failureNotice} from '../notice.js';
import type {SharePanel} from './share/share-panel.js';
import type {Whereabouts} from './share/whereabouts.js';

type PanelName = 'sending' | 'bring-in' | 'moving';

/**
 * Says where what was learned is, lets it leave this phone by every way, and brings in what was learned elsewhere.
 *
 * Stands inside a `<kns-course>`.
 *
 * @element kns-share
 *
 * @shows closed - Two ways: hand over, bring in.
 * @shows unsent - Something was learned, and nobody has it yet.
 * @shows hand-over - Every way to give progress away, and the code as text.
 * @shows on-screen - The code as a picture that another phone scans.
 * @shows in-turn - All answers as pictures that follow one another.
 * @shows copied - It is in the clipboard, and what to do with it.
 * @shows by-hand - The browser refuses to copy; the code stands marked.
 * @shows saved - A file is among the downloads; it left, and nobody has said yet that it came.
 * @shows no-file - The file could not be made; the code is offered.
 * @shows counted - A receipt says that the code came.
 * @shows receipted - A receipt says that everything is held.
 * @shows carrying - This phone keeps codes of other people to carry on.
 * @shows about-me - Everything this device knows of the learner.
 * @shows bring-in - Room for a code from elsewhere, a file, a camera.
 * @shows nothing-found - No code in what was pasted.
 * @shows adopted - This device goes on as the learner of that code.
 * @shows taken - Something was added.
 * @shows taken-nothing-new - A new code that adds nothing.
 * @shows taken-again - A code that was here before.
 * @shows refused - Codes with flaws, each with its reason.
 * @shows file-refused - A file with a changed byte, by its name.
 * @shows whose - Another learner's code: is it the reader's own?
 * @shows others-kept - Codes of several others, kept to be carried on.
 * @shows invited - An invitation, where nobody has learned yet.
 * @shows invited-choice - An invitation, where somebody learns: the same person, or another?
 * @shows invited-other - Another person, whose name is missing.
 * @shows invited-taken - The invitation was taken up.
 * @shows receipt-kept - A receipt was pasted.
 * @shows receipt-stranger - A receipt of nobody who learns here.
 * @shows not-taken - The device has no room for it.
 * @shows scanning - The camera, or pictures, of a code.
 * @shows moving - Three steps from an old phone to a new one.
 * @shows moved - The old phone's records are here, and it can be set aside.
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

      .truth {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.2em 0.6em;
        margin-bottom: 1em;
      }

      .truth > .icon {
        margin-top: 0.16em;
        font-size: 1.2em;
        color: var(--_warm);
      }

      .truth.good > .icon {
        color: var(--_good);
      }

      .truth > p {
        grid-column: 2;
      }

      .headline {
        font-family: var(--_serif);
        font-size: 1.3em;
        font-weight: 700;
        line-height: 1.35;
        text-wrap: balance;
      }
    `,
  ];

  @state() private store: Store | undefined;
  @state() private panel: SharePanel | undefined;
  @state() private open: PanelName | undefined;
  @state() private failure: Failure | undefined;
  @state() private whereabouts: Whereabouts | undefined;

  #localize = new LocalizeController(this, learnedLanguages);
  #failing = new LocalizeController(this, learnerLanguages);
  #reading = new StudyController(this);
  #loaded: LoadedCourse | undefined;
  /** Whose panel is open. */
  #opened: Study | undefined;
  /** The reading that was last looked at. */
  #seen: StudySnapshot | undefined;
  /** Whoever came before there was a study. */
  #waiting: (() => void)[] = [];

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: storeContext,
      subscribe: true,
      callback: (store) => (this.store = store),
    });
    new ContextConsumer(this, {
      context: courseContext,
      subscribe: true,
      callback: (loaded) => (this.#loaded = loaded),
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.panel?.rest?.();
  }

  override willUpdate() {
    // What is on show is one learner's; whoever comes next must not send it for their own.
    if (this.open && this.open !== 'bring-in' && this.#reading.study !== this.#opened) {
      this.panel?.rest?.();
      this.open = undefined;
    }
  }

  override updated(changed: PropertyValues) {
    const {snapshot, study} = this.#reading;
    if (study && this.store) for (const go of this.#waiting.splice(0)) go();
    if (!snapshot || (snapshot === this.#seen && !changed.has('store'))) return;
    const isFirst = this.#seen === undefined;
    this.#seen = snapshot;
    if (!isFirst) this.panel?.studied?.();
    // Of whoever has learned nothing there is nothing to say.
    if (!below(snapshot.standing, emptyStanding)) void this.#look();
  }

  override render() {
    const {messages} = this.#localize;
    const {study} = this.#reading;
    const ready = this.store && study;
    return html`
      ${study && this.whereabouts ? this.whereabouts.render(study) : nothing}
      <div class="row">
        <button
          type="button"
          ?disabled=${!ready}
          aria-expanded=${this.open === 'sending'}
          @click=${() => this.#toggle('sending')}
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
        ${
          study && this.whereabouts
            ? this.whereabouts.moveButton(
                study,
                () => void this.#toggle('moving'),
                this.open === 'moving',
              )
            : nothing
        }
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

  /**
   * Takes in what came by another way than a tap here, an address above all, and says what came of it in the panel.
   * Resolves to whether it was taken in or refused; not when the device could not.
   */
  async takeIn(text: string): Promise<boolean> {
    if (!this.store || !this.#reading.study)
      await new Promise<void>((go) => this.#waiting.push(go));
    if (this.open !== 'bring-in') await this.#toggle('bring-in');
    const {panel} = this;
    if (!panel?.takeIn) return false;
    const isDone = await panel.takeIn(text);
    await this.updateComplete;
    this.scrollIntoView({block: 'center'});
    return isDone;
  }

  async #toggle(what: PanelName) {
    const {store} = this;
    const {study} = this.#reading;
    this.failure = undefined;
    this.panel?.rest?.();
    this.panel = undefined;
    this.open = this.open === what ? undefined : what;
    if (!this.open || !store || !study) return;
    this.#opened = study;
    try {
      const panel = await this.#fetchPanel(what, store, study);
      if (this.open === what) this.panel = panel;
    } catch (error) {
      this.#fail(error);
    }
  }

  async #fetchPanel(what: PanelName, store: Store, study: Study): Promise<SharePanel> {
    const [{sharePanelStyles}, {adoptMore}] = await Promise.all([
      chunk(import('./share/panel-styles.js')),
      chunk(import('../styles/adopt-more.js')),
    ]);
    adoptMore(this, sharePanelStyles);
    const left = () => void this.#look();
    if (what === 'bring-in') {
      const {BringIn} = await chunk(import('./bring-in.js'));
      return new BringIn(this, store, study.course, () => this.#reading.study, left);
    }
    if (what === 'moving') {
      const {Moving} = await chunk(import('./share/moving.js'));
      return new Moving(this, store, study, {left, bringIn: () => void this.#toggle('bring-in')});
    }
    const {Sending} = await chunk(import('./share/sending.js'));
    return new Sending(this, store, study, {
      loaded: () => this.#loaded,
      receipts: () => this.whereabouts?.receipts ?? [],
      left,
    });
  }

  /** Reads again where what was learned is. Never rejects: without it nothing is said. */
  async #look() {
    const {store} = this;
    const {study} = this.#reading;
    if (!store || !study) return;
    try {
      const {Whereabouts} = await chunk(import('./share/whereabouts.js'));
      this.whereabouts ??= new Whereabouts(this);
    } catch {
      return;
    }
    await this.whereabouts.look(store, study);
  }

  #fail(error: unknown) {
    this.failure = failureOf(error);
    /** @internal */
    this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
  }
}
