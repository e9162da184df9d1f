import {css, html} from 'lit';
import {icon} from '../../icons.js';
import {cellSign} from '../cell-sign.js';
import {learnerName} from '../learner-name.js';
import type {MatrixStand} from './stand.js';

/** Why the cell that was asked about shows what it shows; how to ask, before that. */
export function reasons({messages, asked: place, find, reasonsOf, close}: MatrixStand) {
  const asked = place && find(place);
  return html`
    <div class="why ${asked ? 'asked' : ''}" role="status">
      ${
        asked
          ? html`
              <div class="reasons">
                <p>
                  ${cellSign(asked.word)}
                  <strong>${learnerName(messages, asked.learner)}</strong>
                  <span>${asked.title}: ${messages.cells[asked.word]}</span>
                </p>
                <p>${reasonsOf(asked).join(' ')}</p>
              </div>
              <button type="button" class="quiet" @click=${close}>
                ${icon('cross')}${messages.close}
              </button>
            `
          : html`
              <p class="quietly">${messages.whyHint}</p>
            `
      }
    </div>
  `;
}

/** Reasons under a table. */
export const reasonsStyles = css`
  .why {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.4em 1em;
    padding: 0.7em 1em;
    border-inline-start: 5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  /* In sight wherever the cell stands that was asked about. */
  .why.asked {
    position: sticky;
    inset-block-end: 0.6em;
    z-index: 3;
    border: 1px solid var(--_edge);
    border-inline-start: 5px solid var(--_accent);
  }

  .why .reasons {
    flex: 1 1 24em;
    display: grid;
    gap: 0.2em;
  }

  .why strong {
    margin-inline-end: 0.5em;
  }

  .why .quietly {
    align-self: center;
  }
`;
