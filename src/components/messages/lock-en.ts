import type {LockMessages} from './lock.js';

export const messages: LockMessages = {
  locked: 'This room is locked',
  lockedNote: 'Enter the PIN to open it. No name and no figure is shown while it is locked.',
  pin: 'PIN of the room',
  open: 'Open the room',
  wrong: (tries) =>
    tries > 0 ? `Another PIN. ${tries} ${tries === 1 ? 'try' : 'tries'} left.` : 'Another PIN.',
  wait: (seconds) =>
    `Too many wrong entries. Wait ${
      seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`
    } and enter it again.`,
  forgotten: 'Forgot the PIN?',
  forgottenNote: [
    'Nobody can set it anew.',
    'With a backup: remove the data of this page in the settings of the browser, open it again and join the backup. Without one, all of the register and of what was learned on this device is lost.',
  ],
  setting: 'Set a PIN for this room',
  settingNote: [
    'The room is locked at once, whenever the page is opened, and after 10 minutes without a touch. Other tabs are locked with it.',
    'The PIN hides the screen from others at this computer and encrypts nothing: who knows computers can still read the data. Make a backup first, for nobody can open it when the PIN is forgotten.',
  ],
  newPin: 'New PIN (4 to 6 digits)',
  again: 'The PIN once more',
  shape: 'A PIN has 4 to 6 digits.',
  differ: 'The two entries are not the same.',
  set: 'Set it and lock',
  cancel: 'Cancel',
  drop: 'Open and take the PIN away',
  dropped: 'The PIN of this room was taken away.',
  failed: 'That did not work: the device could not keep it. Try again.',
};
