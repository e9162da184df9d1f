import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {resolveFact} from '../../src/curriculum/fact-table.js';
import type {Fact} from '../../src/curriculum/facts.js';

const neverVerified: Fact = {
  id: 'duong_day_nong',
  value: 'số của cả nước',
  fallback: 'hỏi Công an xã',
  scope: 'VN',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  reviewBy: '2026-11-30',
  confidence: 'official',
  status: 'current',
  sources: [],
};
const hotline: Fact = {...neverVerified, verifiedOn: '2026-06-01'};
const on = '2026-11-22';
const textOf = (facts: readonly Fact[], province?: string, day = on) =>
  resolveFact(facts, hotline.id, {province, on: day}, 'câu trong bài').text;

describe('a dated fact', () => {
  it('shows its value while somebody has verified it and it is in force', () => {
    expect(resolveFact([hotline], hotline.id, {on}, 'câu trong bài')).to.deep.equal({
      text: 'số của cả nước',
      stale: false,
      fact: hotline,
    });
    expect(textOf([hotline], undefined, '2026-01-01')).to.equal('số của cả nước');
    expect(textOf([hotline], undefined, '2026-11-30')).to.equal('số của cả nước');
  });

  const doubtful: readonly (readonly [string, Fact, string])[] = [
    ['nobody verified', neverVerified, on],
    ['is only hearsay', {...hotline, confidence: 'unverified'}, on],
    ['needs another look', {...hotline, status: 'needs-review'}, on],
    ['was retired', {...hotline, status: 'retired'}, on],
    ['has no value', {...hotline, value: ' '}, on],
    ['is not in force yet', hotline, '2025-12-31'],
    ['is no longer in force', {...hotline, reviewBy: '2027-06-01'}, '2027-01-01'],
    ['is past its review', hotline, '2026-12-01'],
  ];
  for (const [name, fact, day] of doubtful) {
    it(`shows its safe fallback when it ${name}`, () => {
      const {text, stale} = resolveFact([fact], hotline.id, {on: day}, 'câu trong bài');
      expect(text).to.equal('hỏi Công an xã');
      expect(stale).to.equal(true);
    });
  }

  it('shows the sentence of the lesson when no pack has it', () => {
    expect(textOf([])).to.equal('câu trong bài');
    expect(resolveFact([], 'x', {on}, '').text).to.equal('…');
  });

  it('is the province’s own before the country’s, and never another province’s', () => {
    const own = {...hotline, scope: 'tuyen-quang', value: 'số của tỉnh'};
    const other = {...hotline, scope: 'ca-mau', value: 'số tỉnh khác'};
    expect(textOf([other, hotline, own], 'tuyen-quang')).to.equal('số của tỉnh');
    expect(textOf([other, hotline], 'tuyen-quang')).to.equal('số của cả nước');
    expect(textOf([other], 'tuyen-quang')).to.equal('câu trong bài');
    expect(textOf([other, own])).to.equal('câu trong bài');
  });

  it('is recalled by a province that marks its own as retired', () => {
    const own: Fact = {...hotline, scope: 'tuyen-quang', status: 'retired', fallback: 'hỏi Tổ'};
    expect(textOf([hotline, own], 'tuyen-quang')).to.equal('hỏi Tổ');
  });

  it('moves on to the next value on its day', () => {
    const next = {
      ...hotline,
      value: 'số mới',
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
      reviewBy: '2027-12-31',
    };
    expect(textOf([{...hotline, reviewBy: '2027-12-31'}, next], undefined, '2026-12-31')).to.equal(
      'số của cả nước',
    );
    expect(textOf([{...hotline, reviewBy: '2027-12-31'}, next], undefined, '2027-01-01')).to.equal(
      'số mới',
    );
  });

  it('is never an empty string', () => {
    const word = fc.constantFrom('', ' ', 'chữ');
    const fact = fc.record({value: word, fallback: word, scope: fc.constantFrom('VN', 'a', 'b')});
    fc.assert(
      fc.property(
        fc.array(fact),
        word,
        fc.constantFrom('a', 'b', undefined),
        (some, fallback, province) => {
          const facts = some.map((one) => ({...hotline, ...one}));
          const {text, fact: shown} = resolveFact(facts, hotline.id, {province, on}, fallback);
          expect(text.trim()).not.to.equal('');
          expect(shown?.scope ?? 'VN').to.be.oneOf(['VN', province]);
        },
      ),
    );
  });
});
