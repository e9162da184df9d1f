import {ContextConsumer, ContextProvider, provide} from '@lit/context';
import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {KeepingState, Store} from '../../store/store.js';
import {courseContext, storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {isOurs} from '../definition.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {courseBesideScript} from '../learner/course-beside-script.js';
import {icon} from '../icons.js';
import {trainerLanguages} from '../messages/trainer.js';
import {pageStore} from '../page-store.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {writtenDayOf} from './dates.js';
import type {Door} from './lock/door.js';
import {doorContext} from './lock/door-context.js';
import {type Guard, guardOf} from './lock/guard.js';
import {type Room, rooms} from './rooms.js';
import {WidthController} from './width-controller.js';

/**
 * The trainer's room: loads a course and lets everything inside know it.
 *
 * Empty, it draws its rooms itself, one at a time; with elements inside, it only provides for them. While the room is locked
 * nothing of it is on the page; elements of the trainer's own choosing are hidden, empty and without a course.
 *
 * @element kns-trainer
 *
 * @shows opening - Until the course has come.
 * @shows ready - Inbox and register, nothing received yet.
 * @shows entered - Another part of the room, from the row of ways.
 * @shows furnished - Elements of the trainer's own choosing.
 * @shows kept - Without network, from the copy on this device.
 * @shows unreachable - Neither network nor copy.
 * @shows refused - A damaged course.
 * @shows memory - Nothing can be kept on this device.
 * @shows broken - The database cannot be opened.
 * @shows newer - A later version wrote the database.
 * @shows wiped - Nothing is here, where something was surely kept before.
 * @shows lost - The store was emptied.
 * @shows locking - A PIN is being set for the room.
 * @shows locked - A PIN stands before the room, and nothing of it is there.
 * @shows locked-wrong - Another PIN was entered.
 *
 * @fires {KnsFailedEvent} kns-failed - When the course cannot be had.
 *
 * @slot - Elements of the trainer's own choosing, instead of the default view.
 * @slot fallback - Shown until the library is at work.
 */
export class KnsTrainer extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      .waiting {
        display: grid;
        place-content: center;
        min-height: 32em;
      }

      .opening {
        display: grid;
        gap: 0.3em;
        padding-block-end: 1em;
        border-block-end: 1px solid var(--_rule);
      }

      /* Its sign stands below the words above it. */
      .lock {
        justify-self: start;
        margin-inline-start: -0.5em;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2em 0.3em;
        margin-block-start: 0.6em;
        border-block-end: 1px solid var(--_rule);
      }

      .ways button {
        border: 0;
        border-block-end: 3px solid transparent;
        border-radius: 0;
        padding-inline: 0.55em;
        background: none;
        color: var(--_quiet);
      }

      .ways button[aria-current='true'] {
        border-color: var(--_accent);
        color: var(--_ink);
      }

      .room {
        display: grid;
        gap: 2em;
        padding-block-start: 1.2em;
      }

      .room > * {
        min-width: 0;
      }

      .to-matrix {
        justify-self: start;
        margin-block: -0.4em -1.2em;
        margin-inline-start: -0.5em;
      }

      .room.wide {
        grid-template-columns: minmax(20em, 23em) minmax(0, 1fr);
        align-items: start;
      }

      @media (forced-colors: active) {
        .ways button[aria-current='true'] {
          border-color: Highlight;
        }
      }

      .notice {
        margin-block-start: 1em;
      }

      .notice .row {
        margin-block-start: 0.5em;
      }
    `,
  ];

  /** Address of course.json; by default the course published beside the script. */
  @property() src = '';

  /** ms UTC; what "today" is for everything inside. */
  @property({attribute: false}) now: () => number = Date.now;

  @state() private store: Store | undefined;

  /** Absent also while the room is locked: then nothing inside has anything to show. */
  @provide({context: courseContext})
  @state()
  private loaded: LoadedCourse | undefined;

  /** `unknown` until it was read whether a PIN stands before the room. */
  @state() private door: 'unknown' | 'open' | 'setting' | 'locked' = 'unknown';

  @state() private failure: Failure | undefined;

  @state() private keeping: KeepingState = 'ready';

  /** The page put elements of its own inside. */
  @state() private furnished = false;

  /** The part of the room that is shown. */
  @state() private at: Room['id'] = 'ledger';

  #localize = new LocalizeController(this, trainerLanguages);
  /** For pages where nobody provides a store. */
  #storeProvider = new ContextProvider(this, {context: storeContext});
  #width = new WidthController(this, 62);
  #loading: AbortController | undefined;
  #asked: readonly unknown[] = [];
  #unwatch: (() => void) | undefined;
  readonly #entered = new Set<Room['id']>(['ledger']);
  #guard: Guard | undefined;
  #unguard: (() => void) | undefined;
  #drawnDoor: Door | undefined;
  /** What was loaded, while the room is locked. */
  #behind: LoadedCourse | undefined;
  #children = new MutationObserver(() => this.#look());

  constructor() {
    super();
    new EnterController(this);
    new ContextProvider(this, {context: doorContext, initialValue: true});
    new ContextConsumer(this, {
      context: storeContext,
      subscribe: true,
      callback: (store) => (this.store = store),
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    // Where nobody provides a store, the page's own is used.
    this.store ??= pageStore();
    this.#children.observe(this, {childList: true});
    this.#look();
    this.#watch();
    this.#unguard ??= this.#guard?.watch(this.#guarded);
    if (this.#guard) this.#guarded();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#children.disconnect();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#unguard?.();
    this.#unguard = undefined;
  }

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('store')) {
      if (this.store) this.#storeProvider.setValue(this.store);
      this.#watch();
    }
    const asked = [this.store, this.src];
    if (asked.every((value, index) => value === this.#asked[index])) return;
    this.#asked = asked;
    this.loaded = undefined;
    void this.#load();
  }

  override render() {
    const {messages} = this.#localize;
    if (this.failure) return this.#refused(this.failure);
    if (this.door === 'locked' && this.#drawnDoor) return this.#drawnDoor.renderLocked();
    if (!this.loaded)
      return html`
        <div class="waiting quietly" aria-busy="true" role="status">${messages.opening}</div>
      `;

    const {course, from, keptOn} = this.loaded;
    if (this.furnished)
      return html`
        <slot></slot>
      `;
    return html`
      <header class="opening">
        <h2>${messages.room}</h2>
        <p>${course.title}</p>
        <p class="quietly">${messages.stays}</p>
        <button type="button" class="quiet lock" id="lock" @click=${this.#askLock}>
          ${icon('shield')}${messages.lock}
        </button>
      </header>
      ${
        from === 'kept'
          ? html`
              <p class="notice" role="status">
                ${icon('note')}
                <span>${messages.keptCopy(writtenDayOf(keptOn))}</span>
              </p>
            `
          : nothing
      }
      ${this.door === 'setting' ? this.#drawnDoor?.renderSetting() : nothing} ${this.#storage()}
      ${this.#ways()}
      ${rooms.map((room) =>
        this.#entered.has(room.id)
          ? html`
              <div
                class="room ${room.tags.length > 1 && this.#width.wide ? 'wide' : ''}"
                ?hidden=${room.id !== this.at}
              >
                ${room.id === 'ledger' ? this.#toMatrix() : nothing}${room.draw(this.now)}
              </div>
            `
          : nothing,
      )}
    `;
  }

  /** From one part of the room to another; what was begun in one is there when one comes back. */
  #ways() {
    const {messages} = this.#localize;
    const open = rooms.filter(({tags}) => tags.every(isOurs));
    if (open.length < 2) return nothing;
    return html`
      <nav class="ways" aria-label=${messages.ways}>
        ${open.map(
          ({id}) => html`
            <button
              type="button"
              aria-current=${id === this.at ? 'true' : 'false'}
              @click=${() => this.#enter(id)}
            >
              ${messages.rooms[id]}
            </button>
          `,
        )}
      </nav>
    `;
  }

  /** On a phone it lies below everything that was received, which nobody scrolls through to see who has learned what. */
  #toMatrix() {
    if (this.#width.wide || !isOurs('kns-matrix')) return nothing;
    const go = () => {
      const matrix = this.renderRoot.querySelector<LitElement>('kns-matrix');
      const heading = matrix?.renderRoot.querySelector<HTMLElement>('h3');
      heading?.scrollIntoView({block: 'start'});
      heading?.focus({preventScroll: true});
    };
    return html`
      <button type="button" class="quiet to-matrix" @click=${go}>
        ${icon('down')}${this.#localize.messages.toMatrix}
      </button>
    `;
  }

  #enter(id: Room['id']) {
    this.#entered.add(id);
    this.at = id;
  }

  #refused(failure: Failure) {
    const {messages} = this.#localize;
    const {what, todo} = messages.refusals[failure.code] ?? messages.unexpected;
    // A network that is away is no fault of anybody's.
    const away = failure.code.endsWith('unreachable');
    return html`
      <div class="notice ${away ? '' : 'bad'}" role="alert">
        ${icon(away ? 'note' : 'alert')}
        <strong>${what}</strong>
        <span>${todo}</span>
        <span class="quietly">${messages.code(failure.code)}</span>
        <div class="row">
          <button type="button" @click=${() => void this.#load()}>
            ${icon('again')}${messages.retry}
          </button>
        </div>
      </div>
    `;
  }

  #storage() {
    const {messages} = this.#localize;
    const {keeping} = this;
    if (keeping === 'ready' || keeping === 'rolled-back') return nothing;
    const {what, todo} = messages.storage[keeping === 'shared' ? 'memory' : keeping];
    return html`
      <div class="notice bad" role="status">
        ${icon('alert')}
        <strong>${what}</strong>
        <span>${todo}</span>
        ${
          keeping === 'lost'
            ? html`
                <div class="row">
                  <button type="button" class="main" @click=${() => this.#recover('restore')}>
                    ${messages.restore}
                  </button>
                  <button type="button" @click=${() => this.#recover('anew')}>
                    ${messages.anew}
                  </button>
                </div>
              `
            : nothing
        }
      </div>
    `;
  }

  #look() {
    this.furnished = [...this.children].some(({slot}) => slot !== 'fallback');
  }

  #watch() {
    this.#unwatch?.();
    this.#unwatch = undefined;
    const {store} = this;
    if (!store || !this.isConnected) return;
    this.#unwatch = store.watchState((keeping) => (this.keeping = keeping));
    void store.opened.then((keeping) => {
      if (store === this.store) this.keeping = keeping;
    });
  }

  async #load() {
    const {store, src} = this;
    if (!store) return;
    this.#loading?.abort();
    const {signal} = (this.#loading = new AbortController());
    this.failure = undefined;
    try {
      const address = new URL(src || courseBesideScript(), this.ownerDocument.baseURI).href;
      const [loaded] = await Promise.all([
        store.courses.load(address, {signal}),
        this.#meetGuard(store),
      ]);
      if (signal.aborted) return;
      if (this.door === 'locked') this.#behind = loaded;
      else this.loaded = loaded;
    } catch (error) {
      if (signal.aborted) return;
      this.#fail(error);
    }
  }

  /** Resolves once it is known whether the room is locked. */
  async #meetGuard(store: Store): Promise<void> {
    const guard = guardOf(store);
    if (guard !== this.#guard) {
      this.#guard = guard;
      this.#drawnDoor = undefined;
      this.#unguard?.();
      this.#unguard = this.isConnected ? guard.watch(this.#guarded) : undefined;
    }
    await guard.known;
    if (guard === this.#guard) this.#guarded();
  }

  /** Another element, another tab or ten minutes without a touch may have locked it; another element may have opened it. */
  readonly #guarded = () => {
    const state = this.#guard?.state;
    if (state === 'locked') void this.#lockNow();
    else if (state === 'open' && this.door === 'locked') this.#open();
    else if (state === 'open' && this.door === 'unknown') this.door = 'open';
  };

  /** Nothing where the lock cannot be read. */
  async #fetchDoor(): Promise<Door | undefined> {
    const guard = this.#guard;
    if (!guard?.lock) return undefined;
    const {Door: Kind} = await chunk(import('./lock/door.js'));
    return (this.#drawnDoor ??= new Kind(this, guard.lock, {
      opened: () => guard.opened(),
      cancelled: () => {
        this.door = 'open';
        void this.updateComplete.then(() =>
          this.renderRoot.querySelector<HTMLElement>('#lock')?.focus(),
        );
      },
    }));
  }

  /** Locked here and in every tab; where there is no PIN yet, one is set first. */
  readonly #askLock = () => void this.#askedLock();

  async #askedLock() {
    const lock = this.#guard?.lock;
    if (!lock) return;
    try {
      if (await lock.isSet()) {
        lock.lock();
        return;
      }
      const door = await this.#fetchDoor();
      if (!door) return;
      door.begin();
      this.door = 'setting';
      door.focus();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Everything inside leaves the page. */
  async #lockNow() {
    if (this.door === 'locked') return;
    this.#behind ??= this.loaded;
    this.loaded = undefined;
    this.door = 'locked';
    this.#entered.clear();
    this.#entered.add(this.at);
    try {
      const door = await this.#fetchDoor();
      door?.begin();
    } catch (error) {
      this.#fail(error);
    }
  }

  #open() {
    this.door = 'open';
    this.loaded = this.#behind;
    this.#behind = undefined;
  }

  #fail(error: unknown) {
    this.failure = failureOf(error);
    this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
  }

  async #recover(how: 'restore' | 'anew') {
    try {
      await this.store?.recover(how);
    } catch (error) {
      this.#fail(error);
    }
  }
}
