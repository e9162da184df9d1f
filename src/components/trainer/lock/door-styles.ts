import {css} from 'lit';

/** A narrow card with large digits. */
export const doorStyles = css`
  .door {
    max-width: 34em;
    margin-block: 1.2em;
  }

  .door h2 {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }

  .door .field {
    display: grid;
    gap: 0.3em;
    max-width: 16em;
  }

  .door .field label {
    font-weight: 600;
  }

  .door input {
    width: 100%;
    min-height: 3em;
    margin: 0;
    padding: 0.5em 0.8em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font: inherit;
    letter-spacing: 0.3em;
  }

  .door input[aria-invalid='true'] {
    border-color: var(--_bad);
  }

  .door .wanted {
    color: var(--_bad);
    font-weight: 600;
  }

  .door .wanted:empty {
    display: none;
  }

  /* In line with the words of the quiet button above. */
  .door summary {
    display: flex;
    align-items: center;
    gap: 0.35em;
    min-height: 2.75em;
    padding-inline: calc(0.35em + 1.5px);
    color: var(--_accent);
    cursor: pointer;
  }

  .door details[open] > summary .icon {
    transform: rotate(180deg);
  }
`;
