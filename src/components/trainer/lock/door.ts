import {html, type LitElement, nothing} from 'lit';
import {KnsError} from '../../../errors.js';
import type {RoomLock} from '../../../store/roster-contract.js';
import {LocalizeController} from '../../controllers/localize.js';
import {icon} from '../../icons.js';
import {lockLanguages} from '../../messages/lock.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {typed} from '../roster/fields.js';
import {doorStyles} from './door-styles.js';

/** What the door tells the room. */
export interface DoorDeeds {
  opened(): void;
  cancelled(): void;
}

const shape = /^\d{4,6}$/;

/** What stands where the room was while it is locked, and where a PIN is set. */
export class Door {
  readonly #host: LitElement;
  readonly #lock: RoomLock;
  readonly #deeds: DoorDeeds;
  readonly #localize: LocalizeController<typeof lockLanguages.vi>;
  #flaw: string | undefined;
  #isBusy = false;

  constructor(host: LitElement, lock: RoomLock, deeds: DoorDeeds) {
    this.#host = host;
    this.#lock = lock;
    this.#deeds = deeds;
    this.#localize = new LocalizeController(host, lockLanguages);
  }

  /** Nothing of what was said before is left. */
  begin() {
    this.#flaw = undefined;
    this.#host.requestUpdate();
  }

  /** Puts the focus where the PIN is typed. */
  focus() {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('#room-pin')?.focus(),
    );
  }

  renderLocked() {
    adoptMore(this.#host, doorStyles);
    const {messages} = this.#localize;
    const enter = typed(() => void this.#enter(false));
    return html`
      <section class="card stack door" aria-labelledby="door-title">
        <h2 id="door-title">${icon('shield')}${messages.locked}</h2>
        <p>${messages.lockedNote}</p>
        ${this.#field('room-pin', messages.pin, enter)} ${this.#said()}
        <div class="row">
          <button
            type="button"
            class="main"
            aria-disabled=${this.#isBusy ? 'true' : 'false'}
            @click=${() => void this.#enter(false)}
          >
            ${messages.open}
          </button>
          <button type="button" class="quiet" @click=${() => void this.#enter(true)}>
            ${messages.drop}
          </button>
        </div>
        <details>
          <summary>${messages.forgotten}${icon('down')}</summary>
          ${messages.forgottenNote.map(
            (note) => html`
              <p>${note}</p>
            `,
          )}
        </details>
      </section>
    `;
  }

  renderSetting() {
    adoptMore(this.#host, doorStyles);
    const {messages} = this.#localize;
    const set = typed(() => void this.#set());
    return html`
      <section class="card stack door" aria-labelledby="door-title">
        <h3 id="door-title">${messages.setting}</h3>
        ${messages.settingNote.map(
          (note) => html`
            <p>${note}</p>
          `,
        )}
        ${this.#field('room-pin', messages.newPin, set)}
        ${this.#field('room-pin-again', messages.again, set)} ${this.#said()}
        <div class="row">
          <button
            type="button"
            class="main"
            aria-disabled=${this.#isBusy ? 'true' : 'false'}
            @click=${() => void this.#set()}
          >
            ${messages.set}
          </button>
          <button type="button" @click=${() => this.#deeds.cancelled()}>${messages.cancel}</button>
        </div>
      </section>
    `;
  }

  #field(id: string, label: string, keydown: (event: KeyboardEvent) => void) {
    return html`
      <div class="field">
        <label for=${id}>${label}</label>
        <input
          id=${id}
          type="password"
          inputmode="numeric"
          autocomplete="off"
          maxlength="6"
          aria-invalid=${this.#flaw === undefined ? nothing : 'true'}
          aria-describedby="door-said"
          @keydown=${keydown}
        />
      </div>
    `;
  }

  #said() {
    return html`
      <p id="door-said" class="wanted" role="alert">${this.#flaw ?? nothing}</p>
    `;
  }

  #input(id: string) {
    return this.#host.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  }

  async #enter(isLast: boolean) {
    const digits = this.#input('room-pin')?.value ?? '';
    await this.#work(async () => {
      if (!shape.test(digits)) return this.#localize.messages.shape;
      await this.#lock.enter(digits);
      if (isLast) await this.#lock.set(undefined);
      this.#deeds.opened();
      return undefined;
    });
  }

  async #set() {
    const {messages} = this.#localize;
    const digits = this.#input('room-pin')?.value ?? '';
    await this.#work(async () => {
      if (!shape.test(digits)) return messages.shape;
      if (digits !== this.#input('room-pin-again')?.value) return messages.differ;
      await this.#lock.set(digits);
      this.#lock.lock();
      return undefined;
    });
  }

  /** Says what is wrong, if anything is; nothing typed stays in the fields. */
  async #work(work: () => Promise<string | undefined>) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#host.requestUpdate();
    try {
      this.#flaw = await work();
    } catch (error) {
      this.#flaw = this.#wordsOf(error);
    } finally {
      this.#isBusy = false;
    }
    for (const id of ['room-pin', 'room-pin-again']) {
      const input = this.#input(id);
      if (input) input.value = '';
    }
    this.#host.requestUpdate();
    if (this.#flaw !== undefined) this.focus();
  }

  #wordsOf(error: unknown): string {
    const {messages} = this.#localize;
    if (!(error instanceof KnsError)) return messages.failed;
    const {code, facts} = error;
    const wait = Number(facts['wait'] ?? 0);
    if ((code === 'pin-needed' || code === 'pin-wrong') && wait > 0)
      return messages.wait(Math.ceil(wait / 1000));
    return code === 'pin-wrong' ? messages.wrong(Number(facts['tries'] ?? 0)) : messages.failed;
  }
}
