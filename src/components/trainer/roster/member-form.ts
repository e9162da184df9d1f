import {html, nothing} from 'lit';
import {
  called,
  type Member,
  type MemberCode,
  type MemberRole,
  memberRoles,
} from '../../../store/reckoning/member.js';
import {movedTo, nameOn, postOn} from '../../../store/reckoning/unit-tree.js';
import {rosterIds} from '../../../store/roster-ids.js';
import {Devices} from './devices.js';
import {entered, fieldOf, typed, valueOf} from './fields.js';
import {SamePerson} from './same-person.js';
import type {RosterStand} from './stand.js';
import {unitOptions} from './unit-options.js';

/** Writes down somebody new in the unit that is looked at, or changes a member. */
export class MemberForm {
  readonly #stand: RosterStand;
  readonly #code: MemberCode | undefined;
  readonly #devices: Devices | undefined;
  readonly #samePerson: SamePerson | undefined;
  #isSaving = false;
  #flaw: {readonly field: string; readonly words: string} | undefined;

  constructor(stand: RosterStand, code: MemberCode | undefined) {
    this.#stand = stand;
    this.#code = code;
    this.#devices = code === undefined ? undefined : new Devices(stand, code);
    this.#samePerson = code === undefined ? undefined : new SamePerson(stand, code);
  }

  render() {
    const {messages, at, today} = this.#stand;
    const member = this.#member();
    const post = member && (postOn(member, today) ?? member.posts.at(-1));
    const save = typed(() => void this.#save());
    const flaw = this.#flaw;
    return html`
      <div class="card stack" role="group" aria-labelledby="member-title">
        <h4 id="member-title">
          ${member ? messages.editOf(called(member)) : messages.addMemberIn(at ? nameOn(at.unit, today) : messages.whole)}
        </h4>
        ${
          member
            ? html`
                <p class="quietly">${messages.codeOf(member.code)}</p>
              `
            : nothing
        }
        ${fieldOf({id: 'member-name', label: messages.name, value: member?.name ?? '', flaw, keydown: save})}
        <div class="field">
          <label for="member-role">${messages.role}</label>
          <select id="member-role">
            ${memberRoles.map(
              (role) => html`
                <option value=${role} ?selected=${role === (post?.role ?? 'member')}>
                  ${messages.roles[role]}
                </option>
              `,
            )}
          </select>
        </div>
        <div class="field">
          <label for="member-unit">${messages.unit}</label>
          <select id="member-unit">
            ${this.#units(post?.unit ?? at?.unit.id)}
          </select>
        </div>
        ${fieldOf({
          id: 'member-birth',
          label: messages.birthYear,
          value: member?.birthYear?.toString() ?? '',
          inputmode: 'numeric',
          flaw,
          keydown: save,
        })}
        ${fieldOf({
          id: 'member-phone',
          label: messages.phone,
          value: member?.phoneTail ?? '',
          hint: messages.phoneHint,
          inputmode: 'numeric',
          flaw,
          keydown: save,
        })}
        <div class="row">
          <button type="button" class="main" @click=${() => void this.#save()}>
            ${messages.save}
          </button>
          <button type="button" @click=${() => this.#leave()}>${messages.cancel}</button>
        </div>
        ${this.#devices?.render() ?? nothing} ${this.#samePerson?.render() ?? nothing}
        ${
          member
            ? html`
                <div class="row apart">
                  <button type="button" class="quiet" @click=${() => void this.#left(member)}>
                    ${messages.leave}
                  </button>
                  <button type="button" class="quiet" @click=${() => void this.#erase(member)}>
                    ${messages.erase}
                  </button>
                  <p class="quietly">${messages.eraseHint}</p>
                </div>
              `
            : nothing
        }
      </div>
    `;
  }

  #member(): Member | undefined {
    return this.#code === undefined ? undefined : this.#stand.view.members.get(this.#code);
  }

  #units(chosen: string | undefined) {
    const {tree, today} = this.#stand;
    return unitOptions(tree, today, chosen);
  }

  async #save() {
    // A second press would make a second person of this one.
    if (this.#isSaving) return;
    const {messages, host, today, thisYear, view} = this.#stand;
    const name = entered(host, 'member-name');
    const birth = entered(host, 'member-birth');
    const phone = entered(host, 'member-phone').replace(/\D/g, '');
    const year = Number(birth);
    // Whom another level sent without a name may stay so.
    if (name === '' && this.#member()?.name !== '')
      return this.#refuse('member-name', messages.nameNeeded);
    if (birth !== '' && !(/^\d{4}$/.test(birth) && year > thisYear - 110 && year < thisYear)) {
      return this.#refuse('member-birth', messages.yearOdd);
    }
    if (entered(host, 'member-phone') !== '' && phone.length < 3) {
      return this.#refuse('member-phone', messages.phoneOdd);
    }
    const role = valueOf(host, 'member-role') as MemberRole;
    const unit = valueOf(host, 'member-unit');
    const member = this.#member();
    const code = member?.code ?? rosterIds(view.units, view.members).member();
    const next: Member = {
      code,
      name,
      posts: member ? postsWith(member, {unit, role}, today) : [{unit, role}],
      ...(phone !== '' && {phoneTail: phone.slice(-3)}),
      ...(birth !== '' && {birthYear: year}),
    };
    this.#isSaving = true;
    await this.#stand.attempt(async () => {
      await this.#stand.change({members: new Map([[code, next]])});
      this.#leave(code);
    });
    this.#isSaving = false;
  }

  async #left(member: Member) {
    const {today} = this.#stand;
    const posts = member.posts.map((post) =>
      (post.until ?? Infinity) > today ? {...post, until: today} : post,
    );
    await this.#stand.attempt(async () => {
      const next = {...member, posts: posts as unknown as Member['posts']};
      await this.#stand.change({members: new Map([[member.code, next]])});
      this.#leave();
    });
  }

  async #erase(member: Member) {
    await this.#stand.attempt(async () => {
      const learners = this.#stand.view.learnersOf.get(member.code) ?? [];
      await this.#stand.change({
        members: new Map([[member.code, undefined]]),
        links: learners.map((learner) => ({learner, member: member.code, on: false})),
      });
      this.#leave();
    });
  }

  #refuse(field: string, words: string) {
    this.#flaw = {field, words};
    this.#stand.say(words, true);
    this.#stand.host.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus();
  }

  #leave(code = this.#code) {
    this.#stand.close(code === undefined ? '#add-member' : `[data-edit="${code}"]`);
  }
}

/** A role that changes is put right where it stands; another unit is a post of its own that begins today. */
function postsWith(
  member: Member,
  {unit, role}: {readonly unit: string; readonly role: MemberRole},
  today: number,
): Member['posts'] {
  const post = postOn(member, today);
  if (!post || post.unit !== unit) return movedTo(member.posts, {unit, role, from: today});
  return member.posts.map((one) =>
    one === post ? {...one, role} : one,
  ) as unknown as Member['posts'];
}
