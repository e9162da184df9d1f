import {css} from 'lit';

/** Lines to walk through, fields to fill in, and rows of a list that ask for a look. */
export const rosterStyles = css`
  .tight {
    gap: 0.6em;
  }

  .notice summary {
    min-height: 2.75em;
    align-content: center;
    cursor: pointer;
  }

  .told {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.8em;
  }

  .said:empty {
    display: none;
  }

  .wanted {
    color: var(--_bad);
    font-weight: 600;
  }

  .field {
    max-width: 36em;
    display: grid;
    gap: 0.3em;
  }

  .field label {
    font-weight: 600;
  }

  input[type='text'],
  input[type='search'],
  select {
    width: 100%;
    min-width: 0;
    min-height: 3em;
    margin: 0;
    padding: 0.5em 0.8em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font: inherit;
    line-height: 1.5;
  }

  input[aria-invalid='true'] {
    border-color: var(--_bad);
  }

  .tick {
    display: flex;
    gap: 0.7em;
    align-items: center;
    min-height: 3em;
  }

  .tick input {
    flex: none;
    width: 1.4em;
    height: 1.4em;
    margin: 0;
    accent-color: var(--_accent);
  }

  .way {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }

  .place {
    font-size: 1.3em;
  }

  .lines {
    border-block-start: 1px solid var(--_rule);
  }

  .lines > li {
    border-block-end: 1px solid var(--_rule);
  }

  .line {
    width: 100%;
    justify-content: space-between;
    padding: 0.7em 0.3em;
    border: 0;
    border-radius: 0;
    background: none;
    font-weight: 400;
  }

  .line > span {
    display: grid;
  }

  .person {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4em 1em;
    padding-block: 0.6em;
  }

  .person > div:first-child {
    flex: 1 1 12em;
    min-width: 0;
  }

  .person strong {
    margin-inline-end: 0.3em;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 0.8em;
  }

  .code {
    font-family: ui-monospace, 'Roboto Mono', 'DejaVu Sans Mono', monospace;
    font-size: 0.88em;
    color: var(--_quiet);
    white-space: nowrap;
  }

  .doubt {
    display: flex;
    gap: 0.4em;
    color: var(--_warm);
    font-size: 0.92em;
  }

  .to-deeds {
    justify-self: start;
  }

  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }

  .apart {
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--_rule);
  }

  .figures {
    display: grid;
    gap: 0.2em;
  }

  .figures strong {
    font-variant-numeric: tabular-nums;
  }

  .look {
    display: grid;
    gap: 0.5em;
    padding-block: 0.8em;
  }
`;
