import type {ChipMessages} from './learner-chip.js';
import type {LearnerMessages} from './learner.js';

export const chipEn: ChipMessages = {
  who: 'Studying now:',
  unnamed: 'No name yet',
  wait: 'Learner',
  ruled: 'The learner logged in to this portal',
};

export const learnerEn: LearnerMessages = {
  unnamed: 'No name yet',
  list: 'Who studies on this device?',
  here: 'Studying',
  locked: 'Has a PIN',
  membership: (unit, member) => (unit ? `${unit} · code ${member}` : `Code ${member}`),
  add: 'Add a learner',
  change: 'Change name or picture',
  nameNow: 'Give a name and a picture',
  setPin: 'Set a PIN',
  changePin: 'Change or drop the PIN',
  remove: 'Remove from this device',
  share: 'Shared machine',
  close: 'Close',
  back: 'Back',
  other: 'Choose somebody else',
  private: 'Name and picture stay on this device and are sent nowhere.',

  addTitle: 'Add a learner',
  changeTitle: (name) => `Name and picture of ${name}`,
  name: 'What people call you',
  picture: 'Choose a picture',
  pictures: {
    buffalo: 'Buffalo',
    rice: 'Rice',
    boat: 'Boat',
    lotus: 'Lotus',
    bamboo: 'Bamboo',
    rooster: 'Rooster',
    fish: 'Fish',
    hat: 'Conical hat',
    house: 'House',
    kite: 'Kite',
    drum: 'Drum',
    moon: 'Full moon',
  },
  begin: 'Add and begin',
  save: 'Save',
  nameFirst: 'Type a name first.',

  pinOf: (name) => `Enter the PIN of ${name}`,
  pin: 'PIN',
  formerPin: 'The PIN now',
  newPin: 'New PIN (4 to 6 digits)',
  enter: 'Go on',
  pinWrong: (tries) =>
    tries > 0 ? `That is not the PIN. ${tries} more before a pause.` : 'That is not the PIN.',
  pinWait: (time) => `Too many wrong entries. Wait ${time} and try again.`,
  pinAgain: 'You can enter it again now.',
  pinShape: 'A PIN has 4 to 6 digits.',
  forgotten: 'Forgotten the PIN?',
  forgottenNote: [
    'The PIN keeps others from studying under your name by mistake. Nobody can see it or set it anew, not even the team leader.',
    'What you learned can still be kept: take the progress code, remove the name from this device, then bring the code in. Only the history of single answers goes.',
  ],
  toRemoval: 'Take the code, then remove',
  pinNote: (name) =>
    `It is asked for when somebody switches to ${name}, or when the handbook was closed for more than 10 minutes. Remember it well: nobody can set it anew for you.`,
  savePin: 'Save the PIN',
  dropPin: 'Drop the PIN',

  removeTitle: (name) => `Remove ${name} from this device?`,
  lost: (done, right) =>
    `What goes: ${done} completed lessons, ${right} right answers, the history and the name. Without a progress code there is no way back.`,
  lostUnknown:
    'All lessons, the history and the name go. Without a progress code there is no way back.',
  others: 'Nobody else on this device is touched.',
  codeFirst: 'Take the progress code first',
  removeAll: (name) => `Remove ${name} and everything learned`,
  removeSure: 'Tap again to remove for good',
  removed: (name) => `${name} was removed from this device.`,
  gone: (name) =>
    `${name} was just removed from this device in another window. From now on answers do not go to ${name}.`,

  sharedNote: [
    'For machines in libraries and offices. Answers stay in the open page only; nothing is kept on the machine.',
    'When you are done, copy the progress code and tap “Done, delete all”. Closing or reloading the page deletes all, too.',
  ],
  sharedStart: 'Begin, keep nothing',
  sharedNow: [
    'Shared machine: nothing is kept',
    'Closing or reloading the page loses everything. Copy the progress code before you leave.',
  ],
  takeCode: 'Take the progress code',
  finish: 'Done, delete all',
  finishNote: 'Copy this code first, then tap “Done, delete all” once more.',

  failed: {
    'chunk-missing': 'This part could not be fetched. Check the network and tap again.',
    'storage-full': 'The device is full. Delete some photos or videos.',
    unexpected: 'That did not work. Tap again, or reload the page.',
  },
};
