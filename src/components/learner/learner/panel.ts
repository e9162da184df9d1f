import {ContextConsumer} from '@lit/context';
import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {Learner} from '../../../store/learner.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import type {Store} from '../../../store/store.js';
import type {Study} from '../../../store/study.js';
import {courseContext, placeContext} from '../../contexts.js';
import {LocalizeController} from '../../controllers/localize.js';
import {KnsFailedEvent} from '../../events.js';
import {failureOf} from '../../failure.js';
import {icon} from '../../icons.js';
import {learnerPanelLanguages} from '../../messages/learner.js';
import {ListScreen} from './list-screen.js';
import {PinScreen} from './pin-screen.js';
import {villagePicture} from './pictures.js';
import type {Screen, Stand} from './screen.js';
import {SharedBanner} from './shared-banner.js';

export {panelStyles} from './panel-styles.js';

/** What the element around the panel knows. */
export interface Surroundings {
  store(): Store;
  study(): Study | undefined;
  learners(): readonly Learner[];
  /** Whose name stands above. */
  shown(): Learner | undefined;
  /** Whoever was away and has not entered the PIN since. */
  away(): LearnerKey | undefined;
}

/** What opens below a learner's name: one screen at a time. */
export class LearnerPanel implements Stand {
  readonly host: LitElement;
  readonly removed = new Set<LearnerKey>();
  readonly #around: Surroundings;
  readonly #localize: LocalizeController<typeof learnerPanelLanguages.vi>;
  readonly #course: ContextConsumer<typeof courseContext, LitElement>;
  readonly #place: ContextConsumer<typeof placeContext, LitElement>;
  #screen: Screen | undefined;
  /** Whose PIN a screen that came by itself asked for. */
  #locked: LearnerKey | undefined;
  #banner: SharedBanner | undefined;
  #said = '';
  #failure: string | undefined;
  #busy = false;
  /** The focus goes to the beginning of the next drawing. */
  #led = false;

  constructor(host: LitElement, around: Surroundings) {
    this.host = host;
    this.#around = around;
    this.#localize = new LocalizeController(host, learnerPanelLanguages);
    this.#course = new ContextConsumer(host, {context: courseContext, subscribe: true});
    this.#place = new ContextConsumer(host, {context: placeContext, subscribe: true});
  }

  get open() {
    return this.#screen !== undefined;
  }

  get messages() {
    return this.#localize.messages;
  }

  get store() {
    return this.#around.store();
  }

  get study() {
    return this.#around.study();
  }

  get course() {
    return this.#course.value?.course;
  }

  get learners() {
    return this.#around.learners();
  }

  get shown() {
    return this.#around.shown();
  }

  get away() {
    return this.#around.away();
  }

  get root() {
    return this.host.renderRoot as ShadowRoot;
  }

  get busy() {
    return this.#busy;
  }

  nameOf({name}: Learner) {
    return name || this.messages.unnamed;
  }

  face(learner: Pick<Learner, 'picture'> | undefined) {
    return villagePicture(learner?.picture);
  }

  render(): TemplateResult {
    // The next shared machine is somebody else's.
    this.#banner = undefined;
    return html`
      ${
        this.#screen
          ? html`
              <div class="card panel stack" @keydown=${this.#escape}>
                ${this.#screen.render()} ${this.#told()}
              </div>
            `
          : nothing
      }
      <div class="said" role="status">
        ${
          this.#said
            ? html`
                <p class="notice">
                  ${icon('note')}
                  <span>${this.#said}</span>
                </p>
              `
            : nothing
        }
      </div>
    `;
  }

  /** What stands on top while the machine is shared. */
  banner(): TemplateResult {
    this.#screen?.rest?.();
    this.#screen = undefined;
    this.#banner ??= new SharedBanner(this);
    return html`
      ${this.#banner.render()} ${this.#told()}
    `;
  }

  #told() {
    return html`
      <div role="alert" class=${this.#failure ? '' : 'none'}>
        ${
          this.#failure
            ? html`
                <p class="notice bad">
                  ${icon('alert')}
                  <span>${this.#failure}</span>
                </p>
              `
            : nothing
        }
      </div>
    `;
  }

  /** Called after each drawing of the element around. */
  drawn() {
    this.#screen?.drawn?.();
    if (!this.#led) return;
    this.#led = false;
    const first = this.root.querySelector<HTMLElement>('.panel .first, .shared .first');
    (first ?? this.root.querySelector<HTMLElement>('.chip'))?.focus();
  }

  /** The element leaves the page. */
  rest() {
    this.#screen?.rest?.();
  }

  toggle() {
    this.#said = '';
    if (this.#screen) this.shut();
    else this.list();
  }

  /** Asks for the PIN of whoever was away; steals no focus, since nobody asked for it. */
  async lock(learner: Learner) {
    // What was opened instead of the PIN stays: whoever takes their code along comes back to it.
    const former = this.#screen;
    const isAsked = this.#locked === learner.key && former;
    this.#locked = learner.key;
    if (isAsked || former instanceof PinScreen) return;
    const screen = new PinScreen(this, learner);
    await screen.look();
    // So does what was opened while the PIN was being looked up.
    if (this.#screen === former) this.#turn(screen);
  }

  /** Nobody needs to be asked any more: the PIN was entered in another tab, or somebody else was chosen. */
  unlock() {
    const screen = this.#screen;
    if (screen instanceof PinScreen && screen.learner.key === this.#locked) this.#turn(undefined);
    this.#locked = undefined;
  }

  /** A learner went while this page stood open. */
  gone(learner: Learner) {
    // Who went there became somebody by an invitation, or was removed in this tab.
    if (this.learners.some(({instead}) => instead === learner.key)) return;
    if (this.removed.has(learner.key)) return;
    this.#said = this.messages.gone(this.nameOf(learner));
    this.redraw();
  }

  go(screen: Screen) {
    this.#turn(screen);
    this.#led = true;
  }

  list() {
    this.go(new ListScreen(this));
  }

  shut(said = '') {
    this.#said = said;
    this.#turn(undefined);
    this.#led = true;
  }

  redraw() {
    this.host.requestUpdate();
  }

  leaveLesson() {
    const place = this.#place.value;
    if (!place?.lesson) return false;
    place.go('');
    return true;
  }

  async attempt(work: () => Promise<void>) {
    if (this.#busy) return;
    this.#busy = true;
    this.#failure = undefined;
    this.redraw();
    try {
      await work();
    } catch (error) {
      const {code, facts} = failureOf(error);
      const {failed} = this.messages;
      this.#failure = failed[code] ?? failed.unexpected;
      this.host.dispatchEvent(new KnsFailedEvent(code, facts));
    }
    this.#busy = false;
    this.redraw();
  }

  #turn(screen: Screen | undefined) {
    this.#screen?.rest?.();
    this.#screen = screen;
    this.#failure = undefined;
    this.redraw();
  }

  readonly #escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.shut();
  };
}
