import type {Courses} from './courses.js';
import {type KeepingState, type Store, storeApi} from './store-contract.js';

/** What stands in a store's place until that was fetched. */
export interface DeferredStoreOptions {
  /** At hand at once: a course is read before anything is kept. */
  courses: Courses;
  /** Called whenever something beyond the courses is asked for; the same store each time. */
  fetchStore: () => Promise<Store>;
}

/** What needs the store itself. */
const names = [
  'learners',
  'currentLearner',
  'addLearner',
  'useLearner',
  'changeLearner',
  'setPin',
  'removeLearner',
  'setShared',
  'learnerOf',
  'study',
  'admit',
  'received',
  'setAdmitted',
  'nameLearner',
  'exchange',
  'roster',
  'reports',
  'sessions',
  'recover',
] as const satisfies readonly (keyof Store)[];

/**
 * A store whose code is fetched when first needed: a lesson is drawn before there is anything
 * to keep. Rejections of `fetchStore` reach whoever asked.
 */
export function deferredStore({courses, fetchStore}: DeferredStoreOptions): Store {
  const watching = new Set<(state: KeepingState) => void>();
  let store: Store | undefined;
  let waking = false;

  async function need(): Promise<Store> {
    waking = true;
    const fetched = await fetchStore().catch((error: unknown) => {
      waking = false;
      throw error;
    });
    if (!store) {
      store = fetched;
      const tell = (state: KeepingState) => watching.forEach((listener) => listener(state));
      store.watchState(tell);
      if (store.state !== 'ready') tell(store.state);
    }
    return store;
  }

  const later = Object.fromEntries(
    names.map((name) => [
      name,
      async (...given: unknown[]) =>
        ((await need())[name] as (...given: unknown[]) => unknown)(...given),
    ]),
  ) as unknown as Pick<Store, (typeof names)[number]>;

  return {
    api: storeApi,
    get state() {
      return store?.state ?? 'ready';
    },
    get awake() {
      return waking;
    },
    get opened() {
      return need().then(
        ({opened}) => opened,
        (): KeepingState => 'broken',
      );
    },
    courses,
    ...later,
    watchReceived(listener) {
      const watching = need().then((fetched) => fetched.watchReceived(listener));
      // Whoever asks for what was received is told of a failure.
      watching.catch(() => undefined);
      return () => void watching.then((unwatch) => unwatch()).catch(() => undefined);
    },
    settled: async () => store?.settled(),
    flush: () => store?.flush(),
    refresh: () => store?.refresh(),
    watchState(listener) {
      watching.add(listener);
      return () => watching.delete(listener);
    },
    close: async () => store?.close(),
  };
}
