import type {PacksMessages} from './packs.js';

const many = (count: number, one: string, several = `${one}s`) =>
  `${count} ${count === 1 ? one : several}`;

export const messages: PacksMessages = {
  make: 'Pack for the level above',
  makeHint:
    'One file that a commune sends to its province: the teams, who is in them, and what was received of their learning. Read what is in it before it is saved.',
  unit: 'Pack of',
  names: 'In the pack, people stand with',
  without: 'Their code only, no name',
  withoutHint:
    'No name, phone number or year of birth. Team names and roles stay, so whoever knows a team may guess who its head is.',
  withNames: 'Their name',
  withHint:
    'With full name, last 3 digits of the phone, year of birth. Only where the level above needs names.',
  lock: 'Lock the file with a phrase',
  unlocked: 'Not locked: whoever has the file can read the names.',
  words: 'Phrase to lock it with',
  wordsHint:
    'At least 8 letters. Tell it to the receiver some other way, not with the file. Without it the file cannot be opened.',
  wordsShort: 'The phrase needs at least 8 letters.',
  holds: 'In the pack',
  unitsIn: (count) => many(count, 'unit'),
  peopleIn: (count, heard) => `${many(count, 'person', 'people')}, ${heard} with progress`,
  packetsIn: (count) => `${many(count, 'part')} of progress, with the signatures they came with`,
  nameless: 'NO names',
  named: 'WITH the names of learners',
  notIn: 'Codes that are not linked to anybody on the list are not in the pack.',
  tooBig: 'This pack is too large to be received. Choose a smaller unit and send several packs.',
  save: 'Save the pack',
  saving: 'Making the pack…',
  saved: (file) => `Made ${file}. Send this file to the level above.`,
  fileName: 'pack',
  fileNamed: 'with-names',
  cannotSeal: {
    what: 'The browser cannot lock a file on this page.',
    todo: 'Open the page by its https address, or send a pack without names.',
  },
  cancel: 'Cancel',

  preview: (files) =>
    files > 1 ? `Look through ${files} packs first` : 'Look through the pack first',
  previewHint: 'Nothing is written yet. Take the tick off whatever you are not sure of.',
  reading: (done, total) => `Reading pack ${done} of ${total}…`,
  of: (unit) => `Pack of ${unit}`,
  madeOn: (day, device) => `Made on ${day}, on device ${device}`,
  figures: ({units, people, packets}) =>
    `${many(units, 'unit')}, ${many(people, 'person', 'people')}, ${many(packets, 'part')} of progress`,
  fresh: ({people, packets}) =>
    `New: ${many(people, 'person', 'people')}, ${many(packets, 'part')} of progress`,
  nothingFresh: 'Nothing new to this register.',
  namesTold: (count) => `${many(count, 'person', 'people')} known by code so far, now by name`,
  moved: (count) => `${many(count, 'person', 'people')} moved to another unit`,
  left: (count) => `${many(count, 'person', 'people')} left`,
  unreadable: (count) => `${many(count, 'line')} that is no progress, to be passed over`,
  before: {
    counts: 'This pack was taken in before. Once more changes nothing.',
    'taken-back':
      'This pack was taken in and taken back. To let it count again, go to “Packs taken in”.',
  },
  contradicts: (count) =>
    `${many(count, 'contradiction')} with this register or a pack above: look closely before taking it in`,
  contradictsTodo:
    'Taken in, each code is one person only. If they are two, ask whoever sent it to delete one, add them again with a new code, and pack anew.',
  otherPerson: (code, here, there) =>
    `Code ${code}: already ${here}, ${there} in the pack; these may be two people`,
  otherParent: (unit, here, there) => `${unit}: already below ${here}, below ${there} in the pack`,
  otherUnit: (here, there) => `One key, two units: already ${here}, ${there} in the pack`,
  twin: (unit, people) =>
    `There is another ${unit} here with ${many(people, 'person', 'people')} under other codes: whoever is in both would count twice. Keep one list: leave the pack, or delete the unit here under “Change this unit” and take the pack in`,
  more: (count) => `and ${count} more`,
  take: 'Take this pack in',
  takeOf: (unit) => `Take this pack in: ${unit}`,
  takeAll: (count) => (count > 1 ? `Take in ${count} packs` : 'Take in the chosen pack'),
  takeNone: 'No pack is chosen',
  taking: (done, total) => `Taking in pack ${done} of ${total}…`,
  stop: 'Stop',
  stopped: (count) => `Stopped. ${many(count, 'pack')} taken in whole.`,
  taken: ({packs, packets, refused}) =>
    `Took in ${many(packs, 'pack')}, ${many(packets, 'new part')} of progress.${
      refused > 0 ? ` ${many(refused, 'part')} could not be taken in.` : ''
    }`,
  open: 'Unlock',
  lockedWords: 'Phrase to unlock it with',
  lockedHint: 'Whoever sent the pack can tell you.',
  flaws: {
    'not-a-pack': {
      what: 'This file is no pack of this page.',
      todo: 'Ask the commune to make it again: Members, “Pack for the level above”.',
    },
    damaged: {
      what: 'The pack is damaged or was not downloaded whole.',
      todo: 'Download it again, or ask for it again.',
    },
    'too-big': {
      what: 'The pack is too large.',
      todo: 'Ask for several packs of smaller units.',
    },
    newer: {
      what: 'A newer version made this pack.',
      todo: 'Open this page again with a network, to update it.',
    },
    locked: {what: 'The pack is locked.', todo: 'Enter its phrase.'},
    backup: {
      what: 'This is a backup of a register, not a pack.',
      todo: 'Open it under Members, “Back up and join”.',
    },
    'wrong-words': {
      what: 'Another phrase, or the file is damaged.',
      todo: 'Enter it again, or ask the sender.',
    },
    'cannot-seal': {
      what: 'The browser cannot open a locked file on this page.',
      todo: 'Open the page by its https address.',
    },
  },

  kept: (count) => `Packs taken in (${count})`,
  keptNote:
    'Without a pack, the people, teams and progress that only it brought are no longer in the register.',
  cameOn: (day) => `Came on ${day}`,
  out: 'Taken back',
  takeBack: 'Take this pack back',
  takeBackOf: (unit) => `Take this pack back: ${unit}`,
  letIn: 'Let it count again',
  letInOf: (unit) => `Let it count again: ${unit}`,
  tookBack: (unit) => `The pack of ${unit} was taken back.`,
  letInAgain: (unit) => `The pack of ${unit} counts again.`,
};
