import {html, type TemplateResult} from 'lit';

/** Drawn on a 24 grid with a round 1.75 stroke; the colour is that of the text around it. */
const drawings = {
  back: 'M19 12H5m6-6-6 6 6 6',
  next: 'M5 12h14m-6-6 6 6-6 6',
  down: 'm6 9 6 6 6-6',
  check: 'm4.5 12.5 5 5L19.5 7',
  cross: 'm6.5 6.5 11 11m0-11-11 11',
  // States of a lesson: an empty ring, a ring half inked, a ring with a tick, a ring with a turning arrow.
  new: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17',
  started: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3 2',
  done: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M8 12.3l2.8 2.8L16.2 9',
  again: 'M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 8.7m0-4.7v4.7h4.7',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7v5.2l3.3 1.9',
  star: 'm12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
  // Why: a seedling. Points: a list with a thread. Practice: two hands' worth of a house. Memory: a pinned card.
  why: 'M12 20v-8m0 0c0-4-2.6-6-7-6 0 4 2.6 6 7 6Zm0 1.5c0-3.4 2.2-5 6.5-5 0 3.6-2.4 5-6.5 5',
  points: 'M9.5 6.5H20m-10.5 5.5H20M9.5 17.5H16M4.5 6.5h.5m-.5 5.5h.5m-.5 5.5h.5',
  demo: 'M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3 19.5c0-3.4 2.2-5.5 5.5-5.5s5.5 2.1 5.5 5.5M16 10.5a2.5 2.5 0 1 0-.6-4.9M17 14c2.5.4 4 2.4 4 5',
  practice: 'M3.5 11.5 12 4.5l8.5 7M6 10v9.5h12V10m-8.5 9.5V15h5v4.5',
  memo: 'M6 4.5h12v15l-3-2-3 2-3-2-3 2zM9 9h6m-6 4h6',
  ask: 'M5 5.5h14v10h-8l-4 4v-4H5zM10 8.8a2 2 0 1 1 2 2.2v.8m0 1.7v.1',
  shield: 'M12 3.5 5 6v5.5c0 4.3 2.8 7.4 7 9 4.2-1.6 7-4.7 7-9V6zM9 12l2.2 2.2L15.2 10',
  save: 'M5 4.5h11l3.5 3.5v11.5H5zM8.5 4.5v5h6v-5M8.5 19.5v-5.5h7v5.5',
  note: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 11v5.5m0-9v.1',
  alert: 'M12 4 3 19.5h18zM12 10v4.5m0 2.7v.1',
  hint: 'M9.5 17.5h5m-4 3h3M8.7 14.5c-1.7-1.2-2.7-3-2.7-5a6 6 0 0 1 12 0c0 2-1 3.8-2.7 5z',
  history: 'M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 8.7m0-4.7v4.7h4.7M12 8v4.5l3 1.7',
} as const;

/** A drawing of the house, by name. */
export type IconName = keyof typeof drawings;

/** A drawing for the eye only: the words stand beside it. */
export const drawn = (name: string, path: string): TemplateResult => html`
  <svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path}></path>
  </svg>
`;

export const icon = (name: IconName): TemplateResult => drawn(name, drawings[name]);
