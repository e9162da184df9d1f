import {css, html, type LitElement} from 'lit';
import type {OrderingQuestion} from '../../../curriculum/question.js';
import {shuffled} from '../../../curriculum/shuffle.js';
import {LocalizeController} from '../../controllers/localize.js';
import {icon} from '../../icons.js';
import {orderingLanguages} from '../../messages/asking/ordering.js';
import {followFrom, grip, gripStyles, noFling} from './grip.js';
import {renderReason} from './reason.js';
import type {Asking, QuestionRenderer} from './renderer.js';

/** The order in which the items lie at first: the learner's own, and never the right one. */
function startOf({question: {items}, seed}: Asking<OrderingQuestion>): string[] {
  const ids = items.map(({id}) => id);
  const start = shuffled(ids, seed);
  // One turn of a right order is wrong, and as far from a hint as any other.
  return start.every((id, at) => id === ids[at]) ? [...ids.slice(1), ...ids.slice(0, 1)] : start;
}

/**
 * The ids of a longest run that follows the right order, empty where no two do. They need not have moved:
 * by counting places alone, a whole list would be wrong because its last line came first.
 */
function inOrder(order: readonly string[], right: readonly string[]): readonly string[] {
  const longest = (runs: readonly (readonly string[])[]) =>
    runs.reduce((a, b) => (b.length > a.length ? b : a), []);
  const runs: string[][] = [];
  for (const id of order) {
    const before = (run: readonly string[]) =>
      right.indexOf(run[run.length - 1] ?? '') < right.indexOf(id);
    runs.push([...longest(runs.filter(before)), id]);
  }
  const found = longest(runs);
  return found.length > 1 ? found : [];
}

function moved(order: readonly string[], from: number, to: number): string[] {
  const rest = order.filter((_, at) => at !== from);
  return [...rest.slice(0, to), order[from] ?? '', ...rest.slice(to)];
}

/**
 * Lines to be put in order, by buttons, or by a handle that is dragged. Untouched, it cannot be sent:
 * the order it starts in is nobody's answer.
 */
class Ordering implements QuestionRenderer<OrderingQuestion> {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<typeof orderingLanguages.vi>;
  /** The last move, for who does not see it. */
  #said = '';

  constructor(host: LitElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, orderingLanguages);
  }

  missing() {
    return this.#words.missing;
  }

  render(asking: Asking<OrderingQuestion>) {
    return asking.answered ? this.#told(asking) : this.#lines(asking);
  }

  get #words() {
    return this.#localize.messages;
  }

  #lines(asking: Asking<OrderingQuestion>) {
    const {question, response, busy, inline} = asking;
    const words = this.#words;
    const order = Array.isArray(response) ? (response as string[]) : startOf(asking);
    const last = order.length - 1;
    const move = (from: number, to: number) => {
      if (busy || to < 0 || to > last || to === from) return;
      this.#said = words.movedTo(this.#textOf(order[from]), to + 1, order.length);
      asking.choose(moved(order, from, to));
    };
    const step = (from: number, to: number) => {
      move(from, to);
      // The line goes, the row stays: the focus goes with the line.
      void this.#host.updateComplete.then(() =>
        this.#row(to)
          ?.querySelector<HTMLElement>(to < from ? '.up' : '.down')
          ?.focus(),
      );
    };

    return html`
      <p class="quietly">${words.how}</p>
      <ol class="lines">
        ${order.map((id, at) => {
          const item = question.items.find((one) => one.id === id);
          return html`
            <li class="line" data-at=${at}>
              <span
                class="grip"
                @pointerdown=${(event: PointerEvent) => busy || this.#grab(event, at, move)}
                @touchmove=${noFling}
              >
                <span class="place">${at + 1}</span>
                ${grip}
              </span>
              <span id=${`line-${id}`}>${item && inline(item.text)}</span>
              <span class="moves">
                ${[-1, 1].map((way) => {
                  const name = way < 0 ? 'up' : 'down';
                  return html`
                    <button
                      type="button"
                      class=${name}
                      id=${`${name}-${id}`}
                      aria-label=${words[name]}
                      aria-labelledby=${`${name}-${id} line-${id}`}
                      aria-disabled=${busy || at + way < 0 || at + way > last}
                      @click=${() => step(at, at + way)}
                    >
                      ${icon('down')}
                    </button>
                  `;
                })}
              </span>
            </li>
          `;
        })}
      </ol>
      <p class="unseen" role="status">${this.#said}</p>
    `;
  }

  #told({question: {items, why}, response, inline}: Asking<OrderingQuestion>) {
    const words = this.#words;
    this.#said = '';
    const order = Array.isArray(response) ? (response as string[]) : [];
    const following = inOrder(
      order,
      items.map(({id}) => id),
    );
    return html`
      <ol class="options">
        ${items.map(({id, text}, at) => {
          const place = order.indexOf(id);
          const pushed = place !== at && following.includes(id);
          return html`
            <li class="option told ${place === at ? 'right' : pushed ? '' : 'wrong'}">
              ${icon(place === at || pushed ? 'check' : 'cross')}
              <div>
                <p class="said">${at + 1}. ${inline(text)}</p>
                <p class="tags">
                  <span>
                    ${
                      place === at
                        ? words.inPlace
                        : pushed
                          ? words.pushed(place + 1)
                          : words.misplaced(place + 1)
                    }
                  </span>
                </p>
              </div>
            </li>
          `;
        })}
      </ol>
      ${renderReason(words.reason, inline(why))}
    `;
  }

  #row(at: number) {
    return this.#host.renderRoot.querySelector<HTMLElement>(`.line[data-at="${at}"]`);
  }

  #textOf(id = '') {
    const words = this.#host.renderRoot.querySelector(`#line-${id}`)?.textContent ?? '';
    return words.replace(/\s+/g, ' ').trim();
  }

  /** Lets a line follow the finger; the others make room, and the order changes when it is let go. */
  #grab(event: PointerEvent, from: number, move: (from: number, to: number) => void) {
    const handle = event.currentTarget as HTMLElement;
    const row = handle.parentElement;
    const list = row?.parentElement;
    if (!row || !list || !event.isPrimary || event.button > 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);

    const rows = [...list.children] as HTMLElement[];
    const boxes = rows.map(({offsetTop: top, offsetHeight: height}) => ({
      top,
      middle: top + height / 2,
      bottom: top + height,
    }));
    const own = boxes[from];
    if (!own) return;
    // What the neighbour below, or above, would move by to fill the gap.
    const room = row.offsetHeight + parseFloat(getComputedStyle(list).rowGap);
    // Measured from the list, so that a page that scrolls meanwhile changes nothing.
    const heightOf = ({clientY}: PointerEvent) => clientY - list.getBoundingClientRect().top;
    const start = heightOf(event);
    let to = from;

    const follow = (moving: PointerEvent) => {
      const by = heightOf(moving) - start;
      to = from;
      boxes.forEach(({middle}, at) => {
        if (at > from && own.bottom + by > middle) to = at;
        if (at < from && own.top + by < middle) to = Math.min(to, at);
      });
      rows.forEach((one, at) => {
        const gives = at > from && at <= to ? -room : at < from && at >= to ? room : 0;
        one.style.setProperty('--_by', `${at === from ? by : gives}px`);
      });
      row.scrollIntoView({block: 'nearest'});
    };
    const release = (isLetGo: boolean) => {
      list.classList.remove('sorting');
      row.classList.remove('held');
      for (const one of rows) one.style.removeProperty('--_by');
      if (isLetGo) move(from, to);
    };

    list.classList.add('sorting');
    row.classList.add('held');
    followFrom(handle, follow, release);
  }
}

export const open = (host: LitElement): QuestionRenderer<OrderingQuestion> => new Ordering(host);

export const styles = [
  css`
    .lines {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.6em;
    }

    .line {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: min(0.5em, 1.5vw);
      align-items: center;
      padding: 0.35em;
      border: 1.5px solid var(--_edge);
      border-radius: var(--_radius);
      background: var(--_card);
      transform: translateY(var(--_by, 0));
    }

    .line .grip {
      align-self: stretch;
      gap: 0.3em;
    }

    .place {
      color: var(--_accent);
      font-family: var(--_serif);
      font-size: 1.15em;
      font-weight: 700;
      line-height: 1;
    }

    .moves {
      display: grid;
      gap: 0.25em;
    }

    .moves button {
      width: min(2.75em, 14vw);
      min-height: 2.75em;
      padding: 0;
      border-color: var(--_rule);
      color: var(--_accent);
    }

    .moves [aria-disabled='true'] {
      border-style: dashed;
      color: var(--_quiet);
      opacity: 0.55;
      cursor: default;
    }

    .up .icon {
      transform: rotate(180deg);
    }

    @media (prefers-reduced-motion: no-preference) {
      .sorting .line:not(.held) {
        transition: transform 0.16s;
      }
    }
  `,
  // Last, for what is held looks the same wherever it lies.
  gripStyles,
];
