import {html, nothing} from 'lit';
import {oneUnit, twinsAmong} from '../../../exchange/roster/doubles.js';
import {nameOn, type UnitNode} from '../../../store/reckoning/unit-tree.js';
import {icon} from '../../icons.js';
import type {RosterStand} from './stand.js';

type Pair = readonly [UnitNode, UnitNode];

/**
 * Units of one name beside each other: of two lists that were joined each may have made the same unit, and its people under
 * codes of their own.
 */
export class Twins {
  readonly #stand: RosterStand;
  /** Whom the trainer asked to make one, and is to say so once more. */
  #asked: string | undefined;
  #isJoining = false;

  constructor(stand: RosterStand) {
    this.#stand = stand;
  }

  render(nodes: readonly UnitNode[]) {
    const {messages, today} = this.#stand;
    const pairs = twinsAmong(nodes, today);
    if (pairs.length === 0) return nothing;
    const names = [...new Set(pairs.map(([{unit}]) => nameOn(unit, today)))];
    return html`
      <div class="stack tight" id="twins">
        <p class="doubt">${icon('alert')}${messages.twins(names)}</p>
        ${pairs.map(
          (pair) => html`
            <div class="row">
              <button type="button" @click=${() => void this.#join(pair)}>
                ${this.#words(pair)}
              </button>
            </div>
          `,
        )}
      </div>
    `;
  }

  #words(pair: Pair): string {
    const {messages, today, view} = this.#stand;
    const name = nameOn(pair[0].unit, today);
    return this.#asked === keyOf(pair)
      ? messages.joinTwinsSure(name, oneUnit(view, pair, today))
      : messages.joinTwins(name);
  }

  async #join(pair: Pair) {
    if (this.#asked !== keyOf(pair)) {
      this.#asked = keyOf(pair);
      this.#stand.redraw();
      return;
    }
    if (this.#isJoining) return;
    this.#isJoining = true;
    this.#asked = undefined;
    const {messages, today, view} = this.#stand;
    const outcome = oneUnit(view, pair, today);
    await this.#stand.attempt(() =>
      this.#stand.change(
        outcome.change,
        messages.joinedTwins(nameOn(pair[0].unit, today), outcome),
      ),
    );
    this.#isJoining = false;
    this.#stand.close('#undo');
  }
}

const keyOf = ([one, other]: Pair) => `${one.unit.id} ${other.unit.id}`;
