import {html, nothing, type TemplateResult} from 'lit';
import {fileRows} from '../../../exchange/roster/file-rows.js';
import {
  type Correction,
  type Outcome,
  type PlannedRow,
  type RosterPlan,
  rosterPlan,
} from '../../../exchange/roster/roster-plan.js';
import type {FileSheet} from '../../../exchange/roster/file-sheet.js';
import {listsAmong, rosterIn, type RosterSheet} from '../../../exchange/roster/roster-sheet.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import {rosterIds} from '../../../store/roster-ids.js';
import {asideIcon} from '../../icons-aside.js';
import type {Trouble} from '../../messages/trainer.js';
import {troubleNotice} from '../trouble-notice.js';
import {changedList} from './changed-list.js';
import {typed} from './fields.js';
import {memberPlace} from './member-place.js';
import type {RosterStand} from './stand.js';
import {unitOptions} from './unit-options.js';

/** So many rows to look at at a time. */
const mostRows = 30;

const shownOutcomes: readonly Outcome[] = ['new', 'moved', 'changed', 'same', 'refused', 'skipped'];

/** A list that was chosen, and what it would change. */
interface Chosen {
  readonly file: string;
  /** Those sheets of the file that have a list, and which of them is looked at. */
  readonly lists: readonly FileSheet[];
  readonly list: FileSheet;
  readonly sheet: RosterSheet;
  readonly hasOldFont: boolean;
  readonly corrections: Map<number, Correction>;
  /** So many rows are looked at. */
  seen: number;
  /** The row whose unit is being chosen. A list of a province's units for every row would be too long to draw. */
  placing?: number;
  under: UnitKey | undefined;
  plan: RosterPlan;
}

/** Brings in a list: read, looked through, put right in place, then written in one change that can be undone. */
export class BringIn {
  readonly #stand: RosterStand;
  #chosen: Chosen | undefined;
  #trouble: Trouble | undefined;
  #isReading = false;
  /** A second press before the first is written would take everybody down twice. */
  #isWriting = false;

  constructor(stand: RosterStand) {
    this.#stand = stand;
  }

  render(): TemplateResult {
    const {messages} = this.#stand;
    return html`
      <div class="card stack" role="group" aria-labelledby="bring-in-title">
        <h4 id="bring-in-title" tabindex="-1">
          ${this.#chosen ? messages.preview(this.#chosen.file) : messages.bringIn}
        </h4>
        ${this.#chosen ? this.#preview(this.#chosen) : this.#choosing()}
      </div>
    `;
  }

  #choosing() {
    const {messages} = this.#stand;
    return html`
      <p>${messages.bringInHint}</p>
      ${this.#trouble ? troubleNotice(this.#trouble) : nothing}
      ${
        this.#isReading
          ? html`
              <p role="status">${messages.reading}</p>
            `
          : nothing
      }
      <div class="deeds">
        <button type="button" class="main" id="choose" @click=${this.#choose}>
          ${asideIcon('file')}${messages.choose}
        </button>
        <button type="button" @click=${() => this.#stand.close()}>${messages.cancel}</button>
      </div>
      <input
        id="list-file"
        type="file"
        hidden
        accept=".xlsx,.xlsm,.csv,.txt,.tsv,.xls,.htm,.html"
        @change=${this.#picked}
      />
    `;
  }

  #preview(chosen: Chosen) {
    const {messages, today, tree} = this.#stand;
    const {plan, sheet, seen} = chosen;
    const {counts} = plan;
    const count = counts.new + counts.changed + counts.moved;
    const toSee = plan.rows.filter(isToSee).sort((one, other) => rank(one) - rank(other));
    return html`
      ${chosen.lists.length > 1 ? this.#sheets(chosen) : nothing}
      <ul class="figures">
        <li><strong>${messages.people(sheet.people.length)}</strong></li>
        ${shownOutcomes.map((outcome) =>
          counts[outcome] > 0
            ? html`
                <li class=${outcome === 'refused' ? 'doubt' : ''}>
                  ${messages.outcome(outcome, counts[outcome])}
                </li>
              `
            : nothing,
        )}
        ${
          plan.newUnits.length > 0
            ? html`
                <li>${messages.newUnits(plan.newUnits.length)}</li>
              `
            : nothing
        }
      </ul>
      ${this.#notes(chosen)} ${changedList(this.#stand, plan)}
      <div class="field">
        <label for="under">${messages.under}</label>
        <select id="under" @change=${this.#place}>
          <option value="" ?selected=${chosen.under === undefined}>
            ${messages.underNew}${sheet.titled ? `: ${sheet.titled.name}` : ''}
          </option>
          ${unitOptions(tree, today, chosen.under)}
        </select>
      </div>
      ${
        toSee.length > 0
          ? html`
              <section class="stack tight" aria-labelledby="to-see">
                <h4 id="to-see">${messages.toSee}</h4>
                <ul class="lines">
                  ${toSee.slice(0, seen).map((row) => this.#row(row))}
                </ul>
                ${
                  toSee.length > seen
                    ? html`
                        <button
                          type="button"
                          id="more-rows"
                          @click=${() => this.#more(chosen, toSee[seen]!.person.row)}
                        >
                          ${messages.moreToSee(toSee.length - seen)}
                        </button>
                      `
                    : nothing
                }
              </section>
            `
          : nothing
      }
      <div class="deeds">
        <button
          type="button"
          class="main"
          id="apply"
          aria-disabled=${count > 0 ? 'false' : 'true'}
          @click=${() => void this.#apply()}
        >
          ${count > 0 ? messages.apply(count) : messages.applyNothing}
        </button>
        <button type="button" @click=${() => this.#stand.close()}>${messages.cancel}</button>
      </div>
    `;
  }

  #sheets({lists, list}: Chosen) {
    const {messages} = this.#stand;
    return html`
      <div class="field">
        <label for="sheet">${messages.sheet}</label>
        <select id="sheet" aria-describedby="other-sheets" @change=${this.#turn}>
          ${lists.map(
            (one, at) => html`
              <option value=${at} ?selected=${one === list}>${one.name}</option>
            `,
          )}
        </select>
        <p id="other-sheets" class="quietly">${messages.otherSheets(lists.length - 1)}</p>
      </div>
    `;
  }

  #notes({sheet, plan, hasOldFont}: Chosen) {
    const {messages} = this.#stand;
    const {counts} = plan;
    const notes = [
      ...(counts.same === sheet.people.length ? [messages.nothingNew] : []),
      ...(sheet.identity.length > 0 ? [messages.identity(sheet.identity)] : []),
      ...(plan.absent.length > 0 ? [messages.absent(plan.absent.length)] : []),
      ...(sheet.passedOver.length > 0 ? [messages.passedOver(sheet.passedOver)] : []),
      ...(sheet.filled.length > 0 ? [messages.filledRows(sheet.filled)] : []),
      ...(sheet.hidden.length > 0 ? [messages.hiddenRows(sheet.hidden)] : []),
      ...(sheet.districts.length > 0 ? [messages.districts(sheet.districts)] : []),
      ...(hasOldFont ? [messages.oldFont] : []),
      ...(sheet.unread.length > 0 ? [messages.unread(sheet.unread)] : []),
    ];
    return notes.map(
      (note) => html`
        <p class="quietly">${note}</p>
      `,
    );
  }

  #row(row: PlannedRow) {
    const {messages} = this.#stand;
    const {person, flaws, outcome, member, candidates = []} = row;
    const former = flaws.includes('renamed') && member ? member.name : undefined;
    const number = person.row;
    const isName = flaws.some((flaw) => flaw === 'name-missing' || flaw === 'name-odd');
    const mayBeNew = flaws.some((flaw) => newAnyway.has(flaw));
    const skipped = outcome === 'skipped';
    const isPlaceless = flaws.some((flaw) => flaw === 'unit-missing' || flaw === 'unit-twice');
    const mayPlace = isPlaceless && this.#stand.tree.all.length > 0;
    return html`
      <li class="look" id=${`row-${number}`}>
        <p>
          <strong>${messages.rowNumber(number)}</strong>
          ${person.name === '' ? nothing : ` · ${person.name}`}
          <span class="quietly">${person.units.map(({name}) => name).join(', ')}</span>
        </p>
        <p class=${outcome === 'refused' ? 'doubt' : 'quietly'}>
          ${skipped ? messages.outcomes.skipped : flaws.map((flaw) => messages.flaws[flaw]).join('; ')}
          ${former === undefined ? nothing : messages.formerName(former)}
        </p>
        ${
          isName
            ? html`
                <input
                  type="text"
                  aria-label=${messages.rowName(number)}
                  autocomplete="off"
                  maxlength="120"
                  .defaultValue=${person.name}
                  @keydown=${typed(() => this.#named(number))}
                  @change=${() => this.#named(number)}
                />
              `
            : nothing
        }
        ${mayPlace && this.#chosen?.placing === number ? this.#unitOf(number) : nothing}
        <div class="row">
          ${
            mayPlace && this.#chosen?.placing !== number
              ? html`
                  <button type="button" @click=${() => this.#placing(number)}>
                    ${messages.placeRow}
                  </button>
                `
              : nothing
          }
          ${candidates.slice(0, 4).map(
            (member) => html`
              <button type="button" @click=${() => this.#correct(number, {code: member.code})}>
                ${messages.sameAs(memberPlace(this.#stand, member))}
              </button>
            `,
          )}
          ${
            mayBeNew && !skipped
              ? html`
                  <button type="button" @click=${() => this.#correct(number, {isNew: true})}>
                    ${messages.somebodyNew}
                  </button>
                `
              : nothing
          }
          <button
            type="button"
            class="quiet"
            @click=${() => this.#correct(number, skipped ? {skip: false} : {skip: true})}
          >
            ${skipped ? messages.unskip : messages.skip}
          </button>
        </div>
      </li>
    `;
  }

  #unitOf(row: number) {
    const {messages, tree, today} = this.#stand;
    return html`
      <select
        id=${`unit-of-${row}`}
        aria-label=${messages.rowUnit(row)}
        @change=${({target}: Event) => {
          const unit = (target as HTMLSelectElement).value;
          if (unit !== '') this.#correct(row, {unit});
        }}
      >
        <option value="">${messages.placeRowNone}</option>
        ${unitOptions(tree, today, undefined)}
      </select>
    `;
  }

  #placing(row: number) {
    if (!this.#chosen) return;
    this.#chosen.placing = row;
    this.#focus(`#unit-of-${row}`);
  }

  readonly #choose = () => {
    this.#stand.host.renderRoot.querySelector<HTMLInputElement>('#list-file')?.click();
  };

  readonly #picked = ({target}: Event) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void this.#read(file).finally(() => (input.value = ''));
  };

  async #read(file: File) {
    if (this.#isReading) return;
    this.#isReading = true;
    this.#trouble = undefined;
    this.#stand.redraw();
    await this.#stand.attempt(async () => {
      try {
        await this.#take(file);
      } finally {
        this.#isReading = false;
      }
    });
    this.#focus('#bring-in-title');
  }

  async #take(file: File) {
    const {messages, thisYear} = this.#stand;
    const read = await fileRows(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) {
      this.#trouble = messages.fileFlaws[read.flaw];
      return;
    }
    const lists = listsAmong(read.sheets);
    const hasOldFont = read.oldFont !== undefined;
    for (const list of lists) {
      const sheet = rosterIn([list], thisYear);
      if (sheet && sheet.people.length > 0) {
        await this.#lookAt({file: file.name, lists, list, sheet, hasOldFont});
        return;
      }
    }
    this.#trouble = messages.noList;
  }

  async #lookAt(found: Pick<Chosen, 'file' | 'lists' | 'list' | 'sheet' | 'hasOldFont'>) {
    const {sheet} = found;
    const corrections = new Map<number, Correction>();
    // Whoever stands in a unit below the top has said where the list belongs.
    const {at} = this.#stand;
    const under = at && !sheet.titled ? at.unit.id : undefined;
    const plan = await this.#plan(sheet, corrections, under);
    this.#chosen = {...found, corrections, seen: mostRows, under, plan};
  }

  readonly #turn = ({target}: Event) => {
    const chosen = this.#chosen;
    const list = chosen?.lists[Number((target as HTMLSelectElement).value)];
    const sheet = list && rosterIn([list], this.#stand.thisYear);
    if (chosen && list && sheet) {
      void this.#stand.attempt(() => this.#lookAt({...chosen, list, sheet}));
    }
  };

  #more(chosen: Chosen, next: number) {
    chosen.seen += mostRows;
    this.#focus(`#row-${next} button`);
  }

  #plan(sheet: RosterSheet, corrections: Map<number, Correction>, under: UnitKey | undefined) {
    const {view, today: day} = this.#stand;
    return rosterPlan(sheet, view, {
      day,
      ids: rosterIds(view.units, view.members),
      corrections,
      ...(under !== undefined && {under}),
    });
  }

  async #replan() {
    const chosen = this.#chosen;
    if (!chosen) return;
    await this.#stand.attempt(async () => {
      chosen.plan = await this.#plan(chosen.sheet, chosen.corrections, chosen.under);
    });
  }

  readonly #place = ({target}: Event) => {
    if (!this.#chosen) return;
    this.#chosen.under = (target as HTMLSelectElement).value || undefined;
    void this.#replan();
  };

  #named(row: number) {
    const input = this.#stand.host.renderRoot.querySelector<HTMLInputElement>(`#row-${row} input`);
    const name = input?.value.normalize('NFC').trim().replace(/\s+/gu, ' ') ?? '';
    if (name !== '') this.#correct(row, {name});
  }

  #correct(row: number, correction: Correction) {
    const chosen = this.#chosen;
    if (!chosen) return;
    chosen.corrections.set(row, {...chosen.corrections.get(row), ...correction});
    // The row may be gone, with the focus on it.
    void this.#replan().then(() => this.#focus(`#row-${row} button`, '#apply'));
  }

  async #apply() {
    const chosen = this.#chosen;
    if (!chosen || this.#isWriting) return;
    this.#isWriting = true;
    try {
      await this.#write(chosen);
    } finally {
      this.#isWriting = false;
    }
  }

  async #write(chosen: Chosen) {
    // Somebody may have changed the roster in another tab since the list was looked through.
    await this.#replan();
    const {messages} = this.#stand;
    const {counts, change, newUnits} = chosen.plan;
    if (Object.keys(change).length === 0) {
      this.#stand.say(messages.nothingNew);
      return;
    }
    await this.#stand.attempt(async () => {
      const words = messages.applied({
        fresh: counts.new,
        changed: counts.changed + counts.moved,
        units: newUnits.length,
      });
      await this.#stand.change(change, words);
      this.#stand.close('#undo');
    });
  }

  #focus(...selectors: readonly string[]) {
    const {host} = this.#stand;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      for (const selector of selectors) {
        const found = host.renderRoot.querySelector<HTMLElement>(selector);
        if (found) {
          found.focus();
          return;
        }
      }
    });
  }
}

const newAnyway: ReadonlySet<string> = new Set([
  'code-wrong',
  'code-unknown',
  'twice',
  'ambiguous',
]);

/** What asks for a decision goes before what is only to be known. */
const rank = ({outcome, flaws}: PlannedRow): number => {
  if (outcome === 'refused' || outcome === 'skipped') return 0;
  return flaws.some((flaw) => asking.has(flaw)) ? 1 : 2;
};

const asking: ReadonlySet<string> = new Set(['elsewhere', 'namesake', 'renamed']);

/** Whoever was known by name and unit has nothing wrong about them. */
const isToSee = ({outcome, flaws}: PlannedRow): boolean =>
  outcome === 'refused' || outcome === 'skipped' || flaws.some((flaw) => flaw !== 'matched');
