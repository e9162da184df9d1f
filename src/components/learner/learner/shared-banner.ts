import {html, nothing} from 'lit';
import {chunk} from '../../failure.js';
import {asideIcon} from '../../icons-aside.js';
import {icon} from '../../icons.js';
import type {HandOver} from '../hand-over.js';
import type {Stand} from './screen.js';

/** Stands on top as long as the machine is shared, and ends it. */
export class SharedBanner {
  readonly #stand: Stand;
  #code: HandOver | undefined;
  /** What the code said when it was offered; answers since then are not in it. */
  #taken: string | undefined;
  /** The code was offered because somebody wanted to end. */
  #offered = false;

  constructor(stand: Stand) {
    this.#stand = stand;
  }

  render() {
    const stand = this.#stand;
    const {messages} = stand;
    const [title, advice] = messages.sharedNow;
    return html`
      <div class="notice shared">
        ${asideIcon('people')}
        <strong class="first" tabindex="-1">${title}</strong>
        <p>${advice}</p>
        ${
          this.#code
            ? html`
                <div class="stack">
                  ${this.#code.render()}
                  ${
                    this.#offered
                      ? html`
                          <p>${messages.finishNote}</p>
                        `
                      : nothing
                  }
                </div>
              `
            : nothing
        }
        <div class="row">
          ${
            this.#code || !stand.study
              ? nothing
              : html`
                  <button type="button" @click=${() => stand.attempt(() => this.#take())}>
                    ${asideIcon('copy')}${messages.takeCode}
                  </button>
                `
          }
          <button type="button" class="main" @click=${this.#end}>
            ${icon('check')}${messages.finish}
          </button>
        </div>
      </div>
    `;
  }

  async #take() {
    const {study, host} = this.#stand;
    if (!study) return;
    const {HandOver} = await chunk(import('../code-alone.js'));
    this.#code = new HandOver(host, study);
    this.#taken = this.#code.code;
  }

  readonly #end = (event: MouseEvent) => {
    if (event.detail > 1) return;
    const stand = this.#stand;
    return stand.attempt(async () => {
      const {questions = {}} = stand.study?.snapshot.standing ?? {};
      if (Object.keys(questions).length > 0 && (!this.#code || this.#code.code !== this.#taken)) {
        await this.#take();
        this.#offered = true;
        return;
      }
      // A lesson that stays open would be opened by whoever is next.
      const left = stand.leaveLesson();
      await stand.host.updateComplete;
      await stand.store.setShared(false);
      // Whoever was in a lesson is led to the list of lessons.
      if (!left) stand.shut();
    });
  };
}
