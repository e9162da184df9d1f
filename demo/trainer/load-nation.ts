import {reportWords} from '../../src/components/messages/report-words.js';
import {summedFigures} from '../../src/components/trainer/report/sums.js';
import type {Course} from '../../src/curriculum/course.js';
import {findReports} from '../../src/exchange/report.js';
import {reportedOf, totalsOf} from '../../src/exchange/report-totals.js';
import {takeReports} from '../../src/exchange/take-reports.js';
import type {CivilDay} from '../../src/store/reckoning/record.js';
import type {Store} from '../../src/store/store.js';
import {sampleNation} from './sample-nation.js';

/**
 * Takes in what invented provinces reported, through the door for what is pasted, and puts the sums into the nation's
 * own reports, as "Đưa số cộng vào báo cáo này" does. Resolves to how many reports there are.
 */
export async function loadNation(store: Store, course: Course, today: CivilDay): Promise<number> {
  const {roster, unit, periods} = sampleNation(course, {today});
  await (await store.roster()).change(roster);
  const reports = await store.reports();
  let count = 0;
  for (const {period, chat} of periods) {
    await takeReports(reports, chat, {course: course.key, words: reportWords});
    const received = await reports.received(course.key, period);
    const lines = received.flatMap(({line}) =>
      findReports(line).flatMap((one) => ('line' in one ? [one.line] : [])),
    );
    const {figures, counted} = totalsOf(reportedOf(lines, period, course.key), {unit});
    count += counted.length;
    await reports.keepDraft(course.key, period, unit, {
      figures: {...summedFigures(figures, false)},
      revision: 1,
    });
  }
  return count;
}
