import {html, nothing} from 'lit';
import {doublesOf, oneMember} from '../../../exchange/roster/doubles.js';
import type {Member, MemberCode} from '../../../store/reckoning/member.js';
import {memberPlace} from './member-place.js';
import type {RosterStand} from './stand.js';

/** So many namesakes; more would be no help. */
const mostDoubles = 5;

/** Members of the name of one who may be that person once more, each to be made one with them. */
export class SamePerson {
  readonly #stand: RosterStand;
  readonly #code: MemberCode;
  #isJoining = false;

  constructor(stand: RosterStand, code: MemberCode) {
    this.#stand = stand;
    this.#code = code;
  }

  render() {
    const {messages, view} = this.#stand;
    const member = view.members.get(this.#code);
    const doubles = member ? doublesOf(view, member).slice(0, mostDoubles) : [];
    if (!member || doubles.length === 0) return nothing;
    return html`
      <section class="stack tight apart" aria-labelledby="doubles">
        <h4 id="doubles">${messages.doubles}</h4>
        <p class="quietly">${messages.doublesHint}</p>
        <ul class="lines">
          ${doubles.map(
            (double) => html`
              <li class="person">
                <div>
                  <strong>${double.name}</strong>
                  <span class="quietly">${memberPlace(this.#stand, double)} · ${double.code}</span>
                </div>
                <button
                  type="button"
                  aria-label=${messages.joinMemberOf(double.code)}
                  @click=${() => void this.#join(member, double)}
                >
                  ${messages.joinMember}
                </button>
              </li>
            `,
          )}
        </ul>
      </section>
    `;
  }

  async #join(member: Member, double: Member) {
    if (this.#isJoining) return;
    this.#isJoining = true;
    const {messages, view, today} = this.#stand;
    await this.#stand.attempt(async () => {
      const {kept, change} = oneMember(view, member, double, today);
      await this.#stand.change(change, messages.joinedMember(kept.name, kept.code));
      this.#stand.close('#undo');
    });
    this.#isJoining = false;
  }
}
