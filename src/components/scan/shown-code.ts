import {html, render, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {qrOf, type Qr} from '../../exchange/qr.js';
import {frameCapacity, framesOf, fullCapacity, piecesOf} from '../../exchange/qr-sequence.js';
import {LocalizeController} from '../controllers/localize.js';
import {scanLanguages} from '../messages/scan.js';
import {adoptMore} from '../styles/adopt-more.js';
import {scanIcon} from './scan-icons.js';
import {scanStyles} from './scan-styles.js';

/** Modules around a code that must stay white. */
const quiet = 4;

/** A QR code on the screen; `label` says what is in it. */
export const shownCode = ({size, path}: Qr, label: string): TemplateResult => html`
  <svg
    class="qr"
    role="img"
    aria-label=${label}
    viewBox="${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}"
    shape-rendering="crispEdges"
  >
    <rect x=${-quiet} y=${-quiet} width="100%" height="100%" fill="#fff"></rect>
    <path d=${path} fill="#000"></path>
  </svg>
`;

/** How long a frame stands, in ms: a camera of ten pictures a second has it whole in one of them. */
const pace = 125;
/** Where the reader asked for less motion: slower to receive, and calm to look at. */
const calmPace = 500;

/** Two fuller codes are caught sooner than three that bear more. */
const isBetterFull = (length: number) =>
  piecesOf(length) === 3 && piecesOf(length, fullCapacity) === 2;

/** A text as one QR code. Throws KnsError `too-big` beyond version 15. */
export class ShownCode {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #label: string;
  readonly #code: Qr;

  constructor(host: ReactiveControllerHost & HTMLElement, text: string, label: string) {
    this.#host = host;
    this.#label = label;
    this.#code = qrOf(text);
  }

  render(): TemplateResult {
    adoptMore(this.#host, scanStyles);
    return shownCode(this.#code, this.#label);
  }
}

/**
 * Bytes as a row of QR codes that change eight times a second until somebody stops them.
 * They run only while they are on a page that is seen.
 */
export class RunningCode {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #localize: LocalizeController<typeof scanLanguages.vi>;
  readonly #frames: Generator<string, never, void>;
  readonly #needed: number;
  readonly #level: 'L' | 'M';
  /** Drawn apart from the host, which need not draw itself eight times a second. */
  readonly #box = document.createElement('div');
  #code: Qr;
  #number = 1;
  #isPaused = false;
  #isTicking = false;
  #changedAt = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, bytes: Uint8Array) {
    this.#host = host;
    this.#localize = new LocalizeController(host, scanLanguages);
    const isFull = isBetterFull(bytes.length);
    const capacity = isFull ? fullCapacity : frameCapacity;
    this.#level = isFull ? 'L' : 'M';
    this.#frames = framesOf(bytes, {capacity});
    this.#needed = piecesOf(bytes.length, capacity);
    this.#code = this.#next();
    this.#box.className = 'running stack';
  }

  render(): HTMLElement {
    adoptMore(this.#host, scanStyles);
    this.#draw();
    if (!this.#isTicking && !this.#isPaused) {
      this.#isTicking = true;
      requestAnimationFrame(this.#tick);
    }
    return this.#box;
  }

  readonly #tick = (now: number) => {
    // Taken off the page, or stopped: the next drawing begins again.
    if (!this.#box.isConnected || this.#isPaused) {
      this.#isTicking = false;
      return;
    }
    requestAnimationFrame(this.#tick);
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (now - this.#changedAt < (isCalm ? calmPace : pace)) return;
    this.#changedAt = now;
    this.#code = this.#next();
    this.#number++;
    this.#draw();
  };

  #next() {
    return qrOf(this.#frames.next().value, {level: this.#level});
  }

  #draw() {
    const {messages} = this.#localize;
    render(
      html`
        <p>${messages.hold}</p>
        ${shownCode(this.#code, messages.running)}
        <p class="piece quietly">${messages.piece(this.#number, this.#needed)}</p>
        <div class="row">
          <button type="button" @click=${this.#turn}>
            ${scanIcon(this.#isPaused ? 'resume' : 'pause')}
            ${this.#isPaused ? messages.resume : messages.pause}
          </button>
        </div>
      `,
      this.#box,
    );
  }

  readonly #turn = () => {
    this.#isPaused = !this.#isPaused;
    this.render();
  };
}
