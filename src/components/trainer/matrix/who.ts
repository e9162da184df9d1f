import {css, html, nothing} from 'lit';
import type {Matrix} from '../../../store/reckoning/matrix.js';
import {icon} from '../../icons.js';
import {writtenDay} from '../../written-day.js';
import {learnerName} from '../learner-name.js';
import {doneIn} from './cells.js';
import type {MatrixStand} from './stand.js';

type Row = Matrix['learners'][number];

/** A learner's name, how old what is known of them is, and how many lessons they have done. */
export function who({messages, matrix, people}: MatrixStand, row: Row, index: number) {
  const doubt = row.gap ? 'gap' : row.wrongClock ? 'clock' : undefined;
  return html`
    <span class="name">${learnerName(messages, people[index])}</span>
    <span class="asof ${row.fresh ? '' : 'stale'}">
      ${
        doubt
          ? html`
              ${icon('alert')}
              <span class="unseen">${messages.doubts[doubt]}.</span>
            `
          : row.fresh
            ? nothing
            : icon('clock')
      }
      <span class="unseen">${messages.lastData}</span>
      ${row.dataDay === undefined ? messages.noDay : writtenDay(row.dataDay)}
      <span class="count">
        ${messages.lessonsDone(doneIn(matrix, index), matrix.lessons.length)}
      </span>
    </span>
  `;
}

/** A name and what stands under it. */
export const whoStyles = css`
  .name {
    display: block;
    font-weight: 600;
  }

  .asof {
    display: block;
    color: var(--_quiet);
    font-size: 0.86em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .asof.stale {
    color: var(--_warm);
  }

  .asof .count::before {
    content: ' · ';
  }

  .asof .icon {
    width: 1.15em;
    height: 1.15em;
    margin-inline-end: 0.3em;
    vertical-align: -0.2em;
  }
`;
