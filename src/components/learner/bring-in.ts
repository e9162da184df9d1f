import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {receive, type Receipt} from '../../exchange/receive.js';
import type {Course} from '../../curriculum/course.js';
import type {Packet} from '../../store/reckoning/packet.js';
import type {LearnerKey} from '../../store/reckoning/record.js';
import type {Store} from '../../store/store.js';
import type {Study} from '../../store/study.js';
import {LocalizeController} from '../controllers/localize.js';
import {failureOf, type Failure} from '../failure.js';
import {asideIcon} from '../icons-aside.js';
import {icon} from '../icons.js';
import {asideLanguages} from '../messages/aside.js';
import {chipLanguages} from '../messages/learner-chip.js';
import {courseAround} from './course-around.js';

/** Takes in progress that was made elsewhere, from a pasted message. */
export class BringIn {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #store: Store;
  readonly #course: Course;
  readonly #study: () => Study | undefined;
  readonly #localize: LocalizeController<typeof asideLanguages.vi>;
  readonly #chip: LocalizeController<typeof chipLanguages.vi>;
  #receipt: Receipt | undefined;
  #failure: Failure | undefined;
  #busy = false;
  /** The device goes on as the learner of the code. */
  #adopted = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    store: Store,
    course: Course,
    study: () => Study | undefined = () => undefined,
  ) {
    this.#host = host;
    this.#store = store;
    this.#course = course;
    this.#study = study;
    this.#localize = new LocalizeController(host, asideLanguages);
    this.#chip = new LocalizeController(host, chipLanguages);
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    return html`
      <label for="pasted"><strong>${messages.paste}</strong></label>
      <textarea id="pasted" class="code" autocomplete="off" spellcheck="false"></textarea>
      <p class="quietly">${messages.pasteNote}</p>
      <div class="row">
        <button type="button" class="main" aria-disabled=${this.#busy} @click=${this.#take}>
          ${asideIcon('bring')}${messages.take}
        </button>
      </div>
      <div role="status" class="stack">${this.#told()}</div>
    `;
  }

  #told() {
    const {messages} = this.#localize;
    if (this.#failure)
      return html`
        <p>${icon('alert')} ${messages.notTaken}</p>
      `;
    if (this.#adopted)
      return html`
        <p>${icon('check')} ${messages.adopted}</p>
      `;
    const receipt = this.#receipt;
    if (!receipt) return nothing;
    const {admissions, refused} = receipt;
    const current = this.#study()?.learner;
    const own = admissions.filter(({learner}) => learner === current);
    const isRuled = Boolean(courseAround(this.#host)?.learner);
    const others = [...new Set(admissions.map(({learner}) => learner))].filter(
      (learner) => learner !== current,
    );
    return html`
      ${
        admissions.length === 0 && refused.every(({reason}) => reason === 'nothing-found')
          ? html`
              <p>${icon('note')} ${messages.nothing}</p>
            `
          : nothing
      }
      ${
        own.length > 0
          ? html`
              <p>
                ${icon('check')}
                ${
                  own.every(({outcome}) => outcome === 'again')
                    ? messages.takenAgain
                    : messages.taken(own.some(({changed}) => changed))
                }
              </p>
            `
          : nothing
      }
      ${refused
        .filter(({reason}) => reason !== 'nothing-found')
        .map(
          ({found, reason}) => html`
            <p>
              ${icon('alert')}
              ${messages.refusedCode(
                found.slice(0, 14),
                messages.refused[reason] ?? messages.refused.unexpected,
              )}
            </p>
          `,
        )}
      ${
        // Where the page decides who studies, nobody can go on as somebody else.
        isRuled && others.length > 0
          ? html`
              <p>${asideIcon('people')} ${this.#chip.messages.ruled}</p>
            `
          : nothing
      }
      ${(isRuled ? [] : others).map(
        (learner) => html`
          <div class="stack">
            <p>
              <strong>${messages.mine}</strong>
              ${messages.mineNote}
            </p>
            <div class="row">
              <button type="button" @click=${() => this.#adopt(learner)}>${messages.adopt}</button>
            </div>
          </div>
        `,
      )}
    `;
  }

  readonly #take = () =>
    this.#do(async () => {
      const field = this.#host.shadowRoot?.querySelector<HTMLTextAreaElement>('#pasted');
      const text = field?.value ?? '';
      const options = {courses: [this.#course]};
      if (this.#store.state === 'lost') {
        // Looked at first: a flawed code must leave the screen with every way back standing.
        const seen: Packet[] = [];
        const look = {
          admit: (packets: readonly Packet[]) => (seen.push(...packets), Promise.resolve([])),
          received: () => Promise.resolve([]),
        };
        this.#receipt = await receive(look, text, options);
        const [packet] = seen;
        if (!packet) return;
        await this.#store.recover('restore').catch((error: unknown) => {
          // The second copy went with the database; the code is what there is.
          if (failureOf(error).code !== 'storage-lost') throw error;
          return this.#store.recover('anew');
        });
        await receive(this.#store, text, options);
        await this.#store.useLearner(packet.learner);
        return;
      }
      this.#receipt = await receive(this.#store, text, options);
    });

  /** The code is the reader's own: this device goes on as that learner. */
  #adopt(learner: LearnerKey) {
    return this.#do(async () => {
      await this.#store.useLearner(learner);
      this.#adopted = true;
    });
  }

  async #do(work: () => Promise<void>) {
    if (this.#busy) return;
    this.#busy = true;
    this.#failure = undefined;
    this.#adopted = false;
    this.#host.requestUpdate();
    try {
      await work();
    } catch (error) {
      this.#failure = failureOf(error);
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }
}
