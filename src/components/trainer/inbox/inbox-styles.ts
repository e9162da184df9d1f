import {css} from 'lit';

/** A tray to drop conversations into, and a list that is read line by line. */
export const inboxStyles = css`
  .tight {
    gap: 0.6em;
  }

  .pasting {
    display: grid;
    gap: 0.5em;
    padding: 1.1em;
    border: 1px solid var(--_rule);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_card);
  }

  .pasting > label {
    font-weight: 700;
    text-wrap: balance;
  }

  textarea,
  input {
    width: 100%;
    margin: 0;
    padding: 0.6em 0.8em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font: inherit;
    line-height: 1.5;
  }

  textarea {
    display: block;
    min-height: 8em;
    border-style: dashed;
    resize: vertical;
    overflow-wrap: anywhere;
  }

  textarea::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }

  textarea:focus-visible,
  input:focus-visible {
    border-style: solid;
    border-radius: var(--_radius);
    outline-offset: 1px;
  }

  .or {
    display: flex;
    align-items: center;
    gap: 0.8em;
    margin-block: 0.2em;
  }

  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_rule);
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .ways > button {
    flex: 1 1 auto;
  }

  @media not all and (any-pointer: fine) {
    .by-mouse {
      display: none;
    }
  }

  /* Over the whole inbox, so that nobody has to aim. */
  section {
    position: relative;
  }

  .target {
    position: absolute;
    inset: -0.6em;
    z-index: 1;
    display: grid;
    justify-items: center;
    padding-block-start: 6em;
    border: 3px dashed var(--_accent);
    border-radius: calc(var(--_radius) * 1.8);
    background: var(--_tint);
    opacity: 0.96;
    /* The drop is told to what lies below. */
    pointer-events: none;
  }

  .target p {
    align-self: start;
    position: sticky;
    inset-block-start: 40vh;
    padding: 0.8em 1.4em;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
    font-size: 1.15em;
  }

  .target .icon {
    margin-inline-end: 0.5em;
  }

  .receiving {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    padding-block-start: 0.7em;
    border-block-start: 1px solid var(--_rule);
  }

  .notice ul {
    padding-block: 0.2em;
  }

  .notice summary {
    justify-content: flex-start;
    padding-inline: 0;
    color: var(--_accent);
  }

  .file {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  .progress {
    display: grid;
    flex: 1 1 10em;
    font-size: 0.92em;
  }

  progress {
    width: 100%;
    height: 0.6em;
    accent-color: var(--_accent);
  }

  .said {
    margin-block-start: 1em;
    padding: 0.7em 1em;
    border-radius: var(--_radius);
    background: var(--_good-tint);
  }

  .said.wanted {
    background: var(--_warm-tint);
  }

  /* Not display: none, or the first thing said would not be read aloud. */
  .said:empty {
    margin: 0;
    padding: 0;
  }

  h4 .icon {
    margin-inline-end: 0.4em;
  }

  .whose {
    padding: 1.1em;
    border: 1px solid var(--_rule);
    border-inline-start: 5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .whose .quietly {
    color: var(--_ink);
  }

  .whose li {
    display: grid;
    gap: 0.4em;
    padding-block-start: 0.7em;
    border-block-start: 1px solid var(--_edge);
  }

  .naming {
    display: grid;
    gap: 0.15em;
  }

  .naming label {
    font-weight: 600;
    font-size: 0.92em;
  }

  .naming .row {
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .naming input {
    flex: 1 1 11em;
    width: auto;
    min-width: 0;
    min-height: 3em;
    background: var(--_card);
  }

  /* What came, import by import. */

  .imports {
    border: 1px solid var(--_rule);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_card);
  }

  details + details {
    border-block-start: 1px solid var(--_rule);
  }

  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    min-height: 3em;
    padding: 0.4em 1em;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  details[open] > summary > .icon {
    transform: rotate(180deg);
  }

  .imports li {
    display: grid;
    gap: 0.1em;
    padding: 0.6em 1em 0.35em;
    border-block-start: 1px solid var(--_rule);
  }

  .whom {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
  }

  .out strong {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }

  .outcome {
    color: var(--_quiet);
    font-size: 0.9em;
    white-space: nowrap;
  }

  .outcome .icon {
    margin-inline-end: 0.25em;
    width: 1.15em;
    height: 1.15em;
    vertical-align: -0.22em;
  }

  .outcome.new {
    color: var(--_good);
    font-weight: 600;
  }

  .outcome.back {
    color: var(--_bad);
  }

  .doubt {
    display: flex;
    gap: 0.4em;
    color: var(--_warm);
    font-size: 0.9em;
  }

  .doubt .icon {
    width: 1.2em;
    height: 1.2em;
    margin-top: 0.15em;
  }

  .whole {
    padding: 0 1em 0.3em;
  }

  .imports .row {
    gap: 0 1.2em;
  }
`;
