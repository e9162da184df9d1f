import {consume} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {ErrorCode} from '../../errors.js';
import {type ClaimSeen, receive, receiveAgain, type Receipt} from '../../exchange/receive.js';
import type {LoadedCourse} from '../../store/courses.js';
import {dayInVietnam} from '../../store/reckoning/calendar.js';
import type {Admission} from '../../store/reckoning/packet.js';
import type {Store} from '../../store/store.js';
import {courseContext, storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf} from '../failure.js';
import {icon} from '../icons.js';
import {inboxLanguages} from '../messages/inbox.js';
import {trainerLanguages, type Trouble} from '../messages/trainer.js';
import {base} from '../styles/base.js';
import {field} from '../styles/field.js';
import {tokens} from '../styles/tokens.js';
import {Imports} from './inbox/imports.js';
import {inboxStyles} from './inbox/inbox-styles.js';
import {Naming} from './inbox/naming.js';
import {packsAmong} from './inbox/pack-files.js';
import type {PackTray} from './inbox/pack-tray.js';
import {refusalOf, refusals} from './inbox/refusals.js';
import type {Shelves} from './inbox/shelves/shelves.js';
import {sendersIn} from './inbox/senders.js';
import type {Stand} from './inbox/stand.js';
import {Strangers} from './inbox/strangers.js';
import {Tray, type Progress} from './inbox/tray.js';
import type {Scan} from '../scan/scan.js';
import type {PicturesRead} from './inbox/pictures.js';
import type {Refusal} from './inbox/refusals.js';
import {learnerName} from './learner-name.js';
import {DoorController} from './lock/door-controller.js';
import {NewDayController} from './new-day-controller.js';
import {ReceivedController} from './received-controller.js';

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

/**
 * Where a trainer lays down what learners sent: conversations with codes in them, files, folders, QR codes.
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
 * @shows invitation-unknown - Somebody says to have been invited, and the list with that invitation is not here.
 * @shows invitations-left-out - Somebody says so more often than is kept.
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
 * @shows import-taken-back - Nothing of one import counts any longer.
 * @shows gap-named - Which records are missing, from which device, and what to do.
 * @shows dropping - Something hangs over the inbox and may be let go.
 * @shows receiving-files - Hundreds of files are being taken in.
 * @shows files-received - Files were taken in, with a device's signature and without.
 * @shows files-refused - Files that could not be taken in, reason by reason.
 * @shows nothing-in-files - No code in any of the files.
 * @shows scanning - The camera may be opened, or a picture chosen.
 * @shows waiting - What could not be taken in is kept, to be tried again or dropped.
 * @shows waiting-sure - Dropping all of it was asked for once.
 * @shows receipts - A message with the receipts of whoever sent something.
 * @shows receipts-copied - It is in the clipboard.
 * @shows receipt-codes - One receipt after the other as a QR code.
 * @shows same-person - Two learners of one name: are they one person?
 * @shows joined - Two learners count as one person.
 * @shows forgetting - Whom to delete from the register.
 * @shows forgetting-sure - Deletion was asked for once.
 * @shows packs - Packs from below, each with what it would bring, before they are taken in.
 * @shows packs-contradict - A pack that says something else than the register.
 * @shows packs-refused - Files that are no pack, or under a lock.
 * @shows packs-taken - Packs were taken in, and can be taken back.
 * @shows forgotten - Somebody was deleted, and can be let in again.
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

  @state() private progress: Progress | undefined;

  /** What came of the last paste. */
  @state() private receipt: Receipt | undefined;

  /** What is said in words, and read aloud, about the last thing done. */
  @state() private said = '';

  /** What is said asks for something that is missing. */
  @state() private wanted = false;

  @state() private trouble: (Trouble & {readonly code?: ErrorCode}) | undefined;

  readonly #door: DoorController = new DoorController(this, () => this.#closeScan());
  #room = new LocalizeController(this, trainerLanguages);
  #localize = new LocalizeController(this, inboxLanguages);
  readonly #received: ReceivedController = new ReceivedController(this);
  #stopping: AbortController | undefined;
  readonly #stand = this.#stands();
  readonly #tray = new Tray(this.#stand, {
    text: (text) => void this.#receiveText(text),
    files: (files) => void this.#receiveFiles(files),
    scan: () => void this.#turnScan(),
    stop: () => this.#stopping?.abort(),
  });
  readonly #naming = new Naming(this.#stand);
  readonly #strangers = new Strangers(this.#stand, this.#naming);
  readonly #imports = new Imports(this.#stand, this.#naming);
  /** What there is to do after receiving, once it was fetched. */
  #shelves: Shelves | undefined;
  #fetching = false;
  /** Packs from below that are being looked through. */
  #packs: PackTray | undefined;
  #scan: Scan | undefined;
  #isScanning = false;
  /** What came of all codes scanned since the camera was opened. */
  #scanned: Receipt | undefined;
  /** One scanned code is taken in after the other. */
  #scanning = Promise.resolve();

  constructor() {
    super();
    new EnterController(this);
    new NewDayController(this);
  }

  protected override willUpdate() {
    this.#received.follow(this.store, this.loaded?.course, dayInVietnam(this.now()));
  }

  protected override updated() {
    if (this.#door.isOpen) this.#naming.drawn();
    if (this.#received.learners) void this.#fetchShelves();
  }

  override render() {
    return this.#door.render(() => this.#drawn());
  }

  #drawn() {
    const {messages} = this.#localize;
    return html`
      <section
        class="stack"
        aria-labelledby="heading"
        @dragenter=${this.#tray.dragged}
        @dragover=${this.#tray.dragged}
        @dragleave=${this.#tray.left}
        @drop=${this.#tray.dropped}
      >
        <h3 id="heading" tabindex="-1">${messages.inbox}</h3>
        <div>
          ${this.#tray.render(this.progress, this.#isScanning)}
          ${this.#isScanning ? this.#scan?.render() : nothing}
          <p class="said ${this.wanted ? 'wanted' : ''}" role="status">${this.said}</p>
        </div>
        ${this.#received.notice(this.#room.messages)} ${this.#packs?.render() ?? nothing}
        ${this.#troubled()} ${refusals(this.#stand, this.receipt?.refused ?? [])}
        ${this.#strangers.render()} ${this.#imports.render()} ${this.#shelves?.render() ?? nothing}
        ${this.#tray.target()}
      </section>
    `;
  }

  /** What did not work comes before what did: it is what the trainer has to act on. */
  #troubled() {
    const {trouble} = this;
    if (!trouble) return nothing;
    return html`
      <div class="notice bad" role="alert">
        ${icon('alert')}
        <strong>${trouble.what}</strong>
        <span>${trouble.todo}</span>
        ${
          trouble.code
            ? html`
                <span class="quietly">${this.#room.messages.code(trouble.code)}</span>
              `
            : nothing
        }
      </div>
    `;
  }

  /** Parts ask when they draw or act, so that each sees what is here then. */
  #stands(): Stand {
    const messages = () => this.#localize.messages;
    const room = () => this.#room.messages;
    const store = () => this.store;
    const course = () => this.loaded?.course;
    const learners = () => this.#received.learners;
    const now = () => this.now();
    const refused = () => this.receipt?.refused ?? [];
    return {
      host: this,
      get messages() {
        return messages();
      },
      get room() {
        return room();
      },
      get store() {
        return store();
      },
      get course() {
        return course();
      },
      get learners() {
        return learners();
      },
      get refused() {
        return refused();
      },
      get now() {
        return now();
      },
      say: (words, wanted) => this.#say(words, wanted),
      attempt: (work) => this.#attempt(work),
      gapsOf: (learner) => this.#shelves?.gaps.get(learner),
      receiveAgain: async (rows) => {
        const {store: here, loaded} = this;
        if (!here || !loaded) return;
        const receipt = await receiveAgain(here, rows, atHand(here, loaded));
        this.#came(receipt);
      },
      redraw: () => this.requestUpdate(),
    };
  }

  #say(words: string, wanted = false) {
    this.said = words;
    this.wanted = wanted;
  }

  async #attempt(work: () => Promise<void>) {
    this.trouble = undefined;
    try {
      await work();
    } catch (error) {
      this.#fail(error);
    }
    this.requestUpdate();
  }

  async #receiveText(text: string) {
    if (this.progress) return;
    if (text.trim() === '') {
      this.trouble = undefined;
      this.receipt = undefined;
      this.#say(this.#localize.messages.empty, true);
      this.#tray.focus();
      return;
    }
    this.#tray.text = text;
    await this.#receive(() => text, 'codes');
    if (this.loaded) this.#strangers.guess(sendersIn(text, [this.loaded.course]));
    this.requestUpdate();
  }

  async #receiveFiles(all: readonly File[]) {
    if (this.progress || all.length === 0) return;
    const {packs, others: files} = await packsAmong(all);
    if (packs.length > 0) await this.#lookThrough(packs);
    if (files.length === 0) return;
    const what = files.length > 1 ? 'files' : 'codes';
    if (!files.some(({type}) => type.startsWith('image/'))) {
      await this.#receive(() => files, what);
      return;
    }
    await this.#receive(async (signal) => {
      const {picturesRead} = await chunk(import('./inbox/pictures.js'));
      return picturesRead(files, signal);
    }, what);
  }

  /** What a unit below packed is looked through before anything of it is written. */
  #lookThrough(packs: readonly File[]) {
    this.receipt = undefined;
    this.#say('');
    return this.#attempt(async () => {
      const {PackTray: Kind} = await chunk(import('./inbox/pack-tray.js'));
      this.#packs ??= new Kind(this.#stand, {
        reading: () => {
          const {store, loaded} = this;
          return store && loaded && atHand(store, loaded);
        },
        came: (receipt) => {
          for (const {reason} of receipt.refused) this.dispatchEvent(new KnsFailedEvent(reason));
          this.receipt = receipt;
          this.#came(receipt);
          const learners = new Set(receipt.admissions.map(({learner}) => learner)).size;
          const fresh = receipt.admissions.filter(({outcome}) => outcome === 'new').length;
          this.dispatchEvent(new KnsReceivedEvent(learners, fresh, receipt.refused.length));
        },
      });
      await this.#packs.look(packs);
    });
  }

  async #turnScan() {
    if (this.#isScanning) {
      this.#closeScan();
      return;
    }
    this.#scanned = undefined;
    await this.#attempt(async () => {
      const {Scan} = await chunk(import('../scan/scan.js'));
      this.#scan ??= new Scan(this, {
        taken: (found) => {
          this.#scanning = this.#scanning.then(() => this.#receiveScanned(found));
        },
      });
      this.#isScanning = true;
    });
  }

  #closeScan() {
    this.#isScanning = false;
    this.#scan?.close();
    this.requestUpdate();
  }

  /** What was scanned before stays in what just came: a whole queue of people is one go. */
  async #receiveScanned(found: string | Uint8Array) {
    const {store, loaded} = this;
    if (!store || !loaded) return;
    await this.#attempt(async () => {
      const receipt = await receive(store, found, atHand(store, loaded));
      const before = this.#scanned;
      this.#scanned = {
        ...receipt,
        admissions: [...(before?.admissions ?? []), ...receipt.admissions],
        refused: [...(before?.refused ?? []), ...receipt.refused],
        claims: [...(before?.claims ?? []), ...receipt.claims],
      };
      this.#report(this.#scanned, false, 'codes');
    });
  }

  /** One door for all: whatever lies there is taken in, or named with a reason. */
  async #receive(inputOf: (signal: AbortSignal) => unknown, what: Progress['what']) {
    const {store, loaded} = this;
    if (!store || !loaded) return;
    const {messages} = this.#localize;
    this.trouble = undefined;
    this.receipt = undefined;
    const {signal} = (this.#stopping = new AbortController());
    this.progress = {done: 0, total: 0, what};
    this.#say('');
    try {
      const input = await inputOf(signal);
      const receipt = await receive(store, input, {
        ...atHand(store, loaded),
        signal,
        onProgress: (done, total) => (this.progress = {done, total, what}),
      });
      this.#report(named(receipt, input), signal.aborted, what);
    } catch (error) {
      if (signal.aborted) this.#say(messages.stopped(0));
      else this.#fail(error);
    } finally {
      this.progress = undefined;
      this.#stopping = undefined;
    }
  }

  #report(receipt: Receipt, stopped: boolean, what: Progress['what']) {
    const {messages} = this.#localize;
    const {admissions, refused} = receipt;
    const count = (wanted: Admission['outcome']) =>
      admissions.filter(({outcome}) => outcome === wanted).length;
    const learners = new Set(admissions.map(({learner}) => learner)).size;
    const claimed = this.#claimed(receipt);
    const leftOut = this.#claimsLeftOut(receipt);
    const nothingFound =
      admissions.length === 0 &&
      claimed === '' &&
      !leftOut &&
      refused.every(({reason}) => reason === 'nothing-found');

    for (const {reason} of refused) this.dispatchEvent(new KnsFailedEvent(reason));
    if (nothingFound) {
      if (stopped) this.#say(messages.stopped(0));
      else this.trouble = what === 'files' ? messages.nothingInFiles : messages.nothingFound;
      return;
    }

    this.trouble = leftOut;
    this.receipt = receipt;
    this.#came(receipt);
    const summary = messages.summary({
      learners,
      fresh: count('new'),
      again: count('again'),
      back: count('back'),
      refused: refused.length,
    });
    const isNone = admissions.length === 0 && !stopped;
    const words = [
      stopped && messages.stopped(admissions.length),
      isNone ? refused.length > 0 && messages.noneTaken(refused.length) : summary,
      claimed,
    ];
    this.#say(words.filter(Boolean).join(' '), isNone && claimed === '');
    if (admissions.length > 0) {
      this.#tray.text = '';
      this.dispatchEvent(new KnsReceivedEvent(learners, count('new'), refused.length));
    }
  }

  /** What came of those who say to have been invited; empty where nobody did. */
  #claimed({claims}: Receipt): string {
    const count = (wanted: ClaimSeen['outcome']) =>
      new Set(claims.filter(({outcome}) => outcome === wanted).map(({learner}) => learner)).size;
    return this.#localize.messages.claimed({linked: count('new'), waiting: count('waits')});
  }

  /** Whose claims were more than is kept; nothing that was here before is touched by them. */
  #claimsLeftOut({claims}: Receipt): Trouble | undefined {
    const whose = (wanted: ClaimSeen['outcome']) => [
      ...new Set(claims.filter(({outcome}) => outcome === wanted).map(({learner}) => learner)),
    ];
    const [tooMany, full] = [whose('too-many'), whose('full')];
    if (tooMany.length + full.length === 0) return undefined;
    const known = new Map(this.#received.learners?.map((one) => [one.learner, one]));
    return this.#localize.messages.claimsLeftOut({
      tooMany: tooMany.map((learner) =>
        learnerName(this.#room.messages, known.get(learner) ?? {learner}),
      ),
      full: full.length,
    });
  }

  #came({admissions}: Receipt) {
    this.#imports.came(admissions);
    if (!this.#shelves) return;
    this.#shelves.came = new Set(admissions.map(({learner}) => learner));
    // What was refused changes nothing of what was received.
    void this.#shelves.read().catch(() => undefined);
  }

  /** Everything that is of use only after something was received comes after the first view. */
  async #fetchShelves() {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      const {Shelves} = await chunk(import('./inbox/shelves/shelves.js'));
      this.#shelves = new Shelves(this.#stand);
      if (this.receipt) this.#came(this.receipt);
      this.requestUpdate();
    } catch {
      // Receiving goes on without them; the next opening asks again.
    }
  }

  #fail(error: unknown) {
    const {code} = failureOf(error);
    this.trouble = {...refusalOf(this.#stand, code), code};
    this.dispatchEvent(new KnsFailedEvent(code));
  }
}

/** A picture without a code is no unreadable file: the reader is told of the picture. */
function named(receipt: Receipt, input: unknown): Receipt {
  const empty = (input as Partial<PicturesRead>).empty;
  if (!(empty instanceof Set)) return receipt;
  const refused = (receipt.refused as readonly Refusal[]).map((one) =>
    one.file !== undefined && empty.has(one.file)
      ? {...one, reason: 'picture-empty' as const}
      : one,
  );
  return {...receipt, refused};
}

/** What reading needs of the course; a lesson that cannot be had now lets records that came packed wait. */
const atHand = (store: Store, loaded: LoadedCourse) => ({
  courses: [loaded.course],
  lessonOf: (_: unknown, id: string) => store.courses.lesson(loaded, id).catch(() => undefined),
});
