import type {InvitedMessages} from './invited.js';

export const invitedEn: InvitedMessages = {
  heading: 'An invitation to learn',
  who: (unit, member) => (unit ? `${unit}, code ${member}` : `Member code ${member}`),
  lead: 'You are invited to learn with this handbook. When you send your progress code, your trainer knows at once whose it is.',
  name: 'Your name (you may leave it out)',
  nameNote: 'The name stays on this device and is sent nowhere.',
  nameNeeded: 'Several people use this device: write your name so that you are not mixed up.',
  begin: 'Yes, that is me. Begin',
  later: 'That is not me',
  notNow: 'Not now',
  back: 'Back',
  learnedHere: (name) =>
    name
      ? `${name} learns on this device. Who are you?`
      : 'Somebody has learned on this device. Who are you?',
  same: (name) => (name ? `I am ${name}` : 'I am that person'),
  sameNote: 'Everything you have learned stays, and from now on it counts under this code.',
  other: 'The device is shared, I am somebody else',
  otherNote: 'You get a book of your own. The other person’s lessons stay as they are.',
  known: (name) =>
    name
      ? `${name} has taken up this invitation on this device.`
      : 'Somebody has taken up this invitation on this device.',
  goOn: 'That is me, go on',
  again: 'You have taken up this invitation before. Nothing has changed.',
  left: 'The invitation was not taken up. Open the link again whenever you need it.',
  done: 'Done. You learn under this code.',
  doneNote: 'After some lessons, press “Send progress to the team leader” here.',
  toLessons: 'Choose a lesson',
  locked:
    'This person has a PIN on this device. Choose the name at the top, enter the PIN, then open the invitation again.',
  failed:
    'The invitation could not be taken up. If the device is full, delete some photos or videos and press again.',
};
