import {css} from 'lit';

/** An evening's sheet, and the wall it is shown on. */
export const sessionStyles = css`
  .evenings {
    display: grid;
    gap: 0.6em;
  }

  .evening {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.2em 0.8em;
    width: 100%;
    padding: 0.8em 1em;
    text-align: start;
  }

  .evening .quietly {
    grid-column: 1 / -1;
    font-weight: 400;
  }

  .mark {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .mark.held {
    color: var(--_good);
  }

  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.6em;
  }

  /* The room stays: a line that comes and goes would move the button under a finger. */
  .said {
    min-height: 2em;
  }

  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.8em;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr));
    gap: 0.8em;
  }

  .number {
    max-width: 12em;
  }

  .field {
    display: grid;
    gap: 0.25em;
    align-content: start;
    font-weight: 600;
  }

  .field.long {
    grid-column: 1 / -1;
  }

  .field input,
  .field select {
    width: 100%;
    min-width: 0;
    min-height: 3em;
    padding: 0.5em 0.8em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    color: var(--_ink);
    font: inherit;
    font-weight: 400;
  }

  details {
    border-block-end: 1px solid var(--_rule);
  }

  summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 0.6em;
    align-items: center;
    min-height: 3em;
    padding-block: 0.4em;
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

  .tick {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.1em 0.7em;
    align-items: center;
    min-height: 3em;
    padding: 0.35em 0.3em;
    cursor: pointer;
  }

  .tick input {
    width: 1.35em;
    height: 1.35em;
    margin: 0;
    accent-color: var(--_accent);
  }

  .tick .quietly {
    grid-column: 2;
  }

  .plan {
    width: 100%;
    border-collapse: collapse;
  }

  .plan :is(th, td) {
    padding: 0.5em 0.6em 0.5em 0;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    vertical-align: top;
  }

  .plan .time {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .wall {
    box-sizing: border-box;
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--_paper);
    color: var(--_ink);
  }

  .stage {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    height: 100%;
    background: var(--_paper);
  }

  .slide {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.7em;
    align-content: safe center;
    padding: 0.8em min(2em, 6vw);
    overflow-y: auto;
    /* Of a wall whoever sits last reads a twentieth of its height. */
    font-size: max(1.1em, min(3.1vw, 4.6vh));
    line-height: 1.4;
  }

  .slide h2 {
    font-size: 1.35em;
  }

  .slide.title h2 {
    font-size: 1.9em;
  }

  .slide h2 .quietly {
    display: block;
    font-family: inherit;
    font-size: 0.6em;
    font-weight: 400;
  }

  .slide .picture svg {
    max-height: 52vh;
  }

  .after-3 .numbered {
    counter-reset: number 3;
  }

  .after-4 .numbered {
    counter-reset: number 4;
  }

  .after-6 .numbered {
    counter-reset: number 6;
  }

  .after-8 .numbered {
    counter-reset: number 8;
  }

  .desk {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 0.8em;
    align-items: center;
    padding: 0.5em min(1.2em, 4vw);
    border-block-start: 1px solid var(--_rule);
    background: var(--_card);
  }

  .until {
    flex: 1 1 10em;
    text-align: center;
  }

  .count {
    font-variant-numeric: tabular-nums;
  }

  .choices {
    display: grid;
    gap: 0.5em;
  }

  .choices > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.3em 0.7em;
    align-items: center;
    padding: 0.4em 0.6em;
    border: 2px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_card);
  }

  .choices > .right {
    border-color: var(--_good);
    background: var(--_good-tint);
  }

  .letter {
    color: var(--_accent);
    font-family: var(--_serif);
    font-weight: 700;
  }

  .reason {
    font-size: 0.75em;
  }

  .choices .reason strong {
    color: var(--_good);
  }

  .hands {
    display: flex;
    gap: 0.3em;
    align-items: center;
    font-size: max(0.6em, 1rem);
  }

  .hands button {
    width: 3em;
    padding: 0;
  }

  .hands output {
    min-width: 2ch;
    font-size: 1.3em;
    font-weight: 700;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  .message {
    margin: 0;
    padding: 0.6em 0.9em;
    border: 1px solid var(--_rule);
    border-radius: 0.2em 1em 1em;
    background: var(--_card);
  }

  mark {
    border-block-end: 3px solid var(--_bad);
    background: var(--_bad-tint);
    color: inherit;
  }

  @media (max-width: 40em) {
    .choices > li {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .hands {
      grid-column: 2;
    }

    .until {
      order: -1;
      flex-basis: 100%;
    }
  }
`;
