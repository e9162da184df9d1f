import {html, nothing} from 'lit';
import {icon} from '../icons.js';
import type {Trouble} from '../messages/trainer.js';

/** What went wrong and what to do about it, told at once; `code` is what support asks for. */
export const troubleNotice = ({what, todo}: Trouble, code?: string) => html`
  <div class="notice bad" role="alert">
    ${icon('alert')}
    <strong>${what}</strong>
    <span>${todo}</span>
    ${
      code === undefined
        ? nothing
        : html`
            <span class="quietly">${code}</span>
          `
    }
  </div>
`;
