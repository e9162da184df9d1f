import {html, nothing} from 'lit';
import {called} from '../../../store/reckoning/member.js';
import type {Registered} from '../../../store/reckoning/register.js';
import {presentName} from '../../../store/reckoning/unit-tree.js';
import type {RosterChange, RosterRegisters} from '../../../store/roster-contract.js';
import {icon} from '../../icons.js';
import type {RosterStand} from './stand.js';

/**
 * Whom a backup knows and somebody took out here: joining lets the later word hold, so a restored file alone brings nobody
 * back. Offered, since two trainers who join may have taken somebody out on purpose.
 */
export class ErasedList {
  readonly #stand: RosterStand;
  #names: readonly string[] = [];
  #change: RosterChange = {};

  constructor(stand: RosterStand) {
    this.#stand = stand;
  }

  /** Whether there is anybody to offer after these registers were joined. */
  async tell({units, members, links}: RosterRegisters): Promise<boolean> {
    const now = await this.#stand.registers();
    const erasedUnits = erasedIn(units, now.units);
    const erasedMembers = erasedIn(members, now.members);
    const given = new Set(
      links.flatMap(({learner, member, register}) => (register.value ? [learner + member] : [])),
    );
    this.#names = [
      ...[...erasedUnits.values()].map(presentName),
      ...[...erasedMembers.values()].map(called),
    ];
    this.#change = {
      units: erasedUnits,
      members: erasedMembers,
      // Of a learner who was forgotten no link is left to be turned on again.
      links: now.links.flatMap(({learner, member, register}) =>
        erasedMembers.has(member) && !register.value && given.has(learner + member)
          ? [{learner, member, on: true}]
          : [],
      ),
    };
    this.#stand.redraw();
    return this.#names.length > 0;
  }

  forget() {
    this.#names = [];
  }

  render() {
    const names = this.#names;
    if (names.length === 0) return nothing;
    const {messages} = this.#stand;
    return html`
      <div class="notice" role="alert">
        ${icon('alert')}
        <strong>${messages.erasedHere(names.length)}</strong>
        <span>${messages.erasedTodo(names)}</span>
        <button type="button" id="bring-back" @click=${() => void this.#bringBack()}>
          ${messages.bringBack(names.length)}
        </button>
      </div>
    `;
  }

  #bringBack() {
    const {messages} = this.#stand;
    const count = this.#names.length;
    if (count === 0) return undefined;
    this.forget();
    return this.#stand.attempt(async () => {
      await this.#stand.change(this.#change, messages.broughtBack(count));
      this.#stand.close('#undo');
    });
  }
}

function erasedIn<T>(
  theirs: ReadonlyMap<string, Registered<T>>,
  here: ReadonlyMap<string, Registered<T>>,
): ReadonlyMap<string, T> {
  return new Map(
    [...theirs].flatMap(([key, {value}]) =>
      value !== undefined && here.get(key)?.value === undefined ? [[key, value] as const] : [],
    ),
  );
}
