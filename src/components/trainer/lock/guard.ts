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
    for (const listener of [...this.#listeners]) listener();
  }
}

const guards = new WeakMap<Store, Guard>();

/** The guard of a store's room. */
export function guardOf(store: Store): Guard {
  let guard = guards.get(store);
  if (!guard) guards.set(store, (guard = new Guard(store)));
  return guard;
}
