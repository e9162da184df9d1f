import {css, html, nothing} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Matrix} from '../../../store/reckoning/matrix.js';
import {cellSign} from '../cell-sign.js';
import {writtenDay} from '../../written-day.js';
import {cellOf, isAt, numberOf, type Place} from './cells.js';
import {counts, countsInBar} from './counts.js';
import type {MatrixStand} from './stand.js';
import {who} from './who.js';

type Row = Matrix['learners'][number];

/** From so many lessons on, the table's heads are numbers and the titles are told on request. */
export const manyLessons = 7;

/** Learners × lessons, where there is room for a table. */
export function table(stand: MatrixStand) {
  const {messages, matrix, asked, at} = stand;
  const {lessons, learners, totals} = matrix;
  const many = lessons.length >= manyLessons;
  return html`
    <div class="ledger">
      <div
        class="scroll ${many ? 'many' : ''}"
        role="region"
        tabindex="0"
        aria-label=${messages.scroll}
      >
        <table part="table">
          <caption class="unseen">
            ${messages.matrix}: ${messages.caption(learners.length, lessons.length)}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="who">${messages.learner}</th>
              ${lessons.map(
                ({id, title}) => html`
                  <th scope="col">
                    <span class="number" aria-hidden=${many ? 'true' : nothing}>
                      ${many ? numberOf(id) : messages.lessonShort(numberOf(id))}
                    </span>
                    <span class=${many ? 'unseen' : 'title'}>${title}</span>
                  </th>
                `,
              )}
            </tr>
            <tr class="totals">
              <th scope="row" class="who">
                ${messages.totals}
                <span class="quietly">${messages.caption(learners.length, lessons.length)}</span>
              </th>
              ${totals.map(
                (one) => html`
                  <td>${many ? countsInBar(messages, one) : counts(messages, one)}</td>
                `,
              )}
            </tr>
          </thead>
          <tbody @click=${stand.ask} @keydown=${stand.walk}>
            ${repeat(
              learners,
              ({learner}) => learner,
              (row, index) =>
                guard(
                  // A chosen cell draws its own row again, not three hundred others.
                  [matrix, messages, many, inRow(asked, row), inRow(at, row), !at && index === 0],
                  () => html`
                    <tr>
                      <th scope="row" class="who">${who(stand, row, index)}</th>
                      ${lessons.map(({id}, column) => cell(stand, index, column, id, many))}
                    </tr>
                  `,
                ),
            )}
          </tbody>
        </table>
      </div>
    </div>
  `;
}

function cell(
  {messages, matrix, asked, at}: MatrixStand,
  row: number,
  column: number,
  lesson: string,
  many: boolean,
) {
  const {word, day} = cellOf(matrix, row, column);
  const learner = (matrix.learners[row] as Row).learner;
  const here = isAt(at, learner, lesson) || (!at && row === 0 && column === 0);
  return html`
    <td class=${word}>
      <button
        type="button"
        data-learner=${learner}
        data-lesson=${lesson}
        tabindex=${here ? 0 : -1}
        aria-pressed=${isAt(asked, learner, lesson) ? 'true' : 'false'}
      >
        ${cellSign(word)}
        <span class=${many ? 'unseen' : 'words'}>
          ${messages.cells[word]}
          <span class="day">${day === undefined ? nothing : writtenDay(day)}</span>
        </span>
      </button>
    </td>
  `;
}

const inRow = (place: Place | undefined, {learner}: Row): string | false =>
  place?.learner === learner && place.lesson;

/** The table, and the binding around it. */
export const matrixTableStyles = css`
  /* Bound like the learner's handbook: a spine, sewn with thread. */
  .ledger {
    --_spine: 14px;
    position: relative;
    padding-inline-start: var(--_spine);
    border: 1px solid var(--_rule);
    border-radius: 0.3em 0.9em 0.9em 0.3em;
    background: var(--_card);
    overflow: hidden;
  }

  .ledger::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: var(--_spine);
    background:
      repeating-linear-gradient(#0000 0 0.75em, var(--_on-accent) 0.75em 1.65em, #0000 1.65em 2.1em)
        50% 0 / 1.5px 100% no-repeat,
      var(--_accent);
  }

  .scroll {
    overflow: auto;
    max-height: min(46em, 76vh);
    scroll-padding: 9em 1em 1em 15em;
    overscroll-behavior-x: contain;
  }

  table {
    border-collapse: separate;
    border-spacing: 0;
    min-width: 100%;
    line-height: 1.4;
  }

  th,
  td {
    padding: 0;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  td {
    border-inline-end: 1px solid var(--_rule);
  }

  th:last-child,
  td:last-child {
    border-inline-end: 0;
  }

  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }

  thead th,
  thead td {
    padding: 0.7em 0.8em;
    background: var(--_card);
  }

  thead tr:first-child th {
    border-inline-end: 1px solid var(--_rule);
    vertical-align: bottom;
  }

  thead tr:first-child th:last-child {
    border-inline-end: 0;
  }

  .totals th,
  .totals td {
    border-block-end: 3px double var(--_margin);
    background: var(--_paper);
  }

  .who {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    width: 14em;
    min-width: 12em;
    max-width: 15em;
    background: var(--_card);
  }

  th.who {
    padding: 0.6em 0.9em;
    border-inline-end: 3px double var(--_margin) !important;
  }

  thead .who {
    font-weight: 600;
  }

  thead .who .quietly {
    display: block;
    font-weight: 400;
  }

  thead .number {
    display: block;
    color: var(--_accent);
    font-weight: 700;
    white-space: nowrap;
  }

  thead .title {
    display: block;
    min-width: 9em;
    max-width: 17em;
    font-weight: 600;
    text-wrap: balance;
  }

  td > button {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    justify-content: start;
    gap: 0 0.55em;
    width: 100%;
    height: 100%;
    min-height: 3.4em;
    padding: 0.45em 0.8em;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--_ink);
    font-size: 1em;
    font-weight: 400;
  }

  td > button:hover {
    background: var(--_tint);
  }

  td > button .day {
    display: block;
  }

  td.unknown .words {
    color: var(--_quiet);
  }

  td > button[aria-pressed='true'] {
    background: var(--_tint);
    box-shadow: inset 0 0 0 2.5px var(--_accent);
  }

  td > button:focus-visible,
  .scroll:focus-visible {
    outline-offset: -3px;
  }

  tbody tr:hover .name {
    color: var(--_accent);
  }

  .many td > button {
    grid-template-columns: auto;
    justify-content: center;
    padding: 0.45em 0.6em;
    min-width: 3.2em;
  }

  .many thead th:not(.who),
  .many thead td {
    padding-inline: 0.5em;
    text-align: center;
  }

  @media (forced-colors: active) {
    td > button[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
