import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {planSession} from '../../src/curriculum/session-plan.js';

const lessons = fc.array(
  fc.record({id: fc.string({minLength: 1}), minutes: fc.integer({min: 1, max: 90})}),
  {minLength: 1, maxLength: 8},
);

describe('the plan of an evening', () => {
  it('fills the time from the greeting to the last word, each lesson in its turn', () => {
    fc.assert(
      fc.property(lessons, fc.integer({min: 20, max: 240}), (chosen, minutes) => {
        const {parts} = planSession(chosen, minutes);
        expect(parts.map(({kind}) => kind)).to.deep.equal([
          'opening',
          ...chosen.map(() => 'lesson'),
          'closing',
        ]);
        expect(parts.flatMap(({lesson}) => lesson ?? [])).to.deep.equal(chosen.map(({id}) => id));
        let at = 0;
        for (const part of parts) {
          expect(part.from).to.equal(at);
          expect(part.minutes).to.be.at.least(0);
          at += part.minutes;
        }
        expect(at).to.equal(minutes);
      }),
    );
  });

  it('gives a lesson twice as long twice the time', () => {
    const {parts} = planSession(
      [
        {id: 'short', minutes: 10},
        {id: 'long', minutes: 20},
      ],
      70,
    );
    expect(parts.map(({minutes}) => minutes)).to.deep.equal([5, 20, 40, 5]);
  });

  it('says how many minutes are lacking, and nothing of an evening that has time', () => {
    const six = Array.from({length: 6}, (_, index) => ({id: `l${index}`, minutes: 10}));
    expect(planSession(six, 60).lacking).to.equal(10);
    expect(planSession(six, 70).lacking).to.equal(0);
  });

  it('is empty until a lesson was chosen', () => {
    expect(planSession([], 60)).to.deep.equal({parts: [], lacking: 0});
  });
});
