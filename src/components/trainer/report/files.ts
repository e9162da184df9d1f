import {type Table, textTableOf, workbookOf} from '../../../exchange/table.js';
import {dayText} from '../../../store/reckoning/calendar.js';
import type {CivilDay} from '../../../store/reckoning/record.js';
import {foldName} from '../../../store/reckoning/names.js';
import {saveFile} from '../../save-file.js';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const;

/** `to-cnscd-ap-binh-hoa-2026-11-22.xlsx`: letters that every system and every chat program keeps. */
export const fileNameOf = (unit: string, day: CivilDay, kind: keyof typeof types): string => {
  const plain = foldName(unit)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'kynangso' : plain}-${dayText(day)}.${kind}`;
};

/** Hands tables to the browser's downloads; resolves to the file's name. */
export async function saveTables(
  kind: keyof typeof types,
  tables: readonly Table[],
  unit: string,
  day: CivilDay,
): Promise<string> {
  const [first] = tables;
  const bytes = kind === 'xlsx' ? await workbookOf(tables) : await textTableOf(first!);
  const name = fileNameOf(unit, day, kind);
  saveFile(new File([bytes.slice().buffer], name, {type: types[kind]}));
  return name;
}
