import {html, nothing} from 'lit';
import type {LeftOut} from '../../../exchange/roster/left-out.js';
import type {OpenedRoster} from '../../../exchange/roster/roster-file.js';
import {icon} from '../../icons.js';
import type {RosterStand} from './stand.js';

/** So many are named at once, and so many at all: who has more than that asks for another file. */
const namedAtOnce = 5;
const mostNamed = 200;

/** What of a backup was not taken, by name and row, each with its reason. */
export class LeftOutList {
  readonly #stand: RosterStand;
  #opened: OpenedRoster | undefined;
  #refused = 0;

  constructor(stand: RosterStand) {
    this.#stand = stand;
  }

  /** Whether there is anything to tell of this file, of whose codes so many were refused. */
  tell(opened: OpenedRoster, refused: number): boolean {
    const isAny = opened.leftOut.length + refused > 0;
    this.#opened = isAny ? opened : undefined;
    this.#refused = refused;
    this.#stand.redraw();
    return isAny;
  }

  forget() {
    this.#opened = undefined;
  }

  render() {
    const opened = this.#opened;
    if (!opened) return nothing;
    const {messages} = this.#stand;
    const {leftOut} = opened;
    const rest = leftOut.length - namedAtOnce;
    const first = leftOut.slice(0, rest > 1 ? namedAtOnce : leftOut.length);
    const unnamed = leftOut.length - mostNamed;
    return html`
      <div class="notice bad" role="alert">
        ${icon('alert')}
        <strong>${messages.leftOut(leftOut.length + this.#refused)}</strong>
        <span>${messages.leftOutTodo}</span>
        ${leftOut.length > 0 ? this.#list(first, opened) : nothing}
        ${
          rest > 1
            ? html`
                <details>
                  <summary>${messages.leftOutMore(rest)}</summary>
                  ${this.#list(leftOut.slice(namedAtOnce, mostNamed), opened)}
                  ${unnamed > 0 ? messages.leftOutUnnamed(unnamed) : nothing}
                </details>
              `
            : nothing
        }
        ${
          this.#refused > 0
            ? html`
                <span>${messages.leftOutCodes(this.#refused)}</span>
              `
            : nothing
        }
      </div>
    `;
  }

  #list(leftOut: readonly LeftOut[], opened: OpenedRoster) {
    const {messages, view} = this.#stand;
    const nameOf = (whose: string) =>
      opened.registers.members.get(whose)?.value?.name || view.members.get(whose)?.name || whose;
    return html`
      <ul class="stack tight">
        ${leftOut.map(
          ({part, row, flaw, whose}) => html`
            <li>
              ${messages.leftOutAt(messages.backupParts[part], row, whose && nameOf(whose))}:
              ${messages.entryFlaws[flaw]}
            </li>
          `,
        )}
      </ul>
    `;
  }
}
