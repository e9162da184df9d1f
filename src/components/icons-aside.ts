import type {TemplateResult} from 'lit';
import {drawn} from './icons.js';

/** For what a first lesson does without, in the hand of icons.ts. */
const drawings = {
  share: 'M12 15V4.5m0 0L8 8.5m4-4 4 4M5 13v6.5h14V13',
  bring: 'M12 4.5V15m0 0-4-4m4 4 4-4M5 13v6.5h14V13',
  search: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12Zm4.3 10.3 5.2 5.2',
  sound: 'M4.5 9.5v5h3l4.5 4v-13l-4.5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
  silence: 'M7 7h10v10H7z',
  copy: 'M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9',
  scan: 'M4.5 8.5v-4h4m7 0h4v4m0 7v4h-4m-7 0h-4v-4M8 8h3v3H8zm5 0h3v3h-3zm-5 5h3v3H8zm5 .5h3M14.5 12v4',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M12 10.5v6m0 0-2.5-2.5M12 16.5l2.5-2.5',
  phone: 'M7.5 3.5h9v17h-9zM11 17.5h2',
  people:
    'M12 11a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM5.5 19.5c0-3.6 2.7-6 6.5-6s6.5 2.4 6.5 6',
  cut: 'M7 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM7 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 8.5l10.5 7M9 15.5l10.5-7',
} as const;

export const asideIcon = (name: keyof typeof drawings): TemplateResult =>
  drawn(name, drawings[name]);
