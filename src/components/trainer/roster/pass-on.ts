import {html, nothing} from 'lit';
import {
  isOpenable,
  packBytes,
  type PackContent,
  packOf,
  sealedPack,
} from '../../../exchange/roster/pack-file.js';
import type {PacketRow} from '../../../store/reckoning/packet.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import {dayText} from '../../../store/reckoning/calendar.js';
import {nameOn} from '../../../store/reckoning/unit-tree.js';
import type {DeviceKey} from '../../../store/reckoning/record.js';
import type {RosterRegisters, RosterView} from '../../../store/roster-contract.js';
import {foldName} from '../../../store/roster.js';
import {LocalizeController} from '../../controllers/localize.js';
import {icon} from '../../icons.js';
import {packsLanguages} from '../../messages/packs.js';
import {saveFile} from '../../save-file.js';
import {troubleNotice} from '../trouble-notice.js';
import type {RosterStand} from './stand.js';
import {unitOptions} from './unit-options.js';
import {WordsField} from './words-field.js';

/** What a pack is made of, read once. */
interface Source {
  readonly view: RosterView;
  readonly registers: RosterRegisters;
  readonly packets: readonly PacketRow[];
  readonly device: DeviceKey;
}

/** "Gói gửi lên cấp trên": a commune's part of the roster with its progress as one file, read through before it is saved. */
export class PassOn {
  readonly #stand: RosterStand;
  readonly #localize: LocalizeController<typeof packsLanguages.vi>;
  readonly #words: WordsField;
  #unit: UnitKey | undefined;
  #named = false;
  #isLocked = true;
  #cannotSeal = false;
  #isBusy = false;
  #source: Source | undefined;
  #content: PackContent | undefined;
  #isTooBig = false;

  constructor(stand: RosterStand) {
    this.#stand = stand;
    this.#localize = new LocalizeController(stand.host, packsLanguages);
    this.#words = new WordsField(stand, 'pack-words', () => this.#localize.messages);
  }

  /** Begins anew, with the unit that is looked at. */
  begin() {
    const {at, tree} = this.#stand;
    this.#unit = (at ?? tree.roots[0])?.unit.id;
    this.#named = false;
    this.#isLocked = true;
    this.#words.forgetFlaw();
    this.#cannotSeal = false;
    this.#content = undefined;
    void this.#read();
  }

  render() {
    const {messages} = this.#localize;
    const {tree, today} = this.#stand;
    return html`
      <div class="card stack" role="group" aria-labelledby="pass-on-title">
        <h4 id="pass-on-title" tabindex="-1">${messages.make}</h4>
        <p>${messages.makeHint}</p>
        ${this.#cannotSeal ? troubleNotice(messages.cannotSeal) : nothing}
        <div class="field">
          <label for="pack-unit">${messages.unit}</label>
          <select id="pack-unit" @change=${this.#place}>
            ${unitOptions(tree, today, this.#unit)}
          </select>
        </div>
        <div role="radiogroup" aria-labelledby="pack-names" class="stack tight">
          <p id="pack-names"><strong>${messages.names}</strong></p>
          ${this.#choice(false, messages.without, messages.withoutHint)}
          ${this.#choice(true, messages.withNames, messages.withHint)}
        </div>
        ${this.#named ? this.#lock() : nothing} ${this.#holds()}
        ${
          this.#isBusy
            ? html`
                <p role="status">${messages.saving}</p>
              `
            : nothing
        }
        <div class="deeds">
          <button
            type="button"
            class="main"
            aria-disabled=${this.#isBusy || !this.#content || this.#isTooBig ? 'true' : 'false'}
            @click=${() => void this.#make()}
          >
            ${icon('save')}${messages.save}
          </button>
          <button type="button" @click=${() => this.#stand.close('#pass-on')}>
            ${messages.cancel}
          </button>
        </div>
      </div>
    `;
  }

  #choice(named: boolean, label: string, hint: string) {
    const id = named ? 'pack-with' : 'pack-without';
    return html`
      <div>
        <label class="tick">
          <input
            type="radio"
            name="pack-named"
            aria-describedby=${`${id}-hint`}
            .checked=${this.#named === named}
            @change=${() => this.#choose(named)}
          />
          ${label}
        </label>
        <p class="quietly" id=${`${id}-hint`}>${hint}</p>
      </div>
    `;
  }

  #lock() {
    const {messages} = this.#localize;
    return html`
      <label class="tick">
        <input type="checkbox" .checked=${this.#isLocked} @change=${this.#turnLock} />
        ${messages.lock}
      </label>
      ${
        this.#isLocked
          ? this.#words.render(() => void this.#make())
          : html`
              <p class="doubt">${icon('alert')}${messages.unlocked}</p>
            `
      }
    `;
  }

  /** What the trainer reads before it is saved. */
  #holds() {
    const {messages} = this.#localize;
    const content = this.#content;
    if (!content) return nothing;
    return html`
      <div class="stack tight" role="status">
        <p><strong>${messages.holds}</strong></p>
        <ul class="figures">
          <li><strong>${this.#named ? messages.named : messages.nameless}</strong></li>
          <li>${messages.unitsIn(content.units)}</li>
          <li>${messages.peopleIn(content.people, content.heard)}</li>
          <li>${messages.packetsIn(content.pack.packets)}</li>
        </ul>
        <p class="quietly">${messages.notIn}</p>
        ${
          this.#isTooBig
            ? html`
                <p class="wanted">${messages.tooBig}</p>
              `
            : nothing
        }
      </div>
    `;
  }

  readonly #place = ({target}: Event) => {
    this.#unit = (target as HTMLSelectElement).value;
    this.#reckon();
  };

  #choose(named: boolean) {
    this.#named = named;
    this.#reckon();
  }

  readonly #turnLock = ({target}: Event) => {
    this.#isLocked = (target as HTMLInputElement).checked;
    this.#words.forgetFlaw();
    this.#stand.redraw();
  };

  #read() {
    return this.#stand.attempt(async () => {
      const {store, view} = this.#stand;
      const [registers, exchange] = await Promise.all([this.#stand.registers(), store.exchange()]);
      const [packets, device] = await Promise.all([exchange.packetsOf(), exchange.device()]);
      this.#source = {view, registers, packets, device};
      this.#reckon();
    });
  }

  #reckon() {
    if (this.#source && this.#unit !== undefined) {
      const {view, registers, packets, device} = this.#source;
      this.#content = packOf(view, registers, packets, {
        unit: this.#unit,
        named: this.#named,
        on: this.#stand.today,
        by: device,
      });
      this.#isTooBig = !isOpenable(this.#content.pack);
    }
    this.#stand.redraw();
  }

  async #make() {
    const content = this.#content;
    if (this.#isBusy || !content || this.#isTooBig) return;
    const isSealed = this.#named && this.#isLocked;
    const words = isSealed ? this.#words.read() : '';
    if (words === undefined) return;
    this.#isBusy = true;
    this.#cannotSeal = false;
    this.#stand.redraw();
    await this.#stand.attempt(async () => {
      try {
        const {pack} = content;
        const bytes = isSealed ? await sealedPack(pack, words) : packBytes(pack);
        this.#cannotSeal = bytes === undefined;
        if (bytes) this.#save(bytes);
      } finally {
        this.#isBusy = false;
      }
    });
  }

  #save(bytes: Uint8Array) {
    const {messages} = this.#localize;
    const {tree, today} = this.#stand;
    const node = this.#unit === undefined ? undefined : tree.at.get(this.#unit);
    const place = foldName(node ? nameOn(node.unit, today) : '').replace(/[^a-z0-9]+/g, '-');
    const named = this.#named ? `-${messages.fileNamed}` : '';
    const name = `${messages.fileName}-${place}-${dayText(today)}${named}.knsp`;
    saveFile(new File([bytes as BlobPart], name, {type: 'application/octet-stream'}));
    this.#stand.say(messages.saved(name));
    this.#stand.close('#pass-on');
  }
}
