import type {AsideMessages} from './aside.js';

export const asideEn: AsideMessages = {
  yourCode: 'Your progress code',
  codeNote: 'Copy it and send it to your team leader. It holds no name and no phone number.',
  copy: 'Copy the code',
  copied: 'Copied. Now open your messages and paste it.',
  copyByHand:
    'This browser does not copy by itself. The code is selected: hold it and choose “Copy”.',
  making: 'Making the code…',

  paste: 'Paste a progress code here',
  pasteNote: 'A whole message will do; the code is found in it.',
  take: 'Take it in',
  taken: (learned) =>
    learned
      ? 'Taken in. What you learned is added to this device.'
      : 'Taken in. This device had it all.',
  takenAgain: 'This code was taken in before.',
  nothing: 'There is no code in this text. A code begins with KNS1.',
  mine: 'Is this your own code?',
  mineNote: 'If so, this device goes on from it. If it is somebody else’s, leave it.',
  adopt: 'Yes, go on from this code',
  adopted: 'Done. This device goes on from that code.',
  notTaken:
    'The code could not be taken in. If the device is full, delete some photos or videos and press again.',
  refused: {
    'code-cut': 'its end is missing. Please copy the whole code.',
    'code-damaged': 'some characters are wrong. Please ask for it again.',
    'newer-format': 'it was made by a newer version. Reload the page when there is a network.',
    'course-unknown': 'it belongs to another course.',
    'ledger-mismatch': 'it does not match this course.',
    unexpected: 'it could not be taken in.',
  },
  refusedCode: (found, why) => `${found}: ${why}`,

  lost: 'What was saved on this device has been deleted',
  lostNote:
    'You have learned on this device before, but what was saved is gone. The browser may have cleared it when the device was full. There are ways back.',
  restore: 'Restore from the second copy',
  restoreNote: 'A small second copy is still here.',
  copyGone:
    'The spare copy is gone too. Paste a progress code you have sent before, or start again.',
  notRestored: [
    'Not restored yet',
    'The spare copy is still there. Reload the page and try once more, or paste a progress code below.',
  ],
  orPaste: 'Or paste a progress code you have sent before (look in your messages).',
  anew: 'Start anew',
  anewSure: 'Tap again: drop everything and start anew',
  anewNote: 'Only if nothing else works.',
  working: 'Restoring…',
};
