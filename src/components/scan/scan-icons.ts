import type {TemplateResult} from 'lit';
import {drawn} from '../icons.js';

/** In the hand of icons.ts. */
const drawings = {
  camera: 'M4 8.5h4l1.5-2.5h5L16 8.5h4v10.5H4zM12 16.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8Z',
  picture: 'M4.5 5h15v14h-15zM4.5 16l4.5-5 4 4.5 2.5-2.5 4 4M15 9.2v.1',
  sound: 'M4.5 9.5v5h3l4.5 4v-13l-4.5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
  mute: 'M4.5 9.5v5h3l4.5 4v-13l-4.5 4zM15.5 9.5l4.5 5m0-5-4.5 5',
  pause: 'M9 6v12M15 6v12',
  resume: 'M8 5.5 18 12 8 18.5z',
} as const;

export const scanIcon = (name: keyof typeof drawings): TemplateResult =>
  drawn(name, drawings[name]);
