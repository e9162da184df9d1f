import {css} from 'lit';

/** The report's forms, lists and drawings. */
export const reportStyles = css`
  /* What is wrong with all of it stands above its heading. */
  .notice + .stack {
    margin-block-start: 1em;
  }

  h5 {
    margin: 0;
    font: inherit;
    font-weight: 700;
  }

  .report :is(input:not([type='radio'], [type='checkbox']), select) {
    display: block;
    width: 100%;
    min-height: 3em;
    padding: 0.5em 0.8em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    color: var(--_ink);
    font: inherit;
  }

  .report input[aria-invalid='true'] {
    border-color: var(--_bad);
    border-width: 2.5px;
  }

  .report textarea {
    min-height: 3.6em;
  }

  .report .text {
    min-height: 14em;
    line-height: 1.5;
  }

  .choosers,
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 0.35em;
  }

  .choosers {
    gap: 0.9em;
  }

  .choosers .notice {
    margin: 0;
  }

  .field > label {
    font-weight: 600;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
    align-items: end;
    gap: 0.9em 1.2em;
  }

  .fields .whole {
    grid-column: 1 / -1;
  }

  .steps strong {
    min-width: 8.5em;
    text-align: center;
  }

  .steps strong::first-letter {
    text-transform: uppercase;
  }

  /* Side by side with the period between them they would stand in three lines. */
  @media (max-width: 30em) {
    .steps strong {
      order: -1;
      flex-basis: 100%;
      text-align: start;
    }

    .steps {
      gap: 0.4em;
    }

    .steps button {
      flex: 1 1 7em;
      padding-inline: 0.4em;
    }
  }

  .facts {
    display: grid;
    gap: 0.3em;
  }

  .facts:empty {
    display: none;
  }

  .facts .todo {
    display: block;
    color: var(--_quiet);
  }

  .wrong {
    color: var(--_bad);
  }

  .said:empty {
    display: none;
  }

  .said {
    color: var(--_good);
    font-weight: 600;
  }

  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border-block-start: 1px solid var(--_rule);
  }

  .part {
    border-block-end: 1px solid var(--_rule);
  }

  .kept > summary {
    min-height: 2.75em;
    align-content: center;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }

  .part > summary {
    padding-block: 0.8em;
    cursor: pointer;
  }

  .part > summary > h4 {
    display: inline;
  }

  .part > .inside {
    padding-block-end: 1.4em;
  }

  .needy {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.8em;
  }

  .assigned {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.2em 0.8em;
  }

  .assigned > :not(button) {
    grid-column: 1;
  }

  .assigned > button {
    grid-row: 1 / span 2;
    grid-column: 2;
    align-self: start;
  }

  .assigned .now {
    font-weight: 600;
  }

  .chart {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
    margin: 0;
  }

  .chart figcaption {
    justify-content: space-between;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 1.2em;
  }

  .legend .key {
    width: 2.2em;
    height: 1.1em;
    margin-inline-end: 0.3em;
    vertical-align: -0.15em;
  }

  .bars {
    display: grid;
    gap: 0.55em;
  }

  .bars li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.1em 0.8em;
  }

  .bars svg {
    flex: 1 0 100%;
    order: 1;
    height: 1.1em;
  }

  .bars .value {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  /* Told apart without colour: full, hatched, empty. */
  .chart :is(rect, path) {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
  }

  .chart .part-0 rect {
    fill: var(--_accent);
    stroke: var(--_accent);
  }

  .chart .part-2 rect {
    stroke-dasharray: 4 3;
  }

  @media (forced-colors: active) {
    .chart .part-0 rect {
      fill: CanvasText;
      stroke: CanvasText;
      forced-color-adjust: none;
    }

    .chart :is(rect, path) {
      stroke: CanvasText;
    }
  }
`;
