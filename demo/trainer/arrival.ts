import type {KnsInbox} from '../../src/components/trainer/inbox.js';
import type {KnsTrainer} from '../../src/components/trainer/trainer.js';
import {followCodes} from '../code-in-address.js';

/** Lays codes in the address into the inbox, as if they had been pasted; the inbox says what came of them. */
export function takeCodesIn(trainer: KnsTrainer): void {
  followCodes(async (code) => {
    await Promise.all(['kns-trainer', 'kns-inbox'].map((tag) => customElements.whenDefined(tag)));
    await trainer.updateComplete;
    const inbox = await inboxIn(trainer.renderRoot);
    await inbox.updateComplete;
    const field = inbox.renderRoot.querySelector<HTMLTextAreaElement>('#paste');
    const button = inbox.renderRoot.querySelector<HTMLButtonElement>('.pasting button.main');
    if (!field || !button) return false;
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

/** The inbox, as soon as it is there: behind a PIN the room draws nothing before somebody opens it. */
function inboxIn(room: Node & ParentNode): Promise<KnsInbox> {
  return new Promise((resolve) => {
    const look = () => {
      const inbox = room.querySelector('kns-inbox');
      if (!inbox) return;
      observer.disconnect();
      resolve(inbox);
    };
    const observer = new MutationObserver(look);
    observer.observe(room, {childList: true, subtree: true});
    look();
  });
}
