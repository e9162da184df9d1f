import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {invitedKeyOf} from '../../../exchange/roster/invited-key.js';
import type {Member, MemberCode} from '../../../store/reckoning/member.js';
import type {CivilDay} from '../../../store/reckoning/record.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import {
  type MemberPlace,
  nameOn,
  placeOn,
  type UnitNode,
  wayTo,
  wasThere,
} from '../../../store/reckoning/unit-tree.js';
import {called} from '../../../store/reckoning/member.js';
import {compareNames, foldName} from '../../../store/roster.js';
import {icon} from '../../icons.js';
import {asideIcon} from '../../icons-aside.js';
import {writtenDay} from '../../written-day.js';
import type {RosterStand} from './stand.js';
import {Twins} from './twins.js';

/** So many people at a time, when a search finds more. */
const mostFound = 50;

/** What may be begun from the list. */
export interface BrowseDeeds {
  readonly edit: (code: MemberCode) => void;
  readonly add: () => void;
  readonly invite: (code: MemberCode) => void;
}

interface Listed {
  readonly member: Member;
  readonly place: MemberPlace;
  /** Absent for who is here. */
  readonly leftOn?: CivilDay;
}

interface Counts {
  readonly teams: number;
  readonly members: number;
  /** With a device that a trainer, or they themselves, said is theirs. */
  readonly linked: number;
  /** With an invitation and nothing else. */
  readonly invited: number;
}

const none: Counts = {teams: 0, members: 0, linked: 0, invited: 0};

/** Who is where, and how many are below each unit. */
interface Census {
  readonly at: ReadonlyMap<UnitKey | undefined, readonly Listed[]>;
  readonly below: ReadonlyMap<UnitKey | undefined, Counts>;
  /** Counted nowhere, but whoever comes back has to be found. */
  readonly left: readonly Listed[];
}

/** The tree one step at a time, so that a commune fits a phone as a province does; and a search through all of it. */
export class Browse {
  readonly #stand: RosterStand;
  readonly #deeds: BrowseDeeds;
  readonly #twins: Twins;
  #wanted = '';
  #census: Census | undefined;
  #countedOf: readonly unknown[] = [];

  constructor(stand: RosterStand, deeds: BrowseDeeds) {
    this.#stand = stand;
    this.#deeds = deeds;
    this.#twins = new Twins(stand);
  }

  forgetSearch() {
    this.#wanted = '';
  }

  render(): TemplateResult {
    const {messages, view, tree, at, today} = this.#stand;
    if (view.units.size === 0 && view.members.size === 0) {
      return html`
        <div class="card stack">
          <p><strong>${messages.empty}</strong></p>
          <p>${messages.emptyTodo}</p>
        </div>
      `;
    }
    const census = this.#counted();
    const children = at ? at.children : tree.roots;
    const members = census.at.get(at?.unit.id) ?? [];
    return html`
      ${this.#search()}
      ${
        this.#wanted === ''
          ? html`
              ${this.#way(at)} ${this.#about(at)} ${this.#twinsOf(children, census)}
              ${
                children.length > 0
                  ? html`
                      <section aria-label=${messages.unitsBelow}>
                        <ul class="lines">
                          ${children.map((node) => this.#unit(node, census))}
                        </ul>
                      </section>
                    `
                  : nothing
              }
              ${
                at || members.length > 0
                  ? html`
                      <section class="stack tight" aria-labelledby="members">
                        <h4 id="members">${messages.membersHere}</h4>
                        ${
                          members.length > 0
                            ? this.#list(members)
                            : html`
                                <p class="quietly">${messages.noMembers}</p>
                              `
                        }
                        ${
                          at && wasThere(at.unit, today)
                            ? html`
                                <div class="row">
                                  <button type="button" id="add-member" @click=${this.#deeds.add}>
                                    ${asideIcon('people')}${messages.addMember}
                                  </button>
                                </div>
                              `
                            : nothing
                        }
                      </section>
                    `
                  : nothing
              }
            `
          : this.#found(census)
      }
    `;
  }

  #search() {
    const {messages} = this.#stand;
    return html`
      <div class="field">
        <label for="search">${messages.search}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          aria-describedby="search-hint"
          .value=${this.#wanted}
          @input=${this.#typed}
        />
        <p id="search-hint" class="quietly">${messages.searchHint}</p>
      </div>
    `;
  }

  #way(at: UnitNode | undefined) {
    const {messages, tree, today} = this.#stand;
    const above = at ? wayTo(at).slice(0, -1) : [];
    const isAlone = tree.roots.length === 1 && above.length === 0;
    return html`
      <nav class="way" aria-label=${messages.way}>
        ${
          at && !isAlone
            ? html`
                <button type="button" class="quiet" @click=${() => this.#stand.enter(undefined)}>
                  ${messages.whole}
                </button>
              `
            : nothing
        }
        ${above.map(
          ({unit}) => html`
            ${icon('next')}
            <button type="button" class="quiet" @click=${() => this.#stand.enter(unit.id)}>
              ${nameOn(unit, today)}
            </button>
          `,
        )}
      </nav>
    `;
  }

  #about(at: UnitNode | undefined) {
    const {messages, today} = this.#stand;
    const counts = this.#countsOf(at, this.#counted());
    const former = at?.unit.names.slice(0, -1).map(({name}) => name) ?? [];
    return html`
      <div>
        <h4 id="place" tabindex="-1" class="place">
          ${at ? nameOn(at.unit, today) : messages.whole}
        </h4>
        <p class="quietly">${messages.counts(counts)}</p>
        ${
          former.length > 0
            ? html`
                <p class="quietly">${messages.formerly(former)}</p>
              `
            : nothing
        }
        ${at?.unit.until === undefined ? nothing : this.#dissolved(at.unit.until)}
      </div>
    `;
  }

  /** That a team is one team need not be said. */
  #countsOf(node: UnitNode | undefined, census: Census) {
    const counts = census.below.get(node?.unit.id) ?? none;
    return node?.unit.level === 'team' ? {...counts, teams: 0} : counts;
  }

  /** Two of a name count nobody twice while one is empty. */
  #twinsOf(children: readonly UnitNode[], census: Census) {
    const members = ({unit}: UnitNode) => census.below.get(unit.id)?.members ?? 0;
    return this.#twins.render(children.filter((node) => members(node) > 0));
  }

  #dissolved(until: number) {
    return html`
      <p class="doubt">${icon('alert')}${this.#stand.messages.dissolvedOn(writtenDay(until))}</p>
    `;
  }

  #unit(node: UnitNode, census: Census) {
    const {messages, today} = this.#stand;
    const counts = this.#countsOf(node, census);
    return html`
      <li>
        <button type="button" class="line" @click=${() => this.#stand.enter(node.unit.id)}>
          <span>
            <strong>${nameOn(node.unit, today)}</strong>
            <span class="quietly">
              ${messages.counts(counts)}
              ${
                wasThere(node.unit, today)
                  ? nothing
                  : html`
                      · ${messages.dissolvedOn(writtenDay(node.unit.until ?? today))}
                    `
              }
            </span>
          </span>
          ${icon('next')}
        </button>
      </li>
    `;
  }

  #list(members: readonly Listed[], withUnit = false) {
    return html`
      <ul class="lines">
        ${repeat(
          members,
          ({member}) => member.code,
          (listed) => this.#member(listed, withUnit),
        )}
      </ul>
    `;
  }

  #member({member, place, leftOn}: Listed, withUnit: boolean) {
    const {messages, view, tree, today} = this.#stand;
    const learners = view.learnersOf.get(member.code) ?? [];
    const {devices, isInvited} = this.#devicesOf(member.code);
    const home = tree.at.get(place.post.unit);
    const facts = [
      messages.roles[place.post.role],
      ...(member.birthYear === undefined ? [] : [messages.born(member.birthYear)]),
      ...(member.phoneTail === undefined ? [] : [messages.tail(member.phoneTail)]),
      ...(isInvited ? [messages.invited] : []),
      ...(devices > 0 ? [messages.linked(devices)] : []),
      ...(leftOn === undefined ? [] : [messages.leftOn(writtenDay(leftOn))]),
    ];
    const isContested = learners.some((learner) => view.contested.has(learner));
    return html`
      <li class="person">
        <div>
          <strong>${called(member)}</strong>
          ${
            member.name === ''
              ? nothing
              : html`
                  <span class="code">${member.code}</span>
                `
          }
          <p class="quietly">${facts.join(' · ')}</p>
          ${
            withUnit && home
              ? html`
                  <p class="quietly">
                    ${wayTo(home)
                      .map(({unit}) => nameOn(unit, today))
                      .join(' › ')}
                  </p>
                `
              : nothing
          }
          ${
            place.displaced && home
              ? html`
                  <p class="doubt">
                    ${icon('alert')}${messages.displaced(nameOn(home.unit, today))}
                  </p>
                `
              : nothing
          }
          ${
            isContested
              ? html`
                  <p class="doubt">${icon('alert')}${messages.contested}</p>
                `
              : nothing
          }
        </div>
        <div class="acts">
          <button
            type="button"
            aria-label=${messages.inviteOf(called(member))}
            data-invite=${member.code}
            @click=${() => this.#deeds.invite(member.code)}
          >
            ${messages.invite}
          </button>
          <button
            type="button"
            aria-label=${messages.editOf(called(member))}
            data-edit=${member.code}
            @click=${() => this.#deeds.edit(member.code)}
          >
            ${messages.edit}
          </button>
        </div>
      </li>
    `;
  }

  /** What an invitation made is no device until something comes of it, which is not known here. */
  #devicesOf(code: MemberCode) {
    const learners = this.#stand.view.learnersOf.get(code) ?? [];
    const isInvited = invitedKeyOf(code, learners) !== undefined;
    return {devices: learners.length - (isInvited ? 1 : 0), isInvited};
  }

  #found(census: Census) {
    const {messages} = this.#stand;
    const wanted = foldName(this.#wanted);
    const bare = wanted.replace(/[\s-]/g, '');
    const found = [...census.at.values(), census.left]
      .flat()
      .filter(
        ({member}) =>
          foldName(member.name).includes(wanted) || member.code.toLowerCase().startsWith(bare),
      )
      .sort(byName);
    return html`
      <p role="status">${messages.foundMembers(found.length, Math.min(found.length, mostFound))}</p>
      ${this.#list(found.slice(0, mostFound), true)}
    `;
  }

  readonly #typed = ({target}: Event) => {
    this.#wanted = (target as HTMLInputElement).value;
    this.#stand.redraw();
  };

  #counted(): Census {
    const {view, tree, today} = this.#stand;
    const countedOf = [view, today];
    if (this.#census && countedOf.every((one, at) => one === this.#countedOf[at])) {
      return this.#census;
    }
    this.#countedOf = countedOf;
    const at = new Map<UnitKey | undefined, Listed[]>();
    const left: Listed[] = [];
    for (const member of view.members.values()) {
      const place = placeOn(member, tree, today);
      if (!place) {
        const post = member.posts.at(-1)!;
        const leftOn = post.until ?? today;
        left.push({member, place: {post, displaced: false}, leftOn});
        continue;
      }
      const key = place.node?.unit.id;
      const there = at.get(key);
      if (there) there.push({member, place});
      else at.set(key, [{member, place}]);
    }
    for (const listed of at.values()) listed.sort(byRank);
    const below = new Map<UnitKey | undefined, Counts>();
    const add = (key: UnitKey | undefined, more: Counts) => {
      const sum = below.get(key) ?? none;
      below.set(key, {
        teams: sum.teams + more.teams,
        members: sum.members + more.members,
        linked: sum.linked + more.linked,
        invited: sum.invited + more.invited,
      });
    };
    const ownOf = (key: UnitKey | undefined) => {
      const listed = at.get(key) ?? [];
      const standings = listed.map(({member}) => this.#devicesOf(member.code));
      const linked = standings.filter(({devices}) => devices > 0).length;
      const invited = standings.filter((one) => one.isInvited && one.devices === 0).length;
      return {teams: 0, members: listed.length, linked, invited};
    };
    // From the bottom up: what is below is counted before what is above it.
    for (const node of [...tree.all].reverse()) {
      const own = ownOf(node.unit.id);
      const isTeam = node.unit.level === 'team' && wasThere(node.unit, today);
      add(node.unit.id, {...own, teams: isTeam ? 1 : 0});
      add(node.parent?.unit.id, below.get(node.unit.id)!);
    }
    add(undefined, ownOf(undefined));
    return (this.#census = {at, below, left});
  }
}

const ranks = ['head', 'deputy', 'member'];

const byName = (one: Listed, other: Listed) =>
  compareNames(called(one.member), called(other.member));

const byRank = (one: Listed, other: Listed) =>
  ranks.indexOf(one.place.post.role) - ranks.indexOf(other.place.post.role) || byName(one, other);
