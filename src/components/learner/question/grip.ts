import {css, html} from 'lit';

/** Six dots that say "hold me"; for the eye and the finger only, the keyboard has buttons. */
export const grip = html`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01"></path>
  </svg>
`;

/**
 * Hears `touchmove` on a handle. Without it a match let go in full swing counts as a fling, though nothing scrolls,
 * and Chromium takes the next tap within about half a second as one that only stops the fling: no click comes.
 */
export const noFling = {
  handleEvent: (event: Event) => {
    if (event.cancelable) event.preventDefault();
  },
  passive: false,
};

/** Follows a pointer from its handle, until it is let go or the drag is given up; `release` hears which. */
export function followFrom(
  handle: HTMLElement,
  follow: (moving: PointerEvent) => void,
  release: (isLetGo: boolean) => void,
): void {
  const listening = new AbortController();
  const {signal} = listening;
  const end = (isLetGo: boolean) => {
    listening.abort();
    release(isLetGo);
  };
  handle.addEventListener('pointermove', follow, {signal});
  handle.addEventListener('pointerup', () => end(true), {signal});
  handle.addEventListener('pointercancel', () => end(false), {signal});
  const escape = ({key}: KeyboardEvent) => key === 'Escape' && end(false);
  document.addEventListener('keydown', escape, {signal});
}

/** The page scrolls under a finger everywhere but on the handle. */
export const gripStyles = css`
  .grip {
    display: grid;
    flex: none;
    justify-items: center;
    align-content: center;
    width: min(2.75em, 14vw);
    min-height: 2.75em;
    color: var(--_quiet);
    cursor: grab;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }

  .grip .icon {
    stroke-width: 3;
  }

  .held {
    position: relative;
    z-index: 1;
    border-color: var(--_accent);
    box-shadow: 0 0.4em 1.2em rgb(0 0 0 / 0.25);
  }

  .held .grip {
    cursor: grabbing;
  }
`;
