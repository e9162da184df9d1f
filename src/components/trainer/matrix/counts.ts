import {css, html} from 'lit';
import type {Matrix} from '../../../store/reckoning/matrix.js';
import type {TrainerMessages} from '../../messages/trainer.js';
import {cellSign, type CellWord} from '../cell-sign.js';

type Totals = Matrix['totals'][number];

/** How many have done a lesson, have not, and of how many it is unknown: three parts that add up, in words. */
export function counts(messages: TrainerMessages, totals: Totals) {
  const part = (word: CellWord, count: number, name: string) => html`
    <span class=${word}>
      ${cellSign(word)}
      <b>${count}</b>
      ${name}
    </span>
  `;
  return html`
    <span class="counts">
      ${bar(totals)} ${part('done', totals.done, messages.totalDone)}
      ${part('not-done', totals.notDone, messages.totalNotDone)}
      ${part('unknown', totals.unknown, messages.totalUnknown)}
    </span>
  `;
}

/** The same in a narrow column; the words are for those who do not see the bar. */
export const countsInBar = (messages: TrainerMessages, totals: Totals) => html`
  <span class="counts">
    <b aria-hidden="true">${totals.done}</b>
    ${bar(totals)}
    <span class="unseen">${messages.total(totals)}</span>
  </span>
`;

/** Three lengths that add up. Widths are attributes, since a strict policy drops inline styles. */
const bar = ({done, notDone, unknown}: Totals) => {
  const all = Math.max(1, done + notDone + unknown);
  const edge = (count: number) => (100 * count) / all;
  return html`
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="unknown" x="0" y="0" width="100" height="6" />
      <rect class="not-done" x="0" y="0" width=${edge(done + notDone)} height="6" />
      <rect class="done" x="0" y="0" width=${edge(done)} height="6" />
    </svg>
  `;
};

/** The parts and their bar. */
export const countsStyles = css`
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 0.8em;
    font-size: 0.88em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .counts > span {
    white-space: nowrap;
  }

  .counts .sign {
    width: 1.15em;
    height: 1.15em;
    vertical-align: -0.22em;
  }

  .bar {
    flex: 1 0 100%;
    width: 100%;
    height: 0.5em;
    margin-block: 0.3em;
    border: 1px solid var(--_edge);
    border-radius: 0.25em;
  }

  .bar .done {
    fill: var(--_good);
  }

  .bar .not-done {
    fill: var(--_card);
  }

  .bar .unknown {
    fill: var(--_edge);
    opacity: 0.45;
  }

  @media (forced-colors: active) {
    .bar .done {
      fill: CanvasText;
    }

    .bar .unknown {
      fill: GrayText;
    }
  }
`;
