import type {TrainerMessages} from './trainer.js';

const parts = (...items: readonly (string | false)[]): string =>
  items.filter((item) => item !== false).join(', ');
const codes = (count: number): string => (count === 1 ? '1 code' : `${count} codes`);

export const messages: TrainerMessages = {
  room: 'Learning register',
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
  stays: 'Names and progress stay on this device and are sent nowhere.',
  code: (code) => `Error code: ${code}`,

  inbox: 'Receive progress codes',
  paste: 'Paste the whole Zalo conversation here',
  pasteHint:
    'One code or a hundred, with any words between them. Pasting an old code again changes nothing.',
  receive: 'Receive',
  receiving: 'Looking for codes in what was pasted…',
  receivingOf: (done, total) => `Receiving ${done} of ${codes(total)}…`,
  stop: 'Stop',
  stopped: 'Stopped. What was received before is kept.',
  empty: 'Nothing here yet. Paste a conversation with codes in it, then press Receive.',
  nothingFound: {
    what: 'No code was found in this text.',
    todo: 'A code begins with KNS1. Copy the whole message again and paste it above.',
  },
  summary: ({learners, fresh, again, back, refused}) =>
    `Codes of ${learners} ${learners === 1 ? 'person' : 'people'}: ${parts(
      fresh > 0 && `${fresh} new`,
      again > 0 && `${again} already here`,
      back > 0 && `${back} taken back and not counted`,
    )}.${refused > 0 ? ` ${codes(refused)} could not be received.` : ''}`,

  refused: (count) => `${codes(count)} not received`,
  beginsWith: 'The code begins with',
  refusals: {
    'code-cut': {
      what: 'The end of the code is missing.',
      todo: 'Ask the sender to press “Copy code” and send the whole line again.',
    },
    'code-damaged': {
      what: 'A character of the code is wrong or missing.',
      todo: 'Ask the sender to copy and send it again, not to type it.',
    },
    'newer-format': {
      what: 'The code was made by a newer version of the app.',
      todo: 'Go online, open this page again for the new version, and paste it again.',
    },
    'course-unknown': {
      what: 'The code belongs to another course.',
      todo: 'Open the register of that course and paste it there.',
    },
    'ledger-mismatch': {
      what: 'The list of lessons in the code does not match this course.',
      todo: 'Tell whoever publishes the course, with this code.',
    },
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
  unexpected: {
    what: 'Something unforeseen went wrong.',
    todo: 'Try again; if it stays, send a picture of this screen to your support.',
  },

  whose: 'Whose code is this?',
  whoseHint: 'Asked once for each person. The name stays on this device.',
  moreStrangers: (count) => `${count} more without a name; they follow once these are named.`,
  clue: ({made, done}) =>
    parts(
      made ? `Made on ${made}` : 'Day unknown',
      `${done} ${done === 1 ? 'lesson' : 'lessons'} completed`,
    ),
  sentBy: (sender) => `In the conversation the sender is called “${sender}”.`,
  name: 'Full name',
  saveName: 'Save name',
  changeName: 'Change name',
  changeNameOf: (name) => `Change the name of ${name}`,
  nameNeeded: 'A full name is needed.',
  cancel: 'Cancel',
  nameless: (beginning) => `No name yet (${beginning}…)`,
  named: (name) => `Saved as ${name}.`,

  history: 'Received so far',
  historyEmpty: 'No code received yet.',
  importedAt: (when, count) => `${when} · ${codes(count)}`,
  justNow: 'Just now',
  today: (time) => `Today, ${time}`,
  madeOn: (day) => `Code made on ${day}`,
  outcomes: {new: 'New', again: 'Already here', back: 'Taken back', kept: 'Received'},
  takeBack: 'Take back',
  takeBackOf: (name) => `Take back the code of ${name}: count it no longer`,
  takeIn: 'Count again',
  takeInOf: (name) => `Count the code of ${name} again`,
  tookBack: (name) =>
    `The code of ${name} was taken back. The register is as if it had never come.`,
  tookIn: (name) => `The code of ${name} counts again.`,
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
