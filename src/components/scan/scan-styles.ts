import {css} from 'lit';

/** For the root in which codes are read or shown. */
export const scanStyles = css`
  .finder {
    position: relative;
    width: min(100%, 24em, 62vh);
    aspect-ratio: 1;
    margin-inline: auto;
    overflow: hidden;
    border-radius: calc(var(--_radius) * 1.4);
    background: #17150f;
  }

  .finder video {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }

  /* Where to hold the code: four corners, which nothing has to be read from. */
  .finder svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    fill: none;
    stroke: #fff;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }

  .finder .shade {
    stroke: #0009;
    stroke-width: 3.2;
  }

  /* A live region stands before it has anything to say, and takes no room. */
  .scan > .none {
    margin-top: -1em;
  }

  progress.pieces {
    display: block;
    width: 100%;
    height: 0.9em;
    accent-color: var(--_accent);
  }

  button[aria-pressed='true'].toggle {
    border-color: var(--_accent);
    background: var(--_tint);
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'].toggle {
      border-width: 4px;
    }
  }

  /* Dark on white also where everything else is light on dark: few cameras read it the other way. */
  .qr {
    display: block;
    width: min(100%, 24em, 70vh);
    height: auto;
    margin-inline: auto;
    border-radius: var(--_radius);
    background: #fff;
    forced-color-adjust: none;
  }

  .piece {
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  .running .row {
    justify-content: center;
  }
`;
