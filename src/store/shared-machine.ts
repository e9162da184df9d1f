import type {KeepingState, Store} from './store-contract.js';

/**
 * The store of a page that may step aside: on a machine of a library or a commune office another
 * one in memory, from `openInMemory`, takes its place until it is closed with all that is in it.
 * Whoever watches is told of the change as of a new state.
 */
export function sharedMachine(own: Store, openInMemory: () => Store): Store {
  const listeners = new Set<(state: KeepingState) => void>();
  let inForce = own;
  const follow = (store: Store) =>
    store.watchState((state) => {
      if (store === inForce) for (const listener of [...listeners]) listener(state);
    });
  follow(own);

  const instead: Partial<Store> = {
    watchState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async setShared(on) {
      const former = inForce;
      if (on === (former !== own)) return;
      // Whoever hands the machine over is away as long as it is another's.
      if (on) own.flush();
      inForce = on ? openInMemory() : own;
      if (on) follow(inForce);
      else own.refresh();
      await inForce.opened;
      for (const listener of [...listeners]) listener(inForce.state);
      if (!on) await former.close();
    },
  };
  return new Proxy(own, {
    get: (_own, name): unknown => Reflect.get(name in instead ? instead : inForce, name),
  });
}
