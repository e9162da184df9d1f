import {css} from 'lit';

/** For the root in which an invitation is laid before the reader. */
export const invitedStyles = css`
  .invited h3 {
    font-size: 1.2em;
  }

  .invited .whose {
    font-family: var(--_serif);
    font-size: 1.3em;
    font-weight: 700;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .invited .words {
    display: grid;
    gap: 0.3em;
    max-width: 30em;
  }

  .invited label {
    font-weight: 600;
  }

  .invited input {
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
  }

  .invited .choices {
    display: grid;
    gap: 1em;
  }

  .invited .choices > li {
    display: grid;
    gap: 0.3em;
  }

  .invited .choices button {
    width: 100%;
    min-height: 3.4em;
    justify-content: flex-start;
    text-align: start;
  }

  .invited .wanted {
    color: var(--_bad);
    font-weight: 600;
  }
`;
