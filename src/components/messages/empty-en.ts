import type {EmptyMessages} from './empty.js';

export const emptyEn: EmptyMessages = {
  place: [
    'What was learned here may have been deleted',
    'If you have learned on this device before, paste your progress code to go on. It is in the message you sent to your team leader. If you have not, choose a lesson below.',
  ],
  app: [
    'This app has nothing of what you learned yet',
    'If you have learned in the browser or on another device, paste your progress code to go on. It is in the message you sent to your team leader. If you have not, choose a lesson below.',
  ],
  adopted: 'Done. This device goes on from that code.',
};
