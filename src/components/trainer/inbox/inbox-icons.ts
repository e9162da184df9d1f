import type {TemplateResult} from 'lit';
import {drawn} from '../../icons.js';

/** What only the inbox draws, in the hand of icons.ts. */
const drawings = {
  file: 'M6.5 3.5h7.5l4 4v13h-11.5zM13.5 3.5v4.5h4.5M9.5 12.5h5m-5 3.5h5',
  folder: 'M3.5 6.5h6l2 2.5h9v10.5h-17z',
  scan: 'M4.5 9V4.5H9m6 0h4.5V9m0 6v4.5H15m-6 0H4.5V15M8.5 8.5h3v3h-3zM15.5 9v2.5m-7 3.5h2.5m3-0.5h1.5v1.5',
} as const;

export const inboxIcon = (name: keyof typeof drawings): TemplateResult =>
  drawn(name, drawings[name]);
