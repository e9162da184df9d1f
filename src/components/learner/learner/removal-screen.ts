import {html, nothing} from 'lit';
import type {Learner} from '../../../store/learner.js';
import type {Study} from '../../../store/study.js';
import {chunk} from '../../failure.js';
import {asideIcon} from '../../icons-aside.js';
import type {HandOver} from '../hand-over.js';
import {SaveFirst} from '../share/save-first.js';
import type {Screen, Stand} from './screen.js';

/** Takes a learner off this device with everything: says what goes, offers the code, asks twice. */
export class RemovalScreen implements Screen {
  readonly #stand: Stand;
  readonly #learner: Learner;
  #study: Study | undefined;
  readonly #file: SaveFirst;
  #code: HandOver | undefined;
  #sure = false;

  constructor(stand: Stand, learner: Learner) {
    this.#stand = stand;
    this.#learner = learner;
    this.#file = new SaveFirst(stand.host);
    void this.#look();
  }

  render() {
    const stand = this.#stand;
    const {messages} = stand;
    const name = stand.nameOf(this.#learner);
    const progress = this.#study?.snapshot.progress;
    const done = progress?.lessons.filter(({state}) => state === 'done').length ?? 0;
    const right = Object.values(this.#study?.snapshot.standing.questions ?? {}).filter(
      (question) => question.right,
    ).length;
    return html`
      <h3 class="first" tabindex="-1">${messages.removeTitle(name)}</h3>
      <p>${progress ? messages.lost(done, right) : messages.lostUnknown}</p>
      <p>${messages.others}</p>
      ${
        this.#code
          ? html`
              <div class="stack">${this.#code.render()}</div>
            `
          : this.#study
            ? html`
                <div class="row">
                  <button type="button" class="main" @click=${() => this.#takeCode()}>
                    ${asideIcon('copy')}${messages.codeFirst}
                  </button>
                </div>
              `
            : nothing
      }
      ${
        this.#study
          ? html`
              <div class="row">
                ${this.#file.button(stand.store, this.#study.course, this.#learner.key)}
              </div>
            `
          : nothing
      }
      <p class=${this.#file.said ? '' : 'none'} role="status">${this.#file.said}</p>
      <div class="row">
        <button
          type="button"
          class="danger ${this.#sure ? 'sure' : ''}"
          aria-disabled=${stand.busy}
          @click=${(event: MouseEvent) => this.#remove(event)}
        >
          ${this.#sure ? messages.removeSure : messages.removeAll(name)}
        </button>
        <button type="button" class="quiet" @click=${() => stand.list()}>${messages.back}</button>
      </div>
      <p class="unseen" role="status">${this.#sure ? messages.removeSure : nothing}</p>
    `;
  }

  /** Also of somebody whose PIN was forgotten: a code says how far they are, and nothing of who they are. */
  async #look() {
    const {store, course, study} = this.#stand;
    const {key} = this.#learner;
    if (study?.learner === key) this.#study = study;
    else if (course) this.#study = await store.study(course, key).catch(() => undefined);
    this.#stand.redraw();
  }

  #takeCode() {
    const study = this.#study;
    if (!study) return;
    return this.#stand.attempt(async () => {
      const {HandOver} = await chunk(import('../code-alone.js'));
      this.#code = new HandOver(this.#stand.host, study);
    });
  }

  #remove(event: MouseEvent) {
    // The second half of a double tap is no second thought.
    if (event.detail > 1) return;
    const stand = this.#stand;
    if (!this.#sure) {
      this.#sure = true;
      stand.redraw();
      return;
    }
    return stand.attempt(async () => {
      stand.removed.add(this.#learner.key);
      await stand.store.removeLearner(this.#learner.key);
      stand.shut(stand.messages.removed(stand.nameOf(this.#learner)));
    });
  }
}
