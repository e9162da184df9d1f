import {html, type LitElement, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {KnsFailedEvent} from '../events.js';
import {type Failure, failureOf} from '../failure.js';
import {icon} from '../icons.js';
import type {TrainerMessages} from '../messages/trainer.js';

/** What an element fetches when it is first shown, and draws from then on. */
export interface Part {
  readonly isReady: boolean;
  render(): unknown;
  /** The element was taken off the page. */
  leave(): void;
}

/** What did not work, and a way to try again. */
export function failureNotice(
  messages: TrainerMessages,
  {code}: Failure,
  again: () => void,
  {what, todo} = messages.refusals[code] ?? messages.unexpected,
): TemplateResult {
  return html`
    <div class="notice bad" role="alert">
      ${icon('alert')}
      <strong>${what}</strong>
      <span>${todo}</span>
      <span class="quietly">${messages.code(code)}</span>
      <div class="row">
        <button type="button" @click=${again}>${icon('again')}${messages.retry}</button>
      </div>
    </div>
  `;
}

/** An element of the room whose code comes when it is first shown; what fails is told once, with a way to try again. */
export class LatePart<P extends Part> implements ReactiveController {
  readonly #host: LitElement;
  readonly #messages: () => TrainerMessages;
  readonly #fetch: (fail: (error: unknown) => void) => Promise<P>;
  #part: P | undefined;
  #failure: Failure | undefined;
  #isFetching = false;

  constructor(
    host: LitElement,
    messages: () => TrainerMessages,
    fetch: (fail: (error: unknown) => void) => Promise<P>,
  ) {
    this.#host = host;
    this.#messages = messages;
    this.#fetch = fetch;
    host.addController(this);
  }

  /** What was fetched, as long as it is on the page. */
  get here(): P | undefined {
    return this.#host.isConnected ? this.#part : undefined;
  }

  hostConnected() {
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    this.#part?.leave();
  }

  hostUpdate() {
    if (!this.#part && !this.#failure) void this.#open();
  }

  render() {
    const messages = this.#messages();
    const failure = this.#failure;
    return html`
      ${failure ? failureNotice(messages, failure, () => this.#again()) : nothing}
      ${
        this.#part?.isReady
          ? this.#part.render()
          : failure
            ? nothing
            : html`
                <p class="quietly" aria-busy="true" role="status">${messages.opening}</p>
              `
      }
    `;
  }

  #again() {
    this.#failure = undefined;
    this.#host.requestUpdate();
  }

  async #open() {
    if (this.#isFetching) return;
    this.#isFetching = true;
    try {
      this.#part = await this.#fetch((error) => this.#fail(error));
      this.#host.requestUpdate();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isFetching = false;
    }
  }

  #fail(error: unknown) {
    this.#failure = failureOf(error);
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new KnsFailedEvent(this.#failure.code, this.#failure.facts));
  }
}
