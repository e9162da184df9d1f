import {css} from 'lit';

/** A field for pasting and for codes. */
export const field = css`
  textarea {
    display: block;
    width: 100%;
    min-height: 6em;
    padding: 0.7em 0.9em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    color: var(--_ink);
    font: inherit;
    resize: vertical;
  }

  .code {
    font-family: ui-monospace, 'Roboto Mono', 'DejaVu Sans Mono', monospace;
    font-size: 0.92em;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
`;
