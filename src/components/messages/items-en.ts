import type {ItemsMessages} from './items.js';

const number = (value: number): string => value.toLocaleString('en-GB');

export const messages: ItemsMessages = {
  items: 'Questions',
  lead: 'Which questions many people answer wrong at first, and what they choose. Whoever was not heard of, or answered first on two phones, is in no figure.',
  none: 'No answers were received yet. Take in codes first, then open this again.',
  number,
  percent: (share) => `${number(Math.round(share * 100))}%`,
  decimal: (value) => value.toLocaleString('en-GB', {maximumFractionDigits: 2}),
  unknown: '—',
  show: 'Show',
  flagged: (count) => `${number(count)} to be read again`,
  everything: (count) => `All ${number(count)}`,
  more: (count) => `Show more (${number(count)} left)`,
  noFlags: 'No question needs to be read again.',
  lesson: 'Lesson',
  question: 'Question',
  known: 'People known',
  rightAtFirst: 'Right at first',
  share: 'Share right (%)',
  low: 'From (%)',
  high: 'To (%)',
  seen: 'People with records',
  mostWrong: 'Most given wrong answer',
  wrongPeople: 'People who gave it',
  discrimination: 'Discrimination',
  toRead: 'To be read again because',
  firstRight: ({right, people, share, low, high}) =>
    `Right at first: ${right} of ${people} people, ${share} (perhaps ${low} to ${high}).`,
  nobodyKnown: 'Nobody’s first answer is known.',
  leftOut: (count) => `${number(count)} answered first on two phones and are left out.`,
  wrongOf: (seen) => `Wrong answers of the ${seen} people who sent a file:`,
  wrongUnseen: 'What was chosen is not known: codes carry no answers, only files do.',
  chosenBy: (people) => `${people} people`,
  tells: (value) =>
    `Discrimination ${value} (−1 to 1): the nearer to 1, the more those who know the rest know this.`,
  tellsNot: (people, floor) =>
    `Discrimination needs at least ${floor} people; there are ${people}.`,
  flags: {
    'mostly-wrong': {
      what: 'Most people are wrong at first.',
      rule: 'At least 20 people, and surely less than half are right. It is hard to understand, or the lesson does not teach it.',
    },
    'one-lure': {
      what: 'One wrong answer attracts more people than the right one.',
      rule: 'At least 10 people sent files, at least 5 of them gave the same wrong answer, and fewer were right. See whether it is right in some case.',
    },
    backwards: {
      what: 'Those who know the rest are wrong here.',
      rule: 'At least 40 people, and a discrimination below −0.2. The key may be wrong, or the wording misleads.',
    },
    unsolved: {
      what: 'Several people try and try.',
      rule: 'At least 5 people tried three times or more and are not right yet. Read the reasons of the options again.',
    },
  },
  wording: 'See the question',
  openLesson: (title) => `Open “${title}”`,
  lessonUnreachable: 'This lesson could not be fetched. Connect, then open it again.',
  right: 'right',
  asTable: 'As a table',
  xlsx: 'Spreadsheet (XLSX)',
  csv: 'CSV',
  saved: (name) => `Saved as ${name}.`,
  file: 'questions',
  yes: 'True',
  no: 'False',
  empty: 'left empty',
};
