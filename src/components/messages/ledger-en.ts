import type {LedgerMessages} from './ledger.js';

const number = (count: number): string => count.toLocaleString('en-GB');
const people = (count: number): string => (count === 1 ? '1 person' : `${number(count)} people`);
const partIs = {
  done: 'Everything done',
  'not-done': 'Something not done',
  unknown: 'Something unknown',
} as const;

export const messages: LedgerMessages = {
  grid: (count, columns) =>
    `${people(count)}, ${columns} columns. Arrow keys go from cell to cell.`,
  list: (count) => `${people(count)} by unit`,
  everybody: 'Everybody',
  shownOnly: 'People shown',
  reckoning: 'Adding up…',
  none: 'Nobody meets these conditions.',
  search: 'Find a person or a unit',
  searchHint: 'With or without tone marks',
  narrow: 'Filter and sort',
  unit: 'Unit',
  allUnits: 'All units',
  role: 'Role',
  anyRole: 'Any role',
  roles: {head: 'Head', deputy: 'Deputy', member: 'Member'},
  part: 'State',
  anyPart: 'Any state',
  partIs,
  inColumn: 'In lesson',
  anyColumn: 'Any lesson',
  silent: 'Nothing for 30 days',
  coreOnly: 'Core only',
  columns: 'Columns',
  columnsOf: {lessons: 'Lessons', modules: 'Modules'},
  order: 'Sort by',
  orders: {unit: 'Unit', name: 'Given name', done: 'Lessons done', received: 'Day of data'},
  byColumn: (column) => `Column ${column}`,
  upward: 'Ascending',
  downward: 'Descending',
  foldAll: 'Units only',
  unfoldAll: 'Show every person',
  shown: (count, all, conditions) =>
    conditions.length > 0
      ? `Showing ${number(count)} of ${people(all)}: ${conditions.join('; ')}.`
      : `Showing all ${people(all)}.`,
  searched: (words) => `search “${words}”`,
  partIn: (part, column) =>
    column === undefined
      ? partIs[part].toLowerCase()
      : `${column} ${{done: 'done', 'not-done': 'not done', unknown: 'unknown'}[part]}`,
  clear: 'Clear filters',

  person: 'Member',
  people,
  freshOf: (fresh, count) => `${number(fresh)} of ${number(count)} with fresh data`,
  counts: ({done, notDone, unknown}) =>
    `${number(done)} done, ${number(notDone)} not done, ${number(unknown)} unknown`,
  takings: ({done, notDone, unknown}) =>
    `Lessons by people: ${number(done)} done, ${number(notDone)} not done, ${number(unknown)} unknown`,
  asOf: (day) => `as of ${day}`,
  nothingYet: 'nothing received',
  noDay: 'day unknown',
  of: (done, all) => `${done}/${all}`,
  unknownUnit: 'Unit unknown',
  unlinked: 'Not linked to anybody',
  goneOn: (name, day) => `${name} (dissolved ${day})`,
  left: (names, more) =>
    `Left, and counted nowhere: ${names.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}.`,
  module: (place) => `Module ${place}`,

  whyHint: 'Press a cell to see what it rests on.',
  onlyUnit: 'Show this unit only',
  foldUnit: 'Fold',
  unfoldUnit: 'Unfold',
  back: 'Back to the list',
  rule: 'A lesson is “completed” when the learner’s own device wrote so; “not done” is said only when every device in use sent something in the last 30 days and no record is missing; else it is unknown.',
  unitRule:
    'Members of this unit and of those below it, by where they are today. The three numbers add up to the people.',
  never: 'Nothing was received of this person. Ask them for their progress code.',
  moduleOf: (lessons) =>
    `A module is done when all its lessons are, and certainly not done when one is not. Lesson by lesson: ${lessons.join('; ')}.`,
  posts: (posts) =>
    `Where they are: ${posts
      .map(
        ({unit, role, from, until}) =>
          `${role.toLowerCase()} in ${unit}${from ? ` from ${from}` : ''}${until ? ` until before ${until}` : ''}`,
      )
      .join('; ')}.`,
  packets: (packets) =>
    packets.map(
      ({made, received, version, devices, signed, counts}) =>
        `Made on ${made}, received on ${received}, course ${version}, ${
          devices ? `device ${devices}` : 'no device named'
        }, ${signed ? 'signed by the device' : 'not signed'}${counts ? '' : '; taken out, not counted'}.`,
    ),
  assigned: ({lessons, made, until, state, over}) =>
    `Assigned on ${made}: ${lessons.map((lesson) => `“${lesson}”`).join(', ')}, until ${until}: ${
      {done: 'done', 'not-done': 'not done', unknown: 'not known'}[state]
    }${over ? ', its day is over' : ''}.`,
  formerName: (name) => `formerly ${name}`,

  save: 'Save this table',
  saved: (file) => `${file} was saved.`,
  notSaved: 'The table could not be saved. Try again.',
  sheetPeople: 'People',
  sheetUnits: 'Units',
  code: 'Member code',
  received: 'Data as of',
  done: 'Lessons done',
  partNames: {done: 'done', notDone: 'not done', unknown: 'unknown'},
  file: 'register',
};
