import {css} from 'lit';

/** A ledger: ruled lines, a double margin line after the names, hatching where nothing is known. */
export const matrixStyles = css`
  :host {
    --_margin: rgb(190 84 70 / 55%);
    --_hatch: repeating-linear-gradient(
      135deg,
      transparent 0 0.34em,
      var(--_rule) 0.34em calc(0.34em + 1px)
    );
  }

  /* What is wrong with all of it stands above its heading. */
  .notice + .stack {
    margin-block-start: 1em;
  }

  .waiting {
    min-height: 14em;
    padding: 1em 0;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.3em 1.5em;
  }

  .dated {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.2em;
    color: var(--_quiet);
    font-size: 0.92em;
  }

  .oldest {
    color: var(--_warm);
    font-weight: 600;
  }

  .oldest .icon {
    width: 1.15em;
    height: 1.15em;
    margin-inline-end: 0.3em;
    vertical-align: -0.2em;
  }

  .blank {
    display: grid;
    gap: 1em;
    max-width: 38em;
    padding: 1.4em 1.4em 1.6em;
    border: 1.5px dashed var(--_edge);
    border-radius: calc(var(--_radius) * 1.4);
  }

  .blank ol {
    display: grid;
    gap: 0.9em;
  }

  .blank li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.8em;
  }

  .blank .icon {
    width: 2.4em;
    height: 2.4em;
    padding: 0.5em;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_accent);
  }

  .blank span {
    align-self: center;
  }

  .day {
    color: var(--_quiet);
    font-size: 0.86em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  td.unknown,
  li.unknown {
    background: var(--_hatch);
  }
`;
