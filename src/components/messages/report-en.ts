import type {ReportMessages} from './report.js';
import {headings, openings} from './report-words.js';

const number = (value: number): string => value.toLocaleString('en-GB');
const some = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`;

export const messages: ReportMessages = {
  report: 'Report',
  lead: 'Figures of learning are reckoned from what was received. Fill in the rest, then copy the report into the group.',
  number,
  unknown: '—',

  unit: 'Unit',
  everybody: 'Everybody whose code was received',
  noRoster:
    'There is no list of members yet, so the report counts everybody whose code was received and has no line for machines. Make a list of members so that the unit above can add this report up.',
  howOften: 'Period',
  kinds: {quarter: 'Quarter', half: 'Half-year', year: 'Year'},
  period: ({kind, year, number: which}) =>
    kind === 'quarter' ? `Q${which}/${year}` : kind === 'half' ? `H${which}/${year}` : `${year}`,
  earlier: 'Earlier',
  later: 'Later',
  goesOn: (day) => `This period goes on; figures are as of ${day}.`,

  figuresOf: (period) => `Figures of ${period}`,
  figure: 'Figure',
  figures: {
    members: 'Members',
    coreDone: 'Core completed',
    coreUnknown: 'Core not known',
    lessons: 'Lessons completed in the period',
    lessonsNoDay: 'Lessons completed, day not known',
    kn1: 'Help with public services (KN1)',
    kn2: 'Help with shopping (KN2)',
    kn3: 'Help with payment (KN3)',
    kn4: 'Help with online safety (KN4)',
    kn5: 'Help with local platforms (KN5)',
    visited: 'Households visited in the period',
    visitedSoFar: 'Households visited so far',
    quota: 'Households to visit',
  },
  coreSplit: ({done, notDone, unknown}) =>
    `${number(done)} done · ${number(notDone)} not done · ${number(unknown)} not known`,
  inGroup: (count) => `${count} of them in a group`,
  byProxy: (count) => `${count} lessons were entered by others and are not counted.`,
  heard: (heard, people) => `Codes of ${number(heard)} of ${number(people)} people were received.`,
  oldest: (day) => `Oldest data: ${day}.`,
  version: (version) => `By version ${version} of the course.`,

  typed: 'What you fill in',
  typedHint:
    'Leave empty what you do not know: the report says “—”, not 0. What you write is kept on this device at once.',
  difficulties: openings.en.difficulties,
  proposals: openings.en.proposals,
  wrongNumber: 'Write a whole number, such as 128.',
  soFarTooSmall: 'So far cannot be fewer than in the period.',
  kept: 'Kept on this device.',

  message: 'Text for the group',
  messageHint: (characters) =>
    `${some(characters, 'character', 'characters')}. The last line is for machines: leave it as it is.`,
  shortened: 'Long words were cut here; the print and the spreadsheet have them whole.',
  noLine: 'This text has no line for machines yet.',
  copy: 'Copy the report',
  copied: 'Copied. Open the group and paste it.',
  copyByHand: 'Could not copy. The text is selected: hold it and choose Copy.',
  print: 'Print or save as PDF (A4)',
  cannotPrint: 'This browser cannot print. Open the page in another one.',
  printUnseen: 'If no print dialog came, try another browser.',
  xlsx: 'Spreadsheet (XLSX)',
  csv: 'CSV',
  saved: (name) => `Saved as ${name}.`,

  text: ({
    heading,
    unit,
    members,
    core,
    lessons,
    skills,
    visited,
    visitedSoFar,
    quota,
    difficulties,
    proposals,
    commended,
    oldest,
    part,
    day,
  }) =>
    [
      `${heading} – ${unit}`,
      `1. Members: ${members}. Core completed: ${
        core
          ? `${core.done}/${core.of}${core.unknown > 0 ? ` (${number(core.unknown)} not known)` : ''}`
          : '—'
      }. Lessons completed: ${lessons}.`,
      `2. Help given: public services ${skills[0]}; shopping ${skills[1]}; payment ${skills[2]}; safety ${skills[3]}; local platforms ${skills[4]}.`,
      `3. Households visited: ${visited}; so far: ${visitedSoFar}${quota === undefined ? '' : `/${quota}`}.`,
      `4. ${openings.en.difficulties}: ${difficulties ?? '…'}`,
      `5. ${openings.en.proposals}: ${proposals ?? '…'}`,
      ...(commended === undefined ? [] : [`6. To be commended: ${commended}`]),
      ...(part ? [`Sums whole for ${number(part.whole)} of ${number(part.of)} units.`] : []),
      ...(oldest === undefined ? [] : [`Oldest data: ${oldest}.`]),
      `Date ${day}`,
    ].join('\n'),
  heading: ({kind, year, number: which}) =>
    kind === 'year' ? `${headings.en.year} ${year}` : `${headings.en[kind]} ${which}/${year}`,

  below: 'Add up reports of units below',
  belowHint:
    'Paste the whole conversation with the reports in it. Nothing is added twice; of one unit the later revision is used.',
  paste: 'Paste reports here',
  take: 'Take in reports',
  pasteEmpty: 'This field is empty. Paste the conversation, then take the reports in.',
  foundNone: 'No report here. The last line of a report begins with #KNSBC1.',
  took: ({read, fresh, unreadable}) =>
    `Read ${some(read, 'report', 'reports')}, ${number(fresh)} new.${
      unreadable > 0 ? ` ${number(unreadable)} could not be read.` : ''
    }`,
  otherPeriod: (count, periods) => `${number(count)} of other periods, kept there: ${periods}.`,
  otherCourse: (count) => `${number(count)} of another course, not taken.`,
  unreadable: (count) => `${some(count, 'report', 'reports')} could not be read`,
  flaws: {
    'report-cut': {
      what: 'The end of the line for machines is missing.',
      todo: 'Ask the sender to copy the whole report again.',
    },
    'report-damaged': {
      what: 'A figure in the line for machines was changed or damaged.',
      todo: 'Ask the sender to correct it in the app and send it again.',
    },
    'report-newer': {
      what: 'A newer version of the app made this report.',
      todo: 'Open this page again with a network, then paste once more.',
    },
    'report-invalid': {
      what: 'The figures of this report contradict each other.',
      todo: 'Ask the sender to check it and send it again.',
    },
    'report-bare': {
      what: 'This report has words only, without the line for machines.',
      todo: 'Ask the sender to use “Copy the report” and send all of it.',
    },
  },
  begins: 'It begins with',
  together: (units) => `${some(units, 'unit', 'units')} together`,
  sum: 'Sum',
  ofUnits: (name, known, units) => `${name} (known of ${number(known)} of ${number(units)} units)`,
  partOf: (name, {whole, of}, former = '') =>
    `${name} (${former && `${former}: `}whole for ${number(whole)} of ${number(of)} units)`,
  partial: (units) => `In the sums, but themselves sums of a part: ${units}.`,
  otherVersions: (units) => `By another version of the course: ${units}.`,
  contradictions: (unit) => `${unit} sent different figures under one revision; none is counted.`,
  contradictionTodo: 'Ask the unit; a new revision settles it. Or drop the wrong one.',
  beneath: (units) => `Not added, since the unit above them reported for all: ${units}.`,
  elsewhere: (units) => `Not added, since they are not below this unit: ${units}.`,
  missing: (count, units) => `No report yet of ${some(count, 'unit', 'units')}: ${units}.`,
  useSums: 'Put the sums into this report',
  usedSums: 'The sums are in the report. Look it over, then copy it.',
  otherThanSums: (figures) => `Not the sums: ${figures}.`,
  drop: 'Drop',
  dropOf: (unit) => `Drop the report of ${unit}`,
  collected: 'Difficulties and proposals from below',
  taken: (count) => `Reports that were taken in (${number(count)})`,
  revision: (revision, day) => `revision ${number(revision)}, made on ${day}`,
  dropped: (unit) => `The report of ${unit} was dropped.`,
  undo: 'Undo',
  broughtBack: 'Undone.',
  moreReports: (count) => `Show ${some(count, 'more report', 'more reports')}`,
  goneCounted: (units) =>
    `Gone by the end of the period and still added up: ${units}. Where a new unit counted this part too, drop it under “Reports that were taken in”, or it is counted twice.`,

  needs: 'Who may be glad of help',
  needsHint:
    'Only people with data of the last 30 days are named. Whoever was not heard of is not known, not slow.',
  needsNone: 'Of those with new data nobody seems to need help.',
  needsMore: (count) => `Show ${number(count)} more`,
  needsUnknown: (count) => `${some(count, 'person is', 'people are')} not known: no new data.`,
  stuck: ({lesson, tries}) => `Stuck on a question in “${lesson}”: tried ${tries} times.`,
  stuckTodo: 'Go through the question together, with the reason of each option.',
  stopped: ({last, days, done, total}) =>
    `Completed ${number(done)} of ${number(total)} lessons, then paused: the last on ${last}, ${number(days)} days before the code.`,
  stoppedTodo: (lesson) => `Call them, and agree on learning “${lesson}” together.`,
  safety: ({milestone, wrong, open}) =>
    `Not yet right on safety in “${milestone}”: ${[
      wrong > 0 ? `${number(wrong)} answered wrong` : '',
      open > 0 ? `${number(open)} not answered` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}.`,
  safetyTodo: 'Better done before they help others with payments.',
  basedOn: (day) => `By the code of ${day}.`,
  nameless: 'Somebody without a name',

  commend: 'To be commended',
  commendHint:
    'Teams come first. Names of people are shown only if you choose so; ask them before you send the list.',
  commendTeams: 'Teams whose members all completed the core',
  commendPeople: 'Also show people by name',
  commendNone: 'No team whose members all completed the core in this period.',
  team: 'Unit',
  name: 'Name',
  lessonsInPeriod: 'Lessons completed in the period',
  coreOn: 'Core completed on',

  charts: 'Charts',
  asTable: 'As a table',
  chartUnits: 'Core completed, by unit',
  chartWeeks: 'Lessons completed week by week',
  chartSkills: 'Help given, by skill',
  chartAges: 'How new the data is',
  done: 'Done',
  notDone: 'Not done',
  notKnown: 'Not known',
  weekOf: 'Week from',
  lessonsDone: 'Lessons',
  skill: 'Skill',
  times: 'Times',
  skills: ['Public services', 'Shopping', 'Payment', 'Online safety', 'Local platforms'],
  age: 'Data',
  people: 'People',
  ages: {
    week: 'Within 7 days',
    month: '8–30 days',
    older: 'Older than 30 days',
    undated: 'Day not known',
    none: 'Nothing received',
  },
  chartReported: 'Units with nobody in the roster of this device are drawn by what they reported.',
  chartCut: (shown, all) =>
    `${number(shown)} of ${number(all)} units are drawn. The table has them all.`,
  chartEmpty: 'Nothing to draw yet.',
};
