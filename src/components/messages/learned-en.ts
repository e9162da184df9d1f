import type {LearnedMessages} from './learned.js';

export const learnedEn: LearnedMessages = {
  result: 'Your result',
  rightCount: (right, of) => `You have ${right} of ${of} right.`,
  toReview: 'Worth another look',
  unanswered: 'Not answered yet',
  goQuestion: (number) => `Question ${number}`,
  completed: ['You have completed this lesson.', 'Time to visit a neighbour!'],
  nextLesson: 'Next lesson',
  share: 'Send progress to the team leader',
  bring: 'Learned elsewhere? Enter a code',
  progress: 'Progress',
  questionsRight: (right, of) => `${right}/${of} right`,
  lessonsDone: (done, total) => `${done}/${total} lessons`,
  historyLine: (when, right) => `${when} – ${right ? 'right' : 'not right'}`,
  unknown: 'Not known',
};
