import {css, html, type TemplateResult} from 'lit';
import type {cellStates} from '../../store/reckoning/matrix.js';

/** A cell's state by its word. */
export type CellWord = (typeof cellStates)[number];

// Each has a silhouette of its own: they are told apart in grey, printed, and with forced colours.
// Whole templates, not one with a part exchanged: a register draws thousands of them.
const signs: Readonly<Record<CellWord, TemplateResult>> = {
  done: html`
    <svg class="sign done" viewBox="0 0 24 24" aria-hidden="true">
      <circle class="solid" cx="12" cy="12" r="9.5" />
      <path class="cut" d="m7.5 12.4 3.2 3.2 6-6.6" />
    </svg>
  `,
  'done-before': html`
    <svg class="sign done-before" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M20.3 8.2A9 9 0 1 0 21 12m.4-7.6-1 4-4-1M7.8 12.4l3 3 5.4-6" />
    </svg>
  `,
  'all-right': html`
    <svg class="sign all-right" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" stroke-dasharray="3.6 3.47" />
      <path d="m7.8 12.4 3 3 5.4-6" />
    </svg>
  `,
  started: html`
    <svg class="sign started" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path class="solid" d="M12 3a9 9 0 0 1 0 18z" />
    </svg>
  `,
  'not-done': html`
    <svg class="sign not-done" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
    </svg>
  `,
  unknown: html`
    <svg class="sign unknown" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M8.2 9a3.9 3.9 0 1 1 5.6 3.5c-1.2.6-1.8 1.4-1.8 2.7v.4m0 3.6v.1" />
    </svg>
  `,
};

/** The sign of a cell, for the eye only: its word stands beside it. */
export const cellSign = (state: CellWord): TemplateResult => signs[state];

/** How the signs are inked. */
export const cellSignStyles = css`
  .sign {
    flex: none;
    width: 1.45em;
    height: 1.45em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.9;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.34em;
  }

  .sign .solid {
    fill: currentColor;
  }

  .sign .cut {
    stroke: var(--_card);
    stroke-width: 2.4;
  }

  .sign.done,
  .sign.done-before,
  .sign.all-right {
    color: var(--_good);
  }

  .sign.started {
    color: var(--_warm);
  }

  .sign.not-done {
    color: var(--_ink);
  }

  .sign.unknown {
    color: var(--_quiet);
    stroke-width: 2.3;
  }

  @media (forced-colors: active) {
    .sign {
      color: CanvasText !important;
    }

    .sign .cut {
      stroke: Canvas;
    }
  }
`;
