import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Matrix} from '../../../store/reckoning/matrix.js';
import {icon} from '../../icons.js';
import {writtenDay} from '../../written-day.js';
import {cellSign} from '../cell-sign.js';
import {cellOf, isAt, numberOf} from './cells.js';
import {counts} from './counts.js';
import type {MatrixStand} from './stand.js';
import {who} from './who.js';

type Row = Matrix['learners'][number];
type Totals = Matrix['totals'][number];

/** Up to so many lessons, a phone shows each learner's lessons without asking. */
const fewLessons = 4;

/** The whole team, lesson by lesson. */
export function lessonTotals({messages, matrix: {lessons, totals}}: MatrixStand) {
  const list = html`
    <ul class="lesson-totals">
      ${lessons.map(
        ({id, title}, column) => html`
          <li>
            <span class="number">${messages.lessonShort(numberOf(id))}</span>
            <span class="title">${title}</span>
            ${counts(messages, totals[column] as Totals)}
          </li>
        `,
      )}
    </ul>
  `;
  return lessons.length <= fewLessons
    ? html`
        <section aria-labelledby="totals">
          <h4 id="totals" class="unseen">${messages.totals}</h4>
          ${list}
        </section>
      `
    : html`
        <details class="lessons">
          <summary>${messages.totalsByLesson}${icon('down')}</summary>
          ${list}
        </details>
      `;
}

/** One learner under the other, on a phone; each one's lessons open where they stand. */
export function people(stand: MatrixStand) {
  const {messages, matrix, unfolded, fold} = stand;
  const always = matrix.lessons.length <= fewLessons;
  return html`
    <p class="quietly">
      ${messages.caption(matrix.learners.length, matrix.lessons.length)}. ${messages.whyHint}
    </p>
    <ul class="people">
      ${repeat(
        matrix.learners,
        ({learner}) => learner,
        (row, index) => {
          const open = always || unfolded.has(row.learner);
          const name = who(stand, row, index);
          return html`
            <li part="person" class="person ${always ? '' : 'titled'}">
              <h4>
                ${
                  always
                    ? html`
                        <span class="who">${name}</span>
                      `
                    : html`
                        <button
                          type="button"
                          class="who"
                          aria-expanded=${open ? 'true' : 'false'}
                          @click=${() => fold(row.learner)}
                        >
                          <span>${name}</span>
                          ${icon('down')}
                        </button>
                      `
                }
              </h4>
              ${open ? lessonsOf(stand, index, !always) : nothing}
            </li>
          `;
        },
      )}
    </ul>
  `;
}

function lessonsOf(stand: MatrixStand, row: number, titled: boolean) {
  const {messages, matrix, ask} = stand;
  const {learner} = matrix.learners[row] as Row;
  return html`
    <ul>
      ${matrix.lessons.map(({id, title}, column) => {
        const {word, day} = cellOf(matrix, row, column);
        const open = isAt(stand.asked, learner, id);
        const asked = open ? stand.find({learner, lesson: id}) : undefined;
        return html`
          <li class=${word}>
            <button
              type="button"
              class="cell"
              @click=${ask}
              data-learner=${learner}
              data-lesson=${id}
              aria-expanded=${open ? 'true' : 'false'}
            >
              ${cellSign(word)}
              <span class="lesson">
                ${messages.lessonShort(numberOf(id))}
                <span class=${titled ? 'title' : 'unseen'}>${title}</span>
              </span>
              <span class="word">
                ${messages.cells[word]}${
                  day === undefined
                    ? nothing
                    : html`
                        <span class="day">${writtenDay(day)}</span>
                      `
                }
              </span>
            </button>
            <div role="status">
              ${
                asked
                  ? html`
                      <p class="reasons">${stand.reasonsOf(asked).join(' ')}</p>
                    `
                  : nothing
              }
            </div>
          </li>
        `;
      })}
    </ul>
  `;
}

/** One learner under the other. */
export const peopleStyles = css`
  .lessons > summary {
    display: flex;
    align-items: center;
    gap: 0.35em;
    min-height: 3em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }

  .lesson-totals {
    display: grid;
    gap: 0.9em;
    padding: 1em;
    border: 1px solid var(--_rule);
    border-block-end: 3px double var(--_margin);
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: var(--_card);
  }

  .lesson-totals li + li {
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--_rule);
  }

  .lesson-totals .number {
    color: var(--_accent);
    font-weight: 700;
  }

  .lesson-totals .title {
    font-weight: 600;
  }

  .people {
    display: grid;
    gap: 0.8em;
  }

  .person {
    border: 1px solid var(--_rule);
    border-inline-start: 4px double var(--_margin);
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_card);
    overflow: hidden;
  }

  .person h4 {
    font-family: inherit;
    font-size: 1em;
  }

  .person .who {
    position: static;
    display: block;
    width: 100%;
    max-width: none;
    padding: 0.7em 0.9em 0.55em;
    border: 0;
    border-radius: 0;
    background: none;
  }

  .person button.who {
    display: flex;
    justify-content: space-between;
  }

  .person li {
    border-block-start: 1px solid var(--_rule);
  }

  .person .cell {
    display: grid;
    grid-template-columns: auto minmax(4.6em, auto) 1fr;
    gap: 0 0.6em;
    width: 100%;
    padding: 0.45em 0.9em;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font-weight: 400;
  }

  .person .lesson {
    color: var(--_quiet);
    white-space: nowrap;
  }

  /* With many lessons their titles stand here, not in a list of their own above. */
  .person.titled .cell {
    grid-template-columns: auto 1fr;
  }

  .person.titled .lesson {
    white-space: normal;
  }

  .person.titled .word {
    grid-column: 2;
    justify-content: start;
  }

  .person .word {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.8em;
  }

  .person button:focus-visible {
    outline-offset: -4px;
  }

  .person .cell[aria-expanded='true'] {
    background: var(--_tint);
  }

  .person p.reasons {
    padding: 0.1em 0.9em 0.8em 3.05em;
    background: var(--_tint);
    font-size: 0.92em;
  }

  li.unknown .word {
    color: var(--_quiet);
  }

  .lessons[open] > summary .icon,
  .who[aria-expanded='true'] > .icon {
    transform: rotate(180deg);
  }
`;
