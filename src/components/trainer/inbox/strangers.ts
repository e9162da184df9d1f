import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {ReceivedLearner} from '../../../store/reckoning/packet.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import {asideIcon} from '../../icons-aside.js';
import {writtenDay} from '../../written-day.js';
import {newestPacket} from '../evidence.js';
import {beginningOf} from './beginning.js';
import {lessonsDoneOf} from './lessons-done.js';
import type {Naming} from './naming.js';
import type {Stand} from './stand.js';

/** So many strangers are asked about at a time; a whole village's list of empty fields frightens. */
const askedAtOnce = 3;

/** "Mã này của ai?": asks once who each unknown learner is. */
export class Strangers {
  readonly #stand: Stand;
  readonly #naming: Naming;
  /** Names found beside codes in what was pasted. */
  #senders: ReadonlyMap<LearnerKey, string> = new Map();
  /** Nobody need know the first of them before the others are asked about. */
  #from = 0;

  constructor(stand: Stand, naming: Naming) {
    this.#stand = stand;
    this.#naming = naming;
  }

  /** Offers these names when the learners are asked about. */
  guess(senders: ReadonlyMap<LearnerKey, string>) {
    this.#senders = new Map([...this.#senders, ...senders]);
  }

  render() {
    const {messages, learners = []} = this.#stand;
    const strangers = learners.filter(({name}) => name === undefined);
    if (strangers.length === 0) return nothing;
    if (this.#from >= strangers.length) this.#from = 0;
    const asked = strangers.slice(this.#from, this.#from + askedAtOnce);
    const waiting = strangers.length - asked.length;
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
                ${this.#naming.render(stranger, this.#senders.get(stranger.learner))}
              </li>
            `,
          )}
        </ul>
        ${
          waiting > 0
            ? html`
                <p class="row">
                  <span class="quietly">${messages.moreStrangers(waiting)}</span>
                  <button type="button" class="quiet" id="other-strangers" @click=${this.#others}>
                    ${messages.otherStrangers}
                  </button>
                </p>
              `
            : nothing
        }
      </section>
    `;
  }

  readonly #others = () => {
    this.#from += askedAtOnce;
    const {host} = this.#stand;
    this.#stand.redraw();
    void host.updateComplete.then(() =>
      host.renderRoot.querySelector<HTMLElement>('.whose input')?.focus(),
    );
  };

  /** What the trainer may recognise a stranger by: the day, how far they are, and how their code looks in the chat. */
  #clue(stranger: ReceivedLearner) {
    const {messages, course} = this.#stand;
    const newest = course && newestPacket(stranger, course);
    const done = course ? lessonsDoneOf(stranger, course) : 0;
    const first = newest ?? stranger.packets[0];
    const sender = this.#senders.get(stranger.learner);
    return html`
      ${messages.clue({made: newest && writtenDay(newest.madeOn), done})}
      ${
        first
          ? html`
              <br />
              ${messages.beginsWith}
              <span class="code">${beginningOf(first)}…</span>
            `
          : nothing
      }
      ${
        stranger.invited === undefined
          ? nothing
          : html`
              <br />
              ${messages.invitedClue}
            `
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
}
