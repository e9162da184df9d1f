import {Workbox} from 'workbox-window';
import type {InstallOffer} from './install.js';

export {watchInstall, type InstallOffer} from './install.js';

/**
 * Where the shell of the app stands on this device.
 * unsupported: no workers here (plain http, private window, sandbox) · installing · ready: opens without a network ·
 * update-ready: a newer shell waits to be let in · renewed: another page has let it in, and this one still runs the
 * former scripts: it should be loaded anew · failed: could not be kept; the page goes on with the network.
 */
export type OfflineState =
  'unsupported' | 'installing' | 'ready' | 'update-ready' | 'renewed' | 'failed';

/** The worker as a page sees it. */
export interface Offline {
  readonly state: OfflineState;
  /** Calls back on every change of `state`; returns how to stop. */
  subscribe(listener: (state: OfflineState) => void): () => void;
  /**
   * Lets the waiting shell in; resolves once it is in charge, when the page should reload.
   * Resolves at once when nothing waits.
   */
  update(): Promise<void>;
  /** What was handed to `registerOffline`. */
  readonly install?: InstallOffer | undefined;
}

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

let policy: ScriptPolicy | undefined;

/** A portal that requires Trusted Types takes a worker's address only from a policy, and each name can be taken once. */
function scriptUrl(url: URL): string {
  const {trustedTypes} = globalThis as {
    trustedTypes?: {createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy};
  };
  policy ??= trustedTypes?.createPolicy('kynangso', {
    createScriptURL(input) {
      if (new URL(input).origin === location.origin) return input;
      throw new TypeError('A worker comes from the origin of its page.');
    },
  });
  return policy ? policy.createScriptURL(url.href) : url.href;
}

function workers(): ServiceWorkerContainer | undefined {
  try {
    // Sandboxed frames throw on the mere look.
    return 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/** Registers the worker at `url`, which keeps the app's shell. Never throws: what happens is told by `state`. */
export function registerOffline(
  url: string | URL,
  {install}: {install?: InstallOffer} = {},
): Offline {
  const listeners = new Set<(state: OfflineState) => void>();
  let state: OfflineState = workers() ? 'installing' : 'unsupported';
  let workbox: Workbox | undefined;

  const become = (next: OfflineState) => {
    // Nothing takes back that the page is older than the worker in charge of it.
    if (state === next || state === 'renewed') return;
    state = next;
    for (const listener of listeners) listener(next);
  };

  /** Whoever was in charge already gave way to a newer one; the first of all takes over from nobody. */
  let isLed = Boolean(workers()?.controller);
  const changeHands = () => {
    if (isLed) become('renewed');
    isLed = true;
  };

  async function register() {
    workers()?.addEventListener('controllerchange', changeHands);
    workbox = new Workbox(scriptUrl(new URL(url, document.baseURI)));
    workbox.addEventListener('activated', () => become('ready'));
    workbox.addEventListener('waiting', () => become('update-ready'));
    workbox.addEventListener('redundant', () => {
      // A newer worker that fails to install leaves the one in charge as it is.
      if (state === 'installing') become('failed');
    });
    const registration = await workbox.register();
    if (registration?.active && state === 'installing') become('ready');
    // A page loaded anew while its first worker installs hears no event of that worker.
    await workers()?.ready;
    if (state === 'installing') become('ready');
  }

  if (state === 'installing') register().catch(() => become('failed'));

  return {
    install,
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async update() {
      if (state !== 'update-ready' || !workbox) return;
      const inCharge = new Promise<void>((resolve) => {
        workers()?.addEventListener('controllerchange', () => resolve(), {once: true});
      });
      workbox.messageSkipWaiting();
      await inCharge;
    },
  };
}
