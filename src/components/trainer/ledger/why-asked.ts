import {html, nothing, type TemplateResult} from 'lit';
import type {Assignment} from '../../../store/reckoning/assignment.js';
import {
  countsIn,
  personTitle,
  type TableWords,
  unitTitle,
  wordIn,
} from '../../../store/reckoning/matrix-table.js';
import type {MatrixView} from '../../../store/reckoning/matrix-view.js';
import {mark} from '../../../store/reckoning/roster-matrix.js';
import type {RosterView} from '../../../store/reckoning/roster-view.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import type {LedgerMessages} from '../../messages/ledger.js';
import type {TrainerMessages} from '../../messages/trainer.js';
import {writtenDay} from '../../written-day.js';
import {cellSign} from '../cell-sign.js';
import {peopleIn} from './drawing.js';
import {lessonsOfPerson, personReasons} from './reasons.js';

/** What was asked about: a cell, or with column -1 the whole line. */
interface Asked {
  readonly view: MatrixView;
  readonly column: number;
  /** Beside a grid; otherwise the columns are told as well. */
  readonly wide: boolean;
  /** False while people are still being judged. */
  readonly complete: boolean;
  readonly words: TableWords;
  readonly messages: LedgerMessages;
  readonly columnName: (id: string) => string;
}

interface AskedUnit extends Asked {
  readonly isFolded: (unit: UnitKey) => boolean;
  readonly only: (unit: UnitKey) => void;
  readonly fold: (unit: UnitKey) => void;
}

interface AskedPerson extends Asked {
  readonly trainer: TrainerMessages;
  readonly roster: RosterView;
  readonly assigned: readonly Assignment[];
}

/** The column by number and title; `undefined` for the whole line. */
function titleOf({view, column, columnName}: Asked): string | undefined {
  const about = view.columns[column];
  return about && `${columnName(about.id)} ${about.title}`;
}

/** How the figures of a unit came about, and what can be done with it. */
export function unitWhy(unit: number, asked: AskedUnit): TemplateResult {
  const {view, column, wide, complete, words, messages, columnName} = asked;
  const about = titleOf(asked);
  const found = view.matrix.roll.units[unit]?.unit;
  const counts = (of: number) =>
    complete ? messages.counts(countsIn(view, of, unit)) : messages.reckoning;
  const former = found?.names.slice(0, -1).map(({name}) => messages.formerName(name)) ?? [];
  return html`
    <p>
      <strong>${unitTitle(view, unit, words)}</strong>
      ${
        about
          ? html`
              <span>${about}: ${counts(column)}.</span>
            `
          : nothing
      }
    </p>
    <p>
      ${peopleIn(asked, unit)};
      ${
        complete ? messages.freshOf(view.fresh[unit]!, view.people[unit]!) : messages.reckoning
      }${former.length > 0 ? `; ${former.join('; ')}` : ''}.
    </p>
    <p class="quietly">${messages.unitRule}</p>
    ${
      found
        ? html`
            <p class="row">
              <button type="button" @click=${() => asked.only(found.id)}>
                ${messages.onlyUnit}
              </button>
              <button type="button" @click=${() => asked.fold(found.id)}>
                ${asked.isFolded(found.id) ? messages.unfoldUnit : messages.foldUnit}
              </button>
            </p>
          `
        : nothing
    }
    ${
      wide
        ? nothing
        : html`
            <ul class="cells">
              ${view.columns.map(
                (one, index) => html`
                  <li>
                    <strong>${columnName(one.id)} ${one.title}</strong>
                    <span>${counts(index)}</span>
                  </li>
                `,
              )}
            </ul>
          `
    }
  `;
}

/** By which rule and on what evidence a person stands where they stand. */
export function personWhy(row: number, asked: AskedPerson): TemplateResult {
  const {view, column, wide, words, messages, columnName, trainer, roster, assigned} = asked;
  if (!(view.matrix.marks[row]! & mark.judged)) {
    return html`
      <p>
        <strong>${personTitle(view, row, words)}</strong>
        <span>${messages.reckoning}</span>
      </p>
    `;
  }
  const about = titleOf(asked);
  const question = {view, row, trainer, messages, roster, assigned};
  const {reasons, packets} = personReasons({...question, column});
  return html`
    <p>
      ${column < 0 ? nothing : cellSign(wordIn(view, row, column).word)}
      <strong>${personTitle(view, row, words)}</strong>
      ${
        about
          ? html`
              <span>${about}: ${trainer.cells[wordIn(view, row, column).word]}</span>
            `
          : nothing
      }
    </p>
    <p>${reasons.join(' ')}</p>
    <p class="quietly">${messages.rule}</p>
    ${
      packets.length > 0
        ? html`
            <ul class="packets">
              ${packets.map(
                (packet) => html`
                  <li>${packet}</li>
                `,
              )}
            </ul>
          `
        : nothing
    }
    ${
      wide
        ? nothing
        : html`
            <ul class="cells">
              ${lessonsOfPerson(question).map(
                ({id, title, word, day, reasons: own}) => html`
                  <li class=${word}>
                    <details>
                      <summary>
                        ${cellSign(word)}
                        <span>
                          <strong>${columnName(id)} ${title}</strong>
                          <span class="word">
                            ${trainer.cells[word]} ${day === undefined ? nothing : writtenDay(day)}
                          </span>
                        </span>
                      </summary>
                      <p>${own().join(' ')}</p>
                    </details>
                  </li>
                `,
              )}
            </ul>
          `
    }
  `;
}
