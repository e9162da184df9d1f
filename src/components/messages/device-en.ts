import type {DeviceMessages} from './device.js';

export const deviceEn: DeviceMessages = {
  update: 'There is a new version',
  updateNow: 'Update',
  parts: 'Lessons on this device',
  partsDone: (done, total) => `${done} of ${total} parts are saved.`,
  home: 'Home screen',
  homeDone: 'Opened from the home screen, like an app.',
  homeOffer:
    'Put the handbook on your home screen: one tap opens it next time, even without a network.',
  homeNow: 'Add to home screen',
  homeRefused: 'Not added. You can press again at any time.',
  homeMenu: 'Open the menu of the browser (⋮) and choose “Add to home screen”.',
  homeIos: [
    'Press the Share button (a square with an arrow up).',
    'Scroll down, choose “Add to Home Screen”, then “Add”.',
  ],
  homeInApp: [
    'This page is open inside another app, such as Zalo. Press the three dots in the corner.',
    'Choose “Open in browser”, and learn there.',
  ],
  homeCode:
    'What you have learned does not move to the new place by itself. Copy your progress code first, then go on:',
  copyCode: 'Copy the progress code',
  codeCopied: 'The progress code is copied.',
  codeByHand:
    'This browser does not copy by itself. The code is selected: hold it and choose “Copy”.',
  homeNext: 'In the new place, press “Learned elsewhere? Enter a code” and paste it.',
  lasting: 'Kept for long',
  lastingYes: 'The browser has agreed to keep your work, even when the device is nearly full.',
  lastingNo: 'When the device is nearly full, the browser may delete what is saved.',
  lastingUnknown:
    'This browser does not tell how long it keeps your work. Send your progress code after each session.',
  askLasting: 'Ask the browser to keep it',
  lastingRefused:
    'The browser has not agreed. Add the handbook to your home screen and ask again; and send your progress code after each session.',
  room: 'Room on this device',
  roomUsed: (megabytes) => `About ${megabytes} MB in use, with your work.`,
  support: 'Getting help',
  supportNote: 'Send this to whoever helps you. It holds no name and none of your work.',
  copySupport: 'Copy the details of this device',
  supportCopied: 'Copied. Now paste it into a message.',
  supportByHand:
    'This browser does not copy by itself. The text is selected: hold it and choose “Copy”.',
};
