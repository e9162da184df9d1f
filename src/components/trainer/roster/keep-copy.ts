import {html, nothing} from 'lit';
import {progressFileOf} from '../../../exchange/progress-file.js';
import {findFiles} from '../../../exchange/found-files.js';
import {receive} from '../../../exchange/receive.js';
import {
  type OpenedRoster,
  openedRoster,
  sealedRoster,
} from '../../../exchange/roster/roster-file.js';
import {dayText} from '../../../store/reckoning/calendar.js';
import type {PacketRow} from '../../../store/reckoning/packet.js';
import {icon} from '../../icons.js';
import {asideIcon} from '../../icons-aside.js';
import type {Trouble} from '../../messages/trainer.js';
import {saveFile} from '../../save-file.js';
import {LessonsAtHand} from '../../controllers/lessons-at-hand.js';
import {troubleNotice} from '../trouble-notice.js';
import {ErasedList} from './erased-list.js';
import {LeftOutList} from './left-out-list.js';
import type {RosterStand} from './stand.js';
import {WordsField} from './words-field.js';

/** A trainer's whole register as a locked file, and one that is opened and joined to what is here. */
export class KeepCopy {
  readonly #stand: RosterStand;
  readonly #lock: WordsField;
  readonly #leftOut: LeftOutList;
  readonly #erased: ErasedList;
  readonly #lessons: LessonsAtHand;
  #trouble: Trouble | undefined;
  #isBusy = false;

  constructor(stand: RosterStand) {
    this.#stand = stand;
    this.#lock = new WordsField(stand, 'copy-words', () => stand.messages);
    this.#leftOut = new LeftOutList(stand);
    this.#erased = new ErasedList(stand);
    this.#lessons = new LessonsAtHand(stand.host, stand.store);
  }

  render() {
    const {messages} = this.#stand;
    const busy = this.#isBusy ? 'true' : 'false';
    return html`
      <div class="card stack" role="group" aria-labelledby="keep-copy-title">
        <h4 id="keep-copy-title">${messages.keepCopy}</h4>
        <p>${messages.keepCopyHint}</p>
        ${this.#trouble ? troubleNotice(this.#trouble) : nothing} ${this.#leftOut.render()}
        ${this.#erased.render()} ${this.#lock.render()}
        ${
          this.#isBusy
            ? html`
                <p role="status">${messages.making}</p>
              `
            : nothing
        }
        <div class="deeds">
          <button
            type="button"
            class="main"
            aria-disabled=${busy}
            @click=${() => void this.#make()}
          >
            ${icon('save')}${messages.makeCopy}
          </button>
          <button
            type="button"
            aria-disabled=${busy}
            aria-describedby="open-copy-hint"
            @click=${this.#choose}
          >
            ${asideIcon('bring')}${messages.openCopy}
          </button>
          <button type="button" @click=${() => this.#stand.close('#keep-copy')}>
            ${messages.cancel}
          </button>
        </div>
        <p id="open-copy-hint" class="quietly">${messages.openCopyHint}</p>
        <input id="copy-file" type="file" hidden accept=".knsb" @change=${this.#picked} />
      </div>
    `;
  }

  /** What was typed, when it is long enough to lock anything. */
  #words(): string | undefined {
    this.#trouble = undefined;
    this.#leftOut.forget();
    this.#erased.forget();
    return this.#lock.read();
  }

  async #make() {
    const words = this.#words();
    if (words === undefined) return;
    await this.#work(async () => {
      const {store, course, messages, today} = this.#stand;
      const [registers, exchange, reports] = await Promise.all([
        this.#stand.registers(),
        store.exchange(),
        store.reports(),
      ]);
      const [packets, assignments, papers, evenings] = await Promise.all([
        exchange.packetsOf(),
        reports.assignments(),
        reports.papers(),
        (await store.sessions()).registers(),
      ]);
      const receivedAt = new Map(packets.map((one) => [one.hash, one.firstReceivedAt]));
      const received = await this.#receivedOf(packets);
      const names = new Map(
        received.flatMap(({learner, name}) => (name === undefined ? [] : [[learner, name]])),
      );
      const courses = course ? [course] : [];
      const {text} = await progressFileOf(exchange, {learners: [], courses, carried: true});
      const sealed = await sealedRoster(
        {registers, names, progress: text, receivedAt, assignments, papers, evenings},
        words,
      );
      if (typeof sealed === 'string') {
        this.#trouble = messages.copyFlaws[sealed];
        return;
      }
      const name = `${messages.copyName}-${dayText(today)}.knsb`;
      saveFile(new File([sealed as BlobPart], name, {type: 'application/octet-stream'}));
      this.#stand.say(messages.madeCopy(name));
    });
  }

  readonly #choose = () => {
    if (this.#isBusy || this.#words() === undefined) return;
    this.#stand.host.renderRoot.querySelector<HTMLInputElement>('#copy-file')?.click();
  };

  readonly #picked = ({target}: Event) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    const words = this.#words();
    if (file && words !== undefined) {
      void this.#join(file, words).finally(() => (input.value = ''));
    }
  };

  async #join(file: File, words: string) {
    await this.#work(async () => {
      const {store, messages} = this.#stand;
      const opened = await openedRoster(new Uint8Array(await file.arrayBuffer()), words);
      if (typeof opened === 'string') {
        this.#trouble = messages.copyFlaws[opened];
        return;
      }
      const changes = await this.#stand.join(opened.registers);
      const [reports, sessions] = await Promise.all([store.reports(), store.sessions()]);
      const tasks = await reports.joinAssignments(opened.assignments);
      const papers =
        (await reports.joinPapers(opened.papers)) + (await sessions.join(opened.evenings));
      const {codes, refused} = await this.#receive(opened);
      const hasErased = await this.#erased.tell(opened.registers);
      const nothingNew = hasErased ? messages.joinedNoMore : messages.joinedNothing;
      this.#stand.say(
        changes + codes + tasks + papers > 0
          ? messages.joined({changes, codes, tasks, papers})
          : nothingNew,
      );
      if (this.#leftOut.tell(opened, refused) || hasErased) return;
      this.#stand.close(changes > 0 ? '#undo' : '#keep-copy');
    });
  }

  /** Also where no course is at hand: names belong to people. */
  async #receivedOf(packets: readonly PacketRow[]) {
    const {store} = this.#stand;
    const courses = [...new Set(packets.map(({course}) => course))];
    return (await Promise.all(courses.map((course) => store.received(course)))).flat();
  }

  /** Without a course at hand whatever needs one waits in the quarantine. */
  async #receive({progress, receivedAt, names}: OpenedRoster) {
    const {store, course} = this.#stand;
    // Line by line: a province's file is longer than what is taken in at one time.
    const lines = findFiles(progress).flatMap((file) => file.lines);
    const receipt = await receive(store, lines, {
      courses: course ? [course] : [],
      lessonOf: this.#lessons.lessonOf,
    });
    await (await store.exchange()).receivedBefore(receivedAt);
    // A name given here is not written over.
    const here = await this.#receivedOf(await (await store.exchange()).packetsOf());
    for (const {learner, name} of here) {
      const theirs = names.get(learner);
      if (name === undefined && theirs !== undefined) await store.nameLearner(learner, theirs);
    }
    return {
      codes: receipt.admissions.filter(({outcome}) => outcome === 'new').length,
      // Whom the trainer has deleted stays deleted, and is no flaw of the file.
      refused: receipt.refused.filter(({reason}) => reason !== 'learner-forgotten').length,
    };
  }

  async #work(work: () => Promise<void>) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#stand.redraw();
    await this.#stand.attempt(async () => {
      try {
        await work();
      } finally {
        this.#isBusy = false;
      }
    });
  }
}
