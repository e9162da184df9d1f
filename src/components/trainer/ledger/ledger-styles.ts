import {css} from 'lit';

/** The lines of a ledger, as a grid or a list: rows of one height, heads that stay, signs drawn without a node of their own. */
export const ledgerStyles = css`
  /* Both. */

  .in-grid {
    --_who: 16em;
    --_cell: 3.5em;
  }

  .place {
    position: relative;
    overflow: auto;
    max-height: min(46em, 76vh);
    overscroll-behavior-x: contain;
  }

  .rows {
    position: relative;
  }

  .line,
  .item {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    contain: strict;
  }

  /* The grid. */

  .grid {
    width: calc(var(--_who) + var(--_n) * var(--_cell));
    min-width: 100%;
  }

  .heads {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    border-block-end: 3px double var(--_margin);
  }

  .line {
    display: grid;
    grid-template-columns: var(--_who) repeat(var(--_n), minmax(var(--_cell), 1fr));
    height: 3.5em;
    border-block-end: 1px solid var(--_rule);
    background: var(--_card);
    line-height: 1.35;
  }

  /* Only the columns in sight have cells. */
  .rows .who + .cell {
    grid-column-start: var(--_first);
  }

  .heads .line {
    position: relative;
  }

  .heads .captions {
    height: 2.9em;
  }

  .line .who {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    display: flex;
    flex-direction: column;
    justify-content: center;
    width: auto;
    min-width: 0;
    max-width: none;
    padding: 0.2em 0.8em;
    border-inline-end: 3px double var(--_margin);
    background: inherit;
    overflow: hidden;
  }

  .line .name,
  .line .asof,
  .item .name,
  .item .asof {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .line .asof.doubt::before,
  .item .asof.doubt::before {
    content: '⚠ ';
  }

  .captions > * {
    display: grid;
    place-content: center;
    color: var(--_accent);
    font-weight: 700;
    cursor: pointer;
  }

  .captions .who {
    justify-content: center;
    color: inherit;
  }

  .captions [aria-sort='ascending']::after {
    content: '▲' / '';
    font-size: 0.7em;
  }

  .captions [aria-sort='descending']::after {
    content: '▼' / '';
    font-size: 0.7em;
  }

  /* Thousands of cells are drawn while somebody scrolls: each is one block with one drawn thing in it. */
  .line .cell {
    border-inline-end: 1px solid var(--_rule);
    font-variant-numeric: tabular-nums;
    text-align: center;
    cursor: pointer;
  }

  .line > :hover {
    background-color: var(--_tint);
  }

  .line > :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
    border-radius: 0;
  }

  .line > [aria-selected='true'] {
    background-color: var(--_tint);
    box-shadow: inset 0 0 0 2.5px var(--_accent);
  }

  .line.unit,
  .line.all,
  .item.unit {
    background: var(--_paper);
    font-weight: 600;
  }

  /* People stand further in than any of their units. */
  .line:not(.captions, .all) .who,
  .item button {
    padding-inline-start: 2em;
  }

  .line.depth0 .who,
  .item.depth0 button {
    padding-inline-start: 0.6em;
  }

  .line.depth1 .who,
  .item.depth1 button {
    padding-inline-start: 0.95em;
  }

  .line.depth2 .who,
  .item.depth2 button {
    padding-inline-start: 1.3em;
  }

  .line.unit:is(.depth3, .depth4, .depth5) .who,
  .item:is(.depth3, .depth4, .depth5) button {
    padding-inline-start: 1.65em;
  }

  .who[aria-expanded] .name::before {
    content: '▾ ' / '';
    color: var(--_accent);
  }

  .who[aria-expanded='false'] .name::before {
    content: '▸ ' / '';
  }

  .who[aria-expanded] {
    cursor: pointer;
  }

  /* Three parts that add up, as one strip: done, not done, and hatched what nobody knows. */
  .cell.total,
  .share {
    background-image:
      linear-gradient(
        to right,
        var(--_good) var(--_done),
        var(--_card) var(--_done) var(--_known),
        transparent var(--_known)
      ),
      repeating-linear-gradient(135deg, var(--_edge) 0 2px, var(--_card) 2px 5px);
    background-position: 50% calc(100% - 0.4em);
    background-size: calc(100% - 0.9em) 0.5em;
    background-repeat: no-repeat;
  }

  .line .cell.total {
    line-height: 2.7;
  }

  /* The signs, in the silhouettes of cell-sign.ts. */
  .cell.done::before,
  .cell.done-before::before,
  .cell.all-right::before,
  .cell.started::before,
  .cell.not-done::before {
    content: '';
    display: block;
    width: 1.3em;
    height: 1.3em;
    margin: 1.07em auto 0;
    border: 2px solid;
    border-radius: 50%;
    background-origin: border-box;
  }

  .cell.done,
  .cell.done-before,
  .cell.all-right {
    color: var(--_good);
  }

  .cell.started {
    color: var(--_warm);
  }

  /* The two strokes of a tick: each is the diagonal of a square. */
  .cell.done::before,
  .cell.done-before::before,
  .cell.all-right::before {
    background-image:
      linear-gradient(to bottom left, transparent 36%, currentColor 38% 62%, transparent 64%),
      linear-gradient(to bottom right, transparent 42%, currentColor 44% 56%, transparent 58%);
    background-position:
      0.28em 0.62em,
      0.46em 0.34em;
    background-size:
      0.3em 0.3em,
      0.58em 0.58em;
    background-repeat: no-repeat;
  }

  .cell.done::before {
    border-color: var(--_good);
    background-color: var(--_good);
    color: var(--_card);
  }

  .cell.done-before::before {
    border-style: double;
    border-width: 4px;
  }

  .cell.all-right::before {
    border-style: dashed;
  }

  .cell.started::before {
    background: linear-gradient(to right, transparent 50%, currentColor 50%);
  }

  .cell.unknown {
    background-image: var(--_hatch);
  }

  .cell.unknown::before {
    content: '?' / '';
    color: var(--_quiet);
    font-weight: 700;
    line-height: 3.5;
  }

  /* The list. */

  .in-list {
    padding-inline-start: 0;
    border-radius: var(--_radius);
  }

  .in-list::before {
    content: none;
  }

  .item {
    height: 5.4em;
    border-block-end: 1px solid var(--_rule);
    background: var(--_card);
  }

  .item button {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: center;
    justify-content: stretch;
    gap: 0.1em;
    width: 100%;
    height: 100%;
    padding-block: 0.3em;
    padding-inline-end: 0.9em;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font-weight: inherit;
  }

  .item .asof {
    font-weight: 400;
    white-space: normal;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .item .share {
    height: 0.5em;
    border: 1px solid var(--_edge);
    border-radius: 0.25em;
    background-size: 100% 100%;
    background-position: 0 0;
  }

  .item button:focus-visible {
    outline-offset: -3px;
  }

  @media (forced-colors: active) {
    .line .cell,
    .share {
      --_good: CanvasText;
      --_card: Canvas;
      --_edge: GrayText;
      forced-color-adjust: none;
      background-color: Canvas;
      color: CanvasText;
    }

    .line > [aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
