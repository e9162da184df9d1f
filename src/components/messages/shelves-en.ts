import type {ShelvesMessages} from './shelves.js';

const number = (count: number): string => count.toLocaleString('en-GB');
const people = (count: number): string => (count === 1 ? '1 person' : `${number(count)} people`);
const items = (count: number): string => (count === 1 ? '1 item' : `${number(count)} items`);

export const messages: ShelvesMessages = {
  after: 'After receiving',
  cancel: 'Cancel',

  receipts: (count) => `Send receipts · ${people(count)}`,
  receiptsFor:
    'A receipt tells learners how far this register has got. Pasted into the app on their device, it turns “Not sent” into “Received up to …”.',
  receiptNames: 'The message contains the names as you wrote them here.',
  justCame: (count) => `Just received (${people(count)})`,
  everybody: (count) => `The whole register (${people(count)})`,
  whose: 'For whom?',
  receiptHead: (day) =>
    `Receipts of ${day}. Copy this whole message, open the learning app and paste it where codes are received; the app finds your own.`,
  receiptPart: (part, of) => `(Message ${part} of ${of})`,
  receiptMessage: 'Message for the group',
  copyAll: (count) => (count === 1 ? 'Copy the receipt' : `Copy all ${number(count)} receipts`),
  copyPart: (part, of) => `Copy message ${part} of ${of}`,
  shareAll: 'Share',
  copied: (count) =>
    `Copied ${number(count)} ${count === 1 ? 'receipt' : 'receipts'}. Paste it into the group and send.`,
  copyByHand:
    'The browser does not let pages copy. The message is selected: press and hold, then choose Copy.',
  showCodes: 'Show QR codes one by one',
  hideCodes: 'Hide the QR codes',
  showCode: (at, of, name) => `${number(at)} of ${number(of)}: ${name}`,
  next: 'Next person',
  previous: 'Previous person',
  held: 'every answer is here',
  counted: 'the code is here',

  quarantine: (count) => `Not received · ${number(count)}`,
  quarantineNote: 'These are kept on this device but are not in the register.',
  cameOn: (day) => `Came on ${day}`,
  retry: 'Try again',
  retryOf: (what) => `Try again: ${what}`,
  retryAll: 'Try all again',
  retried: (taken, left) =>
    taken === 0
      ? 'Still not received.'
      : `Received ${items(taken)}.${left > 0 ? ` ${items(left)} still could not be received.` : ''}`,
  drop: 'Drop',
  dropOf: (what) => `Drop ${what}`,
  dropAll: (count) => (count > 1 ? `Drop all ${items(count)}` : 'Drop this one for good'),
  dropSure: (count) =>
    `Drop ${items(count)} for good? To have them again, somebody must send them again.`,
  dropped: (count) => `Dropped ${items(count)}.`,
  more: (count) => `Show ${number(count)} more`,
  textBegins: (beginning) => `Text beginning with ${beginning}…`,

  persons: (suggestions) =>
    suggestions > 0 ? `One person, two codes? · ${number(suggestions)}` : 'One person, two codes?',
  personsNote:
    'Whoever learned on two devices without moving has two codes. Joined, they count as one person. They can be separated at any time; the figures of each code stay their own.',
  samePerson: 'Are these two codes of one person?',
  codeOf: (beginning, lessons, day) =>
    `code ${beginning}…, ${number(lessons)} ${lessons === 1 ? 'lesson' : 'lessons'} completed${day ? `, data up to ${day}` : ''}`,
  join: 'Yes, join them',
  notSame: 'No',
  joinOthers: 'Join two others',
  first: 'First person',
  second: 'Second person',
  choose: 'Choose a name…',
  joinThese: 'Join',
  chooseTwo: 'Choose two different people.',
  joined: (name) => `Joined. ${name} is one line in the register now.`,
  joinedList: 'Joined',
  codesOf: (name, codes) => `${name}: ${number(codes)} codes`,
  separate: 'Separate',
  separateOf: (name) => `Separate the codes of ${name}`,
  separated: (name) => `The codes of ${name} are apart again, as before.`,

  forgetting: 'Delete a learner from the register',
  forgettingNote:
    'Deletes everything this device keeps of a person: name, codes, progress. Codes of theirs that come later are not received either, until you let them in again. Their own device is not touched.',
  forgetWhom: 'Delete whom?',
  forget: 'Delete from the register…',
  chooseOne: 'Choose a person.',
  forgetSure: (name) =>
    `Delete ${name} from this device for good? There is no way back, unless they send a code again.`,
  forgetNow: 'Delete for good',
  forgot: (name) => `${name} was deleted from this device.`,
  forgottenList: 'Deleted, not received again',
  stranger: (beginning) => `The learner with code ${beginning}…`,
  welcome: 'Let in again',
  welcomeOf: (name) => `Let codes of ${name} in again`,
  welcomed: (name) => `Codes of ${name} are received again. Bring the code in once more.`,
};
