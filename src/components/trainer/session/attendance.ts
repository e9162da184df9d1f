import {html, nothing} from 'lit';
import {called, type Member, type MemberCode} from '../../../store/reckoning/member.js';
import type {RosterView} from '../../../store/reckoning/roster-view.js';
import {postOn, presentName, unitTree} from '../../../store/reckoning/unit-tree.js';
import {compareNames} from '../../../store/roster.js';
import type {Session} from '../../../store/sessions.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import type {SessionMessages} from '../../messages/session.js';
import {numberField} from './number-field.js';

const most = 9999;

/** What becomes something else; without a value nobody said who came. */
export interface AttendanceChange {
  readonly present: Session['present'] | undefined;
  readonly unit?: UnitKey;
}

/** Who came: a number, or names ticked in the roster of one team. */
export class Attendance {
  readonly #changed: (change: AttendanceChange) => void;
  /** Who was ticked in an evening that is only counted now, and how many were counted where names are ticked now. */
  readonly #ticked = new Map<Session['id'], readonly MemberCode[]>();
  readonly #counted = new Map<Session['id'], number>();

  constructor(changed: (change: AttendanceChange) => void) {
    this.#changed = changed;
  }

  render(session: Session, roster: RosterView | undefined, messages: SessionMessages) {
    const {present} = session;
    const byRoster = present !== undefined && 'members' in present;
    const way = (on: boolean, label: string, choose: () => void) => html`
      <label class="tick">
        <input type="radio" name="attendance" .checked=${on} @change=${choose} />
        <span>${label}</span>
      </label>
    `;
    return html`
      <div role="radiogroup" aria-labelledby="attendance">
        ${way(!byRoster, messages.byCount, () => {
          const members = byRoster ? present.members : [];
          this.#ticked.set(session.id, members);
          // Nobody ticked is nobody counted yet, which is not 0.
          const counted = members.length > 0 ? members.length : this.#counted.get(session.id);
          this.#changed({present: counted === undefined ? undefined : {counted}});
        })}
        ${way(byRoster, messages.byRoster, () => {
          if (present && 'counted' in present) this.#counted.set(session.id, present.counted);
          this.#changed({present: {members: this.#ticked.get(session.id) ?? []}});
        })}
      </div>
      ${byRoster ? this.#names(session, roster, messages) : this.#count(present, messages)}
    `;
  }

  #count(present: Session['present'], messages: SessionMessages) {
    const value = present && 'counted' in present ? present.counted : undefined;
    return html`
      <div class="fields">
        ${numberField({label: messages.counted, value, least: 0, most}, (counted) =>
          this.#changed({present: {counted}}),
        )}
      </div>
    `;
  }

  #names(session: Session, roster: RosterView | undefined, messages: SessionMessages) {
    const all = membersOn(roster, session);
    if (!roster || all.size === 0)
      return html`
        <p class="notice"><span>${messages.teamNone}</span></p>
      `;
    const tree = unitTree(roster.units);
    const teams = tree.all.filter(({unit}) => all.has(unit.id));
    const unit =
      session.unit !== undefined && all.has(session.unit) ? session.unit : teams[0]?.unit.id;
    const members = unit === undefined ? [] : (all.get(unit) ?? []);
    const ticked = session.present && 'members' in session.present ? session.present.members : [];
    const here = members.filter(({code}) => ticked.includes(code));
    return html`
      ${
        teams.length > 1
          ? html`
              <label class="field">
                ${messages.team}
                <select
                  @change=${({target}: Event) =>
                    this.#changed({
                      present: {members: ticked},
                      unit: (target as HTMLSelectElement).value,
                    })}
                >
                  ${teams.map(
                    (node) => html`
                      <option .value=${node.unit.id} .selected=${node.unit.id === unit}>
                        ${[node.parent?.unit, node.unit]
                          .flatMap((each) => (each ? [presentName(each)] : []))
                          .join(' – ')}
                      </option>
                    `,
                  )}
                </select>
              </label>
            `
          : nothing
      }
      <p role="status">
        ${messages.present(here.length, members.length)}${
          ticked.length > here.length ? `. ${messages.presentInAll(ticked.length)}` : nothing
        }
      </p>
      <ul>
        ${members.map(
          (member) => html`
            <li>
              <label class="tick">
                <input
                  type="checkbox"
                  .checked=${ticked.includes(member.code)}
                  @change=${({target}: Event) => {
                    const on = (target as HTMLInputElement).checked;
                    const others = ticked.filter((other) => other !== member.code);
                    this.#changed({
                      present: {members: on ? [...others, member.code] : others},
                      ...(unit !== undefined && {unit}),
                    });
                  }}
                />
                <span>
                  ${called(member)} ${member.birthYear ? `(${member.birthYear})` : nothing}
                </span>
              </label>
            </li>
          `,
        )}
      </ul>
    `;
  }
}

/** The members of each team on the day of an evening, as a class list goes. */
function membersOn(
  roster: RosterView | undefined,
  {day}: Session,
): ReadonlyMap<UnitKey, readonly Member[]> {
  const teams = new Map<UnitKey, Member[]>();
  for (const member of roster?.members.values() ?? []) {
    const post = postOn(member, day);
    if (post) teams.set(post.unit, [...(teams.get(post.unit) ?? []), member]);
  }
  for (const members of teams.values())
    members.sort((left, right) => compareNames(called(left), called(right)));
  return teams;
}
