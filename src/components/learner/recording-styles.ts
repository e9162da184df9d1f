import {css} from 'lit';

/** For the root in which passages can be heard. */
export const recordingStyles = css`
  .hear {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.9em;
  }

  .hear > p {
    flex-basis: 100%;
  }

  .hear > p:empty,
  .hear > audio {
    display: none;
  }

  @media print {
    .hear {
      display: none;
    }
  }
`;
