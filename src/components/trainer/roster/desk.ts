import {html, type LitElement, nothing, type TemplateResult} from 'lit';
import type {Course} from '../../../curriculum/course.js';
import {dayInVietnam, dayText} from '../../../store/reckoning/calendar.js';
import type {MemberCode} from '../../../store/reckoning/member.js';
import type {RosterView} from '../../../store/reckoning/roster-view.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import {unitTree, type UnitTree} from '../../../store/reckoning/unit-tree.js';
import type {Roster, RosterChange, RosterRegisters} from '../../../store/roster-contract.js';
import type {Store} from '../../../store/store.js';
import {LocalizeController} from '../../controllers/localize.js';
import {KnsFailedEvent} from '../../events.js';
import {chunk, type Failure, failureOf} from '../../failure.js';
import {icon} from '../../icons.js';
import {asideIcon} from '../../icons-aside.js';
import {rosterLanguages} from '../../messages/roster.js';
import {trainerLanguages} from '../../messages/trainer.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {troubleNotice} from '../trouble-notice.js';
import type {BringIn} from './bring-in.js';
import {Browse} from './browse.js';
import type {HandOut} from './hand-out.js';
import type {Invite} from './invite.js';
import type {InviteAll} from './invite-all.js';
import type {KeepCopy} from './keep-copy.js';
import {MemberForm} from './member-form.js';
import type {PassOn} from './pass-on.js';
import {rosterStyles} from './roster-styles.js';
import type {RosterStand} from './stand.js';
import {UnitForm} from './unit-form.js';

/** More than a phone shows. */
const manyUnits = 8;

type Host = LitElement & {readonly now: () => number};

/** What stands beside the list, one at a time. */
interface Aside {
  render(): TemplateResult | typeof nothing;
}

/** Reads the roster and lays it out. Rejects where it cannot be read. */
export async function openDesk(host: Host, store: Store): Promise<Desk> {
  const roster = await store.roster();
  const desk = new Desk(host, store, roster, await roster.read());
  desk.watch();
  return desk;
}

/** The roster as a trainer works with it. */
export class Desk implements RosterStand {
  readonly host: Host;
  readonly store: Store;
  course: Course | undefined;
  view: RosterView;
  tree: UnitTree;
  readonly #roster: Roster;
  readonly #localize: LocalizeController<typeof rosterLanguages.vi>;
  readonly #room: LocalizeController<typeof trainerLanguages.vi>;
  readonly #browse: Browse;
  #at: UnitKey | undefined;
  #aside: Aside | undefined;
  #said = '';
  #wanted = false;
  #failure: Failure | undefined;
  /** What takes back the last thing done here. */
  #undo: RosterChange | undefined;
  /** What stood beside the list when it was joined with another: there, too, it can be taken back. */
  #joinedIn: Aside | undefined;
  #unwatch: (() => void) | undefined;
  #busy = false;
  #passOn: PassOn | undefined;

  constructor(host: Host, store: Store, roster: Roster, view: RosterView) {
    this.host = host;
    this.store = store;
    this.#roster = roster;
    this.view = view;
    this.tree = unitTree(view.units);
    this.#localize = new LocalizeController(host, rosterLanguages);
    this.#room = new LocalizeController(host, trainerLanguages);
    this.#browse = new Browse(this, {
      edit: (code) => this.#editMember(code),
      add: () => this.#editMember(undefined),
      invite: (code) => this.#invite(code),
    });
    // Whoever looks after one commune begins there.
    const [only, ...others] = this.tree.roots;
    if (only && others.length === 0) this.#at = only.unit.id;
  }

  get messages() {
    return this.#localize.messages;
  }

  get room() {
    return this.#room.messages;
  }

  get today() {
    return dayInVietnam(this.host.now());
  }

  get thisYear() {
    return Number(dayText(this.today).slice(0, 4));
  }

  get at() {
    return this.#at === undefined ? undefined : this.tree.at.get(this.#at);
  }

  watch() {
    this.#unwatch ??= this.#roster.watch(() => void this.attempt(() => this.#read()));
  }

  unwatch() {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  render(course: Course | undefined) {
    this.course = course;
    adoptMore(this.host, rosterStyles);
    const {messages} = this;
    return html`
      <section class="stack" aria-labelledby="heading">
        <div>
          <h3 id="heading" tabindex="-1">${messages.roster}</h3>
          ${this.#told()}
        </div>
        ${
          this.#aside?.render() ??
          html`
            ${this.#toDeeds()}${this.#browse.render()}${this.#deeds()}
          `
        }
      </section>
    `;
  }

  enter(unit: UnitKey | undefined) {
    this.#at = unit;
    this.#aside = undefined;
    this.#failure = undefined;
    this.#browse.forgetSearch();
    this.#focus('#place');
  }

  async change(change: RosterChange, words = this.messages.saved) {
    this.#undo = await this.#roster.change(change);
    await this.#read();
    this.say(words);
  }

  async join(registers: RosterRegisters) {
    const before = this.view;
    const changed = await this.#roster.join(registers);
    await this.#read();
    if (changed > 0) {
      this.#undo = changeTo(before, this.view);
      this.#joinedIn = this.#aside;
    }
    return changed;
  }

  registers() {
    return this.#roster.registers();
  }

  say(words: string, wanted = false) {
    this.#said = words;
    this.#wanted = wanted;
    this.redraw();
  }

  async attempt(work: () => Promise<void>) {
    this.#failure = undefined;
    try {
      await work();
    } catch (error) {
      this.#failure = failureOf(error);
      this.host.dispatchEvent(new KnsFailedEvent(this.#failure.code, this.#failure.facts));
    }
    this.redraw();
  }

  close(focus = '#heading') {
    this.#aside = undefined;
    this.#focus(focus);
  }

  redraw() {
    this.host.requestUpdate();
  }

  /** What was done last, what did not work, and the way back. */
  #told() {
    const {messages, room} = this;
    const trouble = this.#failure && (room.refusals[this.#failure.code] ?? room.unexpected);
    return html`
      <div class="told">
        <p class="said ${this.#wanted ? 'wanted' : ''}" role="status">${this.#said}</p>
        ${
          this.#undo &&
          Object.keys(this.#undo).length > 0 &&
          (!this.#aside || this.#aside === this.#joinedIn)
            ? html`
                <button type="button" class="quiet" id="undo" @click=${this.#takeBack}>
                  ${icon('history')}${messages.undo}
                </button>
              `
            : nothing
        }
      </div>
      ${trouble && this.#failure ? troubleNotice(trouble, room.code(this.#failure.code)) : nothing}
    `;
  }

  /** Below a long list nobody would look for what can be done with it. */
  #toDeeds() {
    const below = this.at?.children ?? this.tree.roots;
    if (below.length < manyUnits) return nothing;
    const go = () => this.host.renderRoot.querySelector<HTMLElement>('.deeds button')?.focus();
    return html`
      <button type="button" class="quiet to-deeds" @click=${go}>${this.messages.toDeeds}</button>
    `;
  }

  #deeds() {
    const {messages, at} = this;
    const isEmpty = this.view.members.size === 0;
    return html`
      <div class="deeds">
        <button type="button" class=${isEmpty ? 'main' : ''} @click=${this.#bringIn}>
          ${asideIcon('bring')}${messages.bringIn}
        </button>
        <button type="button" id="add-unit" @click=${() => this.#editUnit('add')}>
          ${messages.addUnit}
        </button>
        ${
          at
            ? html`
                <button type="button" id="edit-unit" @click=${() => this.#editUnit('edit')}>
                  ${messages.editUnit}
                </button>
              `
            : nothing
        }
        <button type="button" id="keep-copy" @click=${this.#keepCopy}>
          ${icon('save')}${messages.keepCopy}
        </button>
        ${
          isEmpty
            ? nothing
            : html`
                <button type="button" id="hand-out" @click=${this.#handOut}>
                  ${asideIcon('file')}${messages.handOut}
                </button>
                <button type="button" id="invite-all" @click=${this.#inviteAll}>
                  ${asideIcon('scan')}${messages.inviteAll}
                </button>
                <button type="button" id="pass-on" @click=${this.#makePack}>
                  ${icon('save')}${messages.passOn}
                </button>
              `
        }
      </div>
    `;
  }

  readonly #takeBack = () => {
    const undo = this.#undo;
    if (!undo || this.#busy) return;
    this.#busy = true;
    void this.attempt(async () => {
      await this.change(undo, this.messages.undone);
      // What brings back what was taken back would be one more thing to explain.
      this.#undo = undefined;
      if (this.#at !== undefined && !this.tree.at.has(this.#at)) this.#at = undefined;
      this.#focus('#heading');
    }).finally(() => (this.#busy = false));
  };

  #editMember(code: MemberCode | undefined) {
    this.#show(new MemberForm(this, code), '#member-name');
  }

  #editUnit(how: 'add' | 'edit') {
    this.#show(new UnitForm(this, how), '#unit-name');
  }

  readonly #bringIn = () =>
    void this.attempt(async () => {
      const {BringIn: Kind} = await chunk(import('./bring-in.js'));
      const aside: BringIn = new Kind(this);
      this.#show(aside, '#choose');
    });

  readonly #keepCopy = () =>
    void this.attempt(async () => {
      const {KeepCopy: Kind} = await chunk(import('./keep-copy.js'));
      const aside: KeepCopy = new Kind(this);
      this.#show(aside, '#copy-words');
    });

  readonly #handOut = () =>
    void this.attempt(async () => {
      const {HandOut: Kind} = await chunk(import('./hand-out.js'));
      const aside: HandOut = new Kind(this);
      this.#show(aside, '#hand-out-book');
    });

  #invite(code: MemberCode) {
    void this.attempt(async () => {
      const {Invite: Kind} = await chunk(import('./invite.js'));
      const aside: Invite = new Kind(this, code);
      await aside.make();
      this.#show(aside, '#invite-title', this.#said);
    });
  }

  readonly #inviteAll = () =>
    void this.attempt(async () => {
      const {InviteAll: Kind} = await chunk(import('./invite-all.js'));
      const aside: InviteAll = new Kind(this);
      this.#show(aside, '#print-invitations');
    });

  readonly #makePack = () =>
    void this.attempt(async () => {
      const {PassOn: Kind} = await chunk(import('./pass-on.js'));
      const aside = (this.#passOn ??= new Kind(this));
      aside.begin();
      this.#show(aside, '#pass-on-title');
    });

  #show(aside: Aside, focus: string, said = '') {
    this.#aside = aside;
    this.#said = said;
    this.#failure = undefined;
    this.#focus(focus);
  }

  async #read() {
    this.view = await this.#roster.read();
    this.tree = unitTree(this.view.units);
    this.redraw();
  }

  #focus(selector: string) {
    this.redraw();
    void this.host.updateComplete.then(() =>
      (
        this.host.renderRoot.querySelector<HTMLElement>(selector) ??
        this.host.renderRoot.querySelector<HTMLElement>('#heading')
      )?.focus(),
    );
  }
}

/** What makes of the roster what it was. */
function changeTo(before: RosterView, now: RosterView): RosterChange {
  const former = <T>(then: ReadonlyMap<string, T>, later: ReadonlyMap<string, T>) =>
    new Map(
      [...new Set([...then.keys(), ...later.keys()])].map((key) => [key, then.get(key)] as const),
    );
  const edges = ({learnersOf}: RosterView) =>
    [...learnersOf].flatMap(([member, learners]) => learners.map((learner) => ({member, learner})));
  return {
    units: former(before.units, now.units),
    members: former(before.members, now.members),
    links: [
      ...edges(now)
        .filter(({member, learner}) => !before.learnersOf.get(member)?.includes(learner))
        .map((edge) => ({...edge, on: false})),
      ...edges(before).map((edge) => ({...edge, on: true})),
    ],
  };
}
