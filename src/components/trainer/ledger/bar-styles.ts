import {css} from 'lit';

/** What is wished of a ledger, above it, and what is saved, below. */
export const barStyles = css`
  .wishes {
    display: grid;
    gap: 0.7em;
  }

  .wishes label > span:first-child {
    display: block;
    font-size: 0.9em;
    font-weight: 600;
  }

  .wishes .field {
    display: flex;
    align-items: center;
    gap: 0.5em;
    max-width: 26em;
    padding-inline: 0.8em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
  }

  .wishes .field:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  .wishes input[type='search'] {
    flex: 1;
    min-width: 0;
    min-height: 2.8em;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    outline: none;
  }

  .wishes input::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }

  .wishes select {
    width: 100%;
    min-height: 2.8em;
    padding: 0.4em 0.6em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    color: var(--_ink);
    font: inherit;
  }

  .narrow > summary {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-height: 2.75em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  .narrow > summary::-webkit-details-marker {
    display: none;
  }

  .narrow[open] > summary .icon {
    transform: rotate(180deg);
  }

  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    align-items: end;
    gap: 0.8em 1em;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .wishes .check {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.75em;
  }

  .wishes .check > span:first-of-type {
    font-size: 1em;
    font-weight: 400;
  }

  .check input {
    width: 1.4em;
    height: 1.4em;
    accent-color: var(--_accent);
  }

  .saving button {
    min-height: 2.75em;
  }
`;
