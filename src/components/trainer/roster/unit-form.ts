import {html, nothing} from 'lit';
import {type Unit, type UnitLevel, unitLevels} from '../../../store/reckoning/unit.js';
import {nameOn, presentName, within} from '../../../store/reckoning/unit-tree.js';
import {rosterIds} from '../../../store/roster-ids.js';
import {entered, fieldOf, typed, valueOf} from './fields.js';
import type {RosterStand} from './stand.js';
import {unitOptions} from './unit-options.js';

/** The level below another, as most trees have it. */
const next: Readonly<Partial<Record<UnitLevel, UnitLevel>>> = {
  nation: 'province',
  province: 'commune',
  district: 'commune',
  commune: 'team',
  village: 'team',
};

/** Writes down a new unit below the one that is looked at, or changes that one. */
export class UnitForm {
  readonly #stand: RosterStand;
  readonly #unit: Unit | undefined;
  readonly #parent: Unit | undefined;
  #flaw: {readonly field: string; readonly words: string} | undefined;
  #sure = false;
  #isErasing = false;
  #isSaving = false;

  constructor(stand: RosterStand, how: 'add' | 'edit') {
    this.#stand = stand;
    const here = stand.at?.unit;
    this.#unit = how === 'edit' ? here : undefined;
    this.#parent = how === 'edit' ? stand.at?.parent?.unit : here;
  }

  render() {
    const {messages, today} = this.#stand;
    const unit = this.#unit;
    const parent = this.#parent;
    const title = unit
      ? messages.editUnitOf(presentName(unit))
      : parent
        ? messages.addUnitBelow(presentName(parent))
        : messages.addUnit;
    const usual = unit?.level ?? (parent ? (next[parent.level] ?? 'team') : 'commune');
    const levels = unitLevels.filter(
      (level) => unit !== undefined || !parent || !isAbove(level, parent.level),
    );
    return html`
      <div class="card stack" role="group" aria-labelledby="unit-title">
        <h4 id="unit-title">${title}</h4>
        ${fieldOf({
          id: 'unit-name',
          label: messages.unitName,
          value: unit ? presentName(unit) : '',
          flaw: this.#flaw,
          keydown: typed(() => void this.#save()),
        })}
        ${
          unit
            ? html`
                <label class="tick">
                  <input type="checkbox" id="unit-renamed" />
                  <span>${messages.renamed}</span>
                </label>
              `
            : nothing
        }
        <div class="field">
          <label for="unit-level">${messages.unitLevel}</label>
          <select id="unit-level">
            ${levels.map(
              (level) => html`
                <option value=${level} ?selected=${level === usual}>
                  ${messages.levels[level]}
                </option>
              `,
            )}
          </select>
        </div>
        ${unit ? this.#above(unit) : nothing}
        ${fieldOf({
          id: 'unit-households',
          label: messages.households,
          value: unit?.households?.toString() ?? '',
          inputmode: 'numeric',
          flaw: this.#flaw,
          keydown: typed(() => void this.#save()),
        })}
        <div class="row">
          <button type="button" class="main" @click=${() => void this.#save()}>
            ${messages.save}
          </button>
          <button type="button" @click=${this.#leave}>${messages.cancel}</button>
        </div>
        ${
          unit
            ? html`
                <div class="row apart">
                  <button type="button" class="quiet" @click=${() => void this.#dissolve()}>
                    ${
                      unit.until !== undefined
                        ? messages.revive
                        : this.#sure
                          ? messages.dissolveSure(nameOn(unit, today))
                          : messages.dissolve
                    }
                  </button>
                  <button
                    type="button"
                    class="quiet"
                    id="erase-unit"
                    @click=${() => void this.#erase(unit)}
                  >
                    ${this.#isErasing ? messages.eraseUnitSure(presentName(unit), this.#inside(unit).members.length) : messages.eraseUnit}
                  </button>
                  <p class="quietly">${messages.eraseUnitHint}</p>
                </div>
              `
            : nothing
        }
      </div>
    `;
  }

  /** Villages go to another commune, and what a pack brought belongs below the province: whatever is larger may hold it. */
  #above(unit: Unit) {
    const {messages, tree, today} = this.#stand;
    const node = tree.at.get(unit.id);
    const own = new Set(node ? within(node).map((one) => one.unit.id) : []);
    const larger = tree.all.filter(
      (one) =>
        one.unit.id === this.#parent?.id ||
        (!own.has(one.unit.id) && isAbove(one.unit.level, unit.level)),
    );
    return html`
      <div class="field">
        <label for="unit-parent">${messages.below}</label>
        <select id="unit-parent">
          <option value="" ?selected=${this.#parent === undefined}>${messages.belowNone}</option>
          ${unitOptions({...tree, all: larger}, today, this.#parent?.id)}
        </select>
      </div>
    `;
  }

  async #save() {
    // A second press would make a second unit of this one.
    if (this.#isSaving) return;
    const {messages, today, view, host} = this.#stand;
    const name = entered(host, 'unit-name');
    const households = entered(host, 'unit-households').replace(/[.\s]/g, '');
    if (name === '') return this.#refuse('unit-name', messages.nameNeeded);
    if (!/^\d{0,7}$/.test(households)) {
      return this.#refuse('unit-households', messages.householdsOdd);
    }
    const old = this.#unit;
    const level = valueOf(host, 'unit-level') as UnitLevel;
    const isRenamed = host.renderRoot.querySelector<HTMLInputElement>('#unit-renamed')?.checked;
    const id = old?.id ?? rosterIds(view.units, view.members).unit();
    // Above a unit that nobody knows here another trainer's may come: it stays as it is until somebody chooses.
    const chosen = old ? valueOf(host, 'unit-parent') || undefined : this.#parent?.id;
    const parent = chosen === this.#parent?.id ? (old ? old.parent : chosen) : chosen;
    const above = parent === undefined ? undefined : view.units.get(parent);
    if (above && isAbove(level, above.level)) {
      return this.#refuse('unit-level', messages.levelOdd(presentName(above)));
    }
    const unit: Unit = {
      id,
      level,
      names: namesWith(old, name, isRenamed ? today : undefined),
      ...(parent !== undefined && {parent}),
      ...(old?.until !== undefined && {until: old.until}),
      ...(households !== '' && {households: Number(households)}),
    };
    this.#isSaving = true;
    await this.#stand.attempt(async () => {
      await this.#stand.change({units: new Map([[id, unit]])});
      this.#stand.close('#place');
    });
    this.#isSaving = false;
  }

  async #dissolve() {
    const {today} = this.#stand;
    const unit = this.#unit!;
    if (unit.until === undefined && !this.#sure) {
      this.#sure = true;
      this.#stand.redraw();
      return;
    }
    const {until, ...bare} = unit;
    const next = until === undefined ? {...bare, until: today} : bare;
    await this.#stand.attempt(async () => {
      await this.#stand.change({units: new Map([[unit.id, next]])});
      this.#stand.close('#place');
    });
  }

  /** A unit with all below it, and whoever is, or was last, in one of them. */
  #inside(unit: Unit) {
    const {tree, view} = this.#stand;
    const node = tree.at.get(unit.id);
    const units = (node ? within(node) : []).map((one) => one.unit.id);
    const members = [...view.members.values()].filter((member) => {
      const last = member.posts.at(-1)?.unit;
      return last !== undefined && units.includes(last);
    });
    return {units, members};
  }

  /** A list that was brought in by mistake, or twice under other codes, goes as a whole. */
  async #erase(unit: Unit) {
    if (!this.#isErasing) {
      this.#isErasing = true;
      this.#stand.redraw();
      return;
    }
    if (this.#isSaving) return;
    this.#isSaving = true;
    const {messages, view} = this.#stand;
    const {units, members} = this.#inside(unit);
    await this.#stand.attempt(async () => {
      const change = {
        units: new Map(units.map((id) => [id, undefined])),
        members: new Map(members.map(({code}) => [code, undefined])),
        links: members.flatMap(({code}) =>
          (view.learnersOf.get(code) ?? []).map((learner) => ({learner, member: code, on: false})),
        ),
      };
      await this.#stand.change(change, messages.erasedUnit(presentName(unit), members.length));
      this.#stand.enter(unit.parent);
    });
    this.#isSaving = false;
  }

  #refuse(field: string, words: string) {
    this.#flaw = {field, words};
    this.#stand.say(words, true);
    this.#stand.host.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus();
  }

  readonly #leave = () => this.#stand.close(this.#unit ? '#edit-unit' : '#add-unit');
}

const isAbove = (one: UnitLevel, other: UnitLevel) =>
  unitLevels.indexOf(one) < unitLevels.indexOf(other);

/** The present name put right, or a new one that begins today; a second one of the same day replaces the first. */
function namesWith(old: Unit | undefined, name: string, from: number | undefined): Unit['names'] {
  if (!old) return [{name}];
  const before = from === undefined ? old.names.slice(0, -1) : old.names;
  const last = old.names[old.names.length - 1]!;
  const kept = before.filter((one) => from === undefined || one.from !== from);
  const named = from === undefined ? {...last, name} : {name, from};
  return [...kept, named] as unknown as Unit['names'];
}
