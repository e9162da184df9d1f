import type {AssignmentMessages} from './assignments.js';

const number = (value: number): string => value.toLocaleString('en');
const states = {done: 'Done', 'not-done': 'Not done', unknown: 'Not known'} as const;
const some = (count: number, one: string, many: string) =>
  `${number(count)} ${count === 1 ? one : many}`;

export const messages: AssignmentMessages = {
  number,
  assign: 'Assign lessons',
  hint: 'Choose people above, then lessons and a day. The task says who, what, by when and what for.',
  who: 'Who',
  what: 'What',
  until: 'By when',
  outcome: 'Outcome',
  outcomeWords: 'Lesson completed, code sent',
  alsoFor: 'Assign to somebody else as well',
  alsoChoose: 'Choose somebody…',
  alsoTooMany: (people) =>
    `To assign to one of the other ${number(people)} people as well, choose a smaller unit at the top.`,
  further: (place) => `What: lesson ${place}`,
  addLesson: 'Add a lesson',
  dropLesson: (lesson) => `Take “${lesson}” out of the task`,
  noDay: 'Choose a day.',
  pastDay: 'This day is over. Choose today or later.',
  nobody: 'Choose somebody.',
  message: 'Task to be sent',
  text: ({unit, rows, links}) =>
    [
      `LESSONS TO LEARN – ${unit}`,
      ...rows.map(
        ({who, what, until, outcome}, index) =>
          `${index + 1}. ${who} – ${what} – until the end of ${until} – ${outcome}`,
      ),
      ...links.map(({lesson, link}) => `Open “${lesson}”: ${link}`),
    ].join('\n'),
  give: 'Assign and copy',
  copyAlone: 'Copy only',
  copied: 'Copied. Open the group and paste it.',
  copyByHand: 'Could not copy. The text is selected: press and hold, then choose Copy.',
  given: (count) => `${some(count, 'task was', 'tasks were')} written down.`,
  givenBefore: 'This task was written down before.',
  notKept: (count) =>
    `${some(count, 'person is', 'people are')} not in the roster: in the text only, not written down.`,
  undo: 'Undo',
  undone: 'Undone.',

  list: 'What was assigned',
  none: 'Nothing was assigned to people of this unit.',
  counts: (counts) =>
    `${number(counts.done)} done · ${number(counts['not-done'])} not done · ${number(counts.unknown)} not known`,
  untilDay: (day, outcome) => `Until the end of ${day}. ${outcome}.`,
  now: ({state, done, lessons, day, over}) => {
    if (state === 'done') return day === undefined ? states.done : `${states.done} on ${day}`;
    const part = done > 0 ? `, ${number(done)} of ${some(lessons, 'lesson', 'lessons')}` : '';
    return `${states[state]}${part}${over ? '; its day is over' : ''}`;
  },
  drop: 'Drop',
  dropOf: (who, lessons) => `Drop what was assigned to ${who}: ${lessons}`,
  dropped: 'One task was dropped.',
  more: (count) => `Show ${number(count)} more`,
  xlsx: 'Download tasks (XLSX)',
  csv: 'Download CSV',
  saved: (name) => `Saved as ${name}.`,
  title: 'What was assigned',
  file: 'tasks',
  code: 'Code',
  madeOn: 'Assigned on',
  soFar: 'So far',
  doneOn: 'Done on',
  unknown: '—',
  states,
};
