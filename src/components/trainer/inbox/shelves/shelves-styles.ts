import {css} from 'lit';

/** What lies on the shelves: lists, choices, and what is asked before something goes for good. */
export const shelvesStyles = css`
  .shelf {
    padding: 0.2em 1em 1em;
  }

  .imports .shelf .row {
    gap: 0.5em 0.9em;
  }

  h5 {
    margin: 0;
    font: inherit;
    font-weight: 700;
  }

  h5 .icon {
    margin-inline-end: 0.4em;
  }

  .imports .lines > li {
    padding-inline: 0;
  }

  .choice {
    display: grid;
    gap: 0.2em;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .choice legend {
    padding: 0;
    font-weight: 600;
  }

  .choice label {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.75em;
  }

  .choice input {
    flex: none;
    width: 1.35em;
    height: 1.35em;
    accent-color: var(--_accent);
  }

  .message {
    display: grid;
    gap: 0.4em;
    padding-block-end: 0.9em;
  }

  .message label {
    font-weight: 600;
  }

  .message textarea {
    border-style: solid;
    min-height: 6em;
  }

  .told:not(:empty) {
    padding-block-end: 0.5em;
    color: var(--_good);
    font-weight: 600;
  }

  .question {
    display: grid;
    gap: 0.6em;
    padding: 0.9em;
    border: 1px solid var(--_rule);
    border-inline-start: 5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .question ul,
  .question li {
    display: grid;
  }

  .imports .question li {
    padding: 0.4em 0;
    border: 0;
  }

  .question .quietly {
    color: var(--_ink);
  }

  .others > summary {
    justify-content: flex-start;
    padding-inline: 0;
    color: var(--_accent);
  }

  select {
    flex: 1 1 11em;
    width: 100%;
    min-width: 0;
    min-height: 3em;
    padding: 0.4em 0.8em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    color: var(--_ink);
    font: inherit;
  }

  .sure {
    display: grid;
    gap: 0.7em;
    padding: 0.9em;
    border: 1px solid var(--_rule);
    border-inline-start: 5px solid var(--_bad);
    border-radius: var(--_radius);
    background: var(--_bad-tint);
  }

  .danger {
    border-color: var(--_bad);
    color: var(--_bad);
  }

  .pack {
    display: grid;
    gap: 0.15em;
    padding-block-start: 0.8em;
    border-block-start: 1px solid var(--_rule);
  }

  .contradictions {
    display: grid;
    gap: 0.3em;
    padding-inline-start: 1.9em;
  }

  .one-by-one {
    padding-block-start: 0.8em;
    border-block-start: 1px solid var(--_rule);
  }
`;
