import type {SelfAssessmentMessages} from './self-assessment.js';

export const selfAssessmentEn: SelfAssessmentMessages = {
  offer: {
    pre: [
      'Before you begin: where do you see yourself?',
      'A few short lines. Nobody grades them or compares you with anyone.',
    ],
    post: [
      'You have come a long way. Has anything changed?',
      'The same lines as at the start. Nobody grades them or compares you with anyone.',
    ],
  },
  begin: 'Rate yourself',
  later: 'Later',
  title: {pre: 'Self-assessment before the course', post: 'Self-assessment after the course'},
  note: 'Pick what is closest to you. Leave out whatever you would rather not say.',
  save: 'Save',
  nothingPicked: 'Nothing is picked yet. Pick at least one line, or press “Later”.',
  unreachable: ['The lines could not be fetched', 'Check the network and press again.'],
  unsaved: [
    'Not saved yet',
    'Keep this page open and press “Save” again. If that does not help, remove some photos or videos.',
  ],
  saved: 'Your self-assessment is noted.',
  comeBack: 'Once the core lessons are done, answer again and see how far you have come.',
  change: 'Change it',
  compared: 'Before the course and after it',
  show: 'See before and after',
  before: 'Before the course',
  now: 'Now',
  notSaid: 'Not answered',
  close: 'Close',
};
