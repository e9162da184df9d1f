import type {TrainerMessages} from './trainer.js';

export const messages: TrainerMessages = {
  room: 'Learning register',
  ways: 'Parts of the register',
  toMatrix: 'See who has done which lesson',
  rooms: {
    ledger: 'Progress',
    roster: 'Members',
    report: 'Report',
    items: 'Questions',
    session: 'Evenings',
  },
  opening: 'Opening the register…',
  retry: 'Try again',
  keptCopy: (day) => `No network: this is the course kept on this device on ${day}.`,
  storage: {
    memory: {
      what: 'This browser does not let pages keep anything.',
      todo: 'The register works, but closing the page empties it. Open it in Chrome or Edge, not in a private window.',
    },
    broken: {
      what: 'What is kept on this device cannot be opened.',
      todo: 'Close and reopen the browser. Codes received meanwhile last until the page is closed.',
    },
    newer: {
      what: 'What is kept on this device was written by a newer version.',
      todo: 'Go online and open this page again for the new version.',
    },
    lost: {
      what: 'What was kept on this device has been deleted.',
      todo: 'Bring back the second copy, then paste the old conversations again: doubles do no harm.',
    },
    wiped: {
      what: 'The register on this device may have been deleted.',
      todo: 'If you have received codes here before, paste the old conversations again: doubles do no harm.',
    },
  },
  restore: 'Bring back the copy',
  anew: 'Start a new register',
  lock: 'Lock this room',
  lockedToo: 'This room is locked.',
  openHere: 'Enter the PIN here',
  stays: 'Names and progress stay on this device and are sent nowhere.',
  code: (code) => `Error code: ${code}`,

  refusals: {
    'storage-full': {
      what: 'This device is full; the code could not be kept.',
      todo: 'Make room on the device and paste again. Earlier codes are still here.',
    },
    'storage-broken': {
      what: 'The storage of this device could not be written to.',
      todo: 'Close and reopen the browser, then paste again.',
    },
    'storage-none': {
      what: 'This browser does not let pages keep anything.',
      todo: 'Open the page in Chrome or Edge, not in a private window.',
    },
    'storage-newer': {
      what: 'What is kept on this device was written by a newer version.',
      todo: 'Go online and open this page again for the new version.',
    },
    'course-unreachable': {
      what: 'The course could not be loaded, and this device has kept none.',
      todo: 'Check the network, then try again.',
    },
    'course-invalid': {
      what: 'The course file is flawed and cannot be opened.',
      todo: 'Tell whoever runs the portal, with the error code below.',
    },
    'course-newer-format': {
      what: 'This course needs a newer version of the app.',
      todo: 'Go online and open this page again for the new version.',
    },
    'chunk-missing': {
      what: 'A part of the page could not be loaded.',
      todo: 'Check the network, then open this page again.',
    },
  },
  unread: {
    what: 'The register on this device could not be read.',
    before: 'The figures below are of the reading before.',
    todo: 'Press “Try again”. If that does not help, close the browser and open it again. What was received is still there.',
  },
  ownClock: (day) => ({
    what: `The clock of this device may be wrong: it says that today is ${day}.`,
    todo: 'Set the date of the device and open this page again before you take in more: what comes on a wrong day counts as old.',
  }),
  unexpected: {
    what: 'Something unforeseen went wrong.',
    todo: 'Try again; if it stays, send a picture of this screen to your support.',
  },

  nameless: (beginning) => `No name yet (${beginning}…)`,

  doubts: {
    clock: 'Sent by a device with a wrong date',
    gap: 'Some records are missing',
    partial: 'Sent from a newer course; what could be read was received',
  },

  matrix: 'Who has learned what',
  matrixEmpty: 'Nobody is in the register yet. To get the first name:',
  matrixEmptySteps: [
    'The learner opens a lesson on their own device and presses “Copy code”.',
    'They paste the code into the team’s Zalo group, with any words around it.',
    'You copy the conversation, paste it into the inbox and press Receive.',
  ],
  caption: (members, lessons) => `${members} learners, ${lessons} lessons`,
  scroll: 'Learners and lessons; scroll sideways to see all',
  learner: 'Learner',
  lastData: 'As of',
  noDay: 'day unknown',
  lessonsDone: (done, total) => `${done}/${total} lessons`,
  notDoneCount: (count) => `${count} not done`,
  unknownCount: (count) => `${count} unknown`,
  cells: {
    unknown: 'Unknown',
    'not-done': 'Not begun',
    started: 'Begun',
    done: 'Completed',
    'done-before': 'Completed, older version',
    'all-right': 'All answers right, not closed yet',
  },
  cellsLong: {
    unknown: 'nothing received, records missing, or older than 30 days',
    'not-done': 'the data is fresh and the lesson was not opened',
    started: 'the data is fresh, the lesson was opened but not completed',
    done: 'the learner’s own device wrote the completion',
    'done-before': 'an older version was completed, there is new content',
    'all-right': 'every question was right; opening the lesson once closes it',
  },
  legend: 'What do the signs mean?',
  totals: 'Everyone',
  totalsByLesson: 'Everyone: lesson by lesson',
  total: ({done, notDone, unknown}) => `${done} completed, ${notDone} not done, ${unknown} unknown`,
  totalDone: 'done',
  totalNotDone: 'not done',
  totalUnknown: 'unknown',
  oldest: (day) => `Oldest data: ${day}`,
  freshness: (fresh, members) => `${fresh} of ${members} have data of the last 30 days`,
  lessonShort: (lesson) => `Lesson ${lesson}`,

  why: 'Why?',
  whyHint: 'Press a cell to see what it rests on.',
  close: 'Close',
  doneOn: (day) => `Completed on ${day}.`,
  doneNoDay: 'Completed, day unknown.',
  evidence: ({made, received, version}) =>
    `From a code made on ${made}, received on ${received}, course ${version}.`,
  joinedCodes: (beginnings) =>
    `Joined from ${beginnings.length} codes of one person: ${beginnings.map((one) => `${one}…`).join(', ')}.`,
  evidenceNone: 'No code counts at present.',
  because: {
    nothing: 'Nothing was received of this person.',
    noDay: 'The day of the code is not known, so “not done” cannot be said.',
    old: (days) =>
      `The newest data is ${days} days old; beyond 30 days “not done” cannot be said. Ask for a new code.`,
    gap: 'Some records in between are missing, so “not done” cannot be said. Ask for a new code.',
    otherPhone:
      'This person learns on several devices, one of which has been silent for over 30 days, so “not done” cannot be said.',
    notIncluded: 'The course on the learner’s device does not have this lesson yet.',
  },
};
