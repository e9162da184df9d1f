import type {AskingMessages} from './asking.js';

export const askingEn: AskingMessages = {
  reason: 'Why?',

  pickMarks: 'Press the suspicious parts of the message.',
  from: (who) => `Message from ${who}`,
  suspicious: 'Suspicious',
  innocent: 'Harmless',

  orderHow: 'Press the arrows to move a line up or down, or drag it by its dots.',
  up: 'Move up',
  down: 'Move down',
  movedTo: (words, place, of) => `${words}: place ${place} of ${of}`,
  untouched: 'This order was shuffled. Put it right, then answer.',
  inPlace: 'In its place',
  misplaced: (place) => `You put it in place ${place}`,

  matchHow: 'For each line, choose what belongs to it, or drag it there by its dots.',
  unmatched: 'Not matched yet',
  pickMatch: 'What belongs to it?',
  takeOff: 'Take off',
  paired: (left, right, open) =>
    `“${left}” is matched with “${right}”. ${open > 0 ? `${open} to go.` : 'All are matched.'}`,
  takenOff: (left) => `“${left}”: taken off.`,
  pairsMissing: (open) => `Not matched yet: ${open}. Match them all, then answer.`,
  youMatched: 'You matched it with',
  belongs: 'Belongs to it',
  decoy: 'Belongs to none of them',

  yourAnswer: 'Your answer',
  typeFirst: 'Please type your answer first.',
  typed: 'You wrote',
  accepted: 'The answer',
  within: (from, to) => `Anything from ${from} to ${to} will do.`,

  talk: (who) => `Talking with ${who}`,
  you: 'You',
  sayNext: 'What do you say?',
  lookBack: 'A look back at what you said',
  stepBack: 'Go back',
  talkAnew: 'Start over',
  goodEnd: 'The story ends well.',
  goodEndNote: 'Press “Answer” to keep it.',
  badEnd: 'The story does not end well.',
  badEndNote: 'Press “Go back” to try another reply, or “Answer” to keep this one.',
  talkOpen: 'The story is not over. Choose what to say next, then answer.',
};
