import {css} from 'lit';

/** A question's card and its bar. */
export const itemsStyles = css`
  /* What is wrong with all of it stands above its heading. */
  .notice + .stack {
    margin-block-start: 1em;
  }

  .items .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }

  .items .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
  }

  .items .share {
    width: 100%;
    height: 1.3em;
  }

  .items .share > * {
    vector-effect: non-scaling-stroke;
  }

  .items .whole {
    fill: none;
    stroke: var(--_edge);
    stroke-width: 1px;
  }

  .items .right {
    fill: var(--_accent);
  }

  .items .share path {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2px;
  }

  .wrong-answers {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 1.1em;
    list-style: disc;
  }

  .items summary {
    min-height: 2.75em;
    padding-block: 0.5em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }

  @media (forced-colors: active) {
    .items .right {
      fill: CanvasText;
      forced-color-adjust: none;
    }

    .items .share path {
      stroke: Highlight;
    }
  }
`;
