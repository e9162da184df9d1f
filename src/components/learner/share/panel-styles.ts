import {css} from 'lit';

/** For the root that draws the panels of `<kns-share>`. */
export const sharePanelStyles = css`
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    grid-auto-flow: dense;
    gap: 0.7em;
  }

  .ways > .shown {
    grid-column: 1 / -1;
  }

  .ways > button {
    width: 100%;
    min-height: 3.6em;
    justify-content: flex-start;
    font-size: 1.06em;
  }

  [aria-disabled='true'] {
    opacity: 0.6;
  }

  .tight {
    gap: 0.5em;
  }

  /* What has nothing to say takes no room, nor the gap before it. */
  .none {
    position: absolute;
  }

  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
    padding-top: 1em;
    border-top: 1px solid var(--_rule);
  }

  .part li > .icon {
    color: var(--_good);
  }

  .steps {
    display: grid;
    gap: 1.2em;
    counter-reset: step;
  }

  .steps > li {
    position: relative;
    padding-inline-start: 2.6em;
    counter-increment: step;
  }

  .steps > li::before {
    content: counter(step);
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    width: 1.8em;
    height: 1.8em;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
    line-height: 1.8;
    text-align: center;
  }

  .steps .ways {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
  }

  .device {
    justify-content: space-between;
  }

  .about {
    padding: min(1em, 4vw);
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_paper);
  }

  .about section {
    display: grid;
    gap: 0.35em;
    padding-block: 0.6em;
    border-top: 1px solid var(--_rule);
  }

  .about li {
    padding-block: 0.15em;
  }

  .about small {
    display: block;
    color: var(--_quiet);
    font-size: 0.85em;
  }

  .about h3 {
    margin-top: 0.6em;
  }

  @media (forced-colors: active) {
    .steps > li::before {
      border: 2px solid;
    }
  }
`;
