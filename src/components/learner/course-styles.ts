import {css} from 'lit';

/** The handbook: paper, and a spine sewn with thread along its left edge. */
export const courseStyles = css`
  /* Floats of the page may stand beside it, but not squeeze it to nothing. */
  :host {
    min-width: min(80%, 15em);
  }

  .book {
    --_width: 12px;
    --_stitch: #fff9ea;
    position: relative;
    min-height: 36em;
    padding: 1.4em min(1em, 4vw) 2em calc(var(--_width) + min(1em, 4vw));
    border: 1px solid var(--_rule);
    border-radius: 0.3em 0.9em 0.9em 0.3em;
    background: var(--_paper);
    color: var(--_ink);
  }

  .book::before {
    content: '';
    position: absolute;
    inset: -1px auto -1px -1px;
    width: var(--_width);
    border-radius: 0.3em 0 0 0.3em;
    background:
      repeating-linear-gradient(#0000 0 0.75em, var(--_stitch) 0.75em 1.65em, #0000 1.65em 2.1em)
        50% 0 / 1.5px 100% no-repeat,
      var(--_spine);
  }

  .page {
    max-width: 38em;
    margin-inline: auto;
  }

  /* Its room is kept until it comes. */
  kns-learner {
    display: block;
    min-height: 4em;
  }

  .notice {
    margin-bottom: 1.2em;
  }

  .opening {
    display: grid;
    gap: 1em;
    animation: appear 0.3s 0.2s backwards;
  }

  .opening i {
    height: 1.1em;
    border-radius: 0.4em;
    background: var(--_rule);
  }

  .opening i:nth-of-type(1) {
    width: 80%;
    height: 2em;
  }

  .opening i:nth-of-type(3) {
    height: 3.6em;
    margin-bottom: 1em;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .foot {
    margin-top: 1.6em;
    padding-top: 1em;
    border-top: 1px solid var(--_rule);
  }

  .kept {
    display: flex;
    gap: 0.5em;
    margin-bottom: 1em;
  }

  @media (min-width: 640px) {
    .book {
      padding: 2.4em 2.4em 3em calc(var(--_width) + 2.4em);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .opening {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .book {
      border-inline-start: 6px double CanvasText;
    }
  }
`;
