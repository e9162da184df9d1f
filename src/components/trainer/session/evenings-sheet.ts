import {writeSpreadsheet} from '../../../exchange/spreadsheet.js';
import {type Course, lessonOf} from '../../../curriculum/course.js';
import {dayText} from '../../../store/reckoning/calendar.js';
import {called} from '../../../store/reckoning/member.js';
import type {RosterView} from '../../../store/reckoning/roster-view.js';
import type {Session} from '../../../store/sessions.js';
import type {SessionMessages} from '../../messages/session.js';
import {topName} from '../../../store/reckoning/unit-tree.js';
import {fileNameOf} from '../report/files.js';
import {clock} from './clock.js';

const widths = [12, 9, 8, 28, 40, 8, 40, 40];

/** The evenings that were held, oldest first, for the diary and the allowance file. */
export async function eveningsSheet(
  sessions: readonly Session[],
  {course, roster}: {readonly course: Course; readonly roster: RosterView | undefined},
  {sheetName, columns}: SessionMessages,
): Promise<File> {
  const held = sessions.filter((session) => session.held).reverse();
  const rows = held.map(({day, begins, minutes, place, lessons, present, note}) => [
    {day: dayText(day)},
    clock(begins),
    minutes,
    place,
    lessons.map((id) => lessonOf(course, id)?.title ?? id).join('; '),
    present ? ('counted' in present ? present.counted : present.members.length) : '',
    present && 'members' in present
      ? present.members
          .map((code) => called(roster?.members.get(code) ?? {code, name: ''}))
          .join('; ')
      : '',
    note,
  ]);
  const bytes = await writeSpreadsheet([{name: sheetName, rows: [[...columns], ...rows], widths}]);
  const last = held.at(-1);
  const unit = last && roster ? topName(roster.units, last.day) : undefined;
  const name = fileNameOf(`${sheetName} ${unit ?? ''}`, last?.day ?? 0, 'xlsx');
  return new File([bytes as BlobPart], name, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
