import type {InviteMessages} from './invite.js';

export const inviteEn: InviteMessages = {
  inviteOf: (name) => `Invite ${name}`,
  how: 'Let the person you invite scan this code with their own phone, or send the message below. Everybody has a code of their own.',
  howWithoutApp:
    'The person you invite opens the handbook, presses “Learned elsewhere? Enter a code”, and scans this code or pastes it as text.',
  picture: 'Invitation to scan',
  message: 'Message to send',
  words: ({unit, member, address}) =>
    `You are invited to learn with the digital skills handbook${unit ? ` together with ${unit}` : ''}. Your code: ${member}. Begin here: ${address}`,
  wordsWithoutApp: ({unit, member, code}) =>
    `You are invited to learn with the digital skills handbook${unit ? ` together with ${unit}` : ''}. Your code: ${member}. Open the handbook, press “Learned elsewhere? Enter a code” and paste this whole message: ${code}`,
  copy: 'Copy the message',
  copied: 'Copied. Open your chat, choose the right person and paste.',
  byHand:
    'The device did not let us copy. The message is marked: press and hold, then choose “Copy”.',
  share: 'Share',
  shared: 'Handed to the app you chose. Remember to press send there.',
  notShared: 'Not sent. You can press again at any time.',
  made: 'The invitation was made.',
  close: 'Done',
  tooBig: 'The code to scan could not be drawn. Send the message below.',
  noCourse:
    'The course could not be opened, so there is no invitation yet. Reload when there is a network.',

  printAllOf: (unit, count) => `Print invitations: ${unit}, ${count} people`,
  printNote:
    'A card to cut out for each person, with name, code and a picture to scan. Eight cards a sheet of A4. Names stand on paper only.',
  tooMany: (most) =>
    `At most ${most} cards can be printed at a time. Choose a commune or a team, then print.`,
  print: 'Print',
  drawing: 'Drawing the cards…',
  printed: 'The print window is open.',
  unseen: 'The device did not open a print window. Try a browser on a computer.',
  cannot: 'This app cannot print. Open the page in a browser.',
  paper: {
    title: 'Learn with the digital skills handbook',
    who: (unit, member) => (unit ? `${unit} · code ${member}` : `code ${member}`),
    steps: [
      'Open the camera of your phone and point it at the picture.',
      'Press the address that appears.',
      'Press “Yes, that is me. Begin”.',
    ],
  },
};
