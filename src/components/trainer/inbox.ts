import {consume} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {ErrorCode} from '../../errors.js';
import {receive, type Receipt, type Refused} from '../../exchange/receive.js';
import {textCodeOf} from '../../exchange/text-code.js';
import type {LoadedCourse} from '../../store/courses.js';
import {dayInVietnam} from '../../store/reckoning/calendar.js';
import type {Admission, PacketRow, ReceivedLearner} from '../../store/reckoning/packet.js';
import type {LearnerKey} from '../../store/reckoning/record.js';
import {reaches} from '../../store/reckoning/standing.js';
import type {Store} from '../../store/store.js';
import {courseContext, storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {KnsFailedEvent} from '../events.js';
import {failureOf} from '../failure.js';
import {asideIcon} from '../icons-aside.js';
import {icon} from '../icons.js';
import {trainerLanguages, type Trouble} from '../messages/trainer.js';
import {base} from '../styles/base.js';
import {field} from '../styles/field.js';
import {tokens} from '../styles/tokens.js';
import {writtenDay, writtenDayOf, writtenTimeOf} from './dates.js';
import {doubtsOf, newestPacket} from './evidence.js';
import {inboxStyles} from './inbox-styles.js';
import {learnerName} from './learner-name.js';
import {ReceivedController} from './received-controller.js';
import {sendersIn} from './senders.js';

/** Codes are kept. Says how many, never whose. */
export class KnsReceivedEvent extends Event {
  static readonly type = 'kns-received';
  /** People of whom a code came. */
  readonly learners: number;
  /** Codes that were not here before. */
  readonly records: number;
  /** Codes that could not be taken in. */
  readonly doubtful: number;

  constructor(learners: number, records: number, doubtful: number) {
    super(KnsReceivedEvent.type, {bubbles: true, composed: true});
    this.learners = learners;
    this.records = records;
    this.doubtful = doubtful;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kns-received': KnsReceivedEvent;
  }
}

/** So many strangers are asked about at a time; a whole village's list of empty fields frightens. */
const askedAtOnce = 3;

/** From this reach on a lesson is completed, by whomever. */
const proxyReach = reaches.indexOf('proxy');

/** Lists up to this length stand open. */
const shortList = 6;

const outcomeIcons = {new: 'check', again: 'history', back: 'back', kept: 'check'} as const;

/** A packet with the person it speaks of. */
interface Line {
  readonly learner: ReceivedLearner;
  readonly packet: PacketRow;
}

/** What came in one go. */
interface Group {
  readonly id: string;
  readonly when: string;
  readonly lines: readonly Line[];
  /** Only for what was just received. */
  readonly outcomes: ReadonlyMap<string, Admission['outcome']> | undefined;
}

/**
 * Where a trainer pastes what learners sent: codes, one or many, inside any conversation.
 *
 * Stands inside a `<kns-trainer>`, which says of which course.
 *
 * @element kns-inbox
 *
 * @shows opening - Until it is known what was received.
 * @shows empty - Nothing received yet.
 * @shows nothing-pasted - Received with an empty field.
 * @shows nothing-found - No code in what was pasted.
 * @shows receiving - Codes are being taken in; there is a way to stop.
 * @shows stopped - The trainer stopped it.
 * @shows received - Codes of strangers were taken in, and who they are is asked.
 * @shows more-strangers - More strangers than are asked about at a time.
 * @shows guessed - Who seems to have sent a code is offered as its name.
 * @shows received-again - Codes that were here before.
 * @shows refused - Codes with flaws, each with its reason and what to do.
 * @shows no-room - The device has no room for a code.
 * @shows name-needed - A name was left empty.
 * @shows named - A stranger has a name now.
 * @shows renaming - A name is being changed.
 * @shows taken-back - A code counts no longer.
 * @shows back-again - A code that counts no longer came once more.
 * @shows doubtful - Codes to be wary of, each with its reason.
 * @shows imports - What came at earlier times, long lists folded.
 *
 * @fires {KnsReceivedEvent} kns-received - After codes were kept.
 * @fires {KnsFailedEvent} kns-failed - For each code that could not be taken in, and when nothing could be kept.
 *
 * @csspart paste - The area to paste into.
 */
export class KnsInbox extends LitElement {
  static override styles = [tokens, base, field, inboxStyles];

  /** ms UTC; what "today" is measured against. */
  @property({attribute: false}) now: () => number = Date.now;

  @consume({context: storeContext, subscribe: true})
  @state()
  private store?: Store;

  @consume({context: courseContext, subscribe: true})
  @state()
  private loaded?: LoadedCourse | undefined;

  @state() private text = '';

  @state() private progress: {readonly done: number; readonly total: number} | undefined;

  /** What came of the last paste. */
  @state() private receipt: Receipt | undefined;

  /** What is said in words, and read aloud, about the last thing done. */
  @state() private said = '';

  @state() private trouble: (Trouble & {readonly code?: ErrorCode}) | undefined;

  /** The packet in whose line a name is being changed. */
  @state() private renaming: string | undefined;

  /** Imports the trainer has opened or closed. */
  @state() private folded: ReadonlyMap<string, boolean> = new Map();

  #localize = new LocalizeController(this, trainerLanguages);
  #received = new ReceivedController(this);
  #stopping: AbortController | undefined;
  /** Names found beside codes in what was pasted, offered when a stranger is asked about. */
  #senders: ReadonlyMap<LearnerKey, string> = new Map();
  /** Whose line or field is about to go with the focus inside it. */
  #asking: string | undefined;

  constructor() {
    super();
    new EnterController(this);
  }

  protected override willUpdate() {
    this.#received.follow(this.store, this.loaded?.course.id);
  }

  /** The field that was just answered is gone; the focus goes to the next one, else back to where it came from. */
  protected override updated() {
    const asked = this.#asking;
    if (asked === undefined) return;
    const gone = !this.#field(asked);
    if (!gone) return;
    this.#asking = undefined;
    const {renderRoot} = this;
    const next =
      renderRoot.querySelector<HTMLElement>(`[data-rename="${asked}"]`) ??
      renderRoot.querySelector<HTMLElement>('.whose input') ??
      renderRoot.querySelector<HTMLElement>('#heading');
    next?.focus();
  }

  override render() {
    const {messages} = this.#localize;
    const {learners = []} = this.#received;
    // Something is missing: that is no good news.
    const wanted = [messages.empty, messages.nameNeeded].includes(this.said);
    return html`
      <section class="stack" aria-labelledby="heading">
        <h3 id="heading" tabindex="-1">${messages.inbox}</h3>
        <div>
          ${this.#pasting()}
          <p class="said ${wanted ? 'wanted' : ''}" role="status">${this.said}</p>
        </div>
        ${this.#troubles()} ${this.#strangers(learners)} ${this.#history(learners)}
      </section>
    `;
  }

  #pasting() {
    const {messages} = this.#localize;
    const {progress} = this;
    return html`
      <div class="pasting">
        <label for="paste">${messages.paste}</label>
        <textarea
          id="paste"
          part="paste"
          rows="5"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-describedby="paste-hint"
          placeholder="[10:29 22/11/2026] Lan: KNS1.…"
          .value=${this.text}
          @input=${this.#write}
        ></textarea>
        <p id="paste-hint" class="quietly">${messages.pasteHint}</p>
        <div class="row">
          <button
            type="button"
            class="main"
            aria-disabled=${progress ? 'true' : 'false'}
            @click=${this.#receive}
          >
            ${asideIcon('bring')}${messages.receive}
          </button>
          ${
            progress
              ? html`
                  <button type="button" @click=${this.#stop}>${messages.stop}</button>
                  <span class="progress">
                    <span>
                      ${
                        progress.total > 0
                          ? messages.receivingOf(progress.done, progress.total)
                          : messages.receiving
                      }
                    </span>
                    <progress
                      aria-label=${messages.receiving}
                      max=${Math.max(1, progress.total)}
                      value=${progress.total > 0 ? progress.done : nothing}
                    ></progress>
                  </span>
                `
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** What did not work comes before what did: it is what the trainer has to act on. */
  #troubles() {
    const {messages} = this.#localize;
    const refused = this.receipt?.refused ?? [];
    return html`
      ${
        this.trouble
          ? html`
              <div class="notice bad" role="alert">
                ${icon('alert')}
                <strong>${this.trouble.what}</strong>
                <span>${this.trouble.todo}</span>
                ${
                  this.trouble.code
                    ? html`
                        <span class="quietly">${messages.code(this.trouble.code)}</span>
                      `
                    : nothing
                }
              </div>
            `
          : nothing
      }
      ${
        refused.length > 0
          ? html`
              <section class="stack tight" aria-labelledby="refused">
                <h4 id="refused">${messages.refused(refused.length)}</h4>
                <ul class="stack tight">
                  ${refused.map((one) => this.#refusal(one))}
                </ul>
              </section>
            `
          : nothing
      }
    `;
  }

  #refusal({found, reason}: Refused) {
    const {messages} = this.#localize;
    const {what, todo} = messages.refusals[reason] ?? messages.unexpected;
    return html`
      <li class="notice bad">
        ${icon('alert')}
        <strong>${what}</strong>
        <span>${todo}</span>
        <span class="quietly">
          ${messages.beginsWith}
          <span class="code">${found}…</span>
          <br />
          ${messages.code(reason)}
        </span>
      </li>
    `;
  }

  #strangers(learners: readonly ReceivedLearner[]) {
    const {messages} = this.#localize;
    const strangers = learners.filter(({name}) => name === undefined);
    const [asked, waiting] = [strangers.slice(0, askedAtOnce), strangers.slice(askedAtOnce)];
    if (asked.length === 0) return nothing;
    return html`
      <section class="whose stack tight" aria-labelledby="whose">
        <div>
          <h4 id="whose">${asideIcon('people')}${messages.whose}</h4>
          <p class="quietly">${messages.whoseHint}</p>
        </div>
        <ul class="stack tight">
          ${repeat(
            asked,
            ({learner}) => learner,
            (stranger) => html`
              <li>
                <p class="quietly">${this.#clue(stranger)}</p>
                ${this.#naming(stranger)}
              </li>
            `,
          )}
        </ul>
        ${
          waiting.length > 0
            ? html`
                <p class="quietly">${messages.moreStrangers(waiting.length)}</p>
              `
            : nothing
        }
      </section>
    `;
  }

  /** What the trainer may recognise a stranger by: the day, how far they are, and how their code looks in the chat. */
  #clue(stranger: ReceivedLearner) {
    const {messages} = this.#localize;
    const course = this.loaded?.course;
    const newest = course && newestPacket(stranger, course);
    const done = (course?.modules ?? [])
      .flatMap(({lessons}) => lessons)
      .filter(({id}) =>
        Object.entries(stranger.standing.lessons).some(
          ([key, {reach}]) => key.startsWith(`${id}@`) && reach >= proxyReach,
        ),
      ).length;
    const first = newest ?? stranger.packets[0];
    const sender = this.#senders.get(stranger.learner);
    return html`
      ${messages.clue({made: newest && writtenDay(newest.madeOn), done})}
      ${
        first
          ? html`
              <br />
              ${messages.beginsWith}
              <span class="code">${beginning(first)}…</span>
            `
          : nothing
      }
      ${
        sender
          ? html`
              <br />
              ${messages.sentBy(sender)}
            `
          : nothing
      }
    `;
  }

  #naming(learner: ReceivedLearner) {
    const {messages} = this.#localize;
    const id = `name-${learner.learner}`;
    return html`
      <div class="naming">
        <label for=${id}>${messages.name}</label>
        <div class="row">
          <input
            id=${id}
            type="text"
            autocomplete="off"
            autocapitalize="words"
            maxlength="80"
            .defaultValue=${learner.name ?? this.#senders.get(learner.learner) ?? ''}
            data-learner=${learner.learner}
            @keydown=${this.#typed}
          />
          <button type="button" @click=${() => this.#name(learner.learner)}>
            ${messages.saveName}
          </button>
          ${
            learner.name === undefined
              ? nothing
              : html`
                  <button type="button" class="quiet" @click=${this.#keepName}>
                    ${messages.cancel}
                  </button>
                `
          }
        </div>
      </div>
    `;
  }

  #history(learners: readonly ReceivedLearner[]) {
    const {messages} = this.#localize;
    if (!this.#received.learners) return nothing;
    const groups = this.#groups(learners);
    if (groups.length === 0)
      return html`
        <p class="quietly">${messages.historyEmpty}</p>
      `;
    return html`
      <section class="stack tight" aria-labelledby="history">
        <h4 id="history">${messages.history}</h4>
        <div class="imports">
          ${repeat(
            groups,
            ({id}) => id,
            ({id, when, lines, outcomes}) => {
              const open = this.folded.get(id) ?? lines.length <= shortList;
              return html`
                <details ?open=${open} @toggle=${(event: Event) => this.#fold(id, event)}>
                  <summary>
                    <span>${messages.importedAt(when, lines.length)}</span>
                    ${icon('down')}
                  </summary>
                  ${
                    open
                      ? html`
                          <ul>
                            ${repeat(
                              lines,
                              ({packet}) => packet.hash,
                              (line) => this.#line(line, outcomes?.get(line.packet.hash)),
                            )}
                          </ul>
                        `
                      : nothing
                  }
                </details>
              `;
            },
          )}
        </div>
      </section>
    `;
  }

  /** What was just received first, however old its codes are; then each import, newest first. */
  #groups(learners: readonly ReceivedLearner[]): readonly Group[] {
    const {messages} = this.#localize;
    const outcomes = new Map(this.receipt?.admissions.map(({hash, outcome}) => [hash, outcome]));
    const just: Line[] = [];
    const imports = new Map<string, Line[]>();
    for (const learner of learners)
      for (const packet of learner.packets) {
        const line = {learner, packet};
        if (outcomes.has(packet.hash)) just.push(line);
        else imports.set(packet.import, [...(imports.get(packet.import) ?? []), line]);
      }

    const today = dayInVietnam(this.now());
    const when = (at: number): string =>
      dayInVietnam(at) === today
        ? messages.today(writtenTimeOf(at))
        : `${writtenDayOf(at)}, ${writtenTimeOf(at)}`;
    const older = [...imports]
      .map(([id, lines]) => ({
        id,
        lines,
        at: Math.min(...lines.map(({packet}) => packet.firstReceivedAt)),
      }))
      .sort((a, b) => b.at - a.at)
      .map(({id, lines, at}): Group => ({id, lines, when: when(at), outcomes: undefined}));
    return just.length > 0
      ? [{id: 'just', lines: just, when: messages.justNow, outcomes}, ...older]
      : older;
  }

  #line({learner, packet}: Line, outcome: Admission['outcome'] | undefined) {
    const {messages} = this.#localize;
    const course = this.loaded?.course;
    const name = learnerName(messages, learner);
    const word = packet.admitted ? (outcome === 'back' ? 'kept' : (outcome ?? 'kept')) : 'back';
    const doubts = course ? doubtsOf(packet, course) : [];
    return html`
      <li class=${packet.admitted ? '' : 'out'}>
        <p class="whom">
          <strong>${name}</strong>
          <span class="outcome ${word}">${icon(outcomeIcons[word])}${messages.outcomes[word]}</span>
        </p>
        <p class="quietly">${messages.madeOn(writtenDay(packet.madeOn))}</p>
        ${doubts.map(
          (doubt) => html`
            <p class="doubt">
              ${icon('alert')}
              <span>${messages.doubts[doubt]}</span>
            </p>
          `,
        )}
        ${
          this.renaming === packet.hash
            ? this.#naming(learner)
            : html`
                <p class="row">
                  <button
                    type="button"
                    class="quiet"
                    aria-label=${packet.admitted ? messages.takeBackOf(name) : messages.takeInOf(name)}
                    @click=${() => this.#admit(learner, packet)}
                  >
                    ${packet.admitted ? messages.takeBack : messages.takeIn}
                  </button>
                  ${
                    learner.name === undefined
                      ? nothing
                      : html`
                          <button
                            type="button"
                            class="quiet"
                            data-rename=${packet.hash}
                            aria-label=${messages.changeNameOf(name)}
                            @click=${() => this.#rename(learner.learner, packet.hash)}
                          >
                            ${messages.changeName}
                          </button>
                        `
                  }
                </p>
              `
        }
      </li>
    `;
  }

  #write({target}: Event) {
    this.text = (target as HTMLTextAreaElement).value;
  }

  #stop() {
    this.#stopping?.abort();
  }

  async #receive() {
    const {store, loaded, text} = this;
    if (!store || !loaded || this.progress) return;
    const {messages} = this.#localize;
    this.trouble = undefined;
    this.receipt = undefined;
    if (text.trim() === '') {
      this.said = messages.empty;
      this.renderRoot.querySelector<HTMLElement>('#paste')?.focus();
      return;
    }

    const {signal} = (this.#stopping = new AbortController());
    this.progress = {done: 0, total: 0};
    this.said = '';
    try {
      const receipt = await receive(store, text, {
        courses: [loaded.course],
        signal,
        onProgress: (done, total) => (this.progress = {done, total}),
      });
      this.#senders = new Map([...this.#senders, ...sendersIn(text, [loaded.course])]);
      this.#report(receipt, signal.aborted);
    } catch (error) {
      if (signal.aborted) this.said = messages.stopped;
      else this.#fail(error);
    } finally {
      this.progress = undefined;
      this.#stopping = undefined;
    }
  }

  #report(receipt: Receipt, stopped: boolean) {
    const {messages} = this.#localize;
    const {admissions, refused} = receipt;
    const count = (wanted: Admission['outcome']) =>
      admissions.filter(({outcome}) => outcome === wanted).length;
    const learners = new Set(admissions.map(({learner}) => learner)).size;
    const nothingFound =
      admissions.length === 0 && refused.every(({reason}) => reason === 'nothing-found');

    for (const {reason} of refused) this.dispatchEvent(new KnsFailedEvent(reason));
    if (nothingFound) {
      if (stopped) this.said = messages.stopped;
      else this.trouble = messages.nothingFound;
      return;
    }

    this.receipt = receipt;
    this.folded = new Map();
    const summary = messages.summary({
      learners,
      fresh: count('new'),
      again: count('again'),
      back: count('back'),
      refused: refused.length,
    });
    this.said = stopped ? `${messages.stopped} ${summary}` : summary;
    if (admissions.length > 0) {
      this.text = '';
      this.dispatchEvent(new KnsReceivedEvent(learners, count('new'), refused.length));
    }
  }

  #fail(error: unknown) {
    const {messages} = this.#localize;
    const {code} = failureOf(error);
    this.trouble = {...(messages.refusals[code] ?? messages.unexpected), code};
    this.dispatchEvent(new KnsFailedEvent(code));
  }

  async #admit({learner, name}: ReceivedLearner, {course, hash, admitted}: PacketRow) {
    const {messages} = this.#localize;
    this.trouble = undefined;
    try {
      await this.store?.setAdmitted(learner, course, hash, !admitted);
      const whose = learnerName(messages, name === undefined ? {learner} : {learner, name});
      this.said = admitted ? messages.tookBack(whose) : messages.tookIn(whose);
    } catch (error) {
      this.#fail(error);
    }
  }

  #typed(event: KeyboardEvent) {
    // An input method for Vietnamese takes Enter to finish a word.
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.#name((event.target as HTMLElement).dataset['learner'] ?? '');
  }

  async #name(learner: LearnerKey) {
    const {messages} = this.#localize;
    const field = this.#field(learner);
    const name = field?.value.normalize('NFC').trim().replace(/\s+/g, ' ') ?? '';
    if (name === '') {
      this.said = messages.nameNeeded;
      field?.focus();
      return;
    }
    this.trouble = undefined;
    const renamed = this.renaming;
    try {
      await this.store?.nameLearner(learner, name);
      this.said = messages.named(name);
      this.renaming = undefined;
      this.#asking = renamed ?? learner;
      this.requestUpdate();
    } catch (error) {
      this.#fail(error);
    }
  }

  #rename(learner: LearnerKey, hash: string) {
    this.renaming = hash;
    void this.updateComplete.then(() => this.#field(learner)?.select());
  }

  #keepName() {
    this.#asking = this.renaming;
    this.renaming = undefined;
  }

  #field(learner: LearnerKey) {
    return this.renderRoot.querySelector<HTMLInputElement>(`input[data-learner="${learner}"]`);
  }

  #fold(id: string, {target}: Event) {
    const {open} = target as HTMLDetailsElement;
    if ((this.folded.get(id) ?? undefined) === open) return;
    this.folded = new Map(this.folded).set(id, open);
  }
}

/** How a code begins, so that it can be found again in the conversation it came from. */
const beginning = ({bytes}: PacketRow): string => textCodeOf(bytes).slice(0, 24);
