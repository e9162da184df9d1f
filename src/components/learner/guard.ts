import {css, html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import {LocalizeController} from '../controllers/localize.js';
import {failureOf, type Failure} from '../failure.js';
import {icon} from '../icons.js';
import {asideLanguages} from '../messages/aside.js';
import {learnerLanguages} from '../messages/messages.js';
import {field} from '../styles/field.js';
import {BringIn} from './bring-in.js';
import {failureNotice, notice} from '../notice.js';

/** For the root that draws the guard. */
export const guardStyles = [
  field,
  css`
    h2 {
      display: flex;
      gap: 0.4em;
    }

    h2 .icon {
      flex: none;
      margin-top: 0.12em;
      color: var(--_bad);
    }

    .ways {
      margin-top: 1.4em;
    }
  `,
];

/** The screen before an emptied store: what happened, every way back, and never a 0 %. */
export class Guard {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #store: Store;
  readonly #loaded: () => LoadedCourse | undefined;
  readonly #localize: LocalizeController<typeof asideLanguages.vi>;
  readonly #failures: LocalizeController<typeof learnerLanguages.vi>;
  #bringIn: BringIn | undefined;
  #busy = false;
  /** Starting anew was asked for once. */
  #sure = false;
  #failure: Failure | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    store: Store,
    loaded: () => LoadedCourse | undefined,
  ) {
    this.#host = host;
    this.#store = store;
    this.#loaded = loaded;
    this.#localize = new LocalizeController(host, asideLanguages);
    this.#failures = new LocalizeController(host, learnerLanguages);
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    // A code is read with its course's slots, so pasting waits until the course is here.
    const loaded = this.#loaded();
    if (loaded) {
      const {course} = loaded;
      this.#bringIn ??= new BringIn(this.#host, this.#store, course, undefined, undefined, loaded);
    }
    return html`
      <div class="stack" role="alert">
        <h2>
          ${icon('alert')}
          <span>${messages.lost}</span>
        </h2>
        <p>${messages.lostNote}</p>
      </div>
      <div class="stack ways">
        <div class="card stack">
          ${
            this.#failure?.code === 'storage-lost'
              ? html`
                  <p role="alert">${messages.copyGone}</p>
                `
              : html`
                  <p>${messages.restoreNote}</p>
                  <div class="row">
                    <button
                      type="button"
                      class="main"
                      aria-disabled=${this.#busy}
                      @click=${() => this.#recover('restore')}
                    >
                      ${icon('again')}${this.#busy ? messages.working : messages.restore}
                    </button>
                  </div>
                  ${
                    this.#failure
                      ? html`
                          <div role="alert">${this.#told(this.#failure)}</div>
                        `
                      : nothing
                  }
                `
          }
        </div>
        ${
          this.#bringIn
            ? html`
                <div class="card stack">
                  <p>${messages.orPaste}</p>
                  ${this.#bringIn.render()}
                </div>
              `
            : nothing
        }
        <div class="stack">
          <p class="quietly">${messages.anewNote}</p>
          <div class="row">
            <button type="button" class="quiet" @click=${this.#anew}>
              ${this.#sure ? messages.anewSure : messages.anew}
            </button>
          </div>
        </div>
      </div>
    `;
  }

  #told(failure: Failure) {
    const {messages} = this.#failures;
    // What is said of failures elsewhere promises that everything saved is still there.
    return failure.code === 'chunk-missing'
      ? failureNotice(messages, failure)
      : notice(
          this.#localize.messages.notRestored,
          html`
            <p class="quietly">${messages.code(failure.code)}</p>
          `,
          true,
        );
  }

  readonly #anew = () => {
    if (this.#sure) return void this.#recover('anew');
    this.#sure = true;
    this.#host.requestUpdate();
  };

  async #recover(how: 'restore' | 'anew') {
    if (this.#busy) return;
    this.#busy = true;
    this.#failure = undefined;
    this.#host.requestUpdate();
    try {
      await this.#store.recover(how);
    } catch (error) {
      this.#failure = failureOf(error);
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }
}
