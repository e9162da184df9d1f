import {consume} from '@lit/context';
import {LitElement, html} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import {courseContext, storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {trainerLanguages} from '../messages/trainer.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {failureNotice} from './late-part.js';
import {DoorController} from './lock/door-controller.js';
import {NewDayController} from './new-day-controller.js';
import type {Desk} from './roster/desk.js';

/**
 * Who belongs to which team: units as a tree, members with a short code, lists brought in and handed out, and which
 * device is whose.
 *
 * Stands inside a `<kns-trainer>`, which says of which course. Nothing of it leaves the device by itself.
 *
 * @element kns-roster
 *
 * @shows opening - Until the list was read.
 * @shows unfetched - The code of the list could not be fetched.
 * @shows empty - Nobody yet, and how to begin.
 * @shows refused - A file that is no list.
 * @shows preview - What a list would change, and rows to look at.
 * @shows preview-sheets - The first of several lists in a file, and what was not read below its sum.
 * @shows changed - A list was brought in and can be taken back; units with how many people they have.
 * @shows members - The people of one team.
 * @shows found - People whose name was searched for.
 * @shows editing-unit - A unit is being renamed or dissolved.
 * @shows editing - A member is being changed, and a field is to be mended; devices that may be theirs are offered.
 * @shows keeping-copy - A locked file of everything, to keep, to hand over or to join.
 * @shows copy-left-out - A backup in which some entries are none: which, and why.
 * @shows copy-erased - Whom a backup knows and this register has taken out, to be brought back.
 * @shows inviting - A code to scan and a message for one member.
 * @shows inviting-all - Printed invitations for everybody of a unit.
 * @shows passing-on - What a pack for the level above would hold, without names.
 * @shows passing-on-named - The same with names, under a lock.
 * @shows handing-out - The list as a file, in two kinds.
 *
 * @fires {KnsFailedEvent} kns-failed - When the list could not be read or written.
 */
export class KnsRoster extends LitElement {
  static override styles = [tokens, base];

  /** ms UTC; what "today" is. */
  @property({attribute: false}) now: () => number = Date.now;

  @consume({context: storeContext, subscribe: true})
  @state()
  private store?: Store;

  @consume({context: courseContext, subscribe: true})
  @state()
  private loaded?: LoadedCourse | undefined;

  @state() private failure: Failure | undefined;

  readonly #door: DoorController = new DoorController(this);
  #localize = new LocalizeController(this, trainerLanguages);
  #desk: Desk | undefined;
  #opened: Store | undefined;

  constructor() {
    super();
    new EnterController(this);
    new NewDayController(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#desk?.watch();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#desk?.unwatch();
  }

  protected override willUpdate() {
    if (this.store && this.store !== this.#opened) void this.#open(this.store);
  }

  override render() {
    return this.#door.render(() => this.#drawn());
  }

  #drawn() {
    const {messages} = this.#localize;
    if (this.failure) return failureNotice(messages, this.failure, this.#again);
    return (
      this.#desk?.render(this.loaded?.course) ??
      html`
        <p class="quietly" role="status">${messages.opening}</p>
      `
    );
  }

  async #open(store: Store) {
    this.#opened = store;
    this.failure = undefined;
    this.#desk?.unwatch();
    this.#desk = undefined;
    try {
      const {openDesk} = await chunk(import('./roster/desk.js'));
      const desk = await openDesk(this, store);
      if (store !== this.#opened) desk.unwatch();
      else this.#desk = desk;
      this.requestUpdate();
    } catch (error) {
      if (store !== this.#opened) return;
      this.failure = failureOf(error);
      this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
    }
  }

  readonly #again = () => {
    if (this.store) void this.#open(this.store);
  };
}
