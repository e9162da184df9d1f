import type {ScanMessages} from './scan.js';

const orPicture = 'Or press “Choose pictures of QR codes”.';

export const scanEn: ScanMessages = {
  open: 'Scan with the camera',
  privacy: 'The camera only reads codes. No picture is taken, kept or sent anywhere.',
  opening: 'Opening the camera… If the device asks, choose “Allow”.',
  close: 'Turn the camera off',
  view: 'Picture from the camera',
  aim: 'Hold the QR code of the other device inside the frame, steady, a hand’s width away.',
  sound: 'Sound',
  left: 'The camera went off when you left the page. Press “Scan with the camera” to go on.',
  problem: {
    missing: [
      'No camera was found on this device',
      'Ask for a screenshot of the QR code and press “Choose pictures of QR codes”, or paste the code as text.',
    ],
    busy: [
      'The camera is busy',
      `Another app may be using it. Close that app and scan again. ${orPicture}`,
    ],
    dismissed: [
      'This page may not use the camera yet',
      `Press “Scan with the camera” again, and choose “Allow” when asked. ${orPicture}`,
    ],
    blocked: [
      'The camera is blocked for this page',
      `Touch the lock (or the two small bars) beside the address, open “Permissions”, allow the camera, and scan again. ${orPicture}`,
    ],
    framed: [
      'The page around this one does not allow the camera here',
      `This lesson stands inside another page, which forbids the camera. Open the handbook in a tab of its own and scan there. ${orPicture}`,
    ],
    insecure: [
      'This address cannot use the camera',
      `Browsers allow the camera only where the address begins with https. ${orPicture}`,
    ],
    app: [
      'The browser inside Zalo or Facebook cannot use the camera',
      `Press the three dots in the corner, open the page in Chrome or Safari, and scan again. ${orPicture}`,
    ],
    part: [
      'The part that reads codes could not be fetched',
      'Try again when there is a network, or paste the code as text.',
    ],
  },

  pick: 'Choose pictures of QR codes',
  searching: (at, of) =>
    of === 1 ? 'Looking for codes in the picture…' : `Looking for codes in picture ${at} of ${of}…`,
  pictureEmpty: (names) => [
    names.length === 1
      ? 'No code of the handbook in this picture'
      : `No code of the handbook in ${names.length} pictures`,
    `${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}. The picture must be sharp and show the whole QR code. Take it again from nearer, or take a screenshot.`,
  ],

  parts: (have, need) => `${have} of ${need} pieces received. Hold still.`,
  read: (count) =>
    count === 1
      ? '1 code read. If there is another, hold it into the frame.'
      : `${count} codes read. If there is another, hold it into the frame.`,
  whole: 'All pieces received. If there is another code, hold it into the frame.',
  pictures: (count) => (count === 1 ? '1 code read.' : `${count} codes read.`),
  picturesParts: (have, need) =>
    `Pictures of a running row of QR codes: ${have} of ${need} pieces so far. Choose pictures of the other pieces, or scan the row with the camera.`,
  known: 'This code was read just now. Hold another one into the frame.',
  foreign: 'This QR code is not one of the handbook.',

  running: 'A running QR code: the picture changes all the time to send more than one code holds',
  hold: 'On the other device press “Scan with the camera”, and hold it here until it has all pieces.',
  piece: (number, needed) => `Piece ${number} · about ${needed} are needed`,
  pause: 'Pause',
  resume: 'Go on',
};
