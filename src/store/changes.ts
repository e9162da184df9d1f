import type {LearnerKey} from './reckoning/record.js';

/** What is stale: `study/<learner>/<course>`, `received`, `roster`, `reports`, `sessions`, `room-locked`, `learners`, `state`, or `device`. Ids only, never content. */
export type Topic = string;

export const studyTopic = (learner: LearnerKey, course: string): Topic =>
  `study/${learner}/${course}`;

/** `all`: a message may have been lost, read everything again. */
export type ChangeListener = (topics: ReadonlySet<Topic> | 'all') => void;

export interface Changes {
  announce(topics: Iterable<Topic>): void;
  /** Tells only this copy: a page came back from the background. */
  refreshAll(): void;
  subscribe(listener: ChangeListener): () => void;
  close(): void;
}

/**
 * Spreads the word that something changed: on this page, in other tabs, and to second copies
 * of the library. Whoever hears it reads the database again, so a message may come late or twice.
 */
export function openChanges(name: string): Changes {
  const listeners = new Set<ChangeListener>();
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(`${name}/changes`);
  } catch {
    // Without a channel other tabs stay stale until they come to the front.
  }

  const tell: ChangeListener = (topics) => {
    for (const listener of [...listeners]) listener(topics);
  };

  if (channel) {
    channel.onmessage = ({data}: MessageEvent<unknown>) => {
      if (!Array.isArray(data)) return;
      tell(new Set(data.filter((topic): topic is Topic => typeof topic === 'string')));
    };
  }

  return {
    announce(topics) {
      const stale = new Set(topics);
      if (stale.size === 0) return;
      tell(stale);
      // In a task of its own: whoever waits for a kept answer need not wait for the other tabs' news.
      setTimeout(() => channel?.postMessage([...stale]));
    },
    refreshAll: () => tell('all'),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      channel?.close();
      channel = undefined;
    },
  };
}
