import type {PageMessages} from './page.js';

export const pageEn: PageMessages = {
  textSize: 'Text size',
  larger: 'A+ Larger text',
  usual: 'A Usual size',
  smaller: 'A- Smaller text',
  sizes: ['Small text', 'Usual size', 'Large text', 'Very large text', 'Largest text'],

  saving: 'Saving for use without a network.',
  savingPart: (done, total) => `${done} of ${total} parts…`,
  saved: 'Saved for use without a network.',
  savedOpenOnly: 'The lessons are on this device. This open page goes on without a network.',
  interrupted: 'Not yet saved for use without a network. It goes on when there is one.',
  interruptedPart: (done, total) => `${done} of ${total} parts are saved so far.`,
  unsupported: 'This browser cannot keep the page to open it without a network.',
  notSaved: 'The lessons are not saved on this device yet.',
  saveNow: 'Save for use without a network',
  saveOn: 'Go on saving',
  more: 'Details',
  less: 'Fewer details',
  panelMissing: 'This part could not be fetched. Check the network and press again.',

  update: 'There is a new version',
  updateNote: 'What you have done stays as it is. Change whenever you like.',
  updateNow: 'Update',
  updateLater: 'Later',
  updating: 'Changing to the new version…',
  updateWaits: 'Waiting for an answer to be saved before changing…',
  renewed: 'The new version already runs in another page. Reload this one when it suits you.',
  reload: 'Reload the page',
};
