import {css} from 'lit';

/** The page of a lesson; the memory card looks like something to tear out and keep. */
export const lessonStyles = css`
  nav {
    margin: -0.6em 0 0.6em -0.35em;
  }

  header.title {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.7em;
    justify-items: start;
    padding-bottom: 1.6em;
  }

  .outcome {
    max-width: 34em;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1em;
  }

  .meta > span {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
  }

  .meta .icon {
    width: 1.15em;
    height: 1.15em;
  }

  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    justify-items: start;
    padding-block: 1.6em;
    border-top: 1px solid var(--_rule);
  }

  section > * {
    width: 100%;
    min-width: 0;
  }

  section > button {
    width: auto;
  }

  section > h3 {
    display: flex;
    gap: 0.55em;
    align-items: flex-start;
  }

  section > h3 .icon {
    width: 1.5em;
    height: 1.5em;
    margin-top: -0.08em;
    color: var(--_accent);
  }

  .why p {
    font-size: 1.08em;
  }

  .practised {
    display: flex;
    gap: 0.5em;
    align-items: center;
    color: var(--_good);
    font-weight: 600;
  }

  .memo {
    position: relative;
    margin-block: 1.6em 2.2em;
    padding: 1.5em min(1.3em, 5vw) 1.1em;
    border: 0;
    background: var(--_warm-tint);
    /* Torn off along two rows of holes. */
    --_hole: radial-gradient(circle at center, #0000 0.29em, #000 0.32em);
    mask:
      var(--_hole) 0 -0.5em / 1em 1em repeat-x,
      var(--_hole) 0 calc(100% + 0.5em) / 1em 1em repeat-x,
      linear-gradient(#000 0 0) 0 0.5em / 100% calc(100% - 1em) no-repeat;
  }

  .memo h3 {
    display: inline-block;
    width: auto;
    padding: 0.1em 0.7em;
    border: 2px solid var(--_warm);
    border-radius: 2em;
    color: var(--_warm);
    font-size: 1em;
    transform: rotate(-1.5deg);
  }

  .memo .numbered {
    gap: 0;
    padding-left: 0;
  }

  .memo .numbered > li {
    grid-template-columns: min(1.9em, 12vw) minmax(0, 1fr);
    padding-block: 0.65em;
    border-bottom: 1px solid var(--_rule);
    border-bottom-color: color-mix(in oklab, var(--_warm) 30%, transparent);
    font-family: var(--_serif);
    font-size: 1.22em;
    font-weight: 600;
    line-height: 1.42;
  }

  .memo .numbered > li::before {
    color: var(--_warm);
    font-size: 1.25em;
    line-height: 1.15;
  }

  kns-question {
    scroll-margin-top: 1em;
  }

  @media (forced-colors: active) {
    .memo {
      mask: none;
      border: 2px dashed CanvasText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .memo h3 {
      transform: none;
    }
  }

  kns-memo {
    display: block;
    padding-bottom: 3.25em;
  }
`;
