import {ContextConsumer} from '@lit/context';
import {html, type LitElement, nothing} from 'lit';
import {type Qr, qrOf} from '../../../exchange/qr.js';
import type {MemberCode} from '../../../store/reckoning/member.js';
import {appAddressContext} from '../../app-address.js';
import {LocalizeController} from '../../controllers/localize.js';
import {copyText} from '../../copy-text.js';
import {asideIcon} from '../../icons-aside.js';
import {inviteLanguages} from '../../messages/invite.js';
import {shownCode} from '../../scan/shown-code.js';
import {scanStyles} from '../../scan/scan-styles.js';
import {hasShareSheet, openShareSheet} from '../../share-sheet.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {field} from '../../styles/field.js';
import {invitationsOf, type MemberInvitation} from './invitations.js';
import type {RosterStand} from './stand.js';

/** Invites one member: a code to scan, a link, and a message to send. */
export class Invite {
  readonly #stand: RosterStand;
  readonly #code: MemberCode;
  readonly #localize: LocalizeController<typeof inviteLanguages.vi>;
  readonly #app: ContextConsumer<typeof appAddressContext, LitElement>;
  #invitation: MemberInvitation | undefined;
  #qr: Qr | undefined;

  constructor(stand: RosterStand, code: MemberCode) {
    this.#stand = stand;
    this.#code = code;
    this.#localize = new LocalizeController(stand.host, inviteLanguages);
    this.#app = new ContextConsumer(stand.host, {context: appAddressContext, subscribe: true});
  }

  /** Makes the invitation, or takes the one there is. */
  async make(): Promise<void> {
    const member = this.#stand.view.members.get(this.#code);
    if (!member) return;
    const {messages} = this.#localize;
    const all = await invitationsOf(this.#stand, [member], this.#app.value, messages.made);
    const [invitation] = all ?? [];
    this.#invitation = invitation;
    if (!invitation) return;
    try {
      this.#qr = qrOf(invitation.link ?? invitation.code);
    } catch {
      // The message says the same.
    }
  }

  render() {
    const {host, view} = this.#stand;
    adoptMore(host, field);
    adoptMore(host, scanStyles);
    const {messages} = this.#localize;
    const name = view.members.get(this.#code)?.name ?? '';
    const invitation = this.#invitation;
    return html`
      <div class="card stack" role="group" aria-labelledby="invite-title">
        <h4 id="invite-title" tabindex="-1">${messages.inviteOf(name)}</h4>
        ${
          invitation
            ? this.#shown(invitation)
            : html`
                <p class="wanted">${messages.noCourse}</p>
              `
        }
        <div class="row">
          <button type="button" @click=${this.#close}>${messages.close}</button>
        </div>
      </div>
    `;
  }

  #shown(invitation: MemberInvitation) {
    const {messages} = this.#localize;
    const {member, unit, code, link} = invitation;
    const words =
      link === undefined
        ? messages.wordsWithoutApp({unit, member: member.code, code})
        : messages.words({unit, member: member.code, address: link});
    return html`
      <p>
        <strong>${unit}</strong>
        <span class="code">${member.code}</span>
      </p>
      <p>${link === undefined ? messages.howWithoutApp : messages.how}</p>
      ${
        this.#qr
          ? shownCode(this.#qr, messages.picture)
          : html`
              <p class="wanted">${messages.tooBig}</p>
            `
      }
      <div class="stack tight">
        <label for="invite-words"><strong>${messages.message}</strong></label>
        <textarea id="invite-words" readonly rows="6" .value=${words}></textarea>
      </div>
      <div class="deeds">
        <button type="button" class="main" id="invite-copy" @click=${this.#copy}>
          ${asideIcon('copy')}${messages.copy}
        </button>
        ${
          hasShareSheet()
            ? html`
                <button type="button" @click=${() => this.#share(words)}>
                  ${asideIcon('share')}${messages.share}
                </button>
              `
            : nothing
        }
      </div>
    `;
  }

  readonly #copy = async () => {
    const {messages} = this.#localize;
    const words = this.#stand.host.renderRoot.querySelector<HTMLTextAreaElement>('#invite-words');
    if (!words) return;
    this.#stand.say((await copyText(words)) ? messages.copied : messages.byHand);
  };

  async #share(words: string) {
    const {messages} = this.#localize;
    const shared = await openShareSheet(words, undefined);
    if (shared === 'none') return this.#copy();
    this.#stand.say(shared === 'not' ? messages.notShared : messages.shared);
  }

  readonly #close = () => this.#stand.close(`[data-invite="${this.#code}"]`);
}
