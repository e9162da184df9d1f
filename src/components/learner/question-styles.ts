import {css} from 'lit';

/** One question's card: stem, verdict, and what stands around the options. */
export const questionStyles = css`
  .card {
    position: relative;
    padding-inline: min(1.1em, 3.5vw);
  }

  header {
    justify-content: space-between;
    color: var(--_quiet);
    font-size: 0.92em;
  }

  h4 {
    color: var(--_accent);
  }

  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.8em;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    float: inline-start;
    width: 100%;
    padding: 0;
    font-size: 1.1em;
    font-weight: 650;
    line-height: 1.5;
  }

  legend + * {
    clear: both;
  }

  .safety {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    color: var(--_warm);
    font-weight: 600;
  }

  .was-right {
    color: var(--_good);
    font-weight: 600;
  }

  /* The region stays in the tree, so that what is written into it is read aloud. */
  .verdict.none {
    margin-bottom: -0.8em;
  }

  .nudge.none {
    margin-bottom: -1em;
  }

  .nudge {
    color: var(--_warm);
    font-weight: 600;
  }

  .verdict {
    scroll-margin-top: 5em;
  }

  .row > :first-child {
    min-width: min(8em, 100%);
  }

  .verdict:not(.none) {
    display: grid;
    gap: 0.15em;
    padding: 0.8em 1em;
    border-inline-start: 5px solid var(--_bad);
    border-radius: 0.3em;
    background: var(--_bad-tint);
  }

  .verdict.right {
    border-color: var(--_good);
    background: var(--_good-tint);
  }

  .verdict.partly {
    border-color: var(--_warm-fill);
    background: var(--_warm-tint);
  }

  .verdict strong {
    font-family: var(--_serif);
    font-size: 1.2em;
  }

  .history li {
    padding-block: 0.4em;
    border-top: 1px solid var(--_rule);
  }
`;
