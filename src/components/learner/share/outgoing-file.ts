import type {ReactiveControllerHost} from 'lit';
import type {Store} from '../../../store/store.js';
import {makeFile, type Freight} from './make-file.js';

/** A file of records, made ahead of the tap that sends it: browsers share only what is in hand. */
export class OutgoingFile {
  file: File | undefined;
  /** It could not be made; the code is what there is. */
  hasFailed = false;
  readonly #host: ReactiveControllerHost;
  readonly #store: Store;
  readonly #freight: Freight;
  /** The newest making. */
  #making = {};

  constructor(host: ReactiveControllerHost, store: Store, freight: Freight) {
    this.#host = host;
    this.#store = store;
    this.#freight = freight;
    void this.make();
  }

  /** Makes the file anew, with what was learned meanwhile. Never rejects. */
  async make(): Promise<void> {
    const making = (this.#making = {});
    try {
      const file = await makeFile(this.#store, this.#freight);
      if (this.#making !== making) return;
      this.file = file;
      this.hasFailed = false;
    } catch {
      if (this.#making !== making) return;
      this.file = undefined;
      this.hasFailed = true;
    }
    this.#host.requestUpdate();
  }
}
