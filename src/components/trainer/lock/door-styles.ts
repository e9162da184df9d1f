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

  .door summary {
    display: list-item;
    min-height: 2.75em;
    align-content: center;
    color: var(--_accent);
    cursor: pointer;
  }
`;
