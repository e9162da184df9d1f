import type {KeepingMessages} from './keeping.js';

const code = 'To be safe, copy your progress code and keep it.';

export const keepingEn: KeepingMessages = {
  kept: (day) => `No network: this is the copy kept on this device on ${day}.`,
  memory: [
    'This browser does not allow saving',
    'You can learn, but closing the page loses it. Copy your progress code when you are done.',
  ],
  broken: ['Storage on this device is in trouble', `New answers are held for now. ${code}`],
  newer: [
    'Your answers were written by a newer version',
    'New answers are kept. Reload the page when there is a network.',
  ],
  'rolled-back': ['This device lost a part of what was saved', `The rest is back. ${code}`],
  wiped: [
    'What was learned here may have been deleted',
    'If you have learned on this device before, press “Learned elsewhere? Enter a code” below the list of lessons. The code is in the message you sent to your team leader.',
  ],
};
