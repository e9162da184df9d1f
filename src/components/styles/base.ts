import {css} from 'lit';

/** Type, buttons, cards and the focus ring, shared by every element. */
export const base = css`
  :host {
    display: block !important;
    visibility: visible !important;
    contain: layout style !important;
    float: none !important;
    /*
     * Follows the page's text, but never below what glasses in sunlight can read. Only the outermost scales: see below.
     * What --_scale is, page/text-scale.ts says.
     * Important throughout: an old portal's rule for everything must not reach in by inheritance.
     */
    font: 400
      var(--_size, calc(max(1.0625em, 17px) * var(--kns-text-scale, 1) * var(--_scale, 1))) / 1.6
      var(--kns-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif) !important;
    color: var(--_ink) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-transform: none !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    white-space: normal !important;
    overflow-wrap: break-word !important;
    cursor: auto !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
    /* Read by elements of ours further in: an em must not multiply. */
    --_size: 1em;
  }

  [hidden] {
    display: none !important;
  }

  h2,
  h3,
  h4 {
    margin: 0;
    font-family: var(--_serif);
    font-weight: 700;
    line-height: 1.32;
    text-wrap: balance;
  }

  h2 {
    font-size: 1.65em;
  }

  h3 {
    font-size: 1.25em;
  }

  h4 {
    font-size: 1.08em;
  }

  p,
  ul,
  ol {
    margin: 0;
  }

  ul,
  ol {
    padding: 0;
    list-style: none;
  }

  table {
    font: inherit;
    color: inherit;
  }

  strong {
    font-weight: 700;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }

  .icon {
    flex: none;
    width: 1.35em;
    height: 1.35em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.3em;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 3em;
    max-width: 100%;
    margin: 0;
    padding: 0.5em 1.1em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    color: var(--_ink);
    font: inherit;
    font-weight: 600;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }

  @media (hover: hover) {
    button:hover {
      border-color: var(--_accent);
      background: var(--_tint);
    }
  }

  button.main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  @media (hover: hover) {
    button.main:hover {
      background: var(--_accent);
      box-shadow: inset 0 0 0 2px var(--_on-accent);
    }
  }

  /* A quiet button reads as a link, and is as tall as any other. */
  button.quiet {
    padding-inline: 0.35em;
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }

  button.quiet:hover {
    text-decoration: underline;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
    border-radius: 0.3em;
  }

  .card {
    padding: min(1.1em, 5vw);
    border: 1px solid var(--_rule);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_card);
  }

  .quietly {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.9em;
  }

  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }

  .stack > * {
    min-width: 0;
  }

  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.45em 0.7em;
    padding: 0.9em 1em;
    border: 1px solid var(--_rule);
    border-inline-start: 5px solid var(--_warm-fill);
    border-radius: var(--_radius);
    background: var(--_warm-tint);
  }

  .notice > :not(.icon) {
    grid-column: 2;
  }

  .notice > .icon {
    grid-row: 1;
    margin-top: 0.12em;
    color: var(--_warm);
  }

  .notice.bad {
    border-inline-start-color: var(--_bad);
    background: var(--_bad-tint);
  }

  .notice.bad > .icon {
    color: var(--_bad);
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    button.main {
      border-width: 3px;
    }

    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
