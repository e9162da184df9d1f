import {html, nothing} from 'lit';
import {receiptCodeOf} from '../../../../exchange/receipt-code.js';
import {dayInVietnam} from '../../../../store/reckoning/calendar.js';
import type {LearnerKey} from '../../../../store/reckoning/record.js';
import type {ShownCode} from '../../../scan/shown-code.js';
import {chunk} from '../../../failure.js';
import {copyText} from '../../../copy-text.js';
import {asideIcon} from '../../../icons-aside.js';
import {icon} from '../../../icons.js';
import {writtenDay} from '../../../written-day.js';
import type {Shelf, ShelfStand} from './shelf.js';

/** A message longer than this is cut off, or refused, by the chat programs people use. */
const longestMessage = 2000;

/** One person's receipt. */
interface Ready {
  readonly name: string;
  readonly code: string;
  /** The records themselves are here, not only a code that counts them. */
  readonly held: boolean;
}

/** "Gửi biên nhận": tells learners how far the register has got. */
export class ReceiptsShelf implements Shelf {
  readonly id = 'receipts';
  readonly #stand: ShelfStand;
  /** For everybody, not only for whom something just came. */
  #everybody = false;
  #ready: readonly Ready[] = [];
  /** Of which learners `#ready` was made. */
  #readyOf: readonly unknown[] = [];
  #copied: 'yes' | 'by-hand' | undefined;
  /** Whose code is shown; absent while none is. */
  #at: number | undefined;
  #picture: ShownCode | undefined;

  constructor(stand: ShelfStand) {
    this.#stand = stand;
  }

  title() {
    const learners = this.#learners();
    return learners.length > 0 ? this.#stand.messages.receipts(learners.length) : undefined;
  }

  turned() {
    this.#copied = undefined;
    this.#at = undefined;
  }

  render() {
    const {messages, came} = this.#stand;
    void this.#prepare();
    const all = this.#of(true).length;
    return html`
      <p class="quietly">${messages.receiptsFor}</p>
      ${
        came.size > 0 && came.size < all
          ? html`
              <fieldset class="choice">
                <legend>${messages.whose}</legend>
                ${this.#whose(false, messages.justCame(this.#of(false).length))}
                ${this.#whose(true, messages.everybody(all))}
              </fieldset>
            `
          : nothing
      }
      ${this.#ready.length > 0 ? this.#messages() : nothing}
      ${this.#ready.length > 0 ? this.#codes() : nothing}
    `;
  }

  #whose(everybody: boolean, words: string) {
    return html`
      <label>
        <input
          type="radio"
          name="whose"
          .checked=${this.#everybody === everybody}
          @change=${() => this.#choose(everybody)}
        />
        ${words}
      </label>
    `;
  }

  /** The receipts as messages for the group: one where they fit, else as many as are needed. */
  #messages() {
    const {messages} = this.#stand;
    const texts = this.#texts();
    return html`
      <div>
        ${texts.map(
          (text, part) => html`
            <div class="message">
              <label for=${`receipts-${part}`}>
                ${messages.receiptMessage}
                ${texts.length > 1 ? messages.receiptPart(part + 1, texts.length) : nothing}
              </label>
              <textarea
                id=${`receipts-${part}`}
                class="code"
                rows="4"
                readonly
                .value=${text}
              ></textarea>
              <div class="row">
                <button
                  type="button"
                  class=${part === 0 ? 'main' : ''}
                  @click=${() => this.#copy(part)}
                >
                  ${asideIcon('copy')}
                  ${
                    texts.length > 1
                      ? messages.copyPart(part + 1, texts.length)
                      : messages.copyAll(this.#ready.length)
                  }
                </button>
                ${
                  'share' in navigator
                    ? html`
                        <button type="button" @click=${() => this.#share(text)}>
                          ${asideIcon('share')}${messages.shareAll}
                        </button>
                      `
                    : nothing
                }
              </div>
            </div>
          `,
        )}
        <p role="status" class="told">
          ${
            this.#copied === undefined
              ? nothing
              : this.#copied === 'yes'
                ? html`
                    ${icon('check')}${messages.copied(this.#ready.length)}
                  `
                : messages.copyByHand
          }
        </p>
        <p class="quietly">${messages.receiptNames}</p>
      </div>
    `;
  }

  #codes() {
    const {messages} = this.#stand;
    const at = this.#at;
    const one = at === undefined ? undefined : this.#ready[at];
    if (at === undefined || !one)
      return html`
        <div class="row">
          <button type="button" class="quiet" @click=${() => this.#show(0)}>
            ${messages.showCodes}
          </button>
        </div>
      `;
    const last = this.#ready.length - 1;
    return html`
      <div class="one-by-one stack tight">
        <p role="status">
          <strong>${messages.showCode(at + 1, last + 1, one.name)}</strong>
          <span class="quietly">${one.held ? messages.held : messages.counted}</span>
        </p>
        ${this.#picture?.render() ?? nothing}
        <div class="row">
          ${
            at > 0
              ? html`
                  <button type="button" @click=${() => this.#show(at - 1)}>
                    ${icon('back')}${messages.previous}
                  </button>
                `
              : nothing
          }
          ${
            at < last
              ? html`
                  <button type="button" class="main" @click=${() => this.#show(at + 1)}>
                    ${messages.next}${icon('next')}
                  </button>
                `
              : nothing
          }
          <button type="button" class="quiet" @click=${() => this.#show(undefined)}>
            ${messages.hideCodes}
          </button>
        </div>
      </div>
    `;
  }

  #of(everybody: boolean): readonly LearnerKey[] {
    const {learners, came} = this.#stand;
    return learners
      .filter(({packets}) => packets.some(({admitted}) => admitted))
      .map(({learner}) => learner)
      .filter((learner) => everybody || came.has(learner));
  }

  #learners(): readonly LearnerKey[] {
    const just = this.#everybody ? [] : this.#of(false);
    return just.length > 0 ? just : this.#of(true);
  }

  /** Makes the receipts of whoever is chosen, once for each state of what was received. */
  async #prepare() {
    const {inbox, aside} = this.#stand;
    const {course} = inbox;
    const readyOf = [course, inbox.learners, this.#stand.came, this.#everybody];
    if (!course || readyOf.every((value, index) => value === this.#readyOf[index])) return;
    this.#readyOf = readyOf;
    await inbox.attempt(async () => {
      const ready: Ready[] = [];
      for (const learner of this.#learners()) {
        const receipted = await aside.exchange.receiptFor(learner, course.id);
        if (!receipted) continue;
        ready.push({
          name: this.#nameOf(learner),
          code: receiptCodeOf(receipted, course),
          held: receipted.streams.every(({held}) => held),
        });
      }
      if (this.#readyOf !== readyOf) return;
      this.#ready = ready;
      this.#at = undefined;
    });
  }

  /** "Chưa có tên" is nothing to write to somebody. */
  #nameOf(learner: LearnerKey): string {
    const {learners, messages} = this.#stand;
    const name = learners.find((one) => one.learner === learner)?.name;
    return name ?? messages.stranger(learner.slice(0, 4));
  }

  #texts(): readonly string[] {
    const {messages, inbox} = this.#stand;
    const head = messages.receiptHead(writtenDay(dayInVietnam(inbox.now)));
    const texts: string[][] = [];
    let length = Infinity;
    for (const {name, code} of this.#ready) {
      const line = `${name}: ${code}`;
      if (length + line.length > longestMessage) {
        texts.push([]);
        length = head.length;
      }
      texts[texts.length - 1]?.push(line);
      length += line.length + 1;
    }
    return texts.map((lines) => [head, ...lines].join('\n'));
  }

  #choose(everybody: boolean) {
    this.#everybody = everybody;
    this.#copied = undefined;
    this.#stand.inbox.redraw();
  }

  async #copy(part: number) {
    const field = this.#stand.inbox.host.renderRoot.querySelector<HTMLTextAreaElement>(
      `#receipts-${part}`,
    );
    if (!field) return;
    this.#copied = (await copyText(field)) ? 'yes' : 'by-hand';
    this.#stand.inbox.redraw();
  }

  #share(text: string) {
    return navigator.share({text}).catch(() => {
      // Whoever closes the sheet has changed their mind; the message still stands there to be copied.
    });
  }

  #show(at: number | undefined) {
    const {inbox} = this.#stand;
    return inbox.attempt(async () => {
      const one = at === undefined ? undefined : this.#ready[at];
      // Drawing codes is of use only to whoever stands beside the learner.
      const {ShownCode} = await chunk(import('../../../scan/shown-code.js'));
      this.#picture = one && new ShownCode(inbox.host, one.code, one.name);
      this.#at = at;
    });
  }
}
