import type {InboxMessages} from './inbox.js';

const parts = (...items: readonly (string | false)[]): string =>
  items.filter((item) => item !== false).join(', ');
const codes = (count: number): string => (count === 1 ? '1 code' : `${count} codes`);

export const messages: InboxMessages = {
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
  },
};
