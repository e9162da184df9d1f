import {html, nothing} from 'lit';
import type {LearnerKey} from '../../../../store/reckoning/record.js';
import {compareNames, foldName} from '../../../../store/roster.js';
import {asideIcon} from '../../../icons-aside.js';
import {writtenDay} from '../../../written-day.js';
import {newestPacket} from '../../evidence.js';
import {lessonsDoneOf} from '../lessons-done.js';
import type {Shelf, ShelfStand} from './shelf.js';

type Pair = readonly [LearnerKey, LearnerKey];

/** "Một người có hai mã?": joins learners who are one person, and separates them again. */
export class PersonsShelf implements Shelf {
  readonly id = 'persons';
  readonly #stand: ShelfStand;

  constructor(stand: ShelfStand) {
    this.#stand = stand;
  }

  title() {
    const {messages, learners} = this.#stand;
    return learners.length > 1 ? messages.persons(this.#suggested().length) : undefined;
  }

  render() {
    const {messages, aside} = this.#stand;
    const [suggested] = this.#suggested();
    const joined = aside.persons.filter((person) => person.some((key) => this.#isHere(key)));
    return html`
      <p class="quietly">${messages.personsNote}</p>
      ${suggested ? this.#question(suggested) : nothing}
      ${
        joined.length > 0
          ? html`
              <div>
                <h5>${messages.joinedList}</h5>
                <ul class="lines">
                  ${joined.map((person) => this.#joined(person))}
                </ul>
              </div>
            `
          : nothing
      }
      ${this.#others()}
    `;
  }

  /** Asked about one pair at a time, with what each of the two has done. */
  #question(pair: Pair) {
    const {messages} = this.#stand;
    return html`
      <div class="question" role="group" aria-labelledby="same-person">
        <h5 id="same-person">${asideIcon('people')}${messages.samePerson}</h5>
        <ul>
          ${pair.map(
            (learner) => html`
              <li>
                <p><strong>${this.#stand.nameOf(learner)}</strong></p>
                <p class="quietly">${this.#codeOf(learner)}</p>
              </li>
            `,
          )}
        </ul>
        <div class="row">
          <button type="button" class="main" @click=${() => this.#join(pair)}>
            ${messages.join}
          </button>
          <button type="button" @click=${() => this.#refuse(pair)}>${messages.notSame}</button>
        </div>
      </div>
    `;
  }

  #joined(person: readonly LearnerKey[]) {
    const {messages} = this.#stand;
    const name = this.#nameOf(person);
    return html`
      <li>
        <p><strong>${messages.codesOf(name, person.length)}</strong></p>
        ${person
          .filter((key) => this.#isHere(key))
          .map(
            (key) => html`
              <p class="quietly">${this.#codeOf(key)}</p>
            `,
          )}
        <p class="row">
          <button
            type="button"
            class="quiet"
            aria-label=${messages.separateOf(name)}
            @click=${() => this.#separate(person)}
          >
            ${messages.separate}
          </button>
        </p>
      </li>
    `;
  }

  #others() {
    const {messages} = this.#stand;
    return html`
      <details class="others">
        <summary>${messages.joinOthers}</summary>
        <div class="stack tight">
          ${this.#choice('one', messages.first)} ${this.#choice('other', messages.second)}
          <div class="row">
            <button type="button" @click=${this.#joinChosen}>${messages.joinThese}</button>
          </div>
        </div>
      </details>
    `;
  }

  #choice(id: string, label: string) {
    const {messages, learners} = this.#stand;
    const names = learners
      .map(({learner}) => [learner, this.#stand.nameOf(learner)] as const)
      .sort(([, a], [, b]) => compareNames(a, b));
    return html`
      <div class="naming">
        <label for=${`person-${id}`}>${label}</label>
        <select id=${`person-${id}`}>
          <option value="">${messages.choose}</option>
          ${names.map(
            ([learner, name]) => html`
              <option value=${learner}>${name} (${learner.slice(0, 4)})</option>
            `,
          )}
        </select>
      </div>
    `;
  }

  /** Learners with the same name, tones and case aside, who are not one person yet. */
  #suggested(): readonly Pair[] {
    const {learners, aside} = this.#stand;
    const apart = new Set(aside.apart.map(pairKey));
    const personOf = new Map(aside.persons.flatMap((keys) => keys.map((key) => [key, keys])));
    const names = new Map<string, LearnerKey[]>();
    for (const {learner, name} of learners) {
      if (name === undefined) continue;
      const folded = foldName(name);
      const same = names.get(folded);
      if (same) same.push(learner);
      else names.set(folded, [learner]);
    }
    return [...names.values()].flatMap(([first, ...others]) =>
      others.flatMap((other) => {
        if (!first || apart.has(pairKey([first, other]))) return [];
        const isOne = personOf.get(first)?.includes(other) === true;
        return isOne ? [] : [[first, other] as const];
      }),
    );
  }

  #isHere(key: LearnerKey): boolean {
    return this.#stand.learners.some(({learner}) => learner === key);
  }

  /** By the first of a person's learners who has a name. */
  #nameOf(person: readonly LearnerKey[]): string {
    const named = this.#stand.learners.find(
      ({learner, name}) => name !== undefined && person.includes(learner),
    );
    return this.#stand.nameOf(named?.learner ?? person[0] ?? '');
  }

  #codeOf(key: LearnerKey): string {
    const {messages, inbox, learners} = this.#stand;
    const learner = learners.find((one) => one.learner === key);
    const {course} = inbox;
    const newest = learner && course && newestPacket(learner, course);
    return messages.codeOf(
      key.slice(0, 4),
      learner && course ? lessonsDoneOf(learner, course) : 0,
      newest && writtenDay(newest.madeOn),
    );
  }

  #join(pair: Pair) {
    return this.#stand.attempt(async () => {
      await this.#stand.aside.exchange.link(...pair, true);
      this.#stand.inbox.say(this.#stand.messages.joined(this.#nameOf(pair)));
    });
  }

  readonly #joinChosen = () => {
    const {renderRoot} = this.#stand.inbox.host;
    const [one = '', other = ''] = ['one', 'other'].map(
      (id) => renderRoot.querySelector<HTMLSelectElement>(`#person-${id}`)?.value,
    );
    if (one === '' || other === '' || one === other) {
      this.#stand.inbox.say(this.#stand.messages.chooseTwo, true);
      return;
    }
    void this.#join([one, other]);
  };

  #refuse(pair: Pair) {
    return this.#stand.attempt(() => this.#stand.aside.exchange.link(...pair, false));
  }

  /** Nobody knows by which steps they were joined, so every two of them are separated. */
  #separate(person: readonly LearnerKey[]) {
    const name = this.#nameOf(person);
    return this.#stand.attempt(async () => {
      for (const [index, one] of person.entries())
        for (const other of person.slice(index + 1))
          await this.#stand.aside.exchange.link(one, other, false);
      this.#stand.inbox.say(this.#stand.messages.separated(name));
    });
  }
}

const pairKey = (pair: Pair): string => [...pair].sort().join('/');
