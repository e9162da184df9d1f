import {css} from 'lit';
import {field} from '../../styles/field.js';
import {pictureStyles} from '../picture.js';

/** For the root that draws what stands behind a name. */
export const panelStyles = [
  field,
  pictureStyles,
  css`
    .face svg {
      width: 80%;
      height: 80%;
      fill: none;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .panel {
      margin-block: 0.6em 1.2em;
    }

    .said > .notice,
    .shared {
      margin-block: 0.6em 1.2em;
    }

    /* A live region stands before it has anything to say, and takes no room. */
    .panel > .none {
      margin-top: -1em;
    }

    .people {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5em;
    }

    .person {
      width: 100%;
      flex-wrap: wrap;
      justify-content: flex-start;
      padding: 0.35em 0.9em 0.35em 0.5em;
    }

    .person > :nth-child(2) {
      flex: 1 1 4em;
      min-width: 0;
    }

    .person[aria-current] {
      border-color: var(--_accent);
      background: var(--_tint);
    }

    .person .mark {
      display: inline-flex;
      align-items: center;
      gap: 0.3em;
      color: var(--_quiet);
      font-size: 0.9em;
      font-weight: 400;
    }

    .membership {
      display: block;
      color: var(--_quiet);
      font-size: 0.85em;
      font-weight: 400;
    }

    .deeds {
      display: grid;
      justify-items: start;
      padding-top: 0.6em;
      border-top: 1px solid var(--_rule);
    }

    input:not([type='radio']) {
      display: block;
      width: 100%;
      min-height: 3em;
      padding: 0.5em 0.9em;
      border: 1.5px solid var(--_edge);
      border-radius: var(--_radius);
      background: var(--_card);
      color: var(--_ink);
      font: inherit;
    }

    input.pin {
      max-width: 9em;
      min-height: 2.4em;
      font-size: 1.4em;
      letter-spacing: 0.3em;
    }

    input.hidden-digits {
      -webkit-text-security: disc;
    }

    label {
      font-weight: 600;
    }

    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0 0 0.4em;
      font-weight: 600;
    }

    .pictures {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(4.6em, 1fr));
      gap: 0.5em;
    }

    .choice {
      position: relative;
      display: grid;
      justify-items: center;
      align-content: start;
      gap: 0.2em;
      padding: 0.4em 0.2em;
      border: 2px solid var(--_rule);
      border-radius: var(--_radius);
      font-size: 0.85em;
      font-weight: 400;
      line-height: 1.3;
      text-align: center;
      cursor: pointer;
    }

    .choice .face {
      width: 3.4em;
      height: 3.4em;
    }

    .choice input {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }

    .choice .tick {
      position: absolute;
      inset-block-start: 0.2em;
      inset-inline-end: 0.2em;
      display: none;
      color: var(--_accent);
    }

    .choice.chosen {
      border-color: var(--_accent);
      background: var(--_tint);
    }

    .choice.chosen .tick {
      display: block;
    }

    .choice:focus-within {
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }

    .words {
      display: grid;
      gap: 0.6em;
    }

    summary {
      min-height: 2.75em;
      padding-block: 0.5em;
      color: var(--_accent);
      cursor: pointer;
    }

    .danger {
      border-color: var(--_bad);
      color: var(--_bad);
    }

    .danger.sure {
      background: var(--_bad-tint);
    }

    @media (forced-colors: active) {
      .choice.chosen,
      .person[aria-current] {
        border-width: 4px;
      }
    }
  `,
];
