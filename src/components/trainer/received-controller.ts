import {html, type LitElement, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {Course} from '../../curriculum/course.js';
import {isOwnClockBehind} from '../../store/reckoning/own-clock.js';
import type {ReceivedLearner} from '../../store/reckoning/packet.js';
import type {CivilDay, LearnerKey} from '../../store/reckoning/record.js';
import type {RosterView} from '../../store/reckoning/roster-view.js';
import type {Store} from '../../store/store.js';
import {KnsFailedEvent} from '../events.js';
import {type Failure, failureOf} from '../failure.js';
import {icon} from '../icons.js';
import type {TrainerMessages} from '../messages/trainer.js';
import {writtenDay} from '../written-day.js';
import {failureNotice} from './late-part.js';

/** Nobody waits longer than this for what is new, in milliseconds. */
const longestRest = 1000;
const rests = 4;

/**
 * Everyone something was received of, read again whenever that changes, here or in another tab.
 * `follow` is called by the host before it draws, with the store and the course it stands in.
 */
export class ReceivedController implements ReactiveController {
  /** Absent until the first reading: unknown, not empty. */
  learners: readonly ReceivedLearner[] | undefined;
  /** Learners who are one person; read only where the host counts persons. */
  persons: readonly (readonly LearnerKey[])[] = [];
  /** Units and members, where the host asks for them and there are any. */
  roster: RosterView | undefined;
  readonly #host: LitElement;
  readonly #countsPersons: boolean;
  readonly #wantsRoster: boolean;
  #store: Store | undefined;
  #course: string | undefined;
  #edition: Pick<Course, 'builtOn'> | undefined;
  #today: CivilDay = 0;
  /** What `#isBehind` was reckoned from. */
  #clockOf: readonly unknown[] = [];
  #isBehind = false;
  #unwatch: (() => void) | undefined;
  #unwatchRoster: (() => void) | undefined;
  /** Why the last reading failed; `learners` is the one before. */
  #failure: Failure | undefined;
  #reading = false;
  #stale = false;
  #restsUntil = 0;

  constructor(
    host: LitElement,
    {persons = false, roster = false}: {persons?: boolean; roster?: boolean} = {},
  ) {
    this.#host = host;
    this.#countsPersons = persons;
    this.#wantsRoster = roster;
    host.addController(this);
  }

  hostConnected() {
    this.#watch();
  }

  hostDisconnected() {
    this.#leave();
  }

  follow(store: Store | undefined, course: Course | undefined, today: CivilDay): void {
    this.#edition = course;
    this.#today = today;
    if (store === this.#store && course?.id === this.#course) return;
    this.#store = store;
    this.#course = course?.id;
    this.learners = undefined;
    this.#watch();
  }

  /** That the last reading failed, with a way to read again. */
  notice(messages: TrainerMessages): TemplateResult | typeof nothing {
    const failure = this.#failure;
    if (!failure) return nothing;
    const {what, before, todo} = messages.unread;
    const words = {what: this.learners ? `${what} ${before}` : what, todo};
    return failureNotice(messages, failure, () => void this.#read(), words);
  }

  /** What is drawn of it, below what did not work and what no figure can be right with; where that was the first reading there is nothing to draw. */
  render(messages: TrainerMessages, draw: () => unknown): unknown {
    return [
      this.notice(messages),
      this.#ownClock(messages),
      this.#failure && !this.learners ? nothing : draw(),
    ];
  }

  /** That the clock every figure goes by cannot be right. */
  #ownClock(messages: TrainerMessages): TemplateResult | typeof nothing {
    const rests = [this.learners, this.#edition, this.#today] as const;
    if (rests.some((one, index) => one !== this.#clockOf[index])) {
      const [learners = [], edition, today] = rests;
      this.#clockOf = rests;
      this.#isBehind = edition !== undefined && isOwnClockBehind(learners, edition, today);
    }
    if (!this.#isBehind) return nothing;
    const {what, todo} = messages.ownClock(writtenDay(this.#today));
    return html`
      <div class="notice bad" role="alert">
        ${icon('alert')}
        <strong>${what}</strong>
        <span>${todo}</span>
      </div>
    `;
  }

  #watch() {
    this.#leave();
    this.#unwatch = this.#store?.watchReceived(() => void this.#read());
    void this.#read();
  }

  #leave() {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#unwatchRoster?.();
    this.#unwatchRoster = undefined;
  }

  async #read(): Promise<void> {
    // One reading at a time: whatever is announced meanwhile is in the next one.
    this.#stale = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#stale) {
      // Where reading takes long, most of the time is left to whatever comes in: a hundred packs, say.
      const rest = this.#restsUntil - performance.now();
      if (rest > 0) await new Promise((wake) => setTimeout(wake, rest));
      this.#stale = false;
      const began = performance.now();
      const [store, course] = [this.#store, this.#course];
      if (!store || course === undefined) break;
      try {
        const {received: learners, roster} = this.#wantsRoster
          ? await this.#withRoster(store, course)
          : {received: await store.received(course)};
        const persons = this.#countsPersons && learners.length > 1 ? await personsOf(store) : [];
        if (store === this.#store && course === this.#course) {
          this.learners = learners;
          this.persons = persons;
          this.roster = roster;
        }
        this.#failure = undefined;
      } catch (error) {
        this.#failure = failureOf(error);
        this.#host.dispatchEvent(new KnsFailedEvent(this.#failure.code, this.#failure.facts));
      }
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      const ended = performance.now();
      this.#restsUntil = ended + Math.min(longestRest, rests * (ended - began));
    }
    this.#reading = false;
  }

  async #withRoster(store: Store, course: string) {
    const roster = await store.roster();
    if (store === this.#store) this.#unwatchRoster ??= roster.watch(() => void this.#read());
    const {received, roster: view} = await roster.readWith(course);
    return {received, roster: view.members.size > 0 || view.units.size > 0 ? view : undefined};
  }
}

/** Nobody is joined where it cannot be known: rows that are apart are no wrong figures. */
async function personsOf(store: Store): Promise<readonly (readonly LearnerKey[])[]> {
  try {
    return await (await store.exchange()).persons();
  } catch {
    return [];
  }
}
