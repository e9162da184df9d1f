import type {ReactiveControllerHost} from 'lit';
import {claimCodeOf} from '../../../exchange/claim-code.js';
import type {Learner, Membership} from '../../../store/learner.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import type {Store} from '../../../store/store.js';
import {LocalizeController} from '../../controllers/localize.js';
import {invitedLanguages} from '../../messages/invited.js';

/** Codes that say who was invited, of those who learn under a key of their own. */
export const claimsOf = (
  people: readonly Learner[],
  learners: readonly LearnerKey[],
): readonly string[] =>
  people.flatMap(({key, membership}) =>
    membership && membership.learner !== key && learners.includes(key)
      ? [claimCodeOf({learner: key, invited: membership.learner})]
      : [],
  );

/** As whom a learner sends: the team and the code of their invitation, so that who receives need not ask. */
export class SentAs {
  readonly #localize: LocalizeController<typeof invitedLanguages.vi>;
  readonly #reading: Promise<void>;
  #membership: Membership | undefined;
  #claim = '';

  constructor(host: ReactiveControllerHost & HTMLElement, store: Store, learner: LearnerKey) {
    this.#localize = new LocalizeController(host, invitedLanguages);
    this.#reading = store.learners().then(
      (people) => {
        this.#membership = people.find(({key}) => key === learner)?.membership;
        [this.#claim = ''] = claimsOf(people, [learner]);
        host.requestUpdate();
      },
      // The code says what was learned all the same.
      () => undefined,
    );
  }

  /** The message around a progress code. */
  text(code: string): string {
    const membership = this.#membership;
    if (!membership) return code;
    const {messages} = this.#localize;
    const who = messages.who(membership.unit, membership.member);
    return [who, code, this.#claim].filter(Boolean).join('\n');
  }

  /** What belongs beside the progress code for machines; mostly nothing. Never rejects. */
  async claim(): Promise<string> {
    await this.#reading;
    return this.#claim;
  }
}
