import {firstOf} from './first-of.js';
import type {InboxMessages} from './inbox.js';

const parts = (...items: readonly (string | false)[]): string =>
  items.filter((item) => item !== false).join(', ');
const codes = (count: number): string => (count === 1 ? '1 code' : `${count} codes`);

const number = (count: number): string => count.toLocaleString('en-GB');

export const messages: InboxMessages = {
  inbox: 'Receive progress codes',
  paste: 'Paste the whole Zalo conversation here',
  pasteHint:
    'One code or a hundred, with any words between them. Pasting an old code again changes nothing.',
  receive: 'Receive',
  receiving: 'Looking for codes…',
  receivingOf: (done, total, what) => `Receiving ${number(done)} of ${number(total)} ${what}…`,
  stop: 'Stop',
  stopped: (kept) =>
    kept > 0
      ? `Stopped. ${codes(kept)} came in whole before and are kept.`
      : 'Stopped. Nothing was received.',
  empty: 'Nothing here yet. Paste a conversation with codes in it, then press Receive.',
  nothingFound: {
    what: 'No code was found in this text.',
    todo: 'A code begins with KNS1. Copy the whole message again and paste it above.',
  },
  nothingInFiles: {
    what: 'No code was found in these files.',
    todo: 'The name of a progress file begins with “kynangso-”. Choose the files that learners sent.',
  },
  or: 'or',
  files: 'Choose files',
  folder: 'Choose a folder',
  scan: 'Scan QR codes',
  closeScan: 'Stop scanning',
  filesHint: 'Files that learners sent, or pictures of QR codes; many at a time if you like.',
  dropHint: 'Files and folders can also be dropped anywhere in this box.',
  dropHere: 'Drop here to receive',
  looking: 'Opening the folder…',
  tooMany: (most) =>
    `At most ${number(most)} files at a time. Split the folder and receive one part after another.`,
  noneTaken: (refused) => `Nothing received: something is wrong with ${codes(refused)}.`,
  summary: ({learners, fresh, again, back, refused}) =>
    `Codes of ${learners} ${learners === 1 ? 'person' : 'people'}: ${parts(
      fresh > 0 && `${fresh} new`,
      again > 0 && `${again} already here`,
      back > 0 && `${back} taken back and not counted`,
    )}.${refused > 0 ? ` ${codes(refused)} could not be received.` : ''}`,
  claimed: ({linked, waiting}) =>
    [
      linked > 0 && `${number(linked)} known by their invitation.`,
      waiting > 0 &&
        `${number(waiting)} said to have been invited, but the list with that invitation is not on this device yet. It is kept, and names them as soon as the list comes.`,
    ]
      .filter((item) => item !== false)
      .join(' '),
  claimsLeftOut: ({tooMany, full}) => ({
    what: [
      tooMany.length > 0 &&
        `${firstOf(tooMany, (more) => `and ${number(more)} more`)} said too often to have been invited: this device keeps 8 such notes of one person, and left out the rest.`,
      full > 0 &&
        `This device already keeps 20,000 notes of people who were invited; those of ${number(full)} more were left out.`,
    ]
      .filter((item) => item !== false)
      .join(' '),
    todo: 'Nothing that was here is lost, and their progress is received and counted. Write down their names on this page, then open the list of teams, press Edit beside the person and link the device.',
  }),
  refused: (count) => `${number(count)} not received`,
  refusedOf: (count) => `${number(count)} like this:`,
  moreRefused: (count) => `Show the other ${number(count)}`,
  refusedKept: 'What could not be received is kept under “Not received” below, to be tried again.',
  beginsWith: 'The code begins with',
  whose: 'Whose code is this?',
  whoseHint: 'Asked once for each person. The name stays on this device.',
  moreStrangers: (count) => `${count} more without a name.`,
  otherStrangers: 'Ask about others first',
  clue: ({made, done}) =>
    parts(
      made ? `Made on ${made}` : 'Day unknown',
      `${done} ${done === 1 ? 'lesson' : 'lessons'} completed`,
    ),
  invitedClue:
    'They say they were invited. The list with that invitation is not on this device yet; it names them as soon as it comes. If you know who it is, write the name.',
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
  coveredIn: (count) =>
    `${codes(count)} no longer kept apart: newer ones say all of it. No figure changes.`,
  justNow: 'Just now',
  today: (time) => `Today, ${time}`,
  madeOn: (day) => `Code made on ${day}`,
  fileMadeOn: (day) => `File with every answer, made on ${day}`,
  signed: (device) => `Signed by device ${device}`,
  unsigned: 'Not signed by a device',
  outcomes: {new: 'New', again: 'Already here', back: 'Taken back', kept: 'Received'},
  takeBack: 'Take back',
  takeBackOf: (name) => `Take back the code of ${name}: count it no longer`,
  takeIn: 'Count again',
  takeInOf: (name) => `Count the code of ${name} again`,
  tookBack: (name) =>
    `The code of ${name} was taken back. The register is as if it had never come.`,
  tookIn: (name) => `The code of ${name} counts again.`,
  takeAllBack: (count) => `Take back all ${number(count)} codes received then`,
  takeAllIn: (count) => `Count all ${number(count)} codes received then again`,
  tookAllBack: (count, staying) =>
    [
      ...(count > 0
        ? [`${codes(count)} taken back. The register is as if nothing had been received then.`]
        : []),
      ...(staying > 0 ? [`${codes(staying)} received at other times as well still count.`] : []),
    ].join(' '),
  tookAllIn: (count) => `${codes(count)} received then count again.`,
  gap: (device, from, to) =>
    to === undefined
      ? `Records from number ${number(from)} on are missing from device ${device}.`
      : from === to
        ? `Record ${number(from)} is missing from device ${device}.`
        : `Records ${number(from)}–${number(to)} are missing from device ${device}.`,
  gapTodo: 'Ask the learner for a progress file, which has every answer in it.',
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
    'file-damaged': {
      what: 'The file was damaged on its way.',
      todo: 'Ask the sender to save a new file and send it again, without opening it.',
    },
    'file-unreadable': {
      what: 'This is no progress file but a picture, a document or an archive.',
      todo: 'Unpack an archive (ZIP) and choose what is in it. Leave pictures and documents out.',
    },
    'too-big': {
      what: 'The file is bigger than any progress file.',
      todo: 'It may be the wrong file. If it is a progress file, ask the sender for a new one.',
    },
    'signature-wrong': {
      what: 'The signature does not fit: something was changed after it was signed.',
      todo: 'Do not use this file. Ask the learner to send it again from their own device.',
    },
    'signer-wrong': {
      what: 'It was signed by another device than the one that wrote the answers.',
      todo: 'Do not use this file. Ask the learner to send it again from their own device.',
    },
    'record-invalid': {
      what: 'A record in the file is not as it should be.',
      todo: 'Ask the learner to go online, open the app for its new version, and send a new file.',
    },
    'learner-forgotten': {
      what: 'It is of somebody you deleted from the register.',
      todo: 'To let them in again, open “Delete a learner from the register” below.',
    },
    'quarantine-full': {
      what: '“Not received” is full and can keep no more.',
      todo: 'Open it below, try again or drop some, then receive these files once more. What was received is kept.',
    },
    'learner-full': {
      what: 'Too many codes of this person are kept, each of which says something else.',
      todo: 'Ask them for a file with every answer (“Save a file”): a file still comes in. This code waits in “Not received”; try it again later. What was received is kept.',
    },
    'receipt-stranger': {
      what: 'This is a receipt for a learner, not a progress code.',
      todo: 'Pass it on to the learner, who pastes it into the app.',
    },
    'picture-empty': {
      what: 'There is no QR code in the picture.',
      todo: 'Ask the sender for a new picture, sharp and with all four corners.',
    },
    'nothing-found': {
      what: 'There is no code in it.',
      todo: 'Check whether it is the right file; the name of a progress file begins with “kynangso-”.',
    },
  },
};
