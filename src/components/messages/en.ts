import type {Messages} from './messages.js';

const tryAgain = 'Check the network, then press “Try again”.';
const tellAdmin = 'Please tell the administrator of this site, with the code below.';

export const en: Messages = {
  loading: 'Opening the handbook…',
  retry: 'Try again',
  reasons: (count) => `Details for the administrator (${count})`,
  code: (name) => `Code: ${name}`,
  failed: {
    'course-unreachable': ['The course could not be opened', tryAgain],
    'course-invalid': ['The course has errors and could not be opened', tellAdmin],
    'course-newer-format': [
      'This course needs a newer version of the app',
      'Reload the page when there is a network to get it.',
    ],
    'lesson-unreachable': ['This lesson could not be fetched', tryAgain],
    'lesson-damaged': [
      'This lesson arrived damaged',
      'The damaged part was thrown away; your answers are safe. Press “Try again”.',
    ],
    'lesson-invalid': ['This lesson has errors and could not be opened', tellAdmin],
    'lesson-unknown': [
      'This lesson is not in the course',
      'It may have been renamed. Go back to the list of lessons.',
    ],
    'answer-unsaved': [
      'Your answer is not saved yet',
      'Keep this page open and press “Answer” again. If that does not help, remove some photos or videos.',
    ],
    'pin-needed': ['A PIN is needed', 'Tap your name and enter it.'],
    'learner-removed': ['This learner was removed from the device', 'The answer was not kept.'],
    'chunk-missing': [
      'A part of this page could not be fetched',
      'Check the network and reload. What was saved is safe.',
    ],
    unexpected: ['Something unexpected happened', 'Reload the page. What was saved is safe.'],
  },

  start: 'Start learning',
  resume: 'Continue',
  allDone: ['You have finished every lesson.', 'Look at your memory cards again now and then.'],
  lessonsDone: (done, total) => `${done}/${total} lessons`,
  state: {
    new: 'Not started',
    started: 'In progress',
    done: 'Completed',
    'done-before': 'Completed earlier – there is new content',
  },
  minutes: (minutes) => `${minutes} min`,
  core: 'Core lesson',
  draftNote: 'Draft, not reviewed yet.',

  outline: 'All lessons',
  outcome: 'After this lesson you will',
  section: {
    why: 'Why people need this',
    points: 'Key points',
    demo: 'Show and do',
    practice: 'Practise with a neighbour',
    memo: 'Memory card',
  },
  practised: 'Practised with a neighbour',
  didPractise: 'I have practised with a neighbour',
  questions: 'Questions',
  questionsNote: (count) => `${count} questions; try as often as you like.`,
  resumeAt: (number) => `Continue at question ${number}`,
  doneBefore: 'This lesson has new content. Only the changed questions are asked again.',
  me: 'Me',

  number: (number, of) => `Question ${number}/${of}`,
  safety: 'Safety',
  pickSeveral: 'More than one may be right.',
  isTrue: 'True',
  isFalse: 'False',
  answer: 'Answer',
  pickFirst: 'Please choose an answer first.',
  saving: 'Saving…',
  right: 'That is right.',
  wrong: 'Not quite. Let us look again.',
  partly: 'Nearly right. Let us look again.',
  wasRight: 'Answered right',
  keptHow: {
    disk: 'Saved on this device',
    held: 'The device is full: held for now, not in the book yet. Please remove some photos or videos.',
    memory: 'Not saved for good: closing the page loses it',
  },
  again: 'Do it again',
  hint: 'Show a hint',
  rightOption: 'Right answer',
  wrongOption: 'Not right',
  yours: 'Your choice',
  missed: 'Missed',
  history: 'Earlier answers',

  progressUnknown: 'Not known',
};
