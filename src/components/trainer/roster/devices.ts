import {html, nothing} from 'lit';
import {invitedKeyOf} from '../../../exchange/roster/invited-key.js';
import {linksTo} from '../../../store/reckoning/links-to.js';
import type {MemberCode} from '../../../store/reckoning/member.js';
import type {ReceivedLearner} from '../../../store/reckoning/packet.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import {foldName} from '../../../store/roster.js';
import {learnerName} from '../learner-name.js';
import type {RosterStand} from './stand.js';

/** So many guesses; more would be no help. */
const mostGuesses = 5;

/** Which of the learners that sent something a member is: linked, separated, and guessed by name. */
export class Devices {
  readonly #stand: RosterStand;
  readonly #code: MemberCode;
  #received: readonly ReceivedLearner[] | undefined;
  #asked = false;

  constructor(stand: RosterStand, code: MemberCode) {
    this.#stand = stand;
    this.#code = code;
  }

  render() {
    void this.#read();
    const {messages, view} = this.#stand;
    const own = view.learnersOf.get(this.#code) ?? [];
    const guesses = this.#guesses();
    return html`
      <section class="stack tight apart" aria-labelledby="devices">
        <h4 id="devices" tabindex="-1">${messages.devices}</h4>
        ${
          own.length > 0
            ? html`
                <ul class="lines">
                  ${own.map((learner) => this.#line(learner, messages.separate, messages.separateOf, false))}
                </ul>
              `
            : html`
                <p class="quietly">${messages.devicesNone}</p>
              `
        }
        ${
          guesses === undefined
            ? nothing
            : guesses.length > 0
              ? html`
                  <h4>${messages.suggested}</h4>
                  <ul class="lines">
                    ${guesses.map(({learner}) => this.#line(learner, messages.link, messages.linkOf, true))}
                  </ul>
                `
              : html`
                  <p class="quietly">${messages.suggestedNone}</p>
                `
        }
      </section>
    `;
  }

  #line(learner: LearnerKey, words: string, label: (device: string) => string, on: boolean) {
    const {room, messages} = this.#stand;
    const known = this.#received?.find((one) => one.learner === learner);
    const isInvitation = !known && invitedKeyOf(this.#code, [learner]) !== undefined;
    const name = isInvitation ? messages.invitedUnheard : learnerName(room, known ?? {learner});
    const beginning = room.nameless(learner.slice(0, 4));
    return html`
      <li class="person">
        <div>
          <strong>${name}</strong>
          ${
            known && this.#saysInvited(known)
              ? html`
                  <br />
                  <span class="quietly">${messages.saysInvited}</span>
                `
              : nothing
          }
          ${
            known?.name === undefined
              ? nothing
              : html`
                  <span class="quietly">${beginning}</span>
                `
          }
        </div>
        <button
          type="button"
          aria-label=${label(`${name} ${beginning}`)}
          @click=${() => void this.#link(learner, on)}
        >
          ${words}
        </button>
      </li>
    `;
  }

  /** Learners without a member whose name is the member's, or ends as it does: whole names first. */
  #guesses(): readonly ReceivedLearner[] | undefined {
    const {view} = this.#stand;
    const member = view.members.get(this.#code);
    if (!this.#received || !member) return undefined;
    const taken = new Set([...view.learnersOf.values()].flat());
    const wanted = foldName(member.name);
    const given = wanted.split(' ').at(-1)!;
    const likeness = (one: ReceivedLearner) => {
      if (this.#saysInvited(one)) return 4;
      const {name = ''} = one;
      if (wanted === '' || name === '') return 0;
      const words = foldName(name).split(' ');
      if (words.join(' ') === wanted) return 3;
      if (member.phoneTail !== undefined && words.includes(member.phoneTail)) return 2;
      // "Cô Lan", "Lan tổ 2": what people are called in a chat.
      return words.includes(given) ? 1 : 0;
    };
    return this.#received
      .filter((one) => !taken.has(one.learner) && likeness(one) > 0)
      .sort((one, other) => likeness(other) - likeness(one))
      .slice(0, mostGuesses);
  }

  /** The key of an invitation shows for whom it was made, also where no list has brought the invitation itself. */
  #saysInvited({invited}: Pick<ReceivedLearner, 'invited'>): boolean {
    return invited !== undefined && invitedKeyOf(this.#code, [invited]) !== undefined;
  }

  async #link(learner: LearnerKey, on: boolean) {
    const {view, messages} = this.#stand;
    const code = this.#code;
    await this.#stand.attempt(async () => {
      const links = on ? linksTo(view, learner, code) : [{learner, member: code, on}];
      await this.#stand.change({links}, messages.saved);
      await this.#stand.host.updateComplete;
      this.#stand.host.renderRoot.querySelector<HTMLElement>('#devices')?.focus();
    });
  }

  async #read() {
    const {store, course} = this.#stand;
    if (this.#asked || !course) return;
    this.#asked = true;
    await this.#stand.attempt(async () => {
      this.#received = await store.received(course.id);
    });
  }
}
