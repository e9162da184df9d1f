import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {admitPack} from '../../../../exchange/roster/pack-intake.js';
import {presentName} from '../../../../store/reckoning/unit-tree.js';
import type {PackRow} from '../../../../store/roster-contract.js';
import {LocalizeController} from '../../../controllers/localize.js';
import {deviceName} from '../../../device-name.js';
import {icon} from '../../../icons.js';
import {packsLanguages} from '../../../messages/packs.js';
import {writtenDay} from '../../../written-day.js';
import {writtenDayOf} from '../../dates.js';
import type {Shelf, ShelfStand} from './shelf.js';

/** "Gói đã nhận": what units below sent, each to be taken back with all it brought. */
export class PacksShelf implements Shelf {
  readonly id = 'packs';
  readonly #stand: ShelfStand;
  readonly #localize: LocalizeController<typeof packsLanguages.vi>;

  constructor(stand: ShelfStand) {
    this.#stand = stand;
    this.#localize = new LocalizeController(stand.inbox.host, packsLanguages);
  }

  title() {
    const {packs} = this.#stand.aside;
    return packs.size > 0 ? this.#localize.messages.kept(packs.size) : undefined;
  }

  render() {
    const {messages} = this.#localize;
    const rows = [...this.#stand.aside.packs].sort(
      ([, one], [, other]) => other.receivedAt - one.receivedAt,
    );
    return html`
      <p class="quietly">${messages.keptNote}</p>
      <ul class="lines">
        ${repeat(
          rows,
          ([hash]) => hash,
          ([hash, row]) => this.#line(hash, row),
        )}
      </ul>
    `;
  }

  #line(hash: string, row: PackRow) {
    const {messages} = this.#localize;
    const {admitted, registers, packets, named, on, by, receivedAt} = row;
    const name = nameOf(row);
    const count = (held: ReadonlyMap<string, {readonly value?: unknown}>) =>
      [...held.values()].filter(({value}) => value !== undefined).length;
    const counts = {units: count(registers.units), people: count(registers.members), packets};
    return html`
      <li class=${admitted ? '' : 'out'}>
        <p class="whom">
          <strong>${messages.of(name)}</strong>
          ${
            admitted
              ? nothing
              : html`
                  <span class="outcome back">${icon('back')}${messages.out}</span>
                `
          }
        </p>
        <p>${messages.figures(counts)}</p>
        <p class="quietly">${named ? messages.named : messages.nameless}</p>
        <p class="quietly">
          ${messages.madeOn(writtenDay(on), deviceName(by))} ·
          ${messages.cameOn(writtenDayOf(receivedAt))}
        </p>
        <p class="row">
          <button
            type="button"
            class="quiet"
            aria-label=${admitted ? messages.takeBackOf(name) : messages.letInOf(name)}
            @click=${() => this.#turn(hash, name, !admitted)}
          >
            ${icon(admitted ? 'back' : 'again')}${admitted ? messages.takeBack : messages.letIn}
          </button>
        </p>
      </li>
    `;
  }

  #turn(hash: string, name: string, admitted: boolean) {
    return this.#stand.attempt(async () => {
      const {inbox} = this.#stand;
      if (!inbox.store) return;
      await admitPack(inbox.store, hash, admitted);
      const {messages} = this.#localize;
      inbox.say(admitted ? messages.letInAgain(name) : messages.tookBack(name));
    });
  }
}

/** What the unit that was packed is called in the pack. */
function nameOf({of, registers}: PackRow): string {
  const unit = registers.units.get(of)?.value;
  return unit ? presentName(unit) : of;
}
