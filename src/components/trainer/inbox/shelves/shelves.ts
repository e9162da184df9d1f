import {html, nothing, type TemplateResult} from 'lit';
import {LocalizeController} from '../../../controllers/localize.js';
import type {Gap} from '../../../../store/exchange-contract.js';
import type {LearnerKey} from '../../../../store/reckoning/record.js';
import {icon} from '../../../icons.js';
import {shelvesLanguages} from '../../../messages/shelves.js';
import {adoptMore} from '../../../styles/adopt-more.js';
import {learnerName} from '../../learner-name.js';
import type {Stand} from '../stand.js';
import {gapsOf} from './gaps.js';
import {ForgettingShelf} from './forgetting-shelf.js';
import {PacksShelf} from './packs-shelf.js';
import {PersonsShelf} from './persons-shelf.js';
import {QuarantineShelf} from './quarantine-shelf.js';
import {ReceiptsShelf} from './receipts-shelf.js';
import type {Aside, Shelf, ShelfStand} from './shelf.js';
import {shelvesStyles} from './shelves-styles.js';

/** What there is to do after receiving: each thing on a shelf of its own, folded until it is wanted. */
export class Shelves implements ShelfStand {
  readonly inbox: Stand;
  came: ReadonlySet<LearnerKey> = new Set();
  /** What is missing of whoever had a gap in something they sent. */
  gaps: ReadonlyMap<LearnerKey, readonly Gap[]> = new Map();
  readonly #localize: LocalizeController<typeof shelvesLanguages.vi>;
  readonly #shelves: readonly Shelf[];
  #aside: Aside | undefined;
  #open: ReadonlySet<string> = new Set();
  #busy = false;
  /** Of which state of what was received `#aside` was read. */
  #readOf: unknown;

  constructor(inbox: Stand) {
    this.inbox = inbox;
    this.#localize = new LocalizeController(inbox.host, shelvesLanguages);
    this.#shelves = [
      new PacksShelf(this),
      new QuarantineShelf(this),
      new ReceiptsShelf(this),
      new PersonsShelf(this),
      new ForgettingShelf(this),
    ];
  }

  get messages() {
    return this.#localize.messages;
  }

  get aside(): Aside {
    return this.#aside!;
  }

  get learners() {
    return this.inbox.learners ?? [];
  }

  nameOf(learner: LearnerKey): string {
    const known = this.learners.find((one) => one.learner === learner);
    return learnerName(this.inbox.room, known ?? {learner});
  }

  render(): TemplateResult | typeof nothing {
    void this.#follow();
    if (!this.#aside) return nothing;
    adoptMore(this.inbox.host, shelvesStyles);
    const {messages} = this;
    const shown = this.#shelves.flatMap((shelf) => {
      const title = shelf.title();
      return title === undefined ? [] : [{shelf, title}];
    });
    if (shown.length === 0) return nothing;
    return html`
      <section class="stack tight" aria-labelledby="after">
        <h4 id="after">${messages.after}</h4>
        <div class="imports">
          ${shown.map(({shelf, title}) => {
            const open = this.#open.has(shelf.id);
            return html`
              <details
                id=${`shelf-${shelf.id}`}
                ?open=${open}
                @toggle=${(event: Event) => this.#turn(shelf, event)}
              >
                <summary>
                  <span>${title}</span>
                  ${icon('down')}
                </summary>
                ${
                  open
                    ? html`
                        <div class="shelf stack tight">${shelf.render()}</div>
                      `
                    : nothing
                }
              </details>
            `;
          })}
        </div>
      </section>
    `;
  }

  async attempt(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    await this.inbox.attempt(async () => {
      try {
        await work();
      } finally {
        this.#busy = false;
        await this.read();
      }
    });
  }

  /** Reads again what is kept beside what was received. */
  async read(): Promise<void> {
    const {store, course} = this.inbox;
    if (!store || !course) return;
    const exchange = await store.exchange();
    const roster = await store.roster();
    const [waiting, packs, persons, apart] = await Promise.all([
      exchange.quarantined(),
      roster.packs(),
      exchange.persons(),
      exchange.apart(),
    ]);
    this.gaps = await gapsOf(exchange, course.id, this.learners);
    this.#aside = {exchange, waiting, packs, persons, apart};
    this.inbox.redraw();
  }

  /** What came, here or in another tab, may have brought more for the shelves. */
  async #follow() {
    const {learners} = this.inbox;
    if (this.#readOf === learners) return;
    this.#readOf = learners;
    // Without the shelves everything else still stands; the next change asks again.
    await this.read().catch(() => undefined);
  }

  #turn(shelf: Shelf, {target}: Event) {
    const {open} = target as HTMLDetailsElement;
    if (this.#open.has(shelf.id) === open) return;
    const now = new Set(this.#open);
    if (open) now.add(shelf.id);
    else now.delete(shelf.id);
    this.#open = now;
    shelf.turned?.(open);
    this.inbox.redraw();
  }
}
