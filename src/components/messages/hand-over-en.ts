import type {HandOverMessages} from './hand-over.js';

const things = (count: number) => (count === 1 ? '1 thing' : `${count} things`);
const people = (count: number) => (count === 1 ? '1 other person' : `${count} other people`);

export const handOverEn: HandOverMessages = {
  truth: {
    nothing: 'Nothing new to send on this phone',
    received: (day) => `The commune has everything up to ${day}`,
    counted: (day) => `The commune has your code up to ${day}`,
    countedNote:
      'The code tells which lessons are done and which answers were right. Send the file as well to let the commune keep every answer.',
    unsent: (count, day) => `Not sent yet: ${things(count)} you did since ${day}`,
    gone: (moment) => `Left this phone at ${moment}, no receipt yet`,
    goneNote: (count) =>
      `${things(count)} still stay on this phone. When a receipt comes, paste it here.`,
    receivedBefore: (day) => `Before that the commune received up to ${day}.`,
    never: 'It is kept on this phone. Once sent, a broken phone loses nothing.',
  },

  show: 'Show the code to your trainer',
  shareSheet: 'Send by Zalo',
  save: 'Save a file',
  fileNote:
    'The file holds every answer and is signed by this phone: a changed letter is noticed. No name and no phone number is in it.',
  fileNoteUnsigned:
    'The file holds every answer. This page was not opened over a secure connection, so it bears no signature. No name and no phone number is in it.',
  fileMaking: 'Making the file…',
  fileFailed: 'The file could not be made. The code below does as well.',
  saved: (name) => `Saved as ${name}. You find it among your downloads.`,
  savedInApp:
    'This page is open inside another app, which may not save files. Copy the code below, or open the page in a browser.',
  shared: 'Handed to the app you chose. Remember to press send there.',
  notShared: 'Not sent. You can try again at any time.',
  sharedAsText: 'This phone cannot send files, so the code was sent.',
  noSheet: 'Zalo cannot be opened from here. The code is copied: open Zalo and paste it.',

  showNote:
    'Make the screen bright and hold the phones a hand apart. No name and no phone number is in the code.',
  showFailed: 'The code could not be shown. Send the code as text, below.',
  codeLabel: 'Progress code to be scanned',
  all: 'Send every answer',
  allNote: 'The code changes all the time. The other phone scans until it has all.',
  one: 'One code that stands still',
  hide: 'Put the code away',

  receipts: 'Receipts',
  receipt: (day, receiver, held) =>
    `The commune received ${held ? '' : 'the code '}up to ${day} (device ${receiver})`,
  receiptSeen: {
    new: 'The receipt is kept. Thank you.',
    again: 'This receipt was here already.',
    twin: 'The receipt speaks of things this phone never wrote, perhaps because another phone was copied from it. Nothing is lost: from now on this phone writes under a new device code.',
    stranger: 'This receipt is for somebody who does not learn on this phone.',
  },

  others: (count) => `This phone keeps codes of ${people(count)}`,
  othersNote:
    'You can carry them to where there is a network and send them on. No name is in them; they go on as they came, and cannot be changed here.',
  othersShare: 'Send them on',
  othersSave: 'Save them as a file',
  othersKept: (count) =>
    `Codes of ${people(count)} are kept to be carried on. What you learned has not changed.`,

  openFile: 'Open a file',
  scan: 'Scan a code',
  refused: {
    'file-damaged':
      'some letters were changed on the way. What is whole was taken in. Please ask for the file again.',
    'file-unreadable': 'not a file of this handbook. Choose one called “kynangso-….txt”.',
    'too-big': 'too large for a file of this handbook.',
    'signature-wrong': 'the signature does not fit: the file was changed. Please ask for it again.',
    'signer-wrong': 'signed by another device than the one that wrote it.',
    'record-invalid': 'something in the file cannot be read. Please ask for it again.',
    'learner-forgotten': 'this person was removed for good, so nothing is taken in.',
    'quarantine-full': 'too much is waiting that could not be taken in, so it stops here.',
    'learner-full': 'too many codes of this person are kept here. Bring a file instead of a code.',
    'receipt-stranger': 'a receipt for somebody else.',
    'code-cut': 'its end is missing. Copy the whole code, or scan until everything is there.',
  },
  pinFirst: 'This person has a PIN on this phone. Choose the name above and enter the PIN.',
  invitedLater:
    'This is an invitation. Choose a way to bring back what was learned first, then open the invitation again.',
  fromLink: 'This is the code from the link you opened.',

  move: 'Move to a new phone',
  moveTitle: 'Move to a new phone',
  oldPhone: 'On the old phone: take everything along',
  oldPhoneNote: 'Show the code to the new phone, or send yourself the file.',
  showNew: 'Show the code to the new phone',
  newPhone: 'On the new phone: bring it in',
  newPhoneNote:
    'Open this handbook, press “Learned elsewhere? Enter a code”, scan the code or open the file, then press “Yes, go on from this code”.',
  newPhoneOpen: 'This is the new phone, bring it in here',
  oldDone: 'The old phone is no longer used',
  oldDoneNote:
    'So that the commune waits for nothing more from it. What was done there still counts.',
  oldDoneYet: 'Once everything from the old phone is here, a button for it appears.',
  otherDevice: (device) => `Device ${device}`,
  retire: 'No longer used',
  retired: (device) => `Noted: device ${device} is no longer used.`,
  bothGoOn: 'You may go on with both phones: each sends what was done on it, and it adds up.',
  link: 'Copy a link',
  linkNote: 'Another browser on the same phone? Send yourself a link and open it there.',
  linkCopied: 'The link is copied.',
  linkByHand: 'This browser does not copy. The link is marked: press and hold, then choose “Copy”.',

  about: 'Everything this phone knows about me',
  aboutNote: 'Shown on this phone only, sent nowhere.',
  aboutMaking: 'Gathering…',
  aboutFailed: 'It could not be gathered. Please try again.',
  aboutSave: 'Download',
  aboutHide: 'Close',

  fileFirst: 'Save a file before removing',
};
