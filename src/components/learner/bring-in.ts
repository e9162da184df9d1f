import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {receive, type Receipt} from '../../exchange/receive.js';
import type {Course} from '../../curriculum/course.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {Admission} from '../../store/reckoning/packet.js';
import type {LearnerKey} from '../../store/reckoning/record.js';
import type {Learner} from '../../store/learner.js';
import type {Store} from '../../store/store.js';
import type {Study} from '../../store/study.js';
import {LessonsAtHand} from '../controllers/lessons-at-hand.js';
import {LocalizeController} from '../controllers/localize.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {asideIcon} from '../icons-aside.js';
import {icon} from '../icons.js';
import {asideLanguages} from '../messages/aside.js';
import {handOverLanguages} from '../messages/hand-over.js';
import {chipLanguages} from '../messages/learner-chip.js';
import type {Scan} from '../scan/scan.js';
import {courseAround} from './course-around.js';
import type {Invited} from './invited.js';

/** More strangers than this in one go are other people's packets, not the reader's own former phones. */
const mostAsked = 3;

/** Takes in progress that was made elsewhere: a pasted message, files, what a camera saw. */
export class BringIn {
  readonly #lessons: LessonsAtHand;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #store: Store;
  readonly #course: Course;
  readonly #study: () => Study | undefined;
  readonly #changed: () => void;
  readonly #localize: LocalizeController<typeof asideLanguages.vi>;
  readonly #more: LocalizeController<typeof handOverLanguages.vi>;
  readonly #chip: LocalizeController<typeof chipLanguages.vi>;
  #receipt: Receipt | undefined;
  #failure: Failure | undefined;
  #busy = false;
  #doing: Promise<void> = Promise.resolve();
  /** The device goes on as the learner of the code. */
  #adopted = false;
  #isFromLink = false;
  #scan: Scan | undefined;
  #isScanning = false;
  #invited: Invited | undefined;

  /**
   * `changed` is called after each receiving; `loaded` is said where the host is the element that provides the course.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    store: Store,
    course: Course,
    study: () => Study | undefined = () => undefined,
    changed: () => void = () => undefined,
    loaded?: LoadedCourse,
  ) {
    this.#host = host;
    this.#lessons = new LessonsAtHand(host, store, loaded);
    this.#store = store;
    this.#course = course;
    this.#study = study;
    this.#changed = changed;
    this.#localize = new LocalizeController(host, asideLanguages);
    this.#more = new LocalizeController(host, handOverLanguages);
    this.#chip = new LocalizeController(host, chipLanguages);
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    const more = this.#more.messages;
    if (this.#invited) return this.#invited.render();
    return html`
      <label for="pasted"><strong>${messages.paste}</strong></label>
      <textarea id="pasted" class="code" autocomplete="off" spellcheck="false"></textarea>
      <p class="quietly">${messages.pasteNote}</p>
      <div class="row">
        <button type="button" class="main" aria-disabled=${this.#busy} @click=${this.#takePasted}>
          ${asideIcon('bring')}${messages.take}
        </button>
        <button type="button" aria-disabled=${this.#busy} @click=${this.#chooseFile}>
          ${asideIcon('file')}${more.openFile}
        </button>
        <button type="button" aria-expanded=${this.#isScanning} @click=${this.#toggleScan}>
          ${asideIcon('scan')}${more.scan}
        </button>
      </div>
      <input
        id="files"
        type="file"
        multiple
        hidden
        aria-label=${more.openFile}
        @change=${this.#takeFiles}
      />
      <div role="status" class="stack">${this.#told()}</div>
      ${this.#isScanning && this.#scan ? this.#scan.render() : nothing}
    `;
  }

  /** Whether the device goes on as the learner of a code that was just taken in. */
  get hasAdopted() {
    return this.#adopted;
  }

  /** Ends what the camera does. */
  rest() {
    this.#isScanning = false;
    this.#scan?.close();
  }

  /** Takes in what came by another way than this panel; says whether it was looked at to the end. */
  async takeIn(text: string): Promise<boolean> {
    await this.#take(text);
    this.#isFromLink = true;
    this.#host.requestUpdate();
    return this.#failure === undefined;
  }

  #told() {
    const {messages} = this.#localize;
    const more = this.#more.messages;
    if (this.#failure)
      return html`
        <p>
          ${icon('alert')}
          ${this.#failure.code === 'pin-needed' ? more.pinFirst : messages.notTaken}
        </p>
      `;
    const fromLink = this.#isFromLink
      ? html`
          <p class="quietly">${more.fromLink}</p>
        `
      : nothing;
    if (this.#adopted)
      return html`
        <p>${icon('check')} ${messages.adopted}</p>
      `;
    const receipt = this.#receipt;
    if (!receipt) return nothing;
    const {admissions, refused} = receipt;
    // A trainer answers a whole group in one message: what others are told there is no matter here.
    const seen = new Set(receipt.receipts.map(({outcome}) => outcome));
    if (seen.size > 1) seen.delete('stranger');
    // What else is wrong in such a file is the same damage once more.
    const damaged = new Set(
      refused.filter(({reason}) => reason === 'file-damaged').map(({file = ''}) => file),
    );
    const current = this.#study()?.learner;
    const own = admissions.filter(({learner}) => learner === current);
    const isRuled = Boolean(courseAround(this.#host)?.learner);
    const others = [...new Set(admissions.map(({learner}) => learner))].filter(
      (learner) => learner !== current,
    );
    const isLater = this.#store.state === 'lost' && receipt.invitations.length > 0;
    return html`
      ${fromLink}
      ${
        isLater
          ? html`
              <p>${icon('note')} ${more.invitedLater}</p>
            `
          : nothing
      }
      ${
        admissions.length === 0 &&
        seen.size === 0 &&
        receipt.invitations.length === 0 &&
        refused.every(({reason}) => reason === 'nothing-found')
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
        .filter(
          ({reason, file}) =>
            reason !== 'nothing-found' && !(damaged.has(file ?? '') && reason !== 'file-damaged'),
        )
        .map(
          ({found, reason, file}) => html`
            <p>
              ${icon('alert')}
              ${messages.refusedCode(
                file ?? `${found.slice(0, 14)}…`,
                more.refused[reason] ?? messages.refused[reason] ?? messages.refused.unexpected,
              )}
            </p>
          `,
        )}
      ${[...seen].map(
        (outcome) => html`
          <p>
            ${icon(outcome === 'new' || outcome === 'again' ? 'check' : 'note')}
            ${more.receiptSeen[outcome]}
          </p>
        `,
      )}
      ${
        others.length > 1
          ? html`
              <p>${asideIcon('people')} ${more.othersKept(others.length)}</p>
            `
          : nothing
      }
      ${
        // Where the page decides who studies, nobody can go on as somebody else.
        isRuled && others.length + receipt.invitations.length > 0
          ? html`
              <p>${asideIcon('people')} ${this.#chip.messages.ruled}</p>
            `
          : nothing
      }
      ${(isRuled || others.length > mostAsked ? [] : others).map(
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

  readonly #takePasted = () => {
    if (this.#busy) return;
    const field = this.#host.shadowRoot?.querySelector<HTMLTextAreaElement>('#pasted');
    void this.#take(field?.value ?? '');
  };

  readonly #chooseFile = () => {
    if (!this.#busy) this.#host.shadowRoot?.querySelector<HTMLInputElement>('#files')?.click();
  };

  readonly #toggleScan = async () => {
    if (this.#isScanning) return this.rest();
    this.#isScanning = true;
    try {
      const {Scan} = await chunk(import('../scan/scan.js'));
      this.#scan ??= new Scan(this.#host, {taken: (found) => void this.#take(found)});
    } catch (error) {
      this.#isScanning = false;
      this.#failure = failureOf(error);
    }
    this.#host.requestUpdate();
  };

  readonly #takeFiles = (event: Event) => {
    const field = event.currentTarget as HTMLInputElement;
    const files = [...(field.files ?? [])];
    // The same file again is to be taken in again.
    field.value = '';
    if (files.length > 0) void this.#take(files);
  };

  #take(input: string | Uint8Array | readonly File[]) {
    return this.#do(async () => {
      this.#isFromLink = false;
      this.#invited = undefined;
      const options = {courses: [this.#course], lessonOf: this.#lessons.lessonOf};
      if (this.#store.state === 'lost') {
        // Looked at first: a flawed code must leave the screen with every way back standing.
        let isCode = false;
        const look = {
          admit: () => ((isCode = true), Promise.resolve([])),
          received: () => Promise.resolve([]),
        };
        this.#receipt = await receive(look, input, options);
        if (!isCode) return;
        await this.#store.recover('restore').catch((error: unknown) => {
          // The second copy went with the database; the code is what there is.
          if (failureOf(error).code !== 'storage-lost') throw error;
          return this.#store.recover('anew');
        });
        const {admissions} = await receive(this.#store, input, options);
        const own = ownAmong(admissions, await this.#store.learners());
        if (own !== undefined) await this.#store.useLearner(own);
        return;
      }
      this.#receipt = await receive(this.#store, input, options);
      this.#changed();
      const [invitation] = this.#receipt.invitations;
      // Where the page decides who studies, nobody can be invited as somebody.
      if (!invitation || courseAround(this.#host)?.learner) return;
      const {Invited: Kind} = await chunk(import('./invited.js'));
      const invited = new Kind(this.#host, this.#store, invitation);
      await invited.look();
      this.rest();
      this.#invited = invited;
    });
  }

  /** The code is the reader's own: this device goes on as that learner. */
  #adopt(learner: LearnerKey) {
    return this.#do(async () => {
      await this.#store.useLearner(learner);
      this.#adopted = true;
    });
  }

  /** A camera hands on each code once: none may be dropped because something else is being done. */
  #do(work: () => Promise<void>): Promise<void> {
    this.#doing = this.#doing.then(() => this.#doNow(work));
    return this.#doing;
  }

  async #doNow(work: () => Promise<void>) {
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

/**
 * Whose phone it is that lost its database: somebody the second copy knew, else whoever came alone. Of several nobody can
 * tell, as in a conversation of a whole team; then whoever was in use before goes on.
 */
function ownAmong(
  admissions: readonly Admission[],
  known: readonly Learner[],
): LearnerKey | undefined {
  const came = [...new Set(admissions.map(({learner}) => learner))];
  const here = came.filter((learner) => known.some(({key}) => key === learner));
  const [own, other] = here.length > 0 ? here : came;
  return other === undefined ? own : undefined;
}
