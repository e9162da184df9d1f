/** How the app's shell stands on this device, as `registerOffline` tells it. */
export type ShellState =
  'unsupported' | 'installing' | 'ready' | 'update-ready' | 'renewed' | 'failed';

/** What `kns-offline` takes: the object that `registerOffline` returns, or a host's own of the same shape. */
export interface OfflineSource {
  readonly state: ShellState;
  subscribe(listener: () => void): () => void;
  /** Lets the waiting shell in; resolves when the page should be loaded anew. */
  update(): Promise<void>;
  /** Absent where the host leaves putting the app on the home screen to the browser. */
  readonly install?:
    | {
        readonly ready: boolean;
        ask(): Promise<boolean>;
        subscribe(listener: () => void): () => void;
      }
    | undefined;
}
