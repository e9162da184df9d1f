import {html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import type {ErrorCode} from '../../errors.js';
import {readCodes} from '../../exchange/qr-reading.js';
import {Scanned} from '../../exchange/scanned.js';
import {LocalizeController} from '../controllers/localize.js';
import {KnsFailedEvent} from '../events.js';
import {failureOf} from '../failure.js';
import {icon} from '../icons.js';
import {notice} from '../notice.js';
import {scanLanguages, type ScanProblem} from '../messages/scan.js';
import {adoptMore} from '../styles/adopt-more.js';
import {CameraProblem, closeCamera, nextFrame, openCamera} from './camera.js';
import {Chime} from './chime.js';
import {codesInPhoto, pixelsOf} from './photo.js';
import {scanIcon} from './scan-icons.js';
import {scanStyles} from './scan-styles.js';

export interface ScanOptions {
  /** Called once for everything new: the text of a code, or the bytes of a whole sequence. */
  readonly taken: (found: string | Uint8Array) => void;
}

/** Between two looks at the camera, in ms: ten a second are enough for codes that change eight times. */
const pause = 100;
/** Side in pixels of what is looked at; more costs time and finds no more. */
const side = 720;

const codeOf: Readonly<Record<ScanProblem, ErrorCode>> = {
  missing: 'camera-missing',
  busy: 'camera-missing',
  insecure: 'camera-missing',
  app: 'camera-missing',
  dismissed: 'camera-refused',
  blocked: 'camera-refused',
  framed: 'camera-refused',
  part: 'chunk-missing',
};

/**
 * Reads QR codes with the camera, one after another, and from pictures. The camera is asked for on a tap, and is
 * off as soon as nobody looks: closed, left or taken off the page.
 *
 * The host draws `render()`, and calls `close()` when it draws it no longer.
 */
export class Scan implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #taken: ScanOptions['taken'];
  readonly #localize: LocalizeController<typeof scanLanguages.vi>;
  readonly #scanned = new Scanned();
  readonly #chime = new Chime();
  readonly #canvas = document.createElement('canvas');
  #camera: MediaStream | 'opening' | undefined;
  /** Grows with every opening and closing: whoever began before has been overtaken. */
  #turn = 0;
  #problem: ScanProblem | undefined;
  #pieces: {readonly have: number; readonly need: number} | undefined;
  #count = 0;
  #said: 'read' | 'whole' | 'known' | 'foreign' | 'left' | 'pictures' | undefined;
  /** The text the camera saw last, and whether it looked away since. */
  #last = '';
  #searching: {readonly at: number; readonly of: number} | undefined;
  #empty: readonly string[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, {taken}: ScanOptions) {
    this.#host = host;
    this.#taken = taken;
    this.#localize = new LocalizeController(host, scanLanguages);
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#leave);
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#leave);
    this.close();
  }

  /** Turns the camera off and forgets what was said; pieces of a sequence stay, until the next time. */
  close() {
    this.#turn++;
    this.#stop();
    this.#problem = undefined;
    this.#pieces = undefined;
    this.#searching = undefined;
    this.#said = undefined;
    this.#empty = [];
    this.#host.requestUpdate();
  }

  render() {
    adoptMore(this.#host, scanStyles);
    const {messages} = this.#localize;
    return html`
      <div class="scan stack">
        ${
          this.#camera instanceof MediaStream
            ? this.#finder(this.#camera)
            : html`
                <div class="row">
                  <button
                    type="button"
                    class="main"
                    aria-disabled=${this.#camera === 'opening'}
                    @click=${this.#open}
                  >
                    ${scanIcon('camera')}${messages.open}
                  </button>
                </div>
                <p class="quietly">
                  ${this.#camera === 'opening' ? messages.opening : messages.privacy}
                </p>
              `
        }
        <div role="status" class="stack ${this.#isSilent ? 'none' : ''}">${this.#told()}</div>
        <div class="row">
          ${this.#camera instanceof MediaStream ? this.#switches() : nothing}
          <button type="button" aria-disabled=${Boolean(this.#searching)} @click=${this.#pick}>
            ${scanIcon('picture')}${messages.pick}
          </button>
          <input
            type="file"
            accept="image/*"
            multiple
            hidden
            aria-label=${messages.pick}
            @change=${this.#look}
          />
        </div>
      </div>
    `;
  }

  #finder(camera: MediaStream) {
    const {messages} = this.#localize;
    const pieces = this.#pieces;
    const corners =
      'M8 22V12a4 4 0 0 1 4-4h10M78 8h10a4 4 0 0 1 4 4v10M92 78v10a4 4 0 0 1-4 4H78M22 92H12a4 4 0 0 1-4-4V78';
    return html`
      <p>${messages.aim}</p>
      <div class="finder">
        <video .srcObject=${camera} autoplay muted playsinline aria-label=${messages.view}></video>
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <path class="shade" d=${corners}></path>
          <path d=${corners}></path>
        </svg>
      </div>
      ${
        pieces
          ? html`
              <div>
                <progress
                  class="pieces"
                  max=${pieces.need}
                  .value=${pieces.have}
                  aria-label=${messages.parts(pieces.have, pieces.need)}
                ></progress>
                <p class="piece">${messages.parts(pieces.have, pieces.need)}</p>
              </div>
            `
          : nothing
      }
    `;
  }

  #switches() {
    const {messages} = this.#localize;
    const {isOn} = this.#chime;
    return html`
      <button type="button" class="off" @click=${this.#turnOff}>
        ${icon('cross')}${messages.close}
      </button>
      <button type="button" class="toggle" aria-pressed=${isOn} @click=${this.#turnSound}>
        ${scanIcon(isOn ? 'sound' : 'mute')}${messages.sound}
      </button>
    `;
  }

  get #isSilent() {
    const isEmpty = this.#empty.length === 0 && !this.#piecesOfPictures;
    return !this.#problem && !this.#said && !this.#searching && isEmpty;
  }

  /** Of a row of which pictures held a part; with the camera the finder tells. */
  get #piecesOfPictures() {
    return this.#camera || this.#searching ? undefined : this.#pieces;
  }

  #told() {
    const {messages} = this.#localize;
    const pieces = this.#piecesOfPictures;
    const searching = this.#searching;
    const told = searching
      ? messages.searching(searching.at, searching.of)
      : this.#said === 'read' || this.#said === 'pictures'
        ? messages[this.#said](this.#count)
        : this.#said && messages[this.#said];
    const isGood = !searching && ['read', 'whole', 'pictures'].includes(this.#said ?? '');
    return html`
      ${this.#problem ? notice(messages.problem[this.#problem]) : nothing}
      ${
        told
          ? html`
              <p>${icon(isGood ? 'check' : 'note')} ${told}</p>
            `
          : nothing
      }
      ${
        pieces
          ? html`
              <p>${icon('note')} ${messages.picturesParts(pieces.have, pieces.need)}</p>
            `
          : nothing
      }
      ${this.#empty.length > 0 ? notice(messages.pictureEmpty(this.#empty)) : nothing}
    `;
  }

  /** What was read before may come again: the host may not have been able to keep it. */
  #begin() {
    this.close();
    this.#scanned.begin();
    this.#count = 0;
  }

  readonly #open = async () => {
    if (this.#camera) return;
    this.#begin();
    const turn = this.#turn;
    this.#camera = 'opening';
    this.#chime.wake();
    try {
      const camera = await openCamera();
      if (turn !== this.#turn) {
        closeCamera(camera);
        return;
      }
      this.#camera = camera;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      // The button that was pressed is gone, and the picture may be below the screen's edge.
      this.#find('.off')?.focus({preventScroll: true});
      this.#find('.finder')?.scrollIntoView({block: 'nearest'});
      await this.#watch(camera, turn);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#stop();
      this.#fail(error instanceof CameraProblem ? error.problem : 'part', error);
    }
  };

  /** Looks at one picture after the other until the camera is closed. */
  async #watch(camera: MediaStream, turn: number) {
    const video = this.#find<HTMLVideoElement>('video');
    if (!video) return;
    for (const track of camera.getTracks())
      track.addEventListener('ended', () => {
        if (turn !== this.#turn) return;
        this.#turn++;
        this.#stop();
        this.#fail('busy');
      });
    // It plays by itself; where a browser wants to be told, a refusal shows as a picture that stands still.
    video.play().catch(() => undefined);
    let notBefore = 0;
    while (turn === this.#turn) {
      await nextFrame();
      const began = performance.now();
      if (began < notBefore || turn !== this.#turn) continue;
      const {videoWidth, videoHeight} = video;
      const shown = Math.min(videoWidth, videoHeight);
      if (shown === 0) continue;
      const scale = Math.min(1, side / shown);
      const picture = pixelsOf(video, shown, shown, scale, this.#canvas);
      const texts = picture ? await readCodes(picture) : [];
      if (turn !== this.#turn) return;
      this.#see(texts);
      const took = performance.now() - began;
      // A slow phone rests half as long as it reads, so that it answers when touched.
      notBefore = began + Math.max(pause, 1.5 * took);
    }
  }

  #see(texts: readonly string[]) {
    const [text] = texts;
    if (text === undefined) {
      this.#last = '';
      return;
    }
    // What stays before the camera was dealt with.
    if (texts.length === 1 && text === this.#last) return;
    this.#last = text;
    for (const one of texts) this.#take(one);
  }

  #take(text: string): boolean {
    const seen = this.#scanned.see(text);
    switch (seen.kind) {
      case 'part':
        this.#pieces = seen;
        this.#said = undefined;
        break;
      case 'again':
        if (!this.#pieces && this.#said !== 'read' && this.#said !== 'whole') this.#said = 'known';
        break;
      case 'foreign':
        this.#said = 'foreign';
        break;
      case 'found':
        this.#pieces = undefined;
        this.#count++;
        this.#said = typeof seen.found === 'string' ? 'read' : 'whole';
        this.#problem = undefined;
        this.#chime.ring();
        this.#taken(seen.found);
    }
    this.#host.requestUpdate();
    return seen.kind !== 'foreign';
  }

  readonly #pick = () => {
    if (this.#searching) return;
    this.#find('input[type=file]')?.click();
  };

  readonly #look = async ({target}: Event) => {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // So that the same picture can be chosen again.
    input.value = '';
    if (files.length === 0 || this.#searching) return;
    this.#begin();
    const turn = this.#turn;
    const empty: string[] = [];
    try {
      for (const [index, file] of files.entries()) {
        this.#searching = {at: index + 1, of: files.length};
        this.#host.requestUpdate();
        const texts = await codesInPhoto(file);
        if (turn !== this.#turn) return;
        if (!texts.map((text) => this.#take(text)).includes(true)) empty.push(file.name);
      }
    } catch (error) {
      if (turn === this.#turn) this.#fail('part', error);
    }
    if (turn !== this.#turn) return;
    this.#searching = undefined;
    // What was no code of ours is named below, and what is said of the frame says nothing of pictures.
    const isKnown = empty.length < files.length && !this.#pieces;
    this.#said = this.#count > 0 ? 'pictures' : isKnown ? 'known' : undefined;
    this.#empty = empty;
    if (empty.length > 0) this.#host.dispatchEvent(new KnsFailedEvent('picture-empty', {}));
    this.#host.requestUpdate();
  };

  readonly #turnOff = async () => {
    this.close();
    await this.#host.updateComplete;
    this.#find('.main')?.focus({preventScroll: true});
  };

  #find<T extends HTMLElement>(selector: string): T | null | undefined {
    return this.#host.shadowRoot?.querySelector<T>(`.scan ${selector}`);
  }

  readonly #turnSound = () => {
    this.#chime.isOn = !this.#chime.isOn;
    this.#host.requestUpdate();
  };

  /** Nobody is filmed who looks at something else. */
  readonly #leave = () => {
    if (document.visibilityState === 'visible' || !this.#camera) return;
    this.close();
    this.#said = 'left';
  };

  #stop() {
    if (this.#camera instanceof MediaStream) closeCamera(this.#camera);
    this.#camera = undefined;
    this.#last = '';
    this.#chime.rest();
  }

  #fail(problem: ScanProblem, error?: unknown) {
    // Anything but a camera that was refused or a part that is missing is a mistake of ours, and is reported.
    if (error && !(error instanceof CameraProblem)) failureOf(error);
    this.#problem = problem;
    this.#searching = undefined;
    this.#host.requestUpdate();
    /** @internal */
    this.#host.dispatchEvent(new KnsFailedEvent(codeOf[problem], {problem}));
  }
}
