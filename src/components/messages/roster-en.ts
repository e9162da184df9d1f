import {messages as vi} from './roster-vi.js';
import {firstOf} from './first-of.js';
import type {JoinedPeople, RosterMessages} from './roster.js';

const some = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

const joinedPeople = ({joined, moved, unclear}: JoinedPeople): string =>
  [
    `${some(joined, 'person', 'people')} in both become one`,
    ...(moved > 0 ? [`${some(moved, 'person', 'people')} in only one of them moved`] : []),
    ...(unclear.length > 0
      ? [
          `left apart, as nobody can tell who is who: ${firstOf(unclear, (more) => `and ${more} more`)}`,
        ]
      : []),
  ].join(', ');

export const messages: RosterMessages = {
  roster: 'Teams and members',
  opening: 'Opening the list…',
  empty: 'Nobody is on the list yet.',
  emptyTodo:
    'Bring in the spreadsheet you have, or add a commune and its teams and then each person. The list stays on this device.',
  whole: 'Everything',
  way: 'You are at',
  levels: {
    nation: 'Nation',
    province: 'Province, city',
    district: 'District (before 7/2025)',
    commune: 'Commune, ward, special zone',
    village: 'Village, residential group',
    team: 'Community digital team',
  },
  roles: {head: 'Team leader', deputy: 'Deputy leader', member: 'Member'},
  counts: ({teams, members, linked, invited}) =>
    `${teams > 0 ? `${some(teams, 'team')} · ` : ''}${some(members, 'person', 'people')} · ${linked} with a device${invited > 0 ? ` · ${invited} invited` : ''}`,
  dissolvedOn: (day) => `Dissolved on ${day}`,
  formerly: (names) => `Formerly: ${names.join(', ')}`,
  unitsBelow: 'Units below',
  membersHere: 'Members',
  noMembers: 'Nobody here yet.',
  displaced: (unit) => `${unit} was dissolved: to be moved to another team`,
  leftOn: (day) => `left on ${day}; press Change and Save if they are back`,
  twins: (names) =>
    `Two units have one name (${names.join(', ')}): if they are one, whoever is in both counts twice. Join them into one. If they are two units, give them different names.`,
  joinTwins: (name) => `Join the two “${name}” into one`,
  joinTwinsSure: (name, people) =>
    `Press again: join the two “${name}” into one, ${joinedPeople(people)}.`,
  joinedTwins: (name, people) => `The two “${name}” are one: ${joinedPeople(people)}.`,

  search: 'Search by name or code',
  searchHint: 'Without tones will do.',
  foundMembers: (count, shown) =>
    count > shown
      ? `${count} people found; these are the first ${shown}.`
      : `${some(count, 'person', 'people')} found.`,

  born: (year) => `born ${year}`,
  tail: (digits) => `number …${digits}`,
  invited: 'invited',
  invitedUnheard: 'Invitation, nothing came yet',
  linked: (count) => `${some(count, 'device')} linked`,
  contested: 'this device is linked to several people: please look',

  addUnit: 'Add a unit',
  addUnitBelow: (unit) => `Add a unit below ${unit}`,
  unitName: 'Name of the unit',
  unitLevel: 'Level',
  below: 'Belongs to',
  belowNone: 'To no other unit',
  levelOdd: (above) =>
    `This level is above ${above}: choose another level, or another unit it belongs to.`,
  households: 'Households in its care (if known)',
  editUnit: 'Change this unit',
  editUnitOf: (unit) => `Change ${unit}`,
  renamed: 'A new name from today on; keep the old one',
  dissolve: 'Dissolved as of today',
  dissolveSure: (unit) => `Press again: dissolve ${unit}. Its people stay on the list.`,
  revive: 'Not dissolved after all',
  eraseUnit: 'Delete this unit with everybody in it',
  eraseUnitSure: (unit, count) =>
    `Press again: delete ${unit} and ${some(count, 'person', 'people')}.`,
  eraseUnitHint:
    'Only what was brought in by mistake, or twice. A unit that is no more is dissolved. What was received is not lost.',
  erasedUnit: (unit, count) => `${unit} and ${some(count, 'person', 'people')} deleted.`,

  addMember: 'Add a person',
  addMemberIn: (unit) => `Add a person to ${unit}`,
  invite: 'Invite',
  inviteOf: (name) => `Invite ${name}`,
  inviteAll: 'Print invitations',
  edit: 'Change',
  editOf: (name) => `Change ${name}`,
  code: 'Code',
  codeOf: (code) => `Member code: ${code}`,
  name: 'Full name',
  role: 'Role',
  unit: 'In unit',
  birthYear: 'Year of birth (to tell namesakes apart)',
  phone: 'Last 3 digits of the phone (to tell namesakes apart)',
  phoneHint: 'Only 3 digits are kept. You may type the whole number; the rest is not stored.',
  save: 'Save',
  cancel: 'Cancel',
  leave: 'Left the team today',
  erase: 'Take off the list',
  eraseHint:
    'Only for somebody added by mistake. For who leaves, choose “Left”: what they learned stays.',
  nameNeeded: 'A name is needed.',
  yearOdd: 'The year needs 4 digits, such as 1968.',
  phoneOdd: 'At least 3 digits are needed.',
  householdsOdd: 'Households are a number, such as 120.',

  devices: 'Devices of this person',
  devicesNone: 'None yet. When they send a progress code, link it here.',
  separate: 'Separate',
  separateOf: (device) => `Separate: ${device}`,
  suggested: 'Is this them?',
  saysInvited: 'Says to have been invited with this very code',
  suggestedNone: 'No code received so far has a name like this and is still free.',
  link: 'Yes, link it',
  linkOf: (device) => `Yes, link it: ${device}`,

  doubles: 'Of the same name on the list',
  doublesHint:
    'If one person was written down twice, join the two: what both learned goes to one code, in the unit of the one that is open. This can be undone.',
  joinMember: 'The same person, join',
  joinMemberOf: (code) => `The same person, join: code ${code}`,
  joinedMember: (name, code) => `Joined into one: ${name}, code ${code}.`,

  saved: 'Saved.',
  undo: 'Undo',
  undone: 'As it was before.',

  bringIn: 'Bring in a file',
  toDeeds: 'Import, backup, invitations: at the end of the page',
  bringInHint:
    'The Excel (.xlsx) or CSV file you use, columns in any order. Nothing is written until you have looked and pressed.',
  choose: 'Choose a list',
  reading: 'Reading the file…',
  fileFlaws: {
    'not-a-table': {
      what: 'This file is no Excel or CSV list.',
      todo: 'Open the list in Excel, save it as .xlsx and choose it again.',
    },
    'old-workbook': {
      what: 'This is a file of an old Excel (.xls).',
      todo: 'Open it in Excel, save it as .xlsx and choose it again.',
    },
    damaged: {what: 'The file is damaged or incomplete.', todo: 'Please get it again.'},
    locked: {
      what: 'The file has a password.',
      todo: 'Open it in Excel, take the password away, save and choose it again.',
    },
    'too-large': {
      what: 'The file is too large.',
      todo: 'Take out pictures or sheets, or split it by commune.',
    },
    'too-many-rows': {
      what: 'The file has more than 60,000 rows.',
      todo: 'Split it by commune or province and bring in one after the other.',
    },
  },
  noList: {
    what: 'There is no column of names in this file.',
    todo: 'The head needs a cell “Họ và tên”. Add it and choose the file again.',
  },
  preview: (file) => `Preview: ${file}`,
  people: (count) => `${some(count, 'person', 'people')} in the file`,
  outcomes: {
    new: 'new',
    same: 'unchanged',
    changed: 'changed',
    moved: 'moved',
    refused: 'not taken',
    skipped: 'left out',
  },
  outcome: (outcome, count) => `${count} ${messages.outcomes[outcome]}`,
  newUnits: (count) => some(count, 'new unit'),
  absent: (count) =>
    `${some(count, 'person', 'people')} on the list but not in the file. They stay.`,
  identity: (columns) =>
    `Columns of identity numbers are neither read nor kept: ${columns.join(', ')}. Please delete them before you hand the file on.`,
  unread: (columns) => `Columns not used: ${columns.join(', ')}.`,
  passedOver: (rows) =>
    `${some(rows.length, 'row')} below the sum or the signatures not read: ${firstOf(
      rows.map(({row, text}) => `row ${row} (${text})`),
      (more) => `and ${more} more`,
    )}. Number those that are members and choose the file again.`,
  filledRows: (rows) =>
    `${some(rows.length, 'row')} without a unit, read as the row above: ${firstOf(
      rows.map(String),
      (more) => `and ${more} more`,
    )}. Where that is wrong, write the unit into the file and choose it again.`,
  hiddenRows: (rows) =>
    `${some(rows.length, 'row')} hidden in the file, by a filter or by hand, read as well: ${firstOf(
      rows.map(String),
      (more) => `and ${more} more`,
    )}. To leave them out, delete them from the file and choose it again.`,
  sheet: 'Sheet',
  otherSheets: (count) =>
    `${some(count, 'more sheet')} with a list in this file. Bring in one at a time: then choose the file again, and the next sheet.`,
  districts: (names) =>
    `Districts are left out (${firstOf(names, (more) => `and ${more} more`)}): since 1/7/2025 there are none, and the list has provinces and communes only.`,
  oldFont:
    'The file was typed in an old font (.VnTime or VNI). The letters were put right; please look at some names.',
  under: 'This list belongs to',
  underNew: 'As the file says',
  seeChanges: (count) => `See what changes about ${some(count, 'person', 'people')}`,
  moreChanges: (count) => `and ${count} more`,
  bornShort: 'Year of birth',
  tailShort: 'Last 3 digits of the phone',
  fromTo: (label, before, after) => `${label}: ${before || 'none'} → ${after || 'none'}`,
  comesBack: 'Back in the team from today on',
  toSee: 'Rows to look at',
  moreToSee: (count) => `Show ${some(count, 'more row')}`,
  formerName: (name) => `(on the list: ${name})`,
  rowNumber: (row) => `Row ${row}`,
  flaws: {
    'name-missing': 'no name',
    'name-odd': 'digits or odd signs in the name',
    'code-wrong': 'the member code is mistyped',
    'code-unknown': 'no member has this code',
    'code-twice': 'two rows have this code',
    twice: 'the same as a row above',
    ambiguous: 'several people of this name in the team: the code is needed',
    'unit-missing': 'it is not clear in which unit',
    'unit-twice':
      'several units in the roster have this name: write the commune or village too, or choose under “This list belongs to”',
    renamed:
      'this code has another name in the roster: see whether codes and names have slipped apart',
    matched: 'known by name, since the row has no code',
    elsewhere: 'somebody of this name is in another unit',
    namesake: 'somebody of this name is here, born in another year',
    'birth-odd': 'the year of birth cannot be read; left out',
    'phone-short': 'the phone number is too short; left out',
    'role-other': 'another role: written as member for somebody new, left as it was for others',
  },
  skip: 'Leave this row out',
  unskip: 'Take this row',
  somebodyNew: 'Somebody new',
  sameAs: (unit) => `The one in ${unit}`,
  placeRow: 'Choose the unit',
  placeRowNone: 'Choose a unit…',
  rowUnit: (row) => `Unit of the person in row ${row}`,
  rowName: (row) => `Full name, row ${row}`,
  apply: (count) => `Bring in ${some(count, 'person', 'people')}`,
  applyNothing: 'Nothing new to bring in',
  applied: ({fresh, changed, units}) =>
    `Brought in: ${fresh} new, ${changed} changed${units > 0 ? `, ${some(units, 'new unit')}` : ''}.`,
  nothingNew: 'This file says exactly what the list says; there is nothing to bring in.',

  keepCopy: 'Back up and join',
  keepCopyHint:
    'One file with the list, the names you gave, the codes you received, the tasks you gave, reports and evenings: to keep, to move to another device, to hand over to a successor, or for two trainers to join. It is locked and opens only with your words.',
  words: 'Words that lock the file',
  wordsHint:
    'At least 8 letters, such as four words. Whoever forgets them cannot open the file again.',
  wordsShort: 'At least 8 letters are needed.',
  makeCopy: 'Make the backup',
  making: 'Working…',
  madeCopy: (file) => `${file} is made. Please keep it somewhere else than on this device.`,
  openCopy: 'Open a file and join it',
  openCopyHint:
    'Where the two differ the later change holds. Joining twice counts nothing twice. The list can be undone.',
  joined: ({changes, codes, tasks, papers}) =>
    `Joined: ${some(changes, 'change')} in the list, ${some(codes, 'new code')}${tasks > 0 ? `, ${some(tasks, 'task')}` : ''}${papers > 0 ? `, ${some(papers, 'report or evening', 'reports and evenings')}` : ''}.`,
  joinedNothing: 'Everything in the file is here already.',
  joinedNoMore: 'The file says nothing later than this list.',
  erasedHere: (count) =>
    `${some(count, 'person or unit', 'people or units')} of the file were deleted here`,
  erasedTodo: (names) =>
    `${firstOf(names, (more) => `and ${more} more`)}. They do not come back by themselves: if that was a mistake, or undone, take them back here.`,
  bringBack: (count) => `Take ${some(count, 'entry', 'entries')} back`,
  broughtBack: (count) => `${some(count, 'person or unit', 'people or units')} taken back.`,
  copyFlaws: {
    'no-seal': {
      what: 'This is no backup of the register, or it is damaged.',
      todo: 'Choose a file that ends in .knsb. Files of learners are received under “Progress”.',
    },
    'wrong-words': {
      what: 'Other words, or the file was damaged on its way.',
      todo: 'Type the words again; mind capitals and tones.',
    },
    'cannot-seal': {
      what: 'This page can neither lock nor unlock files.',
      todo: 'Open the page by an address that begins with https://.',
    },
    'too-big': {
      what: 'This register is larger than one backup file, so none was made.',
      todo: 'Use “Pack for the level above” commune by commune, with names: other devices can open these.',
    },
    newer: {
      what: 'A newer version made this file.',
      todo: 'Go online and open this page again to get it.',
    },
  },
  copyName: vi.copyName,
  leftOut: (count) => `${some(count, 'entry', 'entries')} of the file could not be taken`,
  leftOutTodo:
    'Everything else is joined, and what was on this device is as it was. Ask for a new file and open it again, or write these down yourself.',
  leftOutAt: (part, row, whose) =>
    `${part}${row > 0 ? `, row ${row}` : ''}${whose ? ` (${whose})` : ''}`,
  leftOutMore: (count) => `Show the other ${count}`,
  leftOutUnnamed: (count) => `And ${count} more.`,
  leftOutCodes: (count) =>
    `${some(count, 'code')} could not be received. What can still be read of them is kept under “Progress”, “Not received”.`,
  backupParts: {
    units: 'Units',
    members: 'Members',
    links: 'Devices of members',
    names: 'Names that were given',
    progress: 'Codes received',
    receivedAt: 'Days of receipt',
    assignments: 'Tasks',
    papers: 'Reports',
    evenings: 'Evenings',
  },
  entryFlaws: {
    'no-list': 'this part cannot be read at all',
    unreadable: 'something is missing, or cannot be read',
    'other-key': 'stands under the key of something else',
    counter: 'a number of changes that nobody can have made',
    twice: 'the same as a row above',
  },

  passOn: 'Pack for the level above',
  handOut: 'Hand out the list',
  handOutText: 'CSV file',
  handOutBook: 'Excel file',
  handedOut: (file) => `${file} is made. You may edit it in Excel and bring it in again.`,
  // The heads stay Vietnamese: they are read again, here and by everybody else.
  columns: vi.columns,
  fileName: vi.fileName,
  sheetName: vi.sheetName,
};
