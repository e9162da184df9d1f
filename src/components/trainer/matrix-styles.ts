import {css} from 'lit';

/** A ledger: ruled lines, a double margin line after the names, hatching where nothing is known. */
export const matrixStyles = css`
  :host {
    --_margin: rgb(190 84 70 / 55%);
    --_hatch: repeating-linear-gradient(
      135deg,
      transparent 0 0.34em,
      var(--_rule) 0.34em calc(0.34em + 1px)
    );
  }

  .waiting {
    min-height: 14em;
    padding: 1em 0;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.3em 1.5em;
  }

  .dated {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.2em;
    color: var(--_quiet);
    font-size: 0.92em;
  }

  .oldest {
    color: var(--_warm);
    font-weight: 600;
  }

  .oldest .icon,
  .asof .icon {
    width: 1.15em;
    height: 1.15em;
    margin-inline-end: 0.3em;
    vertical-align: -0.2em;
  }

  .blank {
    display: grid;
    gap: 1em;
    max-width: 38em;
    padding: 1.4em 1.4em 1.6em;
    border: 1.5px dashed var(--_edge);
    border-radius: calc(var(--_radius) * 1.4);
  }

  .blank ol {
    display: grid;
    gap: 0.9em;
  }

  .blank li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.8em;
  }

  .blank .icon {
    width: 2.4em;
    height: 2.4em;
    padding: 0.5em;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_accent);
  }

  .blank span {
    align-self: center;
  }

  /* The signs, explained. */

  .legend summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em 1.1em;
    min-height: 3em;
    cursor: pointer;
    list-style: none;
    font-size: 0.9em;
  }

  .legend summary::-webkit-details-marker {
    display: none;
  }

  .one {
    white-space: nowrap;
  }

  .one .sign {
    margin-inline-end: 0.35em;
  }

  .more {
    color: var(--_accent);
    font-weight: 600;
  }

  .legend[open] .more .icon,
  .lessons[open] > summary .icon,
  .who[aria-expanded='true'] > .icon {
    transform: rotate(180deg);
  }

  dl {
    display: grid;
    gap: 0.6em 1.6em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
    margin: 0.4em 0 0;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_tint);
    font-size: 0.9em;
  }

  dt {
    font-weight: 600;
  }

  dd {
    margin: 0;
    padding-inline-start: 1.95em;
    color: var(--_quiet);
  }

  /* The table. */

  /* Bound like the learner's handbook: a spine, sewn with thread. */
  .ledger {
    --_spine: 14px;
    position: relative;
    padding-inline-start: var(--_spine);
    border: 1px solid var(--_rule);
    border-radius: 0.3em 0.9em 0.9em 0.3em;
    background: var(--_card);
    overflow: hidden;
  }

  .ledger::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: var(--_spine);
    background:
      repeating-linear-gradient(#0000 0 0.75em, var(--_on-accent) 0.75em 1.65em, #0000 1.65em 2.1em)
        50% 0 / 1.5px 100% no-repeat,
      var(--_accent);
  }

  .scroll {
    overflow: auto;
    max-height: min(46em, 76vh);
    scroll-padding: 9em 1em 1em 15em;
    overscroll-behavior-x: contain;
  }

  table {
    border-collapse: separate;
    border-spacing: 0;
    min-width: 100%;
    line-height: 1.4;
  }

  th,
  td {
    padding: 0;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  td {
    border-inline-end: 1px solid var(--_rule);
  }

  th:last-child,
  td:last-child {
    border-inline-end: 0;
  }

  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }

  thead th,
  thead td {
    padding: 0.7em 0.8em;
    background: var(--_card);
  }

  thead tr:first-child th {
    border-inline-end: 1px solid var(--_rule);
    vertical-align: bottom;
  }

  thead tr:first-child th:last-child {
    border-inline-end: 0;
  }

  .totals th,
  .totals td {
    border-block-end: 3px double var(--_margin);
    background: var(--_paper);
  }

  .who {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    width: 14em;
    min-width: 12em;
    max-width: 15em;
    background: var(--_card);
  }

  th.who {
    padding: 0.6em 0.9em;
    border-inline-end: 3px double var(--_margin) !important;
  }

  thead .who {
    font-weight: 600;
  }

  thead .who .quietly {
    display: block;
    font-weight: 400;
  }

  .name {
    display: block;
    font-weight: 600;
  }

  .asof {
    display: block;
    color: var(--_quiet);
    font-size: 0.86em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .asof.stale {
    color: var(--_warm);
  }

  .asof .count::before {
    content: ' · ';
  }

  thead .number {
    display: block;
    color: var(--_accent);
    font-weight: 700;
    white-space: nowrap;
  }

  thead .title {
    display: block;
    min-width: 9em;
    max-width: 17em;
    font-weight: 600;
    text-wrap: balance;
  }

  td > button {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    justify-content: start;
    gap: 0 0.55em;
    width: 100%;
    height: 100%;
    min-height: 3.4em;
    padding: 0.45em 0.8em;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--_ink);
    font-size: 1em;
    font-weight: 400;
  }

  td > button {
    /* A cell that gets the focus is not hidden behind the reasons. */
    scroll-margin-block-end: 10em;
  }

  td > button:hover {
    background: var(--_tint);
  }

  td > button .day {
    display: block;
  }

  .day {
    color: var(--_quiet);
    font-size: 0.86em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  td.unknown,
  li.unknown {
    background: var(--_hatch);
  }

  td.unknown .words,
  li.unknown .word {
    color: var(--_quiet);
  }

  td > button[aria-pressed='true'] {
    background: var(--_tint);
    box-shadow: inset 0 0 0 2.5px var(--_accent);
  }

  td > button:focus-visible,
  .scroll:focus-visible {
    outline-offset: -3px;
  }

  tbody tr:hover .name {
    color: var(--_accent);
  }

  .many td > button {
    grid-template-columns: auto;
    justify-content: center;
    padding: 0.45em 0.6em;
    min-width: 3.2em;
  }

  .many thead th:not(.who),
  .many thead td {
    padding-inline: 0.5em;
    text-align: center;
  }

  /* Three parts that add up. */

  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 0.8em;
    font-size: 0.88em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .counts > span {
    white-space: nowrap;
  }

  .counts .sign {
    width: 1.15em;
    height: 1.15em;
    vertical-align: -0.22em;
  }

  .bar {
    flex: 1 0 100%;
    width: 100%;
    height: 0.5em;
    margin-block: 0.3em;
    border: 1px solid var(--_edge);
    border-radius: 0.25em;
  }

  .bar .done {
    fill: var(--_good);
  }

  .bar .not-done {
    fill: var(--_card);
  }

  .bar .unknown {
    fill: var(--_edge);
    opacity: 0.45;
  }

  /* Why a cell shows what it shows. */

  .why {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.4em 1em;
    padding: 0.7em 1em;
    border-inline-start: 5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  /* In sight wherever the cell stands that was asked about. */
  .why.asked {
    position: sticky;
    inset-block-end: 0.6em;
    z-index: 3;
    border: 1px solid var(--_edge);
    border-inline-start: 5px solid var(--_accent);
  }

  .why .reasons {
    flex: 1 1 24em;
    display: grid;
    gap: 0.2em;
  }

  .why strong {
    margin-inline-end: 0.5em;
  }

  .why .quietly {
    align-self: center;
  }

  /* A phone: one learner under the other. */

  .lessons > summary {
    display: flex;
    align-items: center;
    gap: 0.35em;
    min-height: 3em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }

  .lesson-totals {
    display: grid;
    gap: 0.9em;
    padding: 1em;
    border: 1px solid var(--_rule);
    border-block-end: 3px double var(--_margin);
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: var(--_card);
  }

  .lesson-totals li + li {
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--_rule);
  }

  .lesson-totals .number {
    color: var(--_accent);
    font-weight: 700;
  }

  .lesson-totals .title {
    font-weight: 600;
  }

  .people {
    display: grid;
    gap: 0.8em;
  }

  .person {
    border: 1px solid var(--_rule);
    border-inline-start: 4px double var(--_margin);
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_card);
    overflow: hidden;
  }

  .person h4 {
    font-family: inherit;
    font-size: 1em;
  }

  .person .who {
    position: static;
    display: block;
    width: 100%;
    max-width: none;
    padding: 0.7em 0.9em 0.55em;
    border: 0;
    border-radius: 0;
    background: none;
  }

  .person button.who {
    display: flex;
    justify-content: space-between;
  }

  .person li {
    border-block-start: 1px solid var(--_rule);
  }

  .person .cell {
    display: grid;
    grid-template-columns: auto minmax(4.6em, auto) 1fr;
    gap: 0 0.6em;
    width: 100%;
    padding: 0.45em 0.9em;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font-weight: 400;
  }

  .person .lesson {
    color: var(--_quiet);
    white-space: nowrap;
  }

  /* With many lessons their titles stand here, not in a list of their own above. */
  .person.titled .cell {
    grid-template-columns: auto 1fr;
  }

  .person.titled .lesson {
    white-space: normal;
  }

  .person.titled .word {
    grid-column: 2;
    justify-content: start;
  }

  .person .word {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.8em;
  }

  .person button:focus-visible {
    outline-offset: -4px;
  }

  .person .cell[aria-expanded='true'] {
    background: var(--_tint);
  }

  .person p.reasons {
    padding: 0.1em 0.9em 0.8em 3.05em;
    background: var(--_tint);
    font-size: 0.92em;
  }

  @media (forced-colors: active) {
    td > button[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }

    .bar .done {
      fill: CanvasText;
    }

    .bar .unknown {
      fill: GrayText;
    }
  }
`;
