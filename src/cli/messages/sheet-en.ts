import type {SheetFlaws, SheetMessages} from './sheet.js';

const say = (value: string | number | undefined): string => String(value ?? '–');

export const sheetFlawsEn: SheetFlaws = {
  'sheet-exists': ({name}) => `${say(name)} is there already. Choose another name, or delete it.`,
  'sheet-not-xlsx': ({name}) => `${say(name)} is no .xlsx spreadsheet. Save it as one.`,
  'sheet-too-large': ({name}) => `${say(name)} is too large to be filled in by hand.`,
  'sheet-damaged': ({name}) => `${say(name)} cannot be read. Open it and save it once more.`,
  'sheet-column-missing': ({column}) =>
    `The column “${say(column)}” is missing. Give row 1 its names back, or take out a new sheet.`,
  'sheet-column-doubled': ({cell, column}) =>
    `Cell ${say(cell)}: the column “${say(column)}” stands twice. Keep one.`,
  'sheet-column-unknown': ({cell, column}) =>
    `Cell ${say(cell)}: there is no column “${say(column)}”; it is left aside.`,
  'sheet-fact-unknown': ({cell, fact, scope}) =>
    `Cell ${say(cell)}: ${say(scope)} has no fact “${say(fact)}”. Give it its id back.`,
  'sheet-fact-doubled': ({cell, fact, row}) =>
    `Cell ${say(cell)}: the fact “${say(fact)}” stands in row ${say(row)} already. Keep one.`,
  'sheet-read-only': ({cell, column}) =>
    `Cell ${say(cell)}: “${say(column)}” is there to be read. Restore its words.`,
  'sheet-cell-not-text': ({cell, column, kind, text}) =>
    `Cell ${say(cell)} (${say(column)}) was made a ${say(kind)}${text === '' ? '' : ` (${say(text)})`}. Format it as text and type it again.`,
  'sheet-cell-empty': ({cell, column}) => `Cell ${say(cell)}: “${say(column)}” cannot be empty.`,
  'sheet-cell-invalid': ({cell, column, value, choices}) =>
    `Cell ${say(cell)} (${say(column)}): “${say(value)}” is not valid. ${
      choices === '' ? 'Write a day as 05/01/2027.' : `Use one of: ${say(choices)}.`
    }`,
  'sheet-hidden-character': ({cell, column}) =>
    `Cell ${say(cell)} (${say(column)}) has an invisible character or a line break. Type it again.`,
  'sheet-tones-apart': ({cell}) =>
    `Cell ${say(cell)}: tones stood apart from their letters and were joined.`,
  'sheet-source-incomplete': ({cell, nth}) =>
    `Cell ${say(cell)}: source ${say(nth)} needs a title, an address and a day, or none of them.`,
  'sheet-conflict': ({cell, column, fact, value}) =>
    `Cell ${say(cell)}: “${say(column)}” of “${say(fact)}” was changed in the facts file since (now “${say(value)}”). Take out a new sheet.`,
  'sheet-unwritable': ({name}) =>
    `${say(name)} is written in a way this command cannot change. Edit the file itself.`,
};

export const sheetEn: SheetMessages = {
  scope: '--province or --country',
  direction: 'one of --out and --in',
  takenOut: (facts, out) => `Took ${facts} facts out to ${out}.`,
  changed: ({file, fact, column, cell}) => `Changed ${file}: ${fact}, ${column} (cell ${cell}).`,
  unchanged: 'The sheet says what the facts say. Nothing was changed.',
};
