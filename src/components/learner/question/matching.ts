import {css, html, nothing, type LitElement} from 'lit';
import type {MatchingQuestion} from '../../../curriculum/question.js';
import {shuffled} from '../../../curriculum/shuffle.js';
import {LocalizeController} from '../../controllers/localize.js';
import {icon} from '../../icons.js';
import {matchingLanguages} from '../../messages/asking/matching.js';
import {followFrom, grip, gripStyles, noFling} from './grip.js';
import {renderReason} from './reason.js';
import type {Asking, QuestionRenderer} from './renderer.js';

type Side = Pick<MatchingQuestion['pairs'][number], 'id' | 'right'>;

/** Every right side, those that belong to nobody included. */
const sidesOf = ({pairs, decoys = []}: MatchingQuestion): readonly Side[] => [...pairs, ...decoys];

/**
 * Lines of which each gets its match: the open line holds what is left to choose from, so that both are
 * in sight on a small screen. A match is tapped, or dragged by its handle onto any line.
 */
class Matching implements QuestionRenderer<MatchingQuestion> {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<typeof matchingLanguages.vi>;
  /** What each left side was matched with so far. */
  #made = new Map<string, string>();
  /** The line the learner opened; else the first one without a match is open. */
  #opened: string | undefined;
  /** How many lines are without a match. */
  #left = 0;
  /** The last match, for who does not see it. */
  #said = '';
  /** A drag ends in a click, which must not match once more. */
  #dragged = false;

  constructor(host: LitElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, matchingLanguages);
  }

  missing() {
    return this.#words.missing(this.#left);
  }

  render(asking: Asking<MatchingQuestion>) {
    return asking.answered ? this.#told(asking) : this.#lines(asking);
  }

  get #words() {
    return this.#localize.messages;
  }

  #lines(asking: Asking<MatchingQuestion>) {
    const {question, busy, inline} = asking;
    const {pairs} = question;
    const words = this.#words;
    this.#left = pairs.length - this.#made.size;
    const open = this.#openIn(question);
    const used = [...this.#made.values()];
    const free = shuffled(sidesOf(question), asking.seed).filter(({id}) => !used.includes(id));

    return html`
      <p class="quietly">${words.how}</p>
      <ul class="lines" @pointerdown=${this.#pointed}>
        ${pairs.map(({id, left}) => {
          const made = this.#made.get(id);
          const right = sidesOf(question).find((side) => side.id === made)?.right;
          return html`
            <li class="line ${id === open ? 'open' : ''}" data-left=${id}>
              <div class="head">
                <button
                  type="button"
                  class="left"
                  aria-expanded=${id === open}
                  ?disabled=${busy}
                  @click=${() => this.#toggle(asking, id)}
                >
                  <span>
                    <span class="said" id=${`left-${id}`}>${inline(left)}</span>
                    <span class="slot ${right ? 'filled' : ''}">
                      ${
                        right
                          ? html`
                              ${icon('next')} ${inline(right)}
                            `
                          : words.unmatched
                      }
                    </span>
                  </span>
                </button>
                ${
                  right
                    ? html`
                        <button
                          type="button"
                          class="off"
                          id=${`off-${id}`}
                          aria-label=${words.takeOff}
                          aria-labelledby=${`off-${id} left-${id}`}
                          ?disabled=${busy}
                          @click=${() => this.#takeOff(asking, id)}
                        >
                          ${icon('cross')}
                        </button>
                      `
                    : nothing
                }
              </div>
              ${id === open && free.length > 0 ? this.#pool(asking, id, free) : nothing}
            </li>
          `;
        })}
      </ul>
      <p class="unseen" role="status">${this.#said}</p>
    `;
  }

  #pool(asking: Asking<MatchingQuestion>, left: string, free: readonly Side[]) {
    const {busy, inline} = asking;
    return html`
      <div role="group" aria-labelledby=${`pick left-${left}`}>
        <p class="quietly" id="pick">${this.#words.pickMatch}</p>
        <ul class="pool">
          ${free.map(
            ({id, right}) => html`
              <li>
                <button
                  type="button"
                  class="match"
                  ?disabled=${busy}
                  @click=${(event: MouseEvent) => this.#click(event, asking, left, id)}
                >
                  <span
                    class="grip"
                    @pointerdown=${(event: PointerEvent) => busy || this.#grab(event, asking, id)}
                    @touchmove=${noFling}
                  >
                    ${grip}
                  </span>
                  <span id=${`right-${id}`}>${inline(right)}</span>
                </button>
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }

  #told({question, response, inline}: Asking<MatchingQuestion>) {
    const words = this.#words;
    this.#made = new Map();
    this.#opened = undefined;
    this.#said = '';
    const given =
      typeof response === 'object' ? (response as Readonly<Record<string, string>>) : {};
    const sides = sidesOf(question);
    return html`
      <ul class="options">
        ${question.pairs.map(({id, left, right}) => {
          const fine = given[id] === id;
          const made = sides.find((side) => side.id === given[id]);
          return html`
            <li class="option told ${fine ? 'right' : 'wrong'}">
              ${icon(fine ? 'check' : 'cross')}
              <div>
                <p class="said">${inline(left)}</p>
                ${
                  made
                    ? html`
                        <p>
                          <span class="quietly">${words.youMatched}:</span>
                          ${inline(made.right)}
                        </p>
                      `
                    : nothing
                }
                ${
                  fine
                    ? nothing
                    : html`
                        <p class="belongs">
                          <span class="quietly">${words.belongs}:</span>
                          <strong>${inline(right)}</strong>
                        </p>
                      `
                }
              </div>
            </li>
          `;
        })}
        ${question.decoys?.map(
          ({right}) => html`
            <li class="option told">
              ${icon('note')}
              <div>
                <p>${inline(right)}</p>
                <p class="quietly">${words.decoy}</p>
              </div>
            </li>
          `,
        )}
      </ul>
      ${renderReason(words.reason, inline(question.why))}
    `;
  }

  #openIn({pairs}: MatchingQuestion) {
    return this.#opened ?? pairs.find(({id}) => !this.#made.has(id))?.id;
  }

  #toggle({question}: Asking<MatchingQuestion>, left: string) {
    this.#opened = this.#opened === left ? undefined : left;
    this.#host.requestUpdate();
    if (this.#openIn(question) === left) void this.#show(left);
  }

  /** Hears of every pointer before the handles do. */
  readonly #pointed = {handleEvent: () => (this.#dragged = false), capture: true};

  #click(event: MouseEvent, asking: Asking<MatchingQuestion>, left: string, right: string) {
    // The second half of a double tap would hit what has moved up under the finger.
    if (event.detail > 1) return;
    // Keys click without a pointer, so no drag came before.
    if (this.#dragged && event.detail > 0) return;
    this.#match(asking, left, right);
  }

  #match(asking: Asking<MatchingQuestion>, left: string, right: string) {
    const {question} = asking;
    const [one, other] = [this.#textOf('left', left), this.#textOf('right', right)];
    this.#made.set(left, right);
    this.#opened = undefined;
    const open = question.pairs.length - this.#made.size;
    this.#said = this.#words.paired(one, other, open);
    this.#send(asking);
    void this.#show(this.#openIn(question) ?? left, true);
  }

  #takeOff(asking: Asking<MatchingQuestion>, left: string) {
    this.#said = this.#words.takenOff(this.#textOf('left', left));
    this.#made.delete(left);
    this.#opened = left;
    this.#send(asking);
    void this.#show(left, true);
  }

  #send({question: {pairs}, choose}: Asking<MatchingQuestion>) {
    choose(this.#made.size === pairs.length ? Object.fromEntries(this.#made) : undefined);
    this.#host.requestUpdate();
  }

  /** Brings a line into sight with all that it holds; the button that was pressed may be gone. */
  async #show(left: string, focus = false) {
    await this.#host.updateComplete;
    const line = this.#host.renderRoot.querySelector(`[data-left="${left}"]`);
    if (focus) line?.querySelector<HTMLElement>('.left')?.focus({preventScroll: true});
    line?.scrollIntoView({block: 'nearest'});
  }

  #textOf(side: 'left' | 'right', id: string) {
    const words = this.#host.renderRoot.querySelector(`#${side}-${id}`)?.textContent ?? '';
    return words.replace(/\s+/g, ' ').trim();
  }

  /** Lets a match follow the finger; where it is let go over a line, it is matched. */
  #grab(event: PointerEvent, asking: Asking<MatchingQuestion>, right: string) {
    const handle = event.currentTarget as HTMLElement;
    const card = handle.parentElement;
    if (!card || !event.isPrimary || event.button > 0) return;
    const root = this.#host.renderRoot as ShadowRoot;
    handle.setPointerCapture(event.pointerId);
    // Measured from the list, so that a page that scrolls meanwhile changes nothing.
    const origin = handle.closest('.lines') ?? this.#host;
    const placeOf = ({clientX, clientY}: PointerEvent) => {
      const {left, top} = origin.getBoundingClientRect();
      return {x: clientX - left, y: clientY - top};
    };
    const start = placeOf(event);
    let over: HTMLElement | null = null;

    const follow = (moving: PointerEvent) => {
      const {x, y} = placeOf(moving);
      // A finger that only taps trembles.
      if (!this.#dragged && Math.hypot(x - start.x, y - start.y) < 6) return;
      this.#dragged = true;
      card.classList.add('held');
      card.style.setProperty('--_x', `${x - start.x}px`);
      card.style.setProperty('--_y', `${y - start.y}px`);
      const below = root.elementFromPoint(moving.clientX, moving.clientY);
      const line = below?.closest<HTMLElement>('[data-left]') ?? null;
      over?.classList.remove('over');
      line?.classList.add('over');
      over = line;
    };
    const release = (isLetGo: boolean) => {
      card.classList.remove('held');
      card.style.removeProperty('--_x');
      card.style.removeProperty('--_y');
      over?.classList.remove('over');
      const left = over?.dataset['left'];
      if (isLetGo && this.#dragged && left) this.#match(asking, left, right);
    };

    followFrom(handle, follow, release);
  }
}

export const open = (host: LitElement): QuestionRenderer<MatchingQuestion> => new Matching(host);

export const styles = [
  css`
    .lines,
    .pool {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.6em;
    }

    .line {
      border: 1.5px solid var(--_edge);
      border-radius: var(--_radius);
      background: var(--_card);
    }

    .line.open {
      border-color: var(--_accent);
      box-shadow: inset 0 0 0 1.5px var(--_accent);
    }

    .line.over {
      outline: 3px dashed var(--_accent);
      outline-offset: 2px;
    }

    .head {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
    }

    .left,
    .off {
      border-color: transparent;
      background: none;
    }

    .left {
      justify-content: start;
      width: 100%;
      padding: 0.65em min(0.9em, 4vw);
      font-weight: 400;
      line-height: 1.5;
    }

    .left > span {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.2em;
      min-width: 0;
    }

    .slot {
      color: var(--_quiet);
      font-size: 0.92em;
    }

    .slot.filled {
      color: var(--_accent);
      font-weight: 600;
    }

    .off {
      width: min(3em, 14vw);
      padding: 0;
      color: var(--_quiet);
    }

    .line > [role='group'] {
      padding: 0 min(0.7em, 3vw) min(0.7em, 3vw);
    }

    .pool {
      grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
      gap: 0.5em;
      margin-top: 0.3em;
    }

    .pool li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }

    .match {
      justify-content: start;
      gap: 0.2em;
      padding: 0.35em 0.7em 0.35em 0.1em;
      background: var(--_paper);
      font-weight: 400;
      transform: translate(var(--_x, 0), var(--_y, 0));
    }

    .match > :last-child {
      min-width: 0;
    }

    .match.held {
      pointer-events: none;
    }

    .belongs {
      margin-top: 0.2em;
    }
  `,
  // Last, for what is held looks the same wherever it lies.
  gripStyles,
];
