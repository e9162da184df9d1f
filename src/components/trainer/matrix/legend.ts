import {css, html, nothing} from 'lit';
import {icon} from '../../icons.js';
import type {TrainerMessages} from '../../messages/trainer.js';
import {cellSign, type CellWord} from '../cell-sign.js';

const order: readonly CellWord[] = [
  'done',
  'all-right',
  'done-before',
  'started',
  'not-done',
  'unknown',
];

/** The signs, explained on request; where they stand `bare` in a table, their words stand here at once. */
export const legend = (messages: TrainerMessages, bare: boolean) => html`
  <details class="legend">
    <summary>
      ${
        bare
          ? order.map(
              (word) => html`
                <span class="one">${cellSign(word)}${messages.cells[word]}</span>
              `,
            )
          : nothing
      }
      <span class="more">${messages.legend}${icon('down')}</span>
    </summary>
    <dl>
      ${order.map(
        (word) => html`
          <div>
            <dt>${cellSign(word)} ${messages.cells[word]}</dt>
            <dd>${messages.cellsLong[word]}</dd>
          </div>
        `,
      )}
    </dl>
  </details>
`;

/** Signs and their words in a row, and in a box that opens below. */
export const legendStyles = css`
  .legend summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em 1.1em;
    min-height: 3em;
    cursor: pointer;
    list-style: none;
    font-size: 0.9em;
  }

  .legend summary::-webkit-details-marker {
    display: none;
  }

  .one {
    white-space: nowrap;
  }

  .one .sign {
    margin-inline-end: 0.35em;
  }

  .more {
    color: var(--_accent);
    font-weight: 600;
  }

  .legend[open] .more .icon {
    transform: rotate(180deg);
  }

  dl {
    display: grid;
    gap: 0.6em 1.6em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
    margin: 0.4em 0 0;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_tint);
    font-size: 0.9em;
  }

  dt {
    font-weight: 600;
  }

  dd {
    margin: 0;
    padding-inline-start: 1.95em;
    color: var(--_quiet);
  }
`;
