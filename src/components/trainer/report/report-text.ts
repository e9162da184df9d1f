import {type ReportFigures, type ReportLine, reportLineOf} from '../../../exchange/report.js';
import {partsOf} from '../../../store/reckoning/periods.js';
import type {ReportMessages} from '../../messages/report.js';
import {writtenDay} from '../../written-day.js';

/** What one message of the group takes, with room for a greeting. */
export const longestText = 1000;

/** What the text is made of, besides its line. */
export interface ReportWording {
  readonly unit: string;
  readonly figures: ReportFigures;
  readonly difficulties?: string;
  readonly proposals?: string;
  readonly commended?: string;
}

/** The report as it is sent, and whether words had to be cut to fit. */
export function reportText(
  messages: ReportMessages,
  wording: ReportWording,
  {period, madeOn, oldest, part}: Pick<ReportLine, 'period' | 'madeOn' | 'oldest' | 'part'>,
  line: ReportLine | undefined,
): {readonly text: string; readonly shortened: boolean} {
  const {unknown, number} = messages;
  const {figures} = wording;
  const said = (value: number | undefined) => (value === undefined ? unknown : number(value));
  const machine = line ? `\n${reportLineOf(line)}` : '';
  const textWith = (room: number) => {
    const cut = (words: string | undefined) => {
      const flat = words?.replace(/\s+/g, ' ').trim();
      if (!flat) return undefined;
      return flat.length > room ? `${flat.slice(0, Math.max(0, room - 1)).trimEnd()}…` : flat;
    };
    return (
      messages.text({
        heading: messages.heading(partsOf(period)!),
        unit: wording.unit,
        members: said(figures.members),
        core:
          figures.coreDone === undefined
            ? undefined
            : {
                done: number(figures.coreDone),
                of: said(figures.members),
                unknown: figures.coreUnknown ?? 0,
              },
        lessons: said(figures.lessons),
        skills: [
          said(figures.kn1),
          said(figures.kn2),
          said(figures.kn3),
          said(figures.kn4),
          said(figures.kn5),
        ],
        visited: said(figures.visited),
        visitedSoFar: said(figures.visitedSoFar),
        quota: figures.quota === undefined ? undefined : number(figures.quota),
        difficulties: cut(wording.difficulties),
        proposals: cut(wording.proposals),
        commended: cut(wording.commended),
        oldest: oldest === undefined ? undefined : writtenDay(oldest),
        part,
        day: writtenDay(madeOn),
      }) + machine
    );
  };
  const whole = textWith(Infinity);
  if (whole.length <= longestText) return {text: whole, shortened: false};
  for (let room = 400; room > 20; room -= 10) {
    const text = textWith(room);
    if (text.length <= longestText) return {text, shortened: true};
  }
  return {text: textWith(20), shortened: true};
}
