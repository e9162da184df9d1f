import type {KnsTrainer} from '../../src/components/trainer/trainer.js';
import {followCodes} from '../code-in-address.js';

/** Lays codes in the address into the inbox, as if they had been pasted; the inbox says what came of them. */
export function takeCodesIn(trainer: KnsTrainer): void {
  followCodes(async (code) => {
    await customElements.whenDefined('kns-inbox');
    await trainer.updateComplete;
    const inbox = trainer.renderRoot.querySelector('kns-inbox');
    await inbox?.updateComplete;
    const field = inbox?.renderRoot.querySelector<HTMLTextAreaElement>('#paste');
    const button = inbox?.renderRoot.querySelector<HTMLButtonElement>('.pasting button.main');
    if (!inbox || !field || !button) return false;
    const told = new Promise<true>((resolve) => {
      for (const type of ['kns-received', 'kns-failed'])
        inbox.addEventListener(type, () => resolve(true), {once: true});
    });
    field.value = code;
    field.dispatchEvent(new Event('input'));
    button.click();
    return told;
  });
}
