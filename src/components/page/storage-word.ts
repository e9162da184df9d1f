import {probe} from '../probe.js';

/** What a browser says of its storage; what it does not say is absent. */
export interface StorageWord {
  readonly persisted?: boolean;
  /** In bytes. */
  readonly usage?: number;
}

/** Asks the browser how it keeps this page's storage. Never rejects. */
export async function storageWord(): Promise<StorageWord> {
  const [persisted, estimate] = await Promise.all([
    probe(() => navigator.storage.persisted())?.catch(() => undefined),
    probe(() => navigator.storage.estimate())?.catch(() => undefined),
  ]);
  return {
    ...(persisted !== undefined && {persisted}),
    ...(estimate?.usage !== undefined && {usage: estimate.usage}),
  };
}
