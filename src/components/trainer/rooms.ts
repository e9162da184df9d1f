import {html, type TemplateResult} from 'lit';
import type {TrainerMessages} from '../messages/trainer.js';

/** A part of the trainer's room that is shown alone. */
export interface Room {
  readonly id: keyof TrainerMessages['rooms'];
  /** The elements it needs; without all of them nobody is led there. */
  readonly tags: readonly string[];
  readonly draw: (now: () => number) => TemplateResult;
}

/** In the order in which they are offered. The first is where a trainer arrives. */
export const rooms: readonly Room[] = [
  {
    id: 'ledger',
    tags: ['kns-inbox', 'kns-matrix'],
    draw: (now) => html`
      <kns-inbox .now=${now}></kns-inbox>
      <kns-matrix .now=${now}></kns-matrix>
    `,
  },
  {
    id: 'roster',
    tags: ['kns-roster'],
    draw: (now) => html`
      <kns-roster .now=${now}></kns-roster>
    `,
  },
  {
    id: 'report',
    tags: ['kns-report'],
    draw: (now) => html`
      <kns-report .now=${now}></kns-report>
    `,
  },
  {
    id: 'items',
    tags: ['kns-items'],
    draw: (now) => html`
      <kns-items .now=${now}></kns-items>
    `,
  },
  {
    id: 'session',
    tags: ['kns-session'],
    draw: (now) => html`
      <kns-session .now=${now}></kns-session>
    `,
  },
];
