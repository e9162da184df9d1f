import {html, nothing} from 'lit';
import {
  mostInPack,
  openedPack,
  type PackFile,
  type PackFlaw,
} from '../../../exchange/roster/pack-file.js';
import {
  type Contradiction,
  type Known,
  knownHere,
  type PackPreview,
  previewOf,
  takePacks,
} from '../../../exchange/roster/pack-intake.js';
import type {Receipt, ReceiveOptions} from '../../../exchange/receive.js';
import {dayInVietnam} from '../../../store/reckoning/calendar.js';
import {presentName} from '../../../store/reckoning/unit-tree.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import {LocalizeController} from '../../controllers/localize.js';
import {deviceName} from '../../device-name.js';
import {icon} from '../../icons.js';
import {asideIcon} from '../../icons-aside.js';
import {packsLanguages} from '../../messages/packs.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {writtenDay} from '../../written-day.js';
import {shelvesStyles} from './shelves/shelves-styles.js';
import type {Stand} from './stand.js';

/** So many contradictions of one pack are named. */
const namedAtOnce = 8;

interface Opened {
  readonly pack: PackFile;
  readonly preview: PackPreview;
  isChosen: boolean;
}

interface Laid {
  readonly file: File;
  content: Opened | PackFlaw;
}

export interface PackTrayDeeds {
  /** What is needed to read what members learned; nothing without a course. */
  readonly reading: () => Omit<ReceiveOptions, 'batch'> | undefined;
  readonly came: (receipt: Receipt) => void;
}

const isOpen = (content: Laid['content']): content is Opened => typeof content !== 'string';
const isLocked = (content: Laid['content']) => content === 'locked' || content === 'wrong-words';

/** Packs from below, each with what it would bring: nothing is written before the trainer says so. */
export class PackTray {
  readonly #stand: Stand;
  readonly #deeds: PackTrayDeeds;
  readonly #localize: LocalizeController<typeof packsLanguages.vi>;
  #laid: readonly Laid[] = [];
  #known: Known | undefined;
  /** What is being done, and how far it has come. */
  #progress:
    {readonly what: 'reading' | 'taking'; done: number; readonly total: number} | undefined;
  #stopping: AbortController | undefined;

  constructor(stand: Stand, deeds: PackTrayDeeds) {
    this.#stand = stand;
    this.#deeds = deeds;
    this.#localize = new LocalizeController(stand.host, packsLanguages);
  }

  /** Reads files that say to be packs. Rejects where what is here cannot be read. */
  async look(files: readonly File[]): Promise<void> {
    const {store} = this.#stand;
    if (!store || this.#progress) return;
    const laid: Laid[] = [];
    this.#progress = {what: 'reading', done: 0, total: files.length};
    try {
      this.#known = await knownHere(await store.roster(), await store.exchange());
      for (const file of files) {
        laid.push({file, content: await this.#opened(file, laid)});
        this.#progress.done++;
        this.#stand.redraw();
      }
    } finally {
      this.#progress = undefined;
    }
    this.#laid = laid;
    this.#focus('#packs-title');
  }

  render() {
    const {messages} = this.#localize;
    const progress = this.#progress;
    if (progress) {
      const {what, done, total} = progress;
      return html`
        <div class="card stack">
          <div class="receiving">
            <span class="progress">
              <span role="status">${messages[what](Math.min(done + 1, total), total)}</span>
              <progress
                aria-label=${messages[what](done, total)}
                max=${total}
                value=${done}
              ></progress>
            </span>
            ${
              what === 'taking'
                ? html`
                    <button type="button" @click=${() => this.#stopping?.abort()}>
                      ${icon('cross')}${messages.stop}
                    </button>
                  `
                : nothing
            }
          </div>
        </div>
      `;
    }
    if (this.#laid.length === 0) return nothing;
    adoptMore(this.#stand.host, shelvesStyles);
    const chosen = this.#chosen();
    const locked = this.#laid.filter(({content}) => isLocked(content));
    return html`
      <section class="card stack" aria-labelledby="packs-title">
        <h4 id="packs-title" tabindex="-1">${messages.preview(this.#laid.length)}</h4>
        <p class="quietly">${messages.previewHint}</p>
        <ul class="stack tight">
          ${this.#laid.map((one, at) => this.#line(one, at))}
        </ul>
        ${locked.length > 0 ? this.#unlocking() : nothing}
        <div class="row">
          <button
            type="button"
            class="main"
            id="take-packs"
            aria-disabled=${chosen.length > 0 ? 'false' : 'true'}
            @click=${() => void this.#take()}
          >
            ${asideIcon('bring')}${chosen.length > 0 ? messages.takeAll(chosen.length) : messages.takeNone}
          </button>
          <button type="button" @click=${this.#close}>${messages.cancel}</button>
        </div>
      </section>
    `;
  }

  #line({file, content}: Laid, at: number) {
    const {messages} = this.#localize;
    if (!isOpen(content)) {
      const {what, todo} = messages.flaws[content];
      return html`
        <li class="notice ${content === 'locked' ? '' : 'bad'}">
          ${icon(content === 'locked' ? 'shield' : 'alert')}
          <strong>${what}</strong>
          <span>${todo}</span>
          <span class="quietly file">${file.name}</span>
        </li>
      `;
    }
    const {pack, preview, isChosen} = content;
    const {people, packets, known, unreadable, moved, left, contradictions} = preview;
    const isSame = moved + left + preview.named + contradictions.length === 0;
    const name = this.#nameOf(pack);
    const fresh = {people: preview.fresh, packets: packets - known - unreadable};
    const isNew = fresh.people + fresh.packets > 0;
    const notes = [
      messages.figures({units: preview.units, people, packets}),
      ...(isNew && !preview.before ? [messages.fresh(fresh)] : []),
      ...(isNew || !isSame || preview.before ? [] : [messages.nothingFresh]),
      ...(preview.named > 0 ? [messages.namesTold(preview.named)] : []),
      ...(moved > 0 ? [messages.moved(moved)] : []),
      ...(left > 0 ? [messages.left(left)] : []),
    ];
    return html`
      <li class="pack">
        <p><strong>${messages.of(name)}</strong></p>
        <p class="quietly">${messages.madeOn(writtenDay(pack.on), deviceName(pack.by))}</p>
        <p><strong>${pack.named ? messages.named : messages.nameless}</strong></p>
        ${notes.map(
          (note) => html`
            <p>${note}</p>
          `,
        )}
        ${unreadable > 0 ? this.#doubt(messages.unreadable(unreadable)) : nothing}
        ${preview.before ? this.#doubt(messages.before[preview.before]) : nothing}
        ${
          contradictions.length > 0
            ? html`
                ${this.#doubt(messages.contradicts(contradictions.length))}
                <p>${messages.contradictsTodo}</p>
                <ul class="contradictions">
                  ${contradictions.slice(0, namedAtOnce).map(
                    (one) => html`
                      <li>${this.#words(one, pack)}</li>
                    `,
                  )}
                  ${
                    contradictions.length > namedAtOnce
                      ? html`
                          <li>${messages.more(contradictions.length - namedAtOnce)}</li>
                        `
                      : nothing
                  }
                </ul>
              `
            : nothing
        }
        ${
          preview.before
            ? nothing
            : html`
                <p class="choice">
                  <label>
                    <input
                      type="checkbox"
                      id=${`pack-${at}`}
                      aria-label=${messages.takeOf(name)}
                      .checked=${isChosen}
                      @change=${(event: Event) => this.#turn(content, event)}
                    />
                    ${messages.take}
                  </label>
                </p>
              `
        }
        <p class="quietly file">${file.name}</p>
      </li>
    `;
  }

  #doubt(words: string) {
    return html`
      <div class="doubt">
        ${icon('alert')}
        <p>${words}</p>
      </div>
    `;
  }

  #unlocking() {
    const {messages} = this.#localize;
    return html`
      <div class="naming">
        <label for="pack-key">${messages.lockedWords}</label>
        <input
          id="pack-key"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="200"
          aria-describedby="pack-key-hint"
        />
        <p id="pack-key-hint" class="quietly">${messages.lockedHint}</p>
        <div class="row">
          <button type="button" @click=${() => void this.#unlock()}>
            ${icon('shield')}${messages.open}
          </button>
        </div>
      </div>
    `;
  }

  #words(one: Contradiction, pack: PackFile): string {
    const {messages} = this.#localize;
    if (one.what === 'twin') return messages.twin(one.here, one.people);
    if (one.what === 'other-person') return messages.otherPerson(one.code, one.here, one.there);
    if (one.what === 'other-unit') return messages.otherUnit(one.here, one.there);
    const [unit, here, there] = [one.unit, one.here, one.there].map((key) => this.#unit(key, pack));
    return messages.otherParent(unit!, here!, there!);
  }

  #unit(key: UnitKey, {registers}: PackFile): string {
    const unit = registers.units.get(key)?.value ?? this.#known?.view.units.get(key);
    return unit ? presentName(unit) : key;
  }

  #nameOf(pack: PackFile): string {
    return this.#unit(pack.of, pack);
  }

  #chosen(): readonly Opened[] {
    return this.#laid.flatMap(({content}) =>
      isOpen(content) && content.isChosen ? [content] : [],
    );
  }

  #turn(content: Opened, {target}: Event) {
    content.isChosen = (target as HTMLInputElement).checked;
    this.#stand.redraw();
  }

  async #opened(file: File, beside: readonly Laid[], words?: string): Promise<Laid['content']> {
    if (file.size > mostInPack) return 'too-big';
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      // Moved or deleted since it was chosen.
      return 'damaged';
    }
    const pack = await openedPack(bytes, words);
    if (typeof pack === 'string') return pack;
    const others = beside.flatMap(({content}) => (isOpen(content) ? [content.pack] : []));
    const preview = await previewOf(pack, this.#known!, dayInVietnam(this.#stand.now), others);
    // What contradicts is for the trainer to look at first.
    const isChosen = !preview.before && preview.contradictions.length === 0;
    return {pack, preview, isChosen};
  }

  #unlock() {
    const input = this.#stand.host.renderRoot.querySelector<HTMLInputElement>('#pack-key');
    const words = input?.value.normalize('NFC').trim().replace(/\s+/gu, ' ') ?? '';
    if (words === '') {
      input?.focus();
      return undefined;
    }
    return this.#stand.attempt(async () => {
      for (const one of this.#laid) {
        if (isLocked(one.content)) one.content = await this.#opened(one.file, this.#laid, words);
      }
      const isLeft = this.#laid.some(({content}) => isLocked(content));
      this.#focus(isLeft ? '#pack-key' : '#packs-title');
    });
  }

  #take() {
    const {store} = this.#stand;
    const options = this.#deeds.reading();
    const chosen = this.#chosen();
    if (!store || !options || chosen.length === 0 || this.#progress) return undefined;
    const {signal} = (this.#stopping = new AbortController());
    const progress = {what: 'taking' as const, done: 0, total: chosen.length};
    this.#progress = progress;
    const all: Receipt[] = [];
    return this.#stand.attempt(async () => {
      try {
        const packs = chosen.map(({pack}) => pack);
        for await (const {receipt} of takePacks(store, packs, {...options, signal})) {
          all.push(receipt);
          if (signal.aborted) break;
          const one = chosen[progress.done++];
          this.#laid = this.#laid.filter(({content}) => content !== one);
          this.#stand.redraw();
        }
      } finally {
        this.#progress = undefined;
        this.#told(all, progress.done, signal.aborted);
      }
    });
  }

  #told(all: readonly Receipt[], packs: number, isStopped: boolean) {
    const {messages} = this.#localize;
    const admissions = all.flatMap((one) => one.admissions);
    const refused = all.flatMap((one) => one.refused);
    this.#deeds.came({admissions, refused, unknown: [], receipts: [], invitations: [], claims: []});
    const packets = admissions.filter(({outcome}) => outcome === 'new').length;
    this.#stand.say(
      isStopped
        ? messages.stopped(packs)
        : messages.taken({packs, packets, refused: refused.length}),
    );
    this.#focus(this.#laid.length > 0 ? '#packs-title' : '#heading');
  }

  readonly #close = () => {
    this.#laid = [];
    this.#focus('#heading');
  };

  #focus(selector: string) {
    const {host} = this.#stand;
    this.#stand.redraw();
    void host.updateComplete.then(() =>
      host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
