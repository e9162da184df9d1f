import {ContextConsumer} from '@lit/context';
import {html, type LitElement} from 'lit';
import type {Member} from '../../../store/reckoning/member.js';
import {nameOn, placeOn, within} from '../../../store/reckoning/unit-tree.js';
import {compareNames} from '../../../store/roster.js';
import {appAddressContext} from '../../app-address.js';
import {LocalizeController} from '../../controllers/localize.js';
import {asideIcon} from '../../icons-aside.js';
import {inviteLanguages} from '../../messages/invite.js';
import {paperFrameStyles} from '../../paper-frame.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {pageDrawn} from '../ledger/slices.js';
import {invitationsOf} from './invitations.js';
import {printInvitations} from './invite-paper.js';
import type {RosterStand} from './stand.js';

/** As many cards as are drawn in one go: those of a large commune. */
const mostCards = 400;

/** Drawn before anybody wonders. */
const fewCards = 40;

/** Invites everybody of a unit, on paper. */
export class InviteAll {
  readonly #stand: RosterStand;
  readonly #localize: LocalizeController<typeof inviteLanguages.vi>;
  readonly #app: ContextConsumer<typeof appAddressContext, LitElement>;
  #isBusy = false;

  constructor(stand: RosterStand) {
    this.#stand = stand;
    this.#localize = new LocalizeController(stand.host, inviteLanguages);
    this.#app = new ContextConsumer(stand.host, {context: appAddressContext, subscribe: true});
  }

  render() {
    const {host, at, today, messages: roster, course} = this.#stand;
    adoptMore(host, paperFrameStyles);
    const {messages} = this.#localize;
    const place = at ? nameOn(at.unit, today) : roster.whole;
    const count = this.#members().length;
    const isTooMany = count > mostCards;
    const note = isTooMany ? messages.tooMany(mostCards) : messages.printNote;
    return html`
      <div class="card stack" role="group" aria-labelledby="invite-all-title">
        <h4 id="invite-all-title">${messages.printAllOf(place, count)}</h4>
        <p>${course ? note : messages.noCourse}</p>
        <div class="deeds">
          <button
            type="button"
            class="main"
            id="print-invitations"
            aria-disabled=${this.#isBusy || isTooMany || !course}
            @click=${this.#print}
          >
            ${asideIcon('file')}${messages.print}
          </button>
          <button type="button" @click=${() => this.#stand.close('#invite-all')}>
            ${messages.close}
          </button>
        </div>
      </div>
    `;
  }

  /** Team by team as they stand in the tree, in each by their names. */
  #members(): readonly Member[] {
    const {view, tree, at, today} = this.#stand;
    const units = new Map(
      (at ? within(at) : tree.all).map(({unit}, nth) => [unit.id, nth] as const),
    );
    const placed = [...view.members.values()].flatMap((member) => {
      const place = placeOn(member, tree, today);
      if (!place) return [];
      // Whose unit nobody knows comes last, where everybody is meant.
      const nth = units.get(place.node?.unit.id ?? '') ?? (at ? undefined : units.size);
      return nth === undefined ? [] : [{member, nth}];
    });
    return placed
      .sort((a, b) => a.nth - b.nth || compareNames(a.member.name, b.member.name))
      .map(({member}) => member);
  }

  readonly #print = () => {
    if (this.#isBusy || !this.#stand.course || this.#members().length > mostCards) return;
    this.#isBusy = true;
    void this.#stand
      .attempt(async () => {
        const {messages} = this.#localize;
        const invitations = await invitationsOf(
          this.#stand,
          this.#members(),
          this.#app.value,
          messages.made,
        );
        const {renderRoot} = this.#stand.host;
        if ((invitations?.length ?? 0) > fewCards) this.#stand.say(messages.drawing);
        await pageDrawn();
        // What was printed before is taken off by itself: it is as large.
        renderRoot.querySelector('iframe.paper')?.remove();
        await pageDrawn();
        // The room was locked meanwhile: a frame that comes now nobody would take away.
        if (!renderRoot.querySelector('#heading')) return;
        const end = await printInvitations(renderRoot, invitations ?? [], messages);
        if (end === 'gone') return;
        this.#stand.say(
          {shown: messages.printed, unseen: messages.unseen, cannot: messages.cannot}[end],
        );
      })
      .finally(() => {
        this.#isBusy = false;
        this.#stand.redraw();
      });
  };
}
