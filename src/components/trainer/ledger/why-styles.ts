import {css} from 'lit';

/** What the ledger says of what was asked about: beside a grid, instead of a list. */
export const whyStyles = css`
  .why .reasons ul,
  .opened ul {
    display: grid;
    gap: 0.3em;
  }

  .packets {
    padding-inline-start: 1em;
    color: var(--_quiet);
    font-size: 0.92em;
  }

  .packets li::before {
    content: '· ';
  }

  .opened .back {
    justify-self: start;
  }

  .opened .cells > li {
    border-block-start: 1px solid var(--_rule);
  }

  .opened .cells strong,
  .opened .cells .word {
    display: block;
  }

  .opened summary {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0.6em;
    min-height: 3em;
    cursor: pointer;
    list-style: none;
  }

  .opened summary::-webkit-details-marker {
    display: none;
  }

  .opened summary strong {
    font-weight: 600;
  }

  .opened .reasons {
    display: grid;
    gap: 0.7em;
  }
`;
