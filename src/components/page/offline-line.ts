import {ContextConsumer} from '@lit/context';
import {
  css,
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type {LoadedCourse} from '../../store/courses.js';
import type {KeepingState, Store} from '../../store/store.js';
import {storeContext} from '../contexts.js';
import {LocalizeController} from '../controllers/localize.js';
import {dateTime} from '../date-time.js';
import type {KnsFailedEvent} from '../events.js';
import {chunk} from '../failure.js';
import {asideIcon} from '../icons-aside.js';
import {icon} from '../icons.js';
import {pageLanguages} from '../messages/page.js';
import {field} from '../styles/field.js';
import {CourseKeeping} from './course-keeping.js';
import type {OfflinePanel} from './offline-panel.js';
import type {OfflineSource} from './offline-source.js';

/** After this long in ms an offer that was put off is made again to whoever comes back to the page. */
const patience = 30 * 60_000;

/** How many failures are remembered for whoever is asked to help. */
const remembered = 5;

/** Where nothing can or shall be kept, loading the page anew would take what was learned with it. */
const fleeting: readonly KeepingState[] = ['memory', 'shared'];

/** Where lessons are still there when the page is opened again; on a shared machine they stay with it. */
const lasting: readonly KeepingState[] = ['ready', 'rolled-back', 'wiped', 'shared'];

/** What the line needs of the element that draws it. */
export type LineHost = ReactiveControllerHost &
  HTMLElement & {
    readonly offline: OfflineSource | undefined;
    readonly kept: LoadedCourse | undefined;
    readonly now: () => number;
  };

/** For the root that draws the line. */
export const lineStyles = [
  field,
  css`
    .status {
      display: flex;
      gap: 0.5em;
      align-items: flex-start;
    }

    .status .icon {
      margin-top: 0.12em;
      color: var(--_accent);
    }

    .notice {
      margin-block: 0.6em;
      color: var(--_ink);
    }

    .row {
      margin-top: 0.3em;
    }

    .details {
      margin-top: 0.4em;
      color: var(--_ink);
    }

    .details section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5em;
      justify-items: start;
    }

    .details section + section {
      padding-top: 1em;
      border-top: 1px solid var(--_rule);
    }

    .details textarea {
      min-height: 4.5em;
    }

    .details ol {
      display: grid;
      gap: 0.5em;
      padding-inline-start: 1.4em;
      list-style: decimal;
    }
  `,
];

/** The line that says what is on this device, with its offers; fetched when a page has a place for it. */
export class OfflineLine implements ReactiveController {
  readonly #host: LineHost;
  #store: Store | undefined;
  /** When the offer was put off; it comes back. */
  #putOff: number | undefined;
  /** Where the change to a new version stands. */
  #changing: 'no' | 'waits' | 'now' = 'no';
  #open = false;
  #panel: OfflinePanel | undefined;
  #missing = false;

  readonly #localize: LocalizeController<typeof pageLanguages.vi>;
  readonly #keeping: CourseKeeping;
  readonly #failures: string[] = [];
  /** What is being listened to. */
  #followed: OfflineSource | undefined;
  #unsubscribe: (() => void) | undefined;
  #unwatch: (() => void) | undefined;
  #storeState: KeepingState | undefined;

  constructor(host: LineHost) {
    this.#host = host;
    this.#localize = new LocalizeController(host, pageLanguages);
    this.#keeping = new CourseKeeping(host);
    new ContextConsumer(host, {
      context: storeContext,
      subscribe: true,
      callback: (store) => {
        this.#unwatch?.();
        this.#store = store;
        this.#unwatch = store.watchState(this.#see);
        this.#see(store.state);
      },
    });
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('kns-failed', this.#note);
    document.addEventListener('visibilitychange', this.#offerAgain);
    this.#follow();
  }

  hostDisconnected() {
    document.removeEventListener('kns-failed', this.#note);
    document.removeEventListener('visibilitychange', this.#offerAgain);
    this.#unsubscribe?.();
    this.#unwatch?.();
    this.#followed = undefined;
  }

  hostUpdate() {
    if (this.#host.offline !== this.#followed) this.#follow();
    const course = this.#host.kept;
    if (!course || !this.#store || this.#keeping.isAt(course, this.#store)) return;
    if (this.#host.offline) this.#keep();
    // Nobody asked for this one yet.
    else this.#keeping.forget();
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    return html`
      <p class="status" part="status">
        ${icon('save')}
        <span>
          <span role="status">${messages[this.#standing()]}</span>
          <span>${this.#count()}</span>
        </span>
      </p>
      ${this.#offer()}
      <div class="row">
        ${this.#keepButton()}
        <button
          type="button"
          class="quiet"
          aria-expanded=${this.#open}
          @click=${() => this.#toggle()}
        >
          ${this.#open ? messages.less : messages.more}
        </button>
      </div>
      ${
        this.#missing
          ? html`
              <p role="alert">${messages.panelMissing}</p>
            `
          : nothing
      }
      ${
        this.#open && this.#panel
          ? html`
              <div class="card details stack">${this.#panel.render()}</div>
            `
          : nothing
      }
    `;
  }

  #standing() {
    const {state} = this.#keeping;
    const shell = this.#host.offline?.state;
    if (shell === 'unsupported') return shell;
    if (state === 'kept' && shell !== 'installing') {
      const isLasting =
        shell && shell !== 'failed' && lasting.includes(this.#store?.state ?? 'ready');
      return isLasting ? 'saved' : 'savedOpenOnly';
    }
    if (shell === 'failed' || state === 'interrupted') return 'interrupted';
    return state === 'idle' && !shell ? 'notSaved' : 'saving';
  }

  #count() {
    const {messages} = this.#localize;
    const {state, done, total} = this.#keeping;
    const standing = this.#standing();
    if (total === 0) return nothing;
    if (standing === 'interrupted') return messages.interruptedPart(done, total);
    return standing === 'saving' && state === 'keeping'
      ? messages.savingPart(done, total)
      : nothing;
  }

  get #mayReload() {
    return !fleeting.includes(this.#store?.state ?? 'ready');
  }

  #offer() {
    const {messages} = this.#localize;
    const shell = this.#host.offline?.state;
    if (!this.#mayReload) return nothing;
    if (this.#changing !== 'no' || shell === 'renewed')
      return html`
        <div class="notice" role="status">
          ${icon('again')}
          <strong>
            ${
              this.#changing === 'no'
                ? messages.renewed
                : this.#changing === 'waits'
                  ? messages.updateWaits
                  : messages.updating
            }
          </strong>
          ${
            this.#changing === 'no'
              ? html`
                  <div class="row">
                    <button type="button" class="main" @click=${() => this.#change()}>
                      ${messages.reload}
                    </button>
                  </div>
                `
              : nothing
          }
        </div>
      `;
    if (shell !== 'update-ready' || this.#putOff !== undefined) return nothing;
    return html`
      <div class="notice" role="status">
        ${icon('again')}
        <strong>${messages.update}</strong>
        <p>${messages.updateNote}</p>
        <div class="row">
          <button type="button" class="main" @click=${() => this.#change()}>
            ${messages.updateNow}
          </button>
          <button type="button" class="quiet" @click=${this.#later}>${messages.updateLater}</button>
        </div>
      </div>
    `;
  }

  #keepButton() {
    const {messages} = this.#localize;
    const {state} = this.#keeping;
    const isWanted = state === 'interrupted' || (state === 'idle' && !this.#host.offline);
    if (!isWanted || !this.#host.kept) return nothing;
    return html`
      <button type="button" @click=${() => this.#keep()}>
        ${asideIcon('bring')}${state === 'idle' ? messages.saveNow : messages.saveOn}
      </button>
    `;
  }

  #keep() {
    const course = this.#host.kept;
    if (course && this.#store) this.#keeping.keep(course, this.#store);
  }

  #follow() {
    this.#unsubscribe?.();
    const {offline} = this.#host;
    this.#followed = offline;
    const stops = [offline?.subscribe(this.#draw), offline?.install?.subscribe(this.#draw)];
    this.#unsubscribe = () => stops.forEach((stop) => stop?.());
  }

  /** Lets the new version in and loads the page anew, but not before every answer given here is kept. */
  async #change() {
    if (this.#changing !== 'no' || !this.#mayReload) return;
    this.#changing = 'waits';
    this.#draw();
    await this.#store?.settled();
    this.#changing = 'now';
    this.#draw();
    try {
      await this.#host.offline?.update();
      // Somebody may have answered meanwhile, or begun on a shared machine.
      await this.#store?.settled();
      if (this.#mayReload) return location.reload();
    } catch {
      // The offer stands again.
    }
    this.#changing = 'no';
    this.#draw();
  }

  async #toggle() {
    this.#open = !this.#open;
    this.#missing = false;
    this.#draw();
    if (!this.#open) return;
    if (this.#panel) return this.#panel.look();
    try {
      const {OfflinePanel} = await chunk(import('./offline-panel.js'));
      this.#panel = new OfflinePanel(this.#host, {
        offline: () => this.#host.offline,
        store: () => this.#store,
        course: () => this.#host.kept,
        keeping: this.#keeping,
        failures: this.#failures,
        mayReload: () => this.#mayReload,
        change: () => this.#change(),
      });
    } catch {
      this.#open = false;
      this.#missing = true;
    }
    this.#draw();
  }

  readonly #see = (state: KeepingState) => {
    // The files went with the database.
    if (state === 'lost' && this.#storeState !== 'lost') this.#keeping.forget(true);
    this.#storeState = state;
    if (this.#open) void this.#panel?.look();
    this.#draw();
  };

  readonly #draw = () => this.#host.requestUpdate();

  readonly #later = () => {
    this.#putOff = this.#host.now();
    this.#draw();
  };

  readonly #offerAgain = () => {
    if (document.visibilityState === 'hidden' || this.#putOff === undefined) return;
    if (this.#host.now() - this.#putOff < patience) return;
    this.#putOff = undefined;
    this.#draw();
  };

  readonly #note = ({code}: KnsFailedEvent) => {
    this.#failures.push(`${code} ${dateTime(this.#host.now())}`);
    if (this.#failures.length > remembered) this.#failures.shift();
  };
}
