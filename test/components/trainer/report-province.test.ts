import {expect} from '@open-wc/testing';
import {sheetOf} from '../../../src/components/trainer/report/sheet.js';
import type {ReceivedLearner} from '../../../src/store/reckoning/packet.js';
import {spanOf} from '../../../src/store/reckoning/periods.js';
import type {Member} from '../../../src/store/reckoning/member.js';
import type {RosterView} from '../../../src/store/reckoning/roster-view.js';
import type {Unit} from '../../../src/store/reckoning/unit.js';
import {chanceOf} from '../../exchange/chance.js';
import {course, type Known, slow, slowly, somebody, today} from '../../store/heard-people.js';
import {slowReport} from '../../store/slow-figures.js';

const [communes, teams, size] = [102, 996, 5324];

/** A province in full: each member in a team, each with everything that goes wrong with phones. */
function province() {
  const chance = chanceOf(5324);
  const units = new Map<string, Unit>([
    ['TOP', {id: 'TOP', level: 'province', names: [{name: 'Tỉnh'}]}],
  ]);
  for (let at = 0; at < communes; at++) {
    const id = `C${at}`;
    units.set(id, {id, parent: 'TOP', level: 'commune', names: [{name: `Xã ${at}`}]});
  }
  for (let at = 0; at < teams; at++) {
    const id = `T${at}`;
    units.set(id, {id, parent: `C${at % communes}`, level: 'team', names: [{name: `Tổ ${at}`}]});
  }
  const members = new Map<string, Member>();
  const learnersOf = new Map<string, string[]>();
  const received: ReceivedLearner[] = [];
  const people: {readonly team: number; readonly known: Known}[] = [];
  for (let at = 0; at < size; at++) {
    const code = `M${String(at).padStart(6, '0')}`;
    const learner = String(at).padStart(16, '0');
    const team = Math.floor(chance() * teams);
    const known = somebody(chance);
    members.set(code, {code, name: `Người ${at}`, posts: [{unit: `T${team}`, role: 'member'}]});
    learnersOf.set(code, [learner]);
    if (known.packets.length > 0) {
      received.push({learner, standing: known.standing, packets: known.packets});
    }
    people.push({team, known});
  }
  const view: RosterView = {units, members, learnersOf, contested: new Map()};
  return {view, received, people};
}

describe('the report of a province of 5,324 members in 996 teams', () => {
  const {view, received, people} = province();
  const holdings = {course, view, received, persons: [], today};
  const {signal} = new AbortController();

  const inUnit = (unit: string) => (team: number) =>
    unit === 'TOP' || unit === `T${team}` || unit === `C${team % communes}`;

  it('says of the province, of communes and of teams what somebody slow finds in the records', async () => {
    for (const [period, units] of [
      ['2026Q4', ['TOP', 'C0', 'C57', 'C101', 'T0', 'T500', 'T995']],
      ['2026Q3', ['TOP', 'C3']],
      ['2026Y', ['TOP']],
    ] as const) {
      const {from, until} = spanOf(period);
      for (const unit of units) {
        const sheet = (await sheetOf(holdings, period, unit, signal))!;
        const is = inUnit(unit);
        const own = people.filter(({team}) => is(team)).map(({known}) => slowly(known));
        const {done, notDone, unknown, oldest, ...expected} = slowReport(
          slow,
          own,
          from,
          until,
          today,
        );
        const {milestones, lessonsInGroup, ...figures} = sheet.figures;
        expect(milestones.get('core'), `${unit} ${period}`).to.deep.equal({done, notDone, unknown});
        expect(figures, `${unit} ${period}`).to.deep.equal({
          ...expected,
          ...(oldest !== undefined && {oldest}),
        });
        expect(lessonsInGroup).to.be.at.most(figures.lessons);
      }
    }
  }).timeout(20_000);
});
