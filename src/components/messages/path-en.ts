import type {PathMessages} from './path.js';

export const pathEn: PathMessages = {
  path: 'Learning path',
  core: 'New member',
  course: 'Whole course',
  lessons: (count, minutes) => `${count} lessons, ${minutes} minutes`,
  done: (done, of) => `${done} of ${of} lessons done`,
  narrowed: 'Only the lessons of this path are listed below. Choose “Whole course” to see all.',
  notKept: 'This device could not remember the choice. Please choose again next time.',
};
