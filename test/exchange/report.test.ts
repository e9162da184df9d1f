import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {
  findReports,
  type ReportFigure,
  type ReportFigures,
  reportFigures,
  type ReportLine,
  reportLineOf,
  type ReportWords,
} from '../../src/exchange/report.js';
import {reportedOf, totalsOf} from '../../src/exchange/report-totals.js';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {partsOf, periodBefore, periodOf, spanOf} from '../../src/store/reckoning/periods.js';
import {textDamage} from '../damage.js';
import {mutations, runs} from '../runs.js';

const words: ReportWords = {
  headings: ['báo cáo quý', 'báo cáo năm'],
  difficulties: ['Vướng mắc'],
  proposals: ['Đề xuất'],
};

const line = (more: Partial<ReportLine> = {}): ReportLine => ({
  unit: 'B1NHHA',
  parent: 'DXYEN0',
  level: 'team',
  period: '2026Q4',
  revision: 1,
  course: 'a821b36c',
  courseVersion: '1.4.0',
  madeOn: dayOf('2026-11-22'),
  oldest: dayOf('2026-10-30'),
  figures: {members: 5, coreDone: 3, coreUnknown: 1, lessons: 61, kn4: 52, visited: 128},
  ...more,
});

/** Whole numbers that can be true together. */
const figures: fc.Arbitrary<ReportFigures> = fc
  .record(
    Object.fromEntries(
      reportFigures.map((name) => [name, fc.option(fc.nat(99_999_999), {nil: undefined})]),
    ) as Record<ReportFigure, fc.Arbitrary<number | undefined>>,
  )
  .map(({coreDone, coreUnknown, visited, visitedSoFar, ...others}) => {
    const members = others.members ?? 0;
    const done = coreDone === undefined ? undefined : coreDone % (members + 1);
    const all: Record<string, number | undefined> = {
      ...others,
      coreDone: done,
      coreUnknown:
        coreUnknown === undefined ? undefined : coreUnknown % (members - (done ?? 0) + 1),
      visited,
      visitedSoFar: visitedSoFar === undefined ? undefined : Math.max(visitedSoFar, visited ?? 0),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  });

const units = ['AAAAA0', 'AAAAA1', 'AAAAA2', 'AAAAA3', 'AAAAA4', 'AAAAA5'] as const;

const lines: fc.Arbitrary<ReportLine> = fc
  .record({
    unit: fc.constantFrom(...units),
    parent: fc.option(fc.constantFrom(...units), {nil: undefined}),
    level: fc.constantFrom('team', 'village', 'commune', 'district', 'province', 'nation'),
    period: fc.constantFrom('2026Q4', '2026H2', '2026Y', '2020Q1', '2199Y'),
    revision: fc.integer({min: 1, max: 9999}),
    course: fc.constantFrom('a821b36c', '00000000'),
    courseVersion: fc.constantFrom('1.4.0', '12.0.255'),
    madeOn: fc.integer({min: 0, max: 0xffff}),
    age: fc.option(fc.nat(900), {nil: undefined}),
    figures,
  })
  .map(({parent, age, ...rest}) => ({
    ...rest,
    ...(parent !== undefined && parent !== rest.unit && {parent}),
    ...(age !== undefined && age <= rest.madeOn && {oldest: rest.madeOn - age}),
  }));

const read = (text: string) => findReports(text, words);
const found = (text: string) => read(text).flatMap((one) => ('line' in one ? [one.line] : []));
const flaws = (text: string) => read(text).flatMap((one) => ('flaw' in one ? [one.flaw] : []));

describe('the machine line of a report', () => {
  it('says what was written into it, whatever that is', () => {
    fc.assert(
      fc.property(lines, (one) => {
        expect(found(reportLineOf(one))).to.deep.equal([one]);
      }),
      {numRuns: runs},
    );
  });

  it('stays short enough for one message beside the words', () => {
    const most = Object.fromEntries(reportFigures.map((name) => [name, 99_999_999]));
    const longest = reportLineOf(
      line({
        figures: {...most, coreDone: 44_444_444, coreUnknown: 44_444_444},
        part: {whole: 99_998, of: 99_999},
        revision: 9999,
      }),
    );
    expect(longest.length).to.be.below(320);
    expect(reportLineOf(line()).length).to.be.below(130);
  });

  it('comes with what the unit calls itself', () => {
    const called = (text: string) =>
      read(text).map((one) => ('line' in one ? one.called : one.flaw));
    const text = reportLineOf(line());
    const rows = ['4. Vướng mắc: sóng – yếu', text].join('\n');
    expect(
      called(
        [
          `BÁO CÁO QUÝ IV/2026 – Tổ thôn Đông, Xã Đồng Văn\n${rows}`,
          `Chị Lan: *BÁO CÁO QUÝ IV/2026 - Tổ 3 – thôn Tây*\n${rows}`,
          `BÁO CÁO QUÝ IV/2026\n${rows}`,
          rows,
        ].join('\n'),
      ),
    ).to.deep.equal(['Tổ thôn Đông, Xã Đồng Văn', 'Tổ 3 – thôn Tây', undefined, undefined]);
  });

  it('is found in a conversation however the chat program dressed it', () => {
    const text = reportLineOf(line());
    const dressed = [
      text,
      text.toLowerCase(),
      `Chị Lan: 👍👍\n“${text}”\nĐã chỉnh sửa`,
      text.replaceAll(';', ';\u200b'),
      `> ${text.slice(0, 20)}\n> ${text.slice(20, 70)}\r\n> ${text.slice(70)} Ạ, em gửi rồi nhé`,
      `Vướng mắc: điện yếu\n${text}`.normalize('NFD'),
      text.replace('#', '＃').replace('1;', '１;'),
      `*${text}*`,
    ];
    for (const one of dressed) expect(found(one), one).to.deep.equal([line()]);
  });

  it('brings along what the team wrote about its troubles and wishes', () => {
    const message = (trouble: string, revision: number) =>
      `BÁO CÁO QUÝ IV/2026 – Tổ CNSCĐ ấp Bình Hòa\n5. Vướng mắc: ${trouble}\n6. Đề xuất: …\n` +
      reportLineOf(line({revision}));
    const [first, second] = read(
      `${message('app tỉnh không đăng nhập được (12 lần)', 1)}\n\n${message('…', 2)}`,
    );
    expect(first).to.include({difficulties: 'app tỉnh không đăng nhập được (12 lần)'});
    expect(first).not.to.have.property('proposals');
    expect(second).not.to.have.property('difficulties');
  });

  it('gives a team’s troubles to no other team, and takes no sentence for a report', () => {
    const found = read(
      [
        'Các tổ nộp báo cáo quý IV trước thứ Sáu nhé',
        'Chị Lan: BÁO CÁO QUÝ IV/2026 – Tổ thôn Đông',
        '4. Vướng mắc: sóng yếu',
        'Anh Đức: BÁO CÁO QUÝ IV/2026 – Tổ thôn Tây',
        '4. Vướng mắc: …',
        '5. Đề xuất: gửi báo cáo quý qua Zalo',
        reportLineOf(line()),
      ].join('\n'),
    );
    expect(found.map((one) => ('flaw' in one ? one.found : one.line.unit))).to.deep.equal([
      'Chị Lan: BÁO CÁO QUÝ IV/2026 – Tổ thôn Đ',
      'B1NHHA',
    ]);
    expect(found[1]).to.include({proposals: 'gửi báo cáo quý qua Zalo'});
    expect(found[1]).not.to.have.property('difficulties');
  });

  it('names every report that cannot be read instead of dropping it', () => {
    const text = reportLineOf(line());
    expect(flaws(text.slice(0, 60))).to.deep.equal(['report-cut']);
    expect(flaws(text.replace('b=61', 'b=67'))).to.deep.equal(['report-damaged']);
    expect(flaws(text.replace('KNSBC1', 'KNSBC2'))).to.deep.equal(['report-newer']);
    expect(flaws('BÁO CÁO QUÝ IV/2026 – Tổ CNSCĐ thôn Đông\n1. Thành viên: 5')).to.deep.equal([
      'report-bare',
    ]);
    const both = read(`Báo cáo quý IV/2026, thôn Đông\n1. Thành viên: 5\nBáo cáo quý IV\n${text}`);
    expect(both.map((one) => ('flaw' in one ? one.flaw : one.line.unit))).to.deep.equal([
      'report-bare',
      'B1NHHA',
    ]);
  });

  it('is not written when its figures cannot be true together', () => {
    const wrong: readonly Partial<ReportLine>[] = [
      {figures: {members: 5, coreDone: 4, coreUnknown: 2}},
      {figures: {visited: 10, visitedSoFar: 9}},
      {figures: {members: -1}},
      {figures: {members: 1.5}},
      {unit: 'short'},
      {period: '2026Q5'},
      {revision: 0},
      {parent: 'B1NHHA'},
      {oldest: dayOf('2026-11-23')},
    ];
    for (const more of wrong) {
      expect(() => reportLineOf(line(more)), JSON.stringify(more)).to.throw(RangeError);
    }
  });

  it('is refused, or read exactly as it was sent, however it was damaged', () => {
    fc.assert(
      fc.property(lines, textDamage, (one, damage) => {
        for (const other of found(
          damage(`Tổ trưởng: Lan\n${reportLineOf(one)}\nNgày mai gặp nhé`),
        )) {
          expect(other).to.deep.equal(one);
        }
      }),
      {numRuns: mutations},
    );
  });

  it('is refused with one wrong character anywhere', () => {
    const text = reportLineOf(line());
    for (let at = 0; at < text.length; at++) {
      for (const other of '0173acku;=.') {
        const spoiled = text.slice(0, at) + other + text.slice(at + 1);
        for (const one of found(spoiled)) expect(one, spoiled).to.deep.equal(line());
      }
    }
  });
});

describe('reports put together', () => {
  it('are the same in any order and pasted any number of times', () => {
    fc.assert(
      fc.property(fc.array(lines, {maxLength: 12}), fc.array(fc.nat(11)), (all, again) => {
        const more = [...all, ...again.flatMap((at) => all[at] ?? [])].reverse();
        expect(reportedOf(more, '2026Q4', 'a821b36c')).to.deep.equal(
          reportedOf(all, '2026Q4', 'a821b36c'),
        );
      }),
      {numRuns: runs},
    );
  });

  it('go by the larger revision, not by the later day', () => {
    const {lines: kept} = reportedOf(
      [line({revision: 2, figures: {members: 6}}), line({madeOn: dayOf('2026-12-30')})],
      '2026Q4',
      'a821b36c',
    );
    expect(kept.map(({figures: {members}}) => members)).to.deep.equal([6]);
  });

  it('show a contradiction and count nothing of it', () => {
    const two = [line(), line({figures: {members: 9}})];
    const reported = reportedOf(two, '2026Q4', 'a821b36c');
    expect(reported.lines).to.deep.equal([]);
    expect(reported.contradictions).to.have.length(1);
    expect(totalsOf(reported).figures.members).to.deep.equal({sum: 0, known: 0, whole: 0});
    expect(
      reportedOf([...two, line({revision: 2})], '2026Q4', 'a821b36c').contradictions,
    ).to.have.length(0);
  });

  it('do not contradict each other when only the day of writing differs', () => {
    const two = [line(), line({madeOn: dayOf('2026-12-01')})];
    expect(reportedOf(two, '2026Q4', 'a821b36c').lines).to.have.length(1);
  });

  it('never add a unit to the units below it', () => {
    const commune = line({
      unit: 'DXYEN0',
      parent: 'DANANG',
      level: 'commune',
      figures: {members: 100},
    });
    const teams = [
      line({unit: 'AAAAA1', figures: {members: 5, visited: 7}}),
      line({unit: 'AAAAA2', figures: {members: 6}}),
    ];
    const far = line({unit: 'XXXXX0', parent: 'YYYYY0', figures: {members: 1000}});
    const reported = reportedOf([commune, ...teams, far], '2026Q4', 'a821b36c');

    const province = totalsOf(reported, {unit: 'DANANG'});
    expect(province.figures.members).to.deep.equal({sum: 100, known: 1, whole: 1});
    expect(province.below.map(({unit}) => unit)).to.deep.equal(['AAAAA1', 'AAAAA2']);
    expect(province.elsewhere.map(({unit}) => unit)).to.deep.equal(['XXXXX0']);

    const own = totalsOf(reported, {unit: 'DXYEN0'});
    expect(own.figures.members).to.deep.equal({sum: 11, known: 2, whole: 2});
    expect(own.figures.visited).to.deep.equal({sum: 7, known: 1, whole: 1});
  });

  it('tell a sum that is whole from one of sums that are not', () => {
    const reported = reportedOf(
      [
        line({unit: 'AAAAA1', figures: {members: 5, visited: 7}}),
        line({unit: 'AAAAA2', figures: {members: 6}, part: {whole: 1, of: 4}}),
      ],
      '2026Q4',
      'a821b36c',
    );
    const {figures} = totalsOf(reported, {unit: 'DXYEN0'});
    expect(figures.members).to.deep.equal({sum: 11, known: 2, whole: 1});
    expect(figures.visited).to.deep.equal({sum: 7, known: 1, whole: 1});
  });

  it('count every unit once at most, whatever tree the lines claim', () => {
    fc.assert(
      fc.property(
        fc.array(lines, {maxLength: 20}),
        fc.option(fc.constantFrom(...units)),
        (all, unit) => {
          const same = all.map((one) => ({...one, period: '2026Q4', course: 'a821b36c'}));
          const reported = reportedOf(same, '2026Q4', 'a821b36c');
          const totals = totalsOf(reported, unit === null ? {} : {unit});
          const counted = totals.counted.map((one) => one.unit);
          expect(new Set(counted).size).to.equal(counted.length);
          const parents = new Map(same.map((one) => [one.unit, one.parent]));
          if (reported.contradictions.length > 0) return;
          const newest = new Map(reported.lines.map((one) => [one.unit, one.parent]));
          for (const start of counted) {
            const seen = new Set([start]);
            for (
              let at = newest.get(start);
              at && !seen.has(at) && at !== unit;
              at = newest.get(at)
            ) {
              seen.add(at);
              expect(counted, JSON.stringify([...parents])).not.to.include(at);
            }
          }
          const sum = totals.counted.reduce((all, one) => all + (one.figures.lessons ?? 0), 0);
          expect(totals.figures.lessons.sum).to.equal(sum);
        },
      ),
      {numRuns: runs},
    );
  });
});

describe('periods', () => {
  it('follow each other without a gap or a shared day', () => {
    for (const kind of ['quarter', 'half', 'year'] as const) {
      for (let day = 0; day < 4000; day++) {
        const period = periodOf(day, kind);
        const {from, until} = spanOf(period);
        expect(day >= from && day < until, period).to.equal(true);
        expect(partsOf(period)?.kind).to.equal(kind);
        if (from > 0) expect(spanOf(periodBefore(period)).until).to.equal(from);
      }
    }
  });

  it('are named as officials name them', () => {
    expect(periodOf(dayOf('2026-12-31'), 'quarter')).to.equal('2026Q4');
    expect(periodOf(dayOf('2027-01-01'), 'half')).to.equal('2027H1');
    expect(periodBefore('2027Q1')).to.equal('2026Q4');
    expect(() => spanOf('2026Q5')).to.throw(RangeError);
  });
});
