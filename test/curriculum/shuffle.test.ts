import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {shuffled} from '../../src/curriculum/shuffle.js';

describe('the order of options', () => {
  it('is the same for the same learner and question, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        const once = shuffled(items, seed);
        expect(shuffled(items, seed)).to.deep.equal(once);
        expect(items).to.deep.equal(before);
        expect(once.toSorted()).to.deep.equal(items.toSorted());
      }),
    );
  });

  it('puts every option first about equally often for different learners', () => {
    const firsts = new Map<string, number>();
    for (let learner = 0; learner < 4000; learner++) {
      const [first = ''] = shuffled(['a', 'b', 'c', 'd'], `learner-${learner}/m05-b02#q`);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const option of ['a', 'b', 'c', 'd']) expect(firsts.get(option)).to.be.within(900, 1100);
  });
});
