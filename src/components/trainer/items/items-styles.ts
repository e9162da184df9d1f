import {css} from 'lit';

/** A question's card, its bar, and the ways of choosing among questions. */
export const itemsStyles = css`
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

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.4em;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .ways legend {
    padding: 0;
    font-weight: 600;
  }

  .items .pick {
    display: inline-flex;
    align-items: center;
    gap: 0.55em;
    min-height: 2.75em;
  }

  .items :is([type='radio'], [type='checkbox']) {
    flex: none;
    width: 1.4em;
    height: 1.4em;
    margin: 0;
    accent-color: var(--_accent);
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
