import {ContextConsumer} from '@lit/context';
import {html, type LitElement, nothing, type ReactiveController} from 'lit';
import type {Store} from '../../../store/store.js';
import {storeContext} from '../../contexts.js';
import {LocalizeController} from '../../controllers/localize.js';
import {chunk, type Failure, failureOf} from '../../failure.js';
import {trainerLanguages} from '../../messages/trainer.js';
import {failureNotice} from '../late-part.js';
import type {Door} from './door.js';
import {doorContext} from './door-context.js';
import {type Guard, guardOf} from './guard.js';

/**
 * Keeps what an element of the room shows behind the door, wherever a page puts that element: nothing of it is drawn until it
 * is known whether the room is locked, nor while it is.
 */
export class DoorController implements ReactiveController {
  readonly #host: LitElement;
  readonly #left: (() => void) | undefined;
  readonly #localize: LocalizeController<typeof trainerLanguages.vi>;
  /** Another element around this one shows the door. */
  readonly #around;
  #store: Store | undefined;
  #guard: Guard | undefined;
  #unwatch: (() => void) | undefined;
  /** Leaves the elements that would show the door. */
  #step: (() => void) | undefined;
  #door: Door | undefined;
  #failure: Failure | undefined;
  #isFetching = false;
  #wasLocked = false;
  /** Somebody asked for the door here, and is about to type. */
  #isAsked = false;

  /** `left` is called when the room is locked: whatever runs on beside the drawing ends then. */
  constructor(host: LitElement, left?: () => void) {
    this.#host = host;
    this.#left = left;
    this.#localize = new LocalizeController(host, trainerLanguages);
    this.#around = new ContextConsumer(host, {
      context: doorContext,
      subscribe: true,
      callback: () => this.#stepAside(),
    });
    new ContextConsumer(host, {
      context: storeContext,
      subscribe: true,
      callback: (store) => this.#follow(store),
    });
    host.addController(this);
  }

  /** False until it is known, and while the room is locked. Without a store there is nothing to be hidden. */
  get isOpen(): boolean {
    return !this.#guard || this.#guard.state === 'open';
  }

  hostConnected() {
    this.#watch();
  }

  hostDisconnected() {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#stepAside();
  }

  /** What the element shows, or what stands before it. */
  render(draw: () => unknown): unknown {
    if (this.isOpen) return draw();
    const {messages} = this.#localize;
    if (this.#guard?.state === 'locked') {
      if (this.#around.value) return nothing;
      if (this.#guard.door !== this.#host) return this.#elsewhere();
      if (this.#failure) return failureNotice(messages, this.#failure, this.#again);
      if (this.#door) return this.#door.renderLocked();
    }
    return html`
      <p class="quietly" aria-busy="true" role="status">${messages.opening}</p>
    `;
  }

  #follow(store: Store) {
    if (store === this.#store) return;
    this.#store = store;
    this.#guard = guardOf(store);
    this.#door = undefined;
    this.#watch();
    this.#host.requestUpdate();
  }

  /** One door is enough for a page, and whoever reads here need not look for it. */
  #elsewhere() {
    const {messages} = this.#localize;
    return html`
      <p class="quietly">
        ${messages.lockedToo}
        <button type="button" class="quiet" @click=${this.#here}>${messages.openHere}</button>
      </p>
    `;
  }

  readonly #here = () => {
    this.#isAsked = true;
    this.#guard?.askFor(this.#host);
  };

  #stepAside() {
    this.#step?.();
    this.#step = undefined;
  }

  #watch() {
    this.#unwatch?.();
    this.#stepAside();
    this.#unwatch = this.#host.isConnected ? this.#guard?.watch(this.#changed) : undefined;
    if (this.#host.isConnected && !this.#around.value)
      this.#step = this.#guard?.standBefore(this.#host);
    if (this.#guard?.state === 'locked') this.#changed();
  }

  readonly #changed = () => {
    const isLocked = this.#guard?.state === 'locked';
    if (isLocked && !this.#wasLocked) {
      this.#left?.();
      // What was printed stands beside what is drawn.
      this.#host.renderRoot?.querySelector('iframe.paper')?.remove();
    }
    if (isLocked) void this.#fetch();
    else if (this.#wasLocked) this.#focus();
    this.#wasLocked = isLocked;
    this.#host.requestUpdate();
  };

  async #fetch() {
    const [guard, lock] = [this.#guard, this.#guard?.lock];
    if (this.#isFetching || this.#around.value || !guard || !lock) return;
    if (guard.door !== this.#host) return;
    this.#isFetching = true;
    try {
      const {Door: Kind} = await chunk(import('./door.js'));
      this.#door ??= new Kind(this.#host, lock, {
        opened: () => guard.opened(),
        cancelled: () => undefined,
      });
      this.#door.begin();
      if (this.#isAsked) this.#door.focus();
      this.#isAsked = false;
    } catch (error) {
      this.#failure = failureOf(error);
      this.#host.requestUpdate();
    }
    this.#isFetching = false;
  }

  readonly #again = () => {
    this.#failure = undefined;
    void this.#fetch();
  };

  /** The field is about to go: whoever typed in it goes on where the element begins. */
  #focus() {
    const root = this.#host.renderRoot;
    if (!(root instanceof ShadowRoot) || !root.activeElement) return;
    void this.#host.updateComplete.then(() => root.querySelector<HTMLElement>('h3')?.focus());
  }
}
