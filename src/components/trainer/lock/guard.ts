import type {RoomLock} from '../../../store/roster-contract.js';
import type {Store} from '../../../store/store.js';
import {Rest} from './rest.js';

/**
 * Whether the room is locked on this page: one guard for all elements that show what it holds, so that none shows a name where
 * another shows the door, and whoever opens one door has opened all.
 */
export class Guard {
  /** Settled once it is known whether a PIN stands before the room. Never rejects. */
  readonly known: Promise<void>;
  readonly #store: Store;
  readonly #listeners = new Set<() => void>();
  readonly #rest = new Rest(() => void this.#rested());
  /** Elements that would show the door, and the one that does. */
  readonly #before = new Set<HTMLElement>();
  #door: HTMLElement | undefined;
  #asked: HTMLElement | undefined;
  #lock: RoomLock | undefined;
  #state: 'unknown' | 'open' | 'locked' = 'unknown';

  constructor(store: Store) {
    this.#store = store;
    this.known = this.#meet();
  }

  get state() {
    return this.#state;
  }

  /** Absent until it is known, and where it cannot be read. */
  get lock(): RoomLock | undefined {
    return this.#lock;
  }

  /** Calls back whenever the state changes. As long as somebody watches, nobody's touch for ten minutes locks. */
  watch(listener: () => void): () => void {
    if (this.#listeners.size === 0) this.#rest.begin();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest.end();
    };
  }

  /** Of all elements that would show the door, the one that shows it: one is enough. */
  get door(): HTMLElement | undefined {
    return this.#door;
  }

  /** An element that would show the door: the first in the document does, until it is asked for elsewhere. */
  standBefore(host: HTMLElement): () => void {
    this.#before.add(host);
    this.#choose();
    return () => {
      this.#before.delete(host);
      if (this.#asked === host) this.#asked = undefined;
      this.#choose();
    };
  }

  /** Somebody wants to enter the PIN here: the first element may be out of sight. */
  askFor(host: HTMLElement): void {
    this.#asked = host;
    this.#choose();
  }

  /** The PIN was entered on this page. */
  opened(): void {
    this.#rest.touched();
    this.#become('open');
  }

  /** What cannot be read hinders nobody: the lock hides and guards nothing. */
  async #meet() {
    try {
      const {lock} = await this.#store.roster();
      this.#lock = lock;
      lock.watch(() => this.#become('locked'));
      this.#become((await lock.isSet()) ? 'locked' : 'open');
    } catch {
      this.#become('open');
    }
  }

  async #rested() {
    if (this.#state === 'open' && (await this.#lock?.isSet().catch(() => false)))
      this.#lock?.lock();
  }

  #become(state: 'open' | 'locked') {
    if (state === this.#state) return;
    this.#state = state;
    this.#asked = undefined;
    this.#choose();
    this.#tell();
  }

  #choose() {
    const was = this.#door;
    // Nobody's typing is interrupted by an element that comes later.
    const isUsed = was && this.#before.has(was) && was.matches(':focus-within');
    this.#door = this.#asked ?? (isUsed ? was : [...this.#before].sort(inDocument)[0]);
    if (this.#door !== was && this.#state === 'locked') this.#tell();
  }

  #tell() {
    for (const listener of [...this.#listeners]) listener();
  }
}

const inDocument = (one: Node, other: Node): number =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;

const guards = new WeakMap<Store, Guard>();

/** The guard of a store's room. */
export function guardOf(store: Store): Guard {
  let guard = guards.get(store);
  if (!guard) guards.set(store, (guard = new Guard(store)));
  return guard;
}
