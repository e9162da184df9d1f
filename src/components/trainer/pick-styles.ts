import {css} from 'lit';

/** A box or a ring with the words that say what it is for, and several of them side by side under one heading. */
export const pickStyles = css`
  .picks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.4em;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .picks legend {
    padding: 0;
    font-weight: 600;
  }

  .pick {
    display: inline-flex;
    align-items: center;
    gap: 0.55em;
    min-height: 2.75em;
  }

  .pick > :is([type='radio'], [type='checkbox']) {
    flex: none;
    width: 1.4em;
    height: 1.4em;
    margin: 0;
    accent-color: var(--_accent);
  }
`;
