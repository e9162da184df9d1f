import {clientsClaim} from 'workbox-core';
import type {PrecacheEntry} from 'workbox-precaching';
import {cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute} from 'workbox-precaching';
import {NavigationRoute, registerRoute} from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  /** The shell, written in by the host's build. */
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
};

// Without it the page of the first visit would fetch its lazy chunks from the network until it is opened again.
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

// Only addresses directly in the worker's folder: from a deeper one the page's relative links would lead astray.
const folder = new URL('./', self.location.href).pathname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    allowlist: [new RegExp(`^${folder}[^/?]*(\\?|$)`)],
  }),
);

self.addEventListener('message', ({data}: ExtendableMessageEvent) => {
  const message: unknown = data;
  if ((message as {type?: unknown} | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
