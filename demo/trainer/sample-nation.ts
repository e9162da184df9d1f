import {messages} from '../../src/components/messages/report-vi.js';
import {reportText} from '../../src/components/trainer/report/report-text.js';
import type {Course} from '../../src/curriculum/course.js';
import type {ReportLine} from '../../src/exchange/report.js';
import {toBase32} from '../../src/store/reckoning/base32.js';
import {type Period, periodBefore, periodOf, spanOf} from '../../src/store/reckoning/periods.js';
import type {CivilDay} from '../../src/store/reckoning/record.js';
import type {RosterChange, Unit, UnitKey} from '../../src/store/roster-contract.js';
import {randomOf} from './sample-data.js';

const provinces = 34;
const teams = 93_500;
const people = 460_000;

/** Figures that are added up, of a team, a province or the nation. */
const counted = [
  'members',
  'coreDone',
  'coreUnknown',
  'lessons',
  'lessonsNoDay',
  'kn1',
  'kn2',
  'kn3',
  'kn4',
  'kn5',
  'visited',
  'visitedSoFar',
  'quota',
] as const;
export type NationFigures = Readonly<Record<(typeof counted)[number], number>>;

const difficulties = [
  'sóng yếu ở thôn xa',
  'nhiều bác dùng máy cũ',
  'ứng dụng của tỉnh hay mất đăng nhập',
];
const proposals = ['thêm một buổi tối mỗi tuần ở nhà văn hóa', 'in thêm phiếu nhớ khổ lớn'];

/** A nation as its ministry would have it: units without people, and what provinces sent into the group. */
export interface SampleNation {
  readonly roster: RosterChange;
  readonly unit: UnitKey;
  /** The period before first: of each the reports of all provinces, as they are pasted, and what they come to. */
  readonly periods: readonly {
    readonly period: Period;
    readonly chat: string;
    readonly totals: NationFigures;
  }[];
}

/**
 * An invented nation of 460,000 members in 93,500 teams of 34 provinces, for the quarter of `today` and the one before.
 * Only totals: beyond a province nobody's name and nobody's code travels. The same course, day and seed give the same
 * nation.
 */
export function sampleNation(
  course: Course,
  {today, seed = 2026}: {today: CivilDay; seed?: number},
): SampleNation {
  const random = randomOf(seed);
  const below = (n: number): number => Math.floor(random() * n);

  const ids = new Set<UnitKey>();
  while (ids.size <= provinces) {
    ids.add(toBase32(Uint8Array.from({length: 4}, () => below(256))).slice(0, 6));
  }
  const [unit, ...own] = [...ids] as [UnitKey, ...UnitKey[]];
  const units = new Map<UnitKey, Unit>([
    [unit, {id: unit, level: 'nation', names: [{name: 'Cả nước (bịa)'}]}],
  ]);
  for (const [at, id] of own.entries()) {
    const name = `Tỉnh mẫu ${String(at + 1).padStart(2, '0')} (bịa)`;
    units.set(id, {id, parent: unit, level: 'province', names: [{name}]});
  }

  // Every team has somebody; whoever is left joins any of them.
  const sizes = new Uint8Array(teams).fill(1);
  for (let left = people - teams; left > 0; left--) sizes[below(teams)]!++;

  const latest = periodOf(today, 'quarter');
  const sums = Array.from({length: 2}, () =>
    Array.from({length: provinces}, () => new Map<(typeof counted)[number], number>()),
  );
  for (const size of sizes) {
    // The largest has one in nine, the smallest one in fifty.
    const province = Math.floor(random() ** 1.6 * provinces);
    const households = 60 + below(200);
    const silent = Math.round(size * random() * 0.5);
    let done = 0;
    let visitedSoFar = 0;
    for (const quarter of sums) {
      done += Math.floor((size - silent - done + 1) * random() * 0.6);
      const visited = Math.floor((households - visitedSoFar) * random() * 0.3);
      visitedSoFar += visited;
      const figures: NationFigures = {
        members: size,
        coreDone: done,
        coreUnknown: silent,
        lessons: below(size * 9),
        lessonsNoDay: below(2),
        kn1: below(40),
        kn2: below(12),
        kn3: below(25),
        kn4: below(30),
        kn5: below(9),
        visited,
        visitedSoFar,
        quota: households,
      };
      const sum = quarter[province]!;
      for (const name of counted) sum.set(name, (sum.get(name) ?? 0) + figures[name]);
    }
  }

  const figuresOf = (sum: ReadonlyMap<string, number>) =>
    Object.fromEntries(counted.map((name) => [name, sum.get(name) ?? 0])) as NationFigures;

  const messageOf = (at: number, period: Period, figures: NationFigures): string => {
    const madeOn = Math.min(today, spanOf(period).until - 1);
    const line: ReportLine = {
      unit: own[at]!,
      parent: unit,
      level: 'province',
      period,
      revision: 1 + below(2),
      course: course.key,
      courseVersion: course.version,
      madeOn,
      oldest: madeOn - 5 - below(60),
      figures,
    };
    return reportText(
      messages,
      {
        unit: units.get(own[at]!)!.names[0].name,
        figures,
        ...(at % 5 === 0 && {difficulties: difficulties[below(difficulties.length)]!}),
        ...(at % 7 === 0 && {proposals: proposals[below(proposals.length)]!}),
      },
      line,
      line,
    ).text;
  };

  return {
    roster: {units},
    unit,
    periods: [periodBefore(latest), latest].map((period, quarter) => {
      const provincial = sums[quarter]!;
      const totals = new Map(
        counted.map((name) => [
          name,
          provincial.reduce((sum, figures) => sum + (figures.get(name) ?? 0), 0),
        ]),
      );
      return {
        period,
        chat: provincial
          .map((sum, at) => `Tỉnh ${at + 1}: ${messageOf(at, period, figuresOf(sum))}`)
          .join('\n\n'),
        totals: figuresOf(totals),
      };
    }),
  };
}
