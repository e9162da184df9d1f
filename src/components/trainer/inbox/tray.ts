import {html, nothing} from 'lit';
import {asideIcon} from '../../icons-aside.js';
import {icon} from '../../icons.js';
import {filesDropped, mostFiles, withoutLitter} from './dropped-files.js';
import {inboxIcon} from './inbox-icons.js';
import type {Stand} from './stand.js';

/** How far receiving has come. `total` 0: still looking. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly what: 'codes' | 'files';
}

/** What may come of what was laid down. */
export interface Laid {
  /** The conversation in the field. */
  text(text: string): void;
  files(files: readonly File[]): void;
  /** Opens or closes the camera. */
  scan(): void;
  stop(): void;
}

/** Folders can be picked by hand where there is a mouse; phones show every file anyway. */
const picksFolders = (): boolean =>
  'webkitdirectory' in HTMLInputElement.prototype && matchMedia('(any-pointer: fine)').matches;

/** Where what learners sent is laid down: a conversation to paste, files to choose or drop, codes to scan. */
export class Tray {
  text = '';
  readonly #stand: Stand;
  readonly #laid: Laid;
  /** Something that can be dropped hangs over it. */
  #over = false;
  #looking = false;

  constructor(stand: Stand, laid: Laid) {
    this.#stand = stand;
    this.#laid = laid;
  }

  /** True while something hangs over the inbox. */
  get isTarget() {
    return this.#over;
  }

  render(progress: Progress | undefined, scanning: boolean) {
    const {messages} = this.#stand;
    const busy = progress ? 'true' : 'false';
    return html`
      <div class="pasting">
        <label for="paste">${messages.paste}</label>
        <textarea
          id="paste"
          part="paste"
          rows="5"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-describedby="paste-hint"
          placeholder="[10:29 22/11/2026] Lan: KNS1.…"
          .value=${this.text}
          @input=${this.#write}
        ></textarea>
        <p id="paste-hint" class="quietly">${messages.pasteHint}</p>
        <div class="row">
          <button
            type="button"
            class="main"
            aria-disabled=${busy}
            @click=${() => this.#laid.text(this.text)}
          >
            ${asideIcon('bring')}${messages.receive}
          </button>
        </div>
        <p class="or quietly"><span>${messages.or}</span></p>
        <div class="ways">
          <button
            type="button"
            aria-describedby="files-hint"
            aria-disabled=${busy}
            @click=${() => this.#pick('files')}
          >
            ${inboxIcon('file')}${messages.files}
          </button>
          ${
            picksFolders()
              ? html`
                  <button type="button" aria-disabled=${busy} @click=${() => this.#pick('folder')}>
                    ${inboxIcon('folder')}${messages.folder}
                  </button>
                `
              : nothing
          }
          <button type="button" aria-expanded=${scanning} @click=${() => this.#laid.scan()}>
            ${inboxIcon('scan')}${scanning ? messages.closeScan : messages.scan}
          </button>
        </div>
        <input id="files" type="file" multiple hidden @change=${this.#picked} />
        <input id="folder" type="file" multiple webkitdirectory hidden @change=${this.#picked} />
        <p id="files-hint" class="quietly">
          ${messages.filesHint}
          <span class="by-mouse">${messages.dropHint}</span>
        </p>
        ${this.#progress(progress)}
      </div>
    `;
  }

  /** Drawn over everything while something hangs above it; whoever uses no mouse has the buttons. */
  target() {
    return this.#over
      ? html`
          <div class="target" aria-hidden="true">
            <p>${asideIcon('bring')}${this.#stand.messages.dropHere}</p>
          </div>
        `
      : nothing;
  }

  /** Leads to the empty field. */
  focus() {
    this.#stand.host.renderRoot.querySelector<HTMLElement>('#paste')?.focus();
  }

  readonly dragged = (event: DragEvent) => {
    const types = event.dataTransfer?.types ?? [];
    if (!types.includes('Files') && !types.includes('text/plain')) return;
    // A word of the field's own, dragged within it, stays the browser's.
    if (!types.includes('Files') && isField(event)) return;
    event.preventDefault();
    this.#hang(true);
  };

  readonly left = ({currentTarget, relatedTarget}: DragEvent) => {
    if (relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget)) return;
    this.#hang(false);
  };

  readonly dropped = (event: DragEvent) => {
    const {dataTransfer} = event;
    this.#hang(false);
    if (!dataTransfer) return;
    const isFiles = dataTransfer.types.includes('Files');
    if (!isFiles && isField(event)) return;
    event.preventDefault();
    if (!isFiles) {
      const text = dataTransfer.getData('text/plain');
      if (text) this.#laid.text(text);
      return;
    }
    this.#looking = true;
    this.#stand.redraw();
    void this.#stand
      .attempt(async () => this.#take(await filesDropped(dataTransfer)))
      .then(() => {
        this.#looking = false;
        this.#stand.redraw();
      });
  };

  #progress(progress: Progress | undefined) {
    const {messages} = this.#stand;
    if (!progress)
      return this.#looking
        ? html`
            <p class="quietly" role="status">${messages.looking}</p>
          `
        : nothing;
    const {done, total, what} = progress;
    return html`
      <div class="receiving">
        <span class="progress">
          <span>${total > 0 ? messages.receivingOf(done, total, what) : messages.receiving}</span>
          <progress
            aria-label=${messages.receiving}
            max=${Math.max(1, total)}
            value=${total > 0 ? done : nothing}
          ></progress>
        </span>
        <button type="button" @click=${() => this.#laid.stop()}>
          ${icon('cross')}${messages.stop}
        </button>
      </div>
    `;
  }

  readonly #write = ({target}: Event) => {
    this.text = (target as HTMLTextAreaElement).value;
  };

  #pick(which: 'files' | 'folder') {
    this.#stand.host.renderRoot.querySelector<HTMLInputElement>(`#${which}`)?.click();
  }

  readonly #picked = ({target}: Event) => {
    const input = target as HTMLInputElement;
    const files = withoutLitter(input.files ?? []);
    // The same files once more are a new choice.
    input.value = '';
    this.#take(files);
  };

  #take(files: readonly File[]) {
    if (files.length > mostFiles) this.#stand.say(this.#stand.messages.tooMany(mostFiles), true);
    else this.#laid.files(files);
  }

  #hang(over: boolean) {
    if (this.#over === over) return;
    this.#over = over;
    this.#stand.redraw();
  }
}

const isField = (event: Event): boolean =>
  event.composedPath().some((one) => one instanceof HTMLTextAreaElement);
