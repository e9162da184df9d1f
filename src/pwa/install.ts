/** What a browser offers that can put an app on the home screen by itself. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{readonly outcome: 'accepted' | 'dismissed'}>;
}

/** Whether the browser itself can put this app on the home screen. */
export interface InstallOffer {
  readonly ready: boolean;
  /** Shows the browser's own question; resolves to whether the reader agreed. Only after a tap. */
  ask(): Promise<boolean>;
  subscribe(listener: () => void): () => void;
}

/** Keeps the browser's offer until somebody wants it. To be called early: it is made once, and not repeated. */
export function watchInstall(): InstallOffer {
  const listeners = new Set<() => void>();
  let offer: InstallPromptEvent | undefined;
  const become = (next: InstallPromptEvent | undefined) => {
    offer = next;
    for (const listener of [...listeners]) listener();
  };
  addEventListener('beforeinstallprompt', (event) => {
    // Else the browser lays its own bar over the lesson.
    event.preventDefault();
    become(event as InstallPromptEvent);
  });
  addEventListener('appinstalled', () => become(undefined));
  return {
    get ready() {
      return offer !== undefined;
    },
    async ask() {
      const asked = offer;
      // Each offer can be used once; a browser that is refused makes another one later.
      become(undefined);
      return (await asked?.prompt())?.outcome === 'accepted';
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
